"""The surface of a package, read from its source: modules in, classes, functions and aliases out. Nothing is imported."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from .surface import Alias, Argument, Attribute, Class, Declared, Function, Kind, Surface, Symbol

_MODELS = frozenset({"Model", "CamelModel", "PascalModel", "BaseModel"})
_CLIENTS = frozenset({"Client", "AsyncClient"})
_RESOURCES = frozenset({"Resource", "AsyncResource"})
_ENUMS = frozenset({"Enum", "StrEnum", "IntEnum", "Flag", "IntFlag"})
_TYPE_HEADS = frozenset({"Union", "Literal", "Optional", "Annotated", "list", "dict", "tuple"})
_DERIVED = "WithResponse"
_CARRIED = {"ReceivedRequest": "payload"}
"""What a class holds by way of its base: the attribute, by the base that names its type in brackets."""


def read_surface(texts: Iterable[str]) -> Surface:
    """The surface of some modules. A module that is no Python is left out, as is what begins with `_`.

    Raises:
        SyntaxError: A text is no Python.
    """
    symbols: dict[str, Symbol] = {}
    settings: dict[str, str] = {}
    grants: dict[str, str] = {}
    operations: dict[str, Declared] = {}
    for text in texts:
        constants: dict[str, Declared] = {}
        has_flows = "OAuthFlow" in text  # few modules do, and looking through all takes long
        for statement in _statements(ast.parse(text).body):
            settings |= _settings(statement)
            if has_flows:
                grants |= _grants(statement)
            constants |= _declared(statement, constants)
            found = _symbol(statement, symbols)
            if found is not None and not found.name.startswith("_"):
                symbols[found.name] = found
                operations |= _called(statement, constants)
    return Surface(symbols, settings, operations, grants)


def _statements(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    for statement in body:
        if isinstance(statement, ast.If):
            # `if TYPE_CHECKING:` has the spelling that type checkers and people read.
            yield from _statements(statement.body)
        else:
            yield statement


def _symbol(statement: ast.stmt, known: Mapping[str, Symbol]) -> Symbol | None:
    match statement:
        case ast.ClassDef(name) if not name.endswith(_DERIVED):
            return _class(statement, known)
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            return _function(statement, method=False)
        case ast.AnnAssign(ast.Name(name), ast.Name("TypeAlias"), ast.expr() as value):
            return Alias(name, ast.unparse(_bare(value)))
        case ast.Assign([ast.Name(name)], ast.Call(ast.Name("TypeAliasType"), [_, value, *_])):
            return Alias(name, ast.unparse(_bare(value)))
        case ast.Assign([ast.Name(name)], value) if _is_type(value):
            return Alias(name, ast.unparse(value))
        case _:
            return None


def _is_type(value: ast.expr) -> bool:
    match value:
        case ast.Subscript(ast.Name(name), _):
            return name in _TYPE_HEADS
        case ast.BinOp(left, ast.BitOr(), _):
            return _is_type(left) or isinstance(left, ast.Name)
        case _:
            return False


def _settings(statement: ast.stmt) -> Mapping[str, str]:
    """The addresses in `API = Api(servers={…})`, by the names of environments."""
    match statement:
        case ast.Assign([ast.Name("API")], ast.Call(keywords=keywords)):
            pass
        case _:
            return {}
    found: dict[str, str] = {}
    for keyword in keywords:
        if keyword.arg == "servers" and isinstance(keyword.value, ast.Dict):
            pairs = zip(keyword.value.keys, keyword.value.values, strict=True)
            found |= {
                str(key.value): ast.unparse(value)
                for key, value in pairs
                if isinstance(key, ast.Constant)
            }
    return found


def _grants(statement: ast.stmt) -> Mapping[str, str]:
    """Where tokens are asked for: `OAuthFlow(token_url="…")`, counted, for a package names them by their schemes alone."""
    flows = [
        ast.unparse(keyword.value)
        for node in ast.walk(statement)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "OAuthFlow"
        for keyword in node.keywords
        if keyword.arg == "token_url"
    ]
    return {str(at): url for at, url in enumerate(flows, 1)}


def _declared(statement: ast.stmt, known: Mapping[str, Declared]) -> Mapping[str, Declared]:
    """What `GET_REFUND: Operation[…] = Operation(…, errors={404: Error})` declares."""
    match statement:
        case ast.AnnAssign(
            ast.Name(name), _, ast.Call(ast.Attribute(ast.Name(whole), "waited_for"), args=args)
        ) if (whole in known):
            other = [ast.unparse(one) for one in args]
            return {name: replace(known[whole], waits=other[0]) if other else known[whole]}
        case ast.AnnAssign(ast.Name(name), _, ast.Call(ast.Name("Operation"), keywords=keywords)):
            words = {one.arg: one.value for one in keywords}
        case _:
            return {}
    listed = words.get("errors")
    errors: dict[str, str] = {}
    if isinstance(listed, ast.Dict):
        for key, value in zip(listed.keys, listed.values, strict=True):
            if isinstance(key, ast.Constant):
                errors[str(key.value)] = ast.unparse(value)
    told = (words.get(key) for key in ("body", "servers", "idempotency_header", "waits"))
    texts = (None if one is None else ast.unparse(one) for one in told)
    return {name: Declared(errors, *texts)}


def _called(
    statement: ast.stmt, constants: Mapping[str, Declared]
) -> Iterator[tuple[str, Declared]]:
    """The methods of a class, each with what the operation declares that it calls."""
    if not isinstance(statement, ast.ClassDef) or not constants:
        return
    for method in statement.body:
        if isinstance(method, ast.FunctionDef | ast.AsyncFunctionDef):
            named = (one.id for one in ast.walk(method) if isinstance(one, ast.Name))
            found = next((name for name in named if name in constants), None)
            if found is None:
                continue
            declared = constants[found]
            calls = {one.attr for one in ast.walk(method) if isinstance(one, ast.Attribute)}
            if "_wait" in calls:
                # The rest is told of the method that calls the operation once.
                only = Declared({}, None, None, waits=declared.waits)
            else:
                only = replace(declared, waits=None)
            yield f"{statement.name}.{method.name}", only


def _class(node: ast.ClassDef, known: Mapping[str, Symbol]) -> Class:
    bases = tuple(_name(base) for base in node.bases)
    kind = _kind(bases, known)
    attributes = _carried(node.bases)
    methods: dict[str, Function] = {}
    constructor = None
    total = not any(
        word.arg == "total" and isinstance(word.value, ast.Constant) and word.value.value is False
        for word in node.keywords
    )
    for statement in _statements(node.body):
        match statement:
            case ast.AnnAssign(_, ast.Subscript(ast.Name("ClassVar"))):
                pass  # a declaration, which what is made of it shows
            case ast.AnnAssign(ast.Name(name), annotation, value):
                attributes[name] = _attribute(name, annotation, value, kind, total)
            case ast.Assign([ast.Name(name)], value) if not name.startswith("_"):
                attributes[name] = Attribute(name, "", ast.unparse(value))
            case ast.FunctionDef(name) | ast.AsyncFunctionDef(name):
                if name == "__init__":
                    constructor = _function(statement, method=True)
                elif _is_property(statement):
                    result = ast.unparse(statement.returns) if statement.returns else "Any"
                    attributes[name] = Attribute(name, result, "…")
                elif not name.startswith("_") or name in ("__iter__", "__getitem__", "__len__"):
                    methods[name] = _function(statement, method=True)
            case _:
                pass
    keyword_only = kind is Kind.MODEL and not _is_positional(node)
    deprecated = _deprecation(node.decorator_list)
    made = (node.name, kind, bases, attributes, methods, constructor, keyword_only, deprecated)
    return Class(*made, tuple(_streamed(node)))


def _streamed(node: ast.ClassDef) -> Iterator[str]:
    """`get` for each `self.get = streaming(…)`."""
    for statement in ast.walk(node) if node.name.endswith("WithStreaming") else ():
        match statement:
            case ast.Assign([ast.Attribute(_, name)], ast.Call(ast.Name(maker))):
                if maker in ("streaming", "async_streaming"):
                    yield name
            case _:
                pass


def _carried(bases: list[ast.expr]) -> dict[str, Attribute]:
    found: dict[str, Attribute] = {}
    for base in bases:
        match base:
            case ast.Subscript(ast.Name(name), inner) if name in _CARRIED:
                carried = _CARRIED[name]
                found[carried] = Attribute(carried, ast.unparse(inner), "…")
            case _:
                pass
    return found


def _kind(bases: tuple[str, ...], known: Mapping[str, Symbol]) -> Kind:
    for base in bases:
        parent = known.get(base)
        if isinstance(parent, Class) and parent.kind is not Kind.PLAIN:
            return parent.kind
        for names, kind in (
            (_MODELS, Kind.MODEL),
            (_CLIENTS, Kind.CLIENT),
            (_RESOURCES, Kind.RESOURCE),
            (_ENUMS, Kind.ENUM),
            ({"TypedDict"}, Kind.TYPED_DICT),
        ):
            if base in names:
                return kind
        if base.endswith(("Error", "Exception", "Warning")):
            return Kind.EXCEPTION
    return Kind.PLAIN if bases else Kind.MODEL


def _attribute(
    name: str, annotation: ast.expr, value: ast.expr | None, kind: Kind, total: bool
) -> Attribute:
    default = None if value is None else ast.unparse(value)
    match annotation:
        case ast.Subscript(ast.Name("NotRequired"), inner):
            return Attribute(name, ast.unparse(inner), "…")
        case ast.Subscript(ast.Name("Required"), inner):
            return Attribute(name, ast.unparse(inner), None)
        case _:
            pass
    if kind is Kind.TYPED_DICT and not total:
        default = "…"
    return Attribute(name, ast.unparse(_bare(annotation)), default)


def _bare(annotation: ast.expr) -> ast.expr:
    """What `Annotated[…]` annotates."""
    match annotation:
        case ast.Subscript(ast.Name("Annotated"), ast.Tuple([inner, *_])):
            return inner
        case _:
            return annotation


def _is_positional(node: ast.ClassDef) -> bool:
    """Whether it is a dataclass whose constructor takes its attributes in order."""
    for one in node.decorator_list:
        called = one.func if isinstance(one, ast.Call) else one
        if _name(called) != "dataclass":
            continue
        words = one.keywords if isinstance(one, ast.Call) else []
        return not any(word.arg == "kw_only" for word in words)
    return False


def _is_property(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return any(_name(one) in ("property", "cached_property") for one in node.decorator_list)


def _name(node: ast.expr) -> str:
    match node:
        case ast.Name(name) | ast.Attribute(_, name):
            return name
        case ast.Subscript(outer, _) | ast.Call(outer):
            return _name(outer)
        case _:
            return ""


def _function(node: ast.FunctionDef | ast.AsyncFunctionDef, *, method: bool) -> Function:
    given = node.args
    positional = [*given.posonlyargs, *given.args]
    missing = len(positional) - len(given.defaults)
    defaults: list[ast.expr | None] = [None] * missing + [*given.defaults]
    found = [
        _argument(one, default, keyword=False)
        for one, default in zip(positional, defaults, strict=True)
    ]
    found = found[1:] if method and found else found
    found += [
        _argument(one, default, keyword=True)
        for one, default in zip(given.kwonlyargs, given.kw_defaults, strict=True)
    ]
    result = ast.unparse(node.returns) if node.returns is not None else "Any"
    is_async = isinstance(node, ast.AsyncFunctionDef)
    return Function(node.name, tuple(found), result, is_async, _deprecation(node.decorator_list))


def _argument(node: ast.arg, default: ast.expr | None, *, keyword: bool) -> Argument:
    annotation = ast.unparse(node.annotation) if node.annotation is not None else "Any"
    return Argument(node.arg, annotation, ast.unparse(default) if default else None, keyword)


def _deprecation(decorators: list[ast.expr]) -> str | None:
    """The words of `@deprecated(…)` (PEP 702)."""
    for one in decorators:
        match one:
            case ast.Call(called, [ast.Constant(str(text)), *_]) if _name(called) == "deprecated":
                return text
            case _:
                pass
    return None
