"""The views of `resources/*.py`: declarations of operations, methods, and the two classes around them."""

from __future__ import annotations

from dataclasses import replace

from ..ir.model import Api, Doc, Operation
from .annotations import Scope
from .answers import declared_answers, returned, told_answers
from .arguments import arguments_of, declared_arguments
from .code import Code, code, docstring, identifier, join, literal, tuple_of
from .docs import described, facts, paragraphs, section, source
from .imports import Import, import_block
from .names import Names, ResourceName
from .parameters import Argument, keyword
from .servers import own_servers
from .views import DeclarationView, FlavourView, MethodView, ResourceView

_BUILTINS = frozenset(
    {"str", "int", "bool", "float", "list", "dict", "object", "type", "bytes", "tuple", "set"}
)


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
        _declaration(operation, outside, runtime, needs) for operation in resource.operations
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


def _declaration(
    operation: Operation, scope: Scope, runtime: str, needs: set[Import]
) -> DeclarationView:
    result = returned(operation, scope)
    arguments = [literal(operation.method), literal(operation.path)]
    if operation.query:
        arguments.append(keyword("fixed_query", literal(operation.query)))
    own = own_servers(operation, scope.api, scope.names)
    if own is not None:
        arguments.append(keyword("servers", own))
    arguments += declared_arguments(operation, scope, runtime, needs)
    arguments += declared_answers(operation, scope, needs)
    if operation.security:
        choices = [tuple_of(map(literal, names)) for names in operation.security]
        arguments.append(keyword("security", tuple_of(choices)))
    needs |= result.imports
    return DeclarationView(_constant(operation, scope.names), result.code, tuple(arguments))


def _method(operation: Operation, scope: Scope, runtime: str, needs: set[Import]) -> MethodView:
    given = arguments_of(operation, scope, runtime, needs)
    result = returned(operation, scope)
    needs |= result.imports
    signature = [code("self"), *given.signature, code("options: Options | None = None")]
    call = [_constant(operation, scope.names), *given.handed]
    call.append(code("options=options"))
    return MethodView(
        identifier(scope.names.methods[operation.id]),
        join(", ", signature),
        result.code,
        docstring(_text(operation, given.all, replace(scope, shadowed=frozenset())), 8),
        join(", ", call),
        _deprecation(operation, needs),
    )


def _deprecation(operation: Operation, needs: set[Import]) -> Code | None:
    """What a caller of a deprecated operation is told (PEP 702)."""
    if not operation.doc.deprecated:
        return None
    needs.add(Import("typing_extensions", "deprecated"))
    return literal(f"{operation.method} {operation.target} is deprecated")


def _text(operation: Operation, arguments: tuple[Argument, ...], scope: Scope) -> str:
    otherwise = f"`{operation.method} {operation.target}`."
    options = [("options", "Settings for this call alone.")]
    return paragraphs(
        described(operation.doc, otherwise),
        facts(operation.doc),
        section("Args", [*((a.name, a.text) for a in arguments), *options], 8),
        *told_answers(operation, scope, 8),
        source(operation.origin.source),
    )
