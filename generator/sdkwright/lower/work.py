"""What one run of lowering reads from and writes to, and how it says where a part stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct, field

from ..ir.model import Definition, Doc, Example, Place
from ..ir.origin import Origin, Source
from ..spec.document import Document, Target, id_of
from ..text.diagnostic import Report
from ..text.node import Node
from ..text.span import Span
from .flat import Family, Flat, Form
from .sources import source_of


class Written(Struct, frozen=True):
    """A link where it is written: the status of its response, its name, and what stands there."""

    status: str
    name: str
    node: Node


class Work(Struct, frozen=True):
    """One run of lowering.

    `definitions` fills up while types are lowered; `wanted` are the targets of references, which may stand anywhere;
    `later` are the checks that need every definition; `forming` are the schemas that are being looked at, `typing` those whose
    type is being made, `recurring` those that were met again inside of themselves;
    `operation_ids` remembers where each operationId was given; `parts` are the reports of single operations; `links` are
    those of responses, by operation; `starts` name one of them to wait behind, by operation; `in_paths` are the declared
    path parameters by name, with their paths.
    """

    document: Document
    report: Report
    sources: Mapping[str, Source]
    definitions: dict[str, Definition] = field(default_factory=dict[str, Definition])
    wanted: dict[str, Node] = field(default_factory=dict[str, Node])
    examples: list[Example] = field(default_factory=list[Example])
    later: list[Callable[[], None]] = field(default_factory=list[Callable[[], None]])
    operation_ids: dict[str, Node] = field(default_factory=dict[str, Node])
    begun: set[str] = field(default_factory=set[str])
    waiting: dict[str, tuple[Node, Place]] = field(default_factory=dict[str, tuple[Node, Place]])
    flats: dict[int, Flat] = field(default_factory=dict[int, Flat])
    forms: dict[int, Form] = field(default_factory=dict[int, Form])
    docs: dict[int, Doc] = field(default_factory=dict[int, Doc])
    forming: set[int] = field(default_factory=set[int])
    bases: dict[int, frozenset[str]] = field(default_factory=dict[int, frozenset[str]])
    typing: set[int] = field(default_factory=set[int])
    recurring: set[int] = field(default_factory=set[int])
    combined: dict[frozenset[int], Node] = field(default_factory=dict[frozenset[int], Node])
    entangled: list[Node] = field(default_factory=list[Node])
    targets: dict[int, Target | None] = field(default_factory=dict[int, Target | None])
    ends: dict[int, Target] = field(default_factory=dict[int, Target])
    alone: dict[int, Node] = field(default_factory=dict[int, Node])
    members: dict[int, tuple[Node, ...]] = field(default_factory=dict[int, tuple[Node, ...]])
    made: set[int] = field(default_factory=set[int])
    kept: list[Node] = field(default_factory=list[Node])
    children: dict[int, str] = field(default_factory=dict[int, str])
    families: dict[str, Family] = field(default_factory=dict[str, Family])
    tagged: dict[str, Node] = field(default_factory=dict[str, Node])
    besides: dict[int, Node] = field(default_factory=dict[int, Node])
    stands_for: dict[str, str] = field(default_factory=dict[str, str])
    parts: list[Report] = field(default_factory=list[Report])
    links: dict[str, list[Written]] = field(default_factory=dict[str, list[Written]])
    starts: dict[str, Node] = field(default_factory=dict[str, Node])
    in_paths: dict[str, list[tuple[str, Target]]] = field(
        default_factory=dict[str, list[tuple[str, Target]]]
    )

    def id(self, node: Node) -> str:
        """The id of a node: its file and JSON pointer."""
        return id_of(self.document, node)

    def origin(self, node: Node, span: Span | None = None) -> Origin:
        """Where a part is written; `span` is the place of its key, where it has one."""
        id_ = self.id(node)
        return Origin(id_, span or node.span, source_of(self.sources, id_))

    def fault(self, code: str, node: Node, what: str, hint: str, span: Span | None = None) -> None:
        """Report an error: a sentence that starts with the id of `node` and goes on with `what`."""
        self.report.error(code, f"`{self.id(node)}` {what}", span or node.span, hint)

    def doubt(self, code: str, node: Node, what: str, hint: str, span: Span | None = None) -> None:
        """Report a warning in the same way."""
        self.report.warn(code, f"`{self.id(node)}` {what}", span or node.span, hint)


def text(node: Node, key: str) -> str | None:
    """The text under `key`, where there is one."""
    # Asked more often than anything else: without a call in between.
    said = node.value
    child = said.get(key) if isinstance(said, dict) else None
    return child.value if child is not None and isinstance(child.value, str) else None


def flag(node: Node, key: str) -> bool:
    """Whether `key` says true."""
    child = node.get(key)
    return child is not None and child.value is True


def texts(node: Node | None) -> tuple[str, ...]:
    """The texts of a list."""
    elements = () if node is None else node.elements()
    return tuple(element.value for element in elements if isinstance(element.value, str))


def fields(node: Node | None) -> tuple[tuple[str, Node], ...]:
    """The entries of a mapping whose keys are not extensions."""
    entries = () if node is None else node.items()
    return tuple((key, child) for key, child in entries if not key.startswith("x-"))
