"""What rules look at: the document as it is written, and the API with the Python that is planned for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec import Struct

from ..ir.coverage import Statement, coverage
from ..ir.model import Alias, Api, Definition, Object, Operation, Parameter
from ..ir.types import Nullable, Ref, Type
from ..python.annotations import Scope, argument, result
from ..python.names import Names, ResourceName
from ..spec.document import Document, follow, id_of, objects
from ..spec.walk import is_reference
from ..text.diagnostic import Report
from ..text.node import Node


class Written(Struct, frozen=True, dict=True):
    """A document as its author wrote it, of any version, each part with its kind (`spec/objects.py`)."""

    document: Document

    @property
    def is_3_0(self) -> bool:
        """Whether `nullable` means something in its schemas."""
        return self.document.version.startswith("3.0")

    def of(self, kind: str) -> tuple[Node, ...]:
        """The parts of a kind, in the order of the files; maps (`{schema}`) and lists (`[tag]`) have kinds too."""
        return tuple(self._by_kind.get(kind, ()))

    def having(self, kind: str, key: str) -> tuple[tuple[Node, Node], ...]:
        """The parts of a kind in which `key` is written, and what stands under it; references are left out."""
        return tuple(self._by_key(kind).get(key, ()))

    def id(self, node: Node) -> str:
        """What messages call a part: `#/components/schemas/Refund`."""
        return id_of(self.document, node)

    @cached_property
    def referenced(self) -> frozenset[str]:
        """The ids of all parts that something refers to: a reference, a discriminator's mapping."""
        found: set[str] = set()
        for node, kind in objects(self.document):
            if kind == "discriminator":
                mapping = node.get("mapping")
                named = [value for _, value in mapping.items()] if mapping else []
            else:
                ref = node.get("$ref") if is_reference(node, kind) else None
                named = [] if ref is None else [ref]
            found.update(id_ for one in named for id_ in self._named(one))
        return frozenset(found)

    def _named(self, ref: Node) -> Iterator[str]:
        text = str(ref.value)
        if "/" not in text and "#" not in text:
            yield f"#/components/schemas/{text}"
        if (
            text.startswith("#/")
            and "%" not in text
            and ref.span.file == self.document.root.span.file
        ):
            yield text
        else:
            target = follow(self.document, ref, Report())
            yield from () if target is None else (target.id,)

    def behind(self, node: Node, kind: str) -> Node | None:
        """The part itself, or what its reference leads to in the end; None where that is nowhere."""
        for _ in range(20):
            if not is_reference(node, kind):
                return node
            ref = node.get("$ref")
            target = follow(self.document, ref, Report()) if ref is not None else None
            if target is None:
                return None
            node = target.node
        return None

    @cached_property
    def _by_kind(self) -> Mapping[str, list[Node]]:
        found: dict[str, list[Node]] = {}
        for node, kind in objects(self.document):
            found.setdefault(kind, []).append(node)
        return found

    def _by_key(self, kind: str) -> Mapping[str, list[tuple[Node, Node]]]:
        known = self._keys.get(kind)
        if known is None:
            known = self._keys[kind] = {}
            for node in self._by_kind.get(kind, ()):
                if isinstance(node.value, dict) and not is_reference(node, kind):
                    for key, value in node.value.items():
                        known.setdefault(key, []).append((node, value))
        return known

    @cached_property
    def _keys(self) -> dict[str, dict[str, list[tuple[Node, Node]]]]:
        return {}


class Planned(Struct, frozen=True, dict=True):
    """An API as meant, and what its parts are called and annotated with in Python.

    `written` is the document behind it, `sources` how many lines the texts have that `x-source` speaks of, by name (None:
    not at hand), `stale` which of them have changed since they were last compared.
    """

    api: Api
    names: Names
    written: Written
    sources: Mapping[str, int] | None = None
    stale: frozenset[str] = frozenset()

    @cached_property
    def scope(self) -> Scope:
        """Where annotations are written for people: every name bare."""
        return Scope(self.api, self.names, None)

    def result(self, type_: Type) -> str:
        """How the annotation reads where callers get a value of this type."""
        return result(type_, self.scope).code

    def argument(self, type_: Type) -> str:
        """How the annotation reads where callers give one."""
        return argument(type_, self.scope).code

    def class_name(self, id_: str) -> str:
        """What a definition is called in Python."""
        return self.names.types[id_]

    def attribute(self, owner: Object, wire: str) -> str:
        """What a property is called in Python."""
        return self.names.fields[owner.id][wire]

    def declared(self, owner: Object, wire: str) -> str:
        """The line that declares a property: `amount: Decimal | None = None`."""
        field_ = next(one for one in owner.fields if one.wire == wire)
        annotation = self.result(field_.type)
        if field_.required:
            return f"{self.attribute(owner, wire)}: {annotation}"
        joint = "" if annotation.endswith("None") or annotation == "Any" else " | None"
        return f"{self.attribute(owner, wire)}: {annotation}{joint} = None"

    def call(self, operation: Operation) -> str:
        """How an operation is called: `client.refunds.list`."""
        return f"client.{self.resource(operation).module}.{self.names.methods[operation.id]}"

    def resource(self, operation: Operation) -> ResourceName:
        """The group that an operation is a method of."""
        return self._resources[operation.id]

    def argument_name(self, operation: Operation, parameter: Parameter) -> str:
        """What a parameter is called as an argument of its method."""
        return self.names.arguments[operation.id][f"{parameter.location}/{parameter.wire}"]

    def objects(self) -> Iterator[Object]:
        """The definitions that become classes, those of shapes for sending left out."""
        for id_, definition in self.api.definitions.items():
            if isinstance(definition, Object) and "?" not in id_:
                yield definition

    def definition(self, type_: Type) -> Definition | None:
        """What a type names, nullable or not, through aliases of names."""
        for _ in range(20):
            type_ = type_.type if isinstance(type_, Nullable) else type_
            found = self.api.definitions.get(type_.id) if isinstance(type_, Ref) else None
            if not isinstance(found, Alias) or not isinstance(found.type, Ref | Nullable):
                return found
            type_ = found.type
        return None

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """The statements of the API with their sources; none where the document names no sources at all."""
        found = coverage(self.api)
        return found if any(one.source is not None for one in found) else ()

    @cached_property
    def _resources(self) -> Mapping[str, ResourceName]:
        return {op.id: group for group in self.names.resources for op in group.operations}
