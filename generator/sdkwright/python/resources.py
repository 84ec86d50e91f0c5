"""The views of `resources/*.py`: declarations of operations, methods, and the two classes around them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..ir.model import Api, Doc, Location, Operation, Response
from ..ir.types import Anything
from .annotations import Annotation, Scope, argument, result
from .code import Code, code, compose, docstring, identifier, join, literal, tuple_of
from .docs import described, error_class, facts, paragraphs, section, source
from .imports import Import, import_block
from .names import Names, ResourceName, body_object
from .views import DeclarationView, FlavourView, MethodView, ResourceView

_BUILTINS = frozenset(
    {"str", "int", "bool", "float", "list", "dict", "object", "type", "bytes", "tuple", "set"}
)


@dataclass(frozen=True, slots=True)
class _Argument:
    """An argument of a method: its name, annotation, text, and whether it may be left out."""

    key: str
    name: Code
    annotation: Code
    text: str
    optional: bool


def resource_view(
    api: Api, names: Names, resource: ResourceName, models: str, runtime: str
) -> ResourceView:
    """Everything that a resource module shows. `models` and `runtime` are module paths as seen from there."""
    shadowed = (
        frozenset(names.methods[operation.id] for operation in resource.operations) & _BUILTINS
    )
    outside = Scope(api, names, models)
    inside = Scope(api, names, models, shadowed)
    needs = {Import("functools", "cached_property")}
    needs |= {
        Import(runtime, name) for name in ("Operation", "Options", "Resource", "AsyncResource")
    }
    needs |= {Import(runtime, name) for name in ("responding", "async_responding")}
    declarations = tuple(
        _declaration(operation, outside, needs) for operation in resource.operations
    )
    methods = tuple(_method(operation, inside, runtime, needs) for operation in resource.operations)
    # The classes behind `with_response` take hold of deprecated methods; calling those is still told.
    outdated = any(method.deprecated for method in methods)
    return ResourceView(
        docstring(f"{about(api, resource)}", 0),
        code("# pyright: reportDeprecated=false") if outdated else None,
        import_block(needs),
        declarations,
        methods,
        _flavours(resource, api),
    )


def about(api: Api, resource: ResourceName) -> str:
    """What a resource is for, in the words of its tag."""
    tag = next((tag for tag in api.tags if tag.name == resource.key), None)
    return described(tag.doc if tag else Doc(), f"The operations on {resource.key}.")


def _flavours(resource: ResourceName, api: Api) -> tuple[FlavourView, ...]:
    rows = (
        (resource.sync, "Resource", code("def"), code(""), "responding"),
        (resource.async_, "AsyncResource", code("async def"), code("await "), "async_responding"),
    )
    return tuple(
        FlavourView(
            identifier(name),
            identifier(f"{name}WithResponse"),
            identifier(base),
            definition,
            wait,
            identifier(respond),
            docstring(about(api, resource), 4),
            docstring(f"The methods of `{name}`, each giving the whole response.", 4),
        )
        for name, base, definition, wait, respond in rows
    )


def _constant(operation: Operation, names: Names) -> Code:
    return identifier(names.declarations[operation.id])


def _returned(operation: Operation) -> Response | None:
    """The response of success that has a body, the first of them; None where none has."""
    return next(
        (r for r in operation.responses if r.status[:1] == "2" and r.type is not None), None
    )


def _result(operation: Operation, scope: Scope) -> Annotation:
    success = _returned(operation)
    if success is None:
        # A success that is not described may carry a body all the same: it is given as it comes.
        return Annotation(code("None"))
    return result(success.type or Anything(), scope)


def _declaration(operation: Operation, scope: Scope, needs: set[Import]) -> DeclarationView:
    returned = _result(operation, scope)
    arguments = [literal(operation.method.upper()), literal(operation.path)]
    body = body_object(scope.api, operation.body)
    if operation.body is not None:
        shape = result(operation.body.type, Scope(scope.api, scope.names, scope.models))
        name = identifier(scope.names.types[body.id]) if body else shape.code
        needs |= shape.imports if body is None else {Import(scope.home(body.id) or "", name)}
        arguments += [
            _keyword("body", name),
            _keyword("body_required", literal(operation.body.required)),
        ]
    if returned.code != "None":
        arguments.append(_keyword("returns", returned.code))
    errors = _errors(operation, scope, needs)
    if errors:
        arguments.append(_keyword("errors", compose("{{{}}}", join(", ", errors))))
    marked = [
        literal(int(r.status))
        for r in operation.responses
        if r.authentication and r.status.isdigit()
    ]
    if marked:
        arguments.append(_keyword("authentication", tuple_of(marked)))
    if operation.security:
        choices = [tuple_of(map(literal, names)) for names in operation.security]
        arguments.append(_keyword("security", tuple_of(choices)))
    needs |= returned.imports
    return DeclarationView(_constant(operation, scope.names), returned.code, tuple(arguments))


def _keyword(name: str, value: Code) -> Code:
    return compose("{}={}", identifier(name), value)


def _errors(operation: Operation, scope: Scope, needs: set[Import]) -> list[Code]:
    pairs: list[Code] = []
    for response in operation.responses:
        if response.type is None or error_class(response) is None:
            continue
        annotation = result(response.type, scope)
        needs |= annotation.imports
        status = literal(int(response.status) if response.status.isdigit() else response.status)
        pairs.append(compose("{}: {}", status, annotation.code))
    return pairs


def _method(operation: Operation, scope: Scope, runtime: str, needs: set[Import]) -> MethodView:
    positional = tuple(_path_arguments(operation, scope, needs))
    body = tuple(_body_arguments(operation, scope, runtime, needs))
    returned = _result(operation, scope)
    needs |= returned.imports
    signature = [
        code("self"),
        *(compose("{}: {}", a.name, a.annotation) for a in positional),
        code("*"),
    ]
    signature += [
        compose("{}: {} = UNSET" if a.optional else "{}: {}", a.name, a.annotation) for a in body
    ]
    signature.append(code("options: Options | None = None"))
    call = [_constant(operation, scope.names), tuple_of(a.name for a in positional)]
    if body_object(scope.api, operation.body):
        call.append(_keyword("body", compose("{{{}}}", join(", ", [_pair(a) for a in body]))))
    elif body:
        call.append(_keyword("body", body[0].name))
    call.append(code("options=options"))
    return MethodView(
        identifier(scope.names.methods[operation.id]),
        join(", ", signature),
        returned.code,
        docstring(_text(operation, positional + body, replace(scope, shadowed=frozenset())), 8),
        join(", ", call),
        _deprecation(operation, needs),
    )


def _deprecation(operation: Operation, needs: set[Import]) -> Code | None:
    """What a caller of a deprecated operation is told (PEP 702)."""
    if not operation.doc.deprecated:
        return None
    needs.add(Import("typing_extensions", "deprecated"))
    return literal(f"{operation.method.upper()} {operation.path} is deprecated")


def _pair(argument_: _Argument) -> Code:
    return compose("{}: {}", literal(argument_.key), argument_.name)


def _path_arguments(operation: Operation, scope: Scope, needs: set[Import]) -> list[_Argument]:
    names = scope.names.arguments[operation.id]
    found: list[_Argument] = []
    for parameter in sorted(
        operation.parameters, key=lambda p: operation.path.find("{" + p.wire + "}")
    ):
        if parameter.location is Location.PATH:
            annotation = argument(parameter.type, scope)
            needs |= annotation.imports
            text = paragraphs(
                described(parameter.doc, f"`{parameter.wire}` of the path."), facts(parameter.doc)
            )
            name = identifier(names[f"{parameter.location}/{parameter.wire}"])
            found.append(_Argument(parameter.wire, name, annotation.code, text, optional=False))
    return found


def _body_arguments(
    operation: Operation, scope: Scope, runtime: str, needs: set[Import]
) -> list[_Argument]:
    if operation.body is None:
        return []
    names = scope.names.arguments[operation.id]
    model = body_object(scope.api, operation.body)
    if model is None:
        annotation = argument(operation.body.type, scope)
        needs |= annotation.imports
        optional = not operation.body.required
        spelled = _or_unset(annotation.code, runtime, needs) if optional else annotation.code
        return [
            _Argument(
                "body", code("body"), spelled, described(operation.body.doc, "The body."), optional
            )
        ]
    found: list[_Argument] = []
    # Arguments that must be given come first, so that `help()` and an editor show them first.
    for field in sorted(
        model.fields,
        key=lambda f: not (f.required and operation.body is not None and operation.body.required),
    ):
        if field.doc.read_only:
            continue
        annotation = argument(field.type, scope)
        needs |= annotation.imports
        optional = not (field.required and operation.body.required)
        spelled = _or_unset(annotation.code, runtime, needs) if optional else annotation.code
        attribute = scope.names.fields[model.id][field.wire]
        text = paragraphs(described(field.doc, f"`{field.wire}` of the body."), facts(field.doc))
        found.append(
            _Argument(attribute, identifier(names[f"body/{field.wire}"]), spelled, text, optional)
        )
    return found


def _or_unset(annotation: Code, runtime: str, needs: set[Import]) -> Code:
    needs |= {Import(runtime, "UNSET"), Import(runtime, "Unset")}
    return compose("{} | Unset", annotation)


def _text(operation: Operation, arguments: tuple[_Argument, ...], scope: Scope) -> str:
    success = next((r for r in operation.responses if r.status[:1] == "2"), None)
    raised: list[tuple[str, str]] = []
    for response in operation.responses:
        name = error_class(response)
        if name is None:
            continue
        body = (
            f" `body` is `{result(response.type, scope).code}`."
            if response.type is not None
            else ""
        )
        status = "Any other status" if response.status == "default" else f"{response.status}"
        raised.append((name, f"{status}: {described(response.doc, 'the request failed.')}{body}"))
    otherwise = f"`{operation.method.upper()} {operation.path}`."
    options = [("options", "Settings for this call alone.")]
    return paragraphs(
        described(operation.doc, otherwise),
        facts(operation.doc),
        section("Args", [*((a.name, a.text) for a in arguments), *options], 8),
        (
            section(
                "Returns",
                [
                    (
                        _result(operation, scope).code,
                        described(success.doc, "What the server answers."),
                    )
                ],
                8,
            )
            if success is not None and success.type is not None
            else ""
        ),
        section("Raises", raised, 8),
        source(operation.origin.source),
    )
