"""A document of any OpenAPI version in, the same as 3.1 out, positions kept; versions we cannot read are refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial

from msgspec.structs import replace

from ..text.diagnostic import Report
from ..text.garbage import without_collection
from ..text.node import Node, child_pointer, text_of
from .dialects import is_foreign, translated
from .resolve import Document, objects

_VERSION = re.compile(r"([0-9]+)\.([0-9]+)(?:\.[0-9]+)?(?:-[0-9A-Za-z.-]+)?")
_READABLE = "write `openapi: 3.1.0`; 3.0, 3.1 and 3.2 can be read"
_LONE_NULL = "x-sdkwright-null"
_ANNOTATIONS = frozenset(
    {"title", "description", "deprecated", "readOnly", "writeOnly", "externalDocs", "xml"}
)


@without_collection()
def upgrade(document: Document, report: Report) -> Document | None:
    """`document` with every schema of OpenAPI 3.0 rewritten as 3.1, and in one of 3.1 or 3.2 what lives on of 3.0.

    None for other versions.
    """
    version = version_of(document.root, report)
    if version is None:
        return None
    if version == (3, 0):
        return _with_schemas(document, partial(upgrade_schema, report=report))
    if document.resources.dynamic:
        document = _with_schemas(document, _plain_reference)
    if any(kind == "schema" and node.get("nullable") for node, kind in objects(document)):
        document = _with_schemas(document, _plain_null)
    if any(kind == "schema" and is_foreign(node) for node, kind in objects(document)):
        document = _with_schemas(document, partial(translated, report=report))
    return document


def _with_schemas(document: Document, change: Callable[[Node], Node]) -> Document:
    schemas = {id(node) for node, kind in objects(document) if kind == "schema"}
    done: dict[int, Node] = {}
    files = {path: _rebuild(tree, schemas, done, change) for path, tree in document.files.items()}
    return document.of(files[document.entry], files)


def _plain_null(schema: Node) -> Node:
    """`nullable` of OpenAPI 3.0, which authors take along to 3.1: it is told to be unknown there, and meant all the same."""
    said = schema.get("nullable")
    if said is None or not isinstance(schema.value, dict):
        return schema
    return replace(schema, value={**_nullable(schema, schema.value), "nullable": said})


def _plain_reference(schema: Node) -> Node:
    """`$dynamicRef` read as `$ref`: without schemas that extend one another at run time both name the same schema."""
    dynamic = schema.get("$dynamicRef")
    if dynamic is None or not isinstance(schema.value, dict) or "$ref" in schema.value:
        return schema
    fields = {"$ref" if key == "$dynamicRef" else key: node for key, node in schema.items()}
    return replace(schema, value=fields)


def version_of(root: Node, report: Report) -> tuple[int, int] | None:
    """The major and minor version that a document declares; None, with an error, where we cannot read it."""
    if not isinstance(root.value, dict):
        message = (
            f"the document (line {root.span.line}) is of type {root.kind()}, "
            "not an object with `openapi`, `info` and `paths`"
        )
        report.error("document-not-object", message, root.span, _READABLE)
        return None
    declared = root.get("openapi")
    if declared is None:
        _tell_none(root, report)
        return None
    text = text_of(declared)
    found = _VERSION.fullmatch(text) if text is not None else None
    if found is None:
        message = f"`#/openapi` is no version: {declared.kind() if text is None else f'`{text}`'}"
        report.error("openapi-version-unreadable", message, declared.span, _READABLE)
        return None
    major, minor = int(found[1][:9]), int(found[2][:9])
    if major != 3 or minor > 2:
        message = f"OpenAPI {text} cannot be read"
        report.error("unsupported-openapi-version", message, declared.span, _READABLE)
        return None
    if not isinstance(declared.value, str):
        hint = f'write `openapi: "{major}.{minor}.0"`'
        report.warn(
            "text-unquoted", f"`openapi` is written as a number: `{text}`", declared.span, hint
        )
    return major, minor


def _tell_none(root: Node, report: Report) -> None:
    swagger = root.get("swagger")
    if swagger is not None:
        message = f"Swagger {text_of(swagger) or ''} cannot be read".replace("  ", " ")
        hint = "convert it to OpenAPI 3, for example with swagger2openapi"
        report.error("unsupported-openapi-version", message, root.at_key("swagger"), hint)
        return
    start = replace(root.span, end_line=root.span.line, end_col=root.span.col + 1)
    message = "the document declares no OpenAPI version: `#/openapi` is missing"
    report.error(
        "openapi-version-missing", message, start, "write `openapi: 3.1.0` as its first line"
    )


# Where there may be schemas below.
_NESTED = (dict, list)


def _rebuild(
    node: Node, schemas: set[int], done: dict[int, Node], change: Callable[[Node], Node]
) -> Node:
    """`node` with the schemas in and below it rewritten; nodes in which nothing changes stay the same objects."""
    known = done.get(id(node))
    if known is not None:
        return known
    new = node
    value = node.value
    if isinstance(value, dict):
        changed: dict[str, Node] = {}
        for key, child in value.items():
            if child.value.__class__ in _NESTED:
                below = _rebuild(child, schemas, done, change)
                if below is not child:
                    changed[key] = below
        if changed:
            new = replace(node, value=value | changed)
        if id(node) in schemas:
            new = change(new)
    elif isinstance(value, list):
        elements = [
            _rebuild(child, schemas, done, change) if child.value.__class__ in _NESTED else child
            for child in value
        ]
        if any(one is not other for one, other in zip(elements, value, strict=True)):
            new = replace(node, value=elements)
    done[id(node)] = new
    return new


def upgrade_schema(schema: Node, report: Report) -> Node:
    """One schema object of 3.0 as 3.1 has it, without what lies below.

    `format: binary` and `format: byte` stay: what they mean is decided where bodies are lowered, for 3.1 as well.
    """
    schema = translated(schema, report)
    if not isinstance(schema.value, dict) or _OLDER.isdisjoint(schema.value):
        return schema
    fields = _alone(schema, schema.value, report)
    fields = _nullable(schema, _limits(fields))
    fields = _examples(schema, fields)
    return schema if fields is schema.value else replace(schema, value=dict(fields))


# Where none of these stands, a schema says the same in 3.1.
_OLDER = frozenset({"$ref", "allOf", "nullable", "example", "exclusiveMinimum", "exclusiveMaximum"})

_Fields = Mapping[str, Node]


def _alone(schema: Node, fields: _Fields, report: Report) -> _Fields:
    # 3.0 ignores what stands beside `$ref`; 3.1 would apply it.
    ref = fields.get("$ref")
    if ref is None or len(fields) == 1:
        return fields
    for key in fields:
        if key != "$ref" and key not in _ANNOTATIONS and not key.startswith("x-"):
            message = f"`{key}` beside `$ref` has no effect in OpenAPI 3.0"
            report.warn(
                "ref-sibling-ignored", message, schema.at_key(key), "put the reference into `allOf`"
            )
    return {"$ref": ref}


def _limits(fields: _Fields) -> _Fields:
    for limit, exclusive in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
        flag = fields.get(exclusive)
        if flag is None or not isinstance(flag.value, bool):
            continue
        bound = fields.get(limit)
        new = {key: node for key, node in fields.items() if key not in (limit, exclusive)}
        if bound is not None:
            new[exclusive if flag.value else limit] = bound
        fields = new
    return fields


def _examples(schema: Node, fields: _Fields) -> _Fields:
    example = fields.get("example")
    if example is None or "examples" in fields:
        return fields
    examples = Node([example], example.span, child_pointer(schema.pointer, "examples"))
    return {
        key if key != "example" else "examples": node if key != "example" else examples
        for key, node in fields.items()
    }


def _nullable(schema: Node, fields: _Fields) -> _Fields:
    nullable = fields.get("nullable") or _null_in_all_of(fields)
    if nullable is None or not isinstance(nullable.value, bool):
        return fields
    fields = {key: node for key, node in fields.items() if key != "nullable"}
    if not nullable.value:
        return fields
    if all(_is_annotation(key) for key in fields):
        # `allOf: [{$ref: …}, {nullable: true}]` is meant for the schema around it.
        return {**fields, _LONE_NULL: nullable}
    null = Node(None, nullable.span, f"{schema.pointer}/enum", raw="null")
    enum = fields.get("enum")
    if (
        enum is not None
        and isinstance(enum.value, list)
        and all(one.value is not None for one in enum.value)
    ):
        fields["enum"] = replace(enum, value=[*enum.value, null])
    type_ = fields.get("type")
    if type_ is not None:
        fields["type"] = _or_null(type_, nullable)
        return fields
    return _nullable_composition(schema, fields, nullable)


def _null_in_all_of(fields: _Fields) -> Node | None:
    all_of = fields.get("allOf")
    branches = () if all_of is None else all_of.elements()
    return next((said for one in branches if (said := one.get(_LONE_NULL)) is not None), None)


def _or_null(type_: Node, nullable: Node) -> Node:
    if not isinstance(type_.value, str):
        return type_
    null = Node("null", nullable.span, f"{type_.pointer}/1")
    return replace(type_, value=[replace(type_, pointer=f"{type_.pointer}/0"), null])


def _nullable_composition(schema: Node, fields: dict[str, Node], nullable: Node) -> _Fields:
    """Authors write `nullable` beside `allOf`, `oneOf` or `anyOf` and mean it, though 3.0 gives it no effect there."""
    null_type = Node("null", nullable.span, f"{schema.pointer}/nullable/type")
    null = Node({"type": null_type}, nullable.span, f"{schema.pointer}/nullable")
    for key in ("anyOf", "oneOf"):
        union = fields.get(key)
        if union is not None and isinstance(union.value, list) and "allOf" not in fields:
            fields[key] = replace(union, value=[*union.value, null])
            return fields
    if not ("allOf" in fields or "$ref" in fields) or "anyOf" in fields:
        return fields
    outside = {key: node for key, node in fields.items() if _is_annotation(key)}
    inside = {key: node for key, node in fields.items() if not _is_annotation(key)}
    inner = replace(schema, value=inside, pointer=f"{schema.pointer}/anyOf/0")
    outside["anyOf"] = Node([inner, null], schema.span, f"{schema.pointer}/anyOf")
    return outside


def _is_annotation(key: str) -> bool:
    return key in _ANNOTATIONS or key in ("default", "example", "examples") or key.startswith("x-")
