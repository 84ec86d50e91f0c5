"""The addresses of an API: environments, the variables in them, and the addresses of single operations."""

from __future__ import annotations

from collections.abc import Iterator

from ..ir.model import Api, Operation, Server, ServerVariable
from .code import Code, code, compose, identifier, join, literal
from .docs import described
from .names import Names


def declared_servers(api: Api, names: Names) -> list[Code]:
    """What `Api(…)` says of addresses."""
    pairs = [
        compose("{}: {}", literal(name), literal(server.url))
        for name, server in zip(names.environments, api.servers, strict=True)
    ]
    said = [compose("servers={{{}}}", join(", ", pairs))]
    variables = {
        server.url: {v.name: v.default for v in server.variables if v.default is not None}
        for server in _all(api)
        if server.variables
    }
    if variables:
        tables = [
            compose("{}: {{{}}}", literal(url), _pairs(defaults))
            for url, defaults in variables.items()
        ]
        said.append(compose("variables={{{}}}", join(", ", tables)))
    return said


def own_servers(operation: Operation, api: Api, names: Names) -> Code | None:
    """The addresses of an operation by environment; None where it has none of its own."""
    if not operation.servers:
        return None
    found: dict[str, str] = {}
    for at, server in enumerate(operation.servers):
        found.setdefault(_environment(server, at, operation, api, names), server.url)
    return compose("{{{}}}", _pairs(found))


def variable_arguments(api: Api, names: Names) -> list[Code]:
    """The arguments of the constructor for the variables."""
    return [
        compose("{}: {} = {}", identifier(names.variables[name]), *_type_and_default(same))
        for name, same in _by_name(api).items()
    ]


def given_variables(api: Api, names: Names) -> Code | None:
    """The variables as the constructor hands them on; None where there are none."""
    pairs = [
        compose("{}: {}", literal(name), identifier(names.variables[name]))
        for name in _by_name(api)
    ]
    return compose("{{{}}}", join(", ", pairs)) if pairs else None


def variable_texts(api: Api, names: Names) -> Iterator[tuple[str, str]]:
    """What is told of the variables."""
    for name, same in _by_name(api).items():
        texts = dict.fromkeys(described(variable.doc, "") for variable in same)
        said = " ".join(text for text in texts if text)
        yield names.variables[name], f"`{name}` of the address. {said}".strip()


def _type_and_default(same: list[ServerVariable]) -> tuple[Code, Code]:
    first = same[0]
    is_one = all((v.default, v.values) == (first.default, first.values) for v in same)
    values = dict.fromkeys(value for variable in same for value in variable.values)
    listed = all(variable.values for variable in same)
    type_ = compose("Literal[{}]", join(", ", map(literal, values))) if listed else code("str")
    if is_one and first.default is not None and (not listed or first.default in values):
        return type_, literal(first.default)
    return compose("{} | None", type_), code("None")


def _by_name(api: Api) -> dict[str, list[ServerVariable]]:
    found: dict[str, list[ServerVariable]] = {}
    for server in _all(api):
        for variable in server.variables:
            found.setdefault(variable.name, []).append(variable)
    return found


def _all(api: Api) -> Iterator[Server]:
    yield from api.servers
    for operation in api.operations:
        yield from operation.servers


def _environment(server: Server, at: int, operation: Operation, api: Api, names: Names) -> str:
    """The environment that a server of an operation belongs to: of the same name or words, else at the same place."""
    pairs = list(zip(names.environments, api.servers, strict=True))
    for name, other in pairs:
        same_name = server.name is not None and server.name == other.name
        same_words = bool(server.doc.description) and server.doc == other.doc
        if same_name or same_words:
            return name
    is_parallel = len(pairs) == len(operation.servers)
    return pairs[at][0] if is_parallel else server.name or f"server_{at + 1}"


def _pairs(table: dict[str, str]) -> Code:
    pairs = (compose("{}: {}", literal(key), literal(value)) for key, value in table.items())
    return join(", ", pairs)
