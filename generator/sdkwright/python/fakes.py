"""The views of `testing/*.py`: the fake of an API, and for each resource what its operations answer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from msgspec import Struct

from ..ir.answers import successes
from ..ir.contents import Content, ContentKind
from ..ir.model import Api, Example, Operation, Response, Role
from ..ir.types import Array, Ref, Type
from ..text.node import Plain
from .annotations import Scope
from .answers import asked_of
from .basis import Examples
from .code import Code, code, compose, docstring, identifier, join, json_block, literal
from .docs import paragraphs, section
from .imports import Import, import_block
from .names import Names, ResourceName
from .parameters import keyword
from .reserved import FAKES
from .streams import alternative, is_stream_only, streamed
from .views import (
    ExamplesView,
    FakedView,
    FakeLinkView,
    FakeModuleView,
    FakeResourceView,
)

_JSON = "application/json"


def fake_view(api: Api, names: Names, runtime: str) -> FakeModuleView:
    """Everything that `testing/__init__.py` shows. `runtime` is the module path of the runtime as seen from there."""
    name = f"Fake{names.client}"
    own = ("FAULTS", "FaultKind", "RecordedCall", "UnexpectedCall")
    needs = {Import("functools", "cached_property"), Import("typing", "TYPE_CHECKING")}
    if not names.resources:
        needs.clear()
    needs |= {Import("..client", each) for each in ("API", names.client, names.async_client)}
    needs |= {Import(f"{runtime}.fake", each) for each in ("ServiceFake", "UnexpectedCall")}
    needs |= {Import(f"{runtime}.fake_answers", each) for each in ("FAULTS", "FaultKind")}
    needs.add(Import(f"{runtime}.fake_calls", "RecordedCall"))
    links = tuple(_link(resource, names) for resource in names.resources)
    pairs = [compose("{}: {}", literal(a), literal(m)) for a, m in _attributes(names).items()]
    return FakeModuleView(
        docstring(f"{api.title} in memory, for tests: `{name}`.", 0),
        import_block(needs),
        tuple(
            compose("from .{} import {}", identifier(link.module), link.type)
            for link in sorted(links, key=lambda link: link.module)
        ),
        tuple(literal(each) for each in sorted((*own, name), key=_exported)),
        identifier(name),
        docstring(_about(api), 4),
        identifier(names.client),
        identifier(names.async_client),
        docstring(f"Makes a `{names.client}` whose calls are answered here.", 8),
        docstring(f"Makes an `{names.async_client}` whose calls are answered here.", 8),
        compose("{{{}}}", join(", ", pairs)),
        links,
    )


def _exported(name: str) -> tuple[bool, str]:
    return not name.isupper(), name


def _about(api: Api) -> str:
    return paragraphs(
        f"{api.title} in memory: real clients, and answers that a test decides.",
        "Requests are encoded, checked, sent, repeated and decoded as always, but to no network, and pauses take no"
        " time. What a test has not told is answered by the document's examples, else by made-up values.",
        section("Args", [("examples", _EXAMPLES)], 4),
    )


_EXAMPLES = "Whether there are such answers. Without them a call that nothing was told about is an `UnexpectedCall`."


def _attributes(names: Names) -> Mapping[str, str]:
    """The module of each resource by the attribute that it is in the fake."""
    found: dict[str, str] = {}
    taken = {resource.module for resource in names.resources}
    for resource in names.resources:
        attribute = resource.module
        while attribute in FAKES or (attribute != resource.module and attribute in taken):
            attribute += "_"
        found[attribute] = resource.module
    return found


def _link(resource: ResourceName, names: Names) -> FakeLinkView:
    attribute = next(a for a, module in _attributes(names).items() if module == resource.module)
    return FakeLinkView(
        identifier(attribute),
        identifier(resource.module),
        identifier(f"Fake{resource.sync}"),
        docstring(f"What the methods of `client.{resource.module}` are answered.", 8),
    )


def examples_of(api: Api) -> Examples:
    """The examples of an API, each where it is looked for."""
    answers: dict[str, list[Example]] = defaultdict(list)
    definitions: dict[str, Example] = {}
    for example in api.examples:
        if example.role is Role.RESPONSE and example.operation is not None:
            answers[example.operation].append(example)
        elif example.role is Role.SCHEMA and isinstance(example.type, Ref):
            definitions.setdefault(example.type.id, example)
    return Examples({id_: tuple(found) for id_, found in answers.items()}, definitions)


def fake_resource_view(
    api: Api, names: Names, examples: Examples, resource: ResourceName, runtime: str
) -> FakeResourceView:
    """Everything that a module of `testing/` shows about a resource."""
    desk = _Desk(Scope(api, names, "..models"), examples, resource, runtime)
    faked = tuple(desk.faked(operation) for operation in resource.operations)
    streams = tuple(filter(None, map(desk.stream, resource.operations)))
    base = resource.sync
    outdated = any(operation.doc.deprecated for operation in resource.operations)
    told = ["reportDeprecated"] * outdated + ["reportPrivateUsage"] * bool(streams)
    typed = [base, f"{base}WithStreaming"] if streams else [base]
    return FakeResourceView(
        docstring(f"What the methods of `client.{resource.module}` are answered in tests.", 0),
        compose("# pyright: {}", join(", ", [_OFF[rule] for rule in told])) if told else None,
        import_block(desk.needs),
        compose(
            "from ..resources.{} import {}",
            identifier(resource.module),
            join(", ", map(identifier, typed)),
        ),
        identifier(f"Fake{base}"),
        identifier(base),
        docstring(f"What the methods of `{base}` are answered.", 4),
        faked,
        identifier(f"Fake{base}WithStreaming"),
        identifier(f"{base}WithStreaming"),
        docstring(f"What the methods of `{base}` are answered that are read piece by piece.", 4),
        streams,
        tuple(desk.examples),
    )


_OFF = {
    "reportDeprecated": code("reportDeprecated=false"),
    "reportPrivateUsage": code("reportPrivateUsage=false"),
}


class _Desk:
    """Declares the operations of a resource, and notes what is needed for that."""

    def __init__(self, scope: Scope, known: Examples, resource: ResourceName, runtime: str) -> None:
        self._scope, self._known, self._runtime = scope, known, f"{runtime}.fake"
        self._home = f"..resources.{resource.module}"
        self.needs = {Import("typing", "TYPE_CHECKING"), Import(self._runtime, "ServiceFake")}
        self.examples: list[ExamplesView] = []
        self._printed: dict[Code, tuple[Code, Code]] = {}

    def faked(self, operation: Operation) -> FakedView:
        """An operation as a method calls it."""
        only = is_stream_only(operation)
        constant = self._scope.names.declarations[operation.id]
        settings = list(_settings(operation, only=only))
        block = _examples(self._known, operation, constant, self._printed)
        if block is not None:
            self.needs.add(Import(f"{self._runtime}_answers", "ExamplesByStatus"))
            self.examples.append(block)
            settings.append(keyword("examples", block.name))
        maker = code("streaming") if only else code("answering")
        return self._declared(operation, maker, identifier(constant), settings)

    def stream(self, operation: Operation) -> FakedView | None:
        """The same operation read piece by piece, where that brings something else."""
        if is_stream_only(operation):
            return None
        found = streamed(operation, self._scope, self._runtime)
        if found is None or found.kind is ContentKind.OCTETS:
            return None
        settings = [keyword("media", literal(found.accept.partition(",")[0]))]
        status = _number(successes(operation)[0].status)
        if status != 200:
            settings.insert(0, keyword("status", literal(status)))
        base = identifier(self._scope.names.declarations[operation.id])
        constant, _ = alternative(operation, base, found)
        return self._declared(operation, code("streaming"), constant, settings)

    def _declared(
        self, operation: Operation, maker: Code, constant: Code, settings: list[Code]
    ) -> FakedView:
        self.needs |= {Import(self._home, constant), Import(self._runtime, maker)}
        method = identifier(self._scope.names.methods[operation.id])
        given = [code("fake"), compose("resource.{}", method), constant, *settings]
        return FakedView(method, compose("{}({})", maker, join(", ", given)))


def _settings(operation: Operation, *, only: bool) -> Iterator[Code]:
    """Status and media type of a success, where they are not the usual ones."""
    found = successes(operation)
    if not found:
        return
    status, media = _number(found[0].status), _media(operation, found[0], only=only)
    if status != 200:
        yield keyword("status", literal(status))
    if media != _JSON:
        yield keyword("media", literal(media))


def _number(status: str) -> int:
    """The status that stands for a range, and for all that no other does."""
    if status.isdigit():
        return int(status)
    return int(status[0]) * 100 if status[0].isdigit() else 200


def _media(operation: Operation, response: Response, *, only: bool) -> str:
    contents = response.contents if only else asked_of(operation, response)
    if not contents:
        return _JSON
    first = contents[0]
    if "*" not in first.media:
        return first.media
    return _JSON if first.kind is ContentKind.JSON else "application/octet-stream"


class _Shown(Struct, frozen=True):
    """The example of a status."""

    status: int | str
    value: Plain


def _examples(
    known: Examples, operation: Operation, constant: str, printed: dict[Code, tuple[Code, Code]]
) -> ExamplesView | None:
    """The examples of an operation. `printed` are those that stand above already, with what names them: constant, key."""
    shown = [one for response in operation.responses if (one := _shown(known, operation, response))]
    if not shown:
        return None
    name, pairs = identifier(f"_{constant}_EXAMPLES"), list[Code]()
    for one in shown:
        block, status = json_block(one.value), literal(one.status)
        home, key = printed.setdefault(block, (name, status))
        # A constant can't speak of itself while it is made.
        is_whole = "\n" not in block or home == name
        pairs.append(compose("{}: {}", status, block if is_whole else compose("{}[{}]", home, key)))
    return ExamplesView(name, tuple(pairs))


def _shown(known: Examples, operation: Operation, response: Response) -> _Shown | None:
    """The first example that a document has of a response, or of the schema of its body."""
    asked = asked_of(operation, response)
    is_stream = not asked and is_stream_only(operation)
    if is_stream:
        asked = response.contents  # whose own examples are the texts of whole streams
    if not asked or response.status[:1] in ("1", "3"):
        return None
    is_success = response in successes(operation)
    status: int | str = response.status
    if is_success or response.status.isdigit():
        status = _number(response.status)
    id_ = operation.id.partition(" ")[0]
    own = (e for e in known.answers.get(id_, ()) if _is_of(e, response, asked))
    example = None if is_stream else next(own, None)
    value = example.value if example else _of_schema(known, asked[0].type)
    return None if value is None else _Shown(status, value)


def _is_of(example: Example, response: Response, asked: tuple[Content, ...]) -> bool:
    medias = {content.media for content in asked}
    return example.media in medias and example.status == response.status


def _of_schema(known: Examples, type_: Type) -> Plain:
    match type_:
        case Ref(id_):
            example = known.definitions.get(id_)
            return None if example is None else example.value
        case Array(item):
            value = _of_schema(known, item)
            return None if value is None else [value]
        case _:
            return None
