"""A document of OpenAPI 3.1 in, every object that has not the form the specification gives it as a diagnostic."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from ..text.diagnostic import Report
from ..text.garbage import without_collection
from ..text.node import Node, text_of, unescape
from .objects import JSON_TYPES, OBJECTS, ObjectType
from .regex import is_regex
from .resolve import Document, objects
from .scalars import SCALAR_CHECKS, number_of, shown, tell_scalar
from .walk import choose, is_reference

_CONTENT = ("paths", "webhooks", "components")
_STATUS = re.compile(r"[1-5][0-9][0-9]|[1-5]XX|default")


@without_collection()
def check_shape(document: Document, report: Report) -> None:
    """Report every value of the wrong JSON type, every missing and every unknown field of `document`, in all its files.

    What stays unreported has the shape that `objects.OBJECTS` says; below examples, defaults and extensions all goes.
    """
    root = document.root
    if isinstance(root.value, dict) and root.value.keys().isdisjoint(_CONTENT):
        # OpenAPI 3.1.1, 4.8.1: one of them has to be there.
        message = "the document has none of `paths`, `webhooks` and `components`: there is nothing to call"
        report.error("field-missing", message, root.at_key("openapi"), "add `paths`")
    check_objects(objects(document), document.version, report)


def check_objects(found: Iterable[tuple[Node, str]], version: str, report: Report) -> None:
    """The same for some objects, given with their kinds, of a document that declares `version`."""
    # A document has the same few forms again and again: each is looked at once, unless there is something to say of it.
    sound: set[tuple[object, ...]] = set()
    for node, kind in found:
        form = _form(node, kind)
        if form is not None and form in sound:
            continue
        own = Report()
        _check(node, kind, own)
        if kind == "response" and not version.startswith("3.2"):
            _check_described(node, version, own)
        if version.startswith("3.0"):
            _check_age(node, kind, version, own)
        report.absorb(own)
        if form is not None and not own.found:
            sound.add(form)


def _form(node: Node, kind: str) -> tuple[object, ...] | None:
    """All that is looked at when an object is checked: what is sound in one is in all of the same form.

    None where the values in a list or map count, or the object is of another type altogether.
    """
    value = node.value
    if isinstance(value, list):
        inner = kind[1:-1]
        is_sound = inner not in SCALAR_CHECKS or all(map(SCALAR_CHECKS[inner][0], value))
        return (kind,) if kind[0] == "[" and is_sound else None
    if not isinstance(value, dict):
        return (kind, value) if isinstance(value, bool) and kind == "schema" else None
    if kind[0] == "{":
        return (kind,) if "$ref" not in value and kind[1:-1] not in SCALAR_CHECKS else None
    if kind[0] == "[":
        return None
    told = _TOLD[kind]
    form: list[object] = [kind]
    for key, child in value.items():
        said = child.value
        its = said.__class__
        if its is str:
            form += (key, its, said if key in told else None)
        elif its is dict:
            form += (key, its, not said)
        elif isinstance(said, list):
            form += (key, its, tuple(map(_listed, said)) if key in told else not said)
        else:
            form += (key, its, said)
    return tuple(form)


def _listed(node: Node) -> object:
    return node.value if isinstance(node.value, str) else node.value.__class__


# The fields whose texts are looked at, and not their types alone.
_TOLD: Mapping[str, frozenset[str]] = {
    kind: frozenset({*object_type.names, *(("type", "pattern") if kind == "schema" else ())})
    for kind, object_type in OBJECTS.items()
}


# What came with OpenAPI 3.1; it is read in older documents all the same.
_SINCE_3_1 = {
    "openapi": ("webhooks", "jsonSchemaDialect"),
    "info": ("summary",),
    "license": ("identifier",),
    "components": ("pathItems",),
}


def _check_age(node: Node, kind: str, version: str, report: Report) -> None:
    for key in _SINCE_3_1.get(kind, ()):
        if node.get(key) is not None:
            message = f"{OBJECTS[kind].title} has no field `{key}` in OpenAPI {version}"
            report.warn("unknown-field", message, node.at_key(key), "declare `openapi: 3.1.1`")
    if kind == "openapi" and node.get("paths") is None:
        message = f"`#/paths` is missing, which OpenAPI {version} requires"
        hint = "add `paths: {}`, or declare `openapi: 3.1.1`"
        report.warn("field-missing", message, node.at_key("openapi"), hint)


def _check_described(node: Node, version: str, report: Report) -> None:
    """A response without words is a response; up to 3.1 it has to have some."""
    is_bare = node.kind() == "object" and node.get("description") is None
    if is_bare and not is_reference(node, "response"):
        where = unescape(node.pointer.rpartition("/")[2])
        message = f"response `{where}` has no `description`, which OpenAPI {version} requires"
        report.warn("field-missing", message, node.span, "say when it comes, in a few words")


def _check(node: Node, kind: str, report: Report) -> None:
    if kind[0] == "[":
        # What older forms are has been told with the schema around them.
        is_told = any(node.pointer.endswith(f"/{key}") and _is_old(key, node) for key in _OLD_FORMS)
        if not is_told and _has_kind(node, "array", "a list", report):
            _check_scalars(node.elements(), kind[1:-1], report)
    elif kind[0] == "{":
        ref = node.get("$ref")
        if ref is not None and isinstance(ref.value, str) and kind[1:-1] in OBJECTS:
            _tell_misplaced(ref, f"map of {OBJECTS[kind[1:-1]].title}s", report)
        elif _has_kind(node, "object", "a mapping", report):
            _check_scalars((child for _, child in node.items()), kind[1:-1], report)
    elif kind == "schema" and isinstance(node.value, bool):
        return
    elif _has_kind(node, "object", OBJECTS[kind].title, report):
        _check_object(node, kind, report)


def _has_kind(node: Node, kind: str, wanted: str, report: Report) -> bool:
    if node.kind() == kind:
        return True
    if node.value is None and node.pointer:
        # A key that nothing was written behind, as it happens in YAML.
        message = (
            f"`#{node.pointer}` is null where {_article(wanted)} is expected; it counts as missing"
        )
        report.warn("field-null", message, node.span, "remove the field, or write its content")
        return False
    message = f"`#{node.pointer}` is {shown(node)}, not {_article(wanted)}"
    hints = {"array": "write a list: one `- ` an element", "object": "write `key: value` pairs"}
    report.error("wrong-type", message, node.span, hints[kind])
    return False


def _article(wanted: str) -> str:
    article = "" if wanted.startswith("a ") else "an " if wanted[0] in "aeiouO" else "a "
    return f"{article}{wanted}"


def _check_object(node: Node, kind: str, report: Report) -> None:
    object_type = OBJECTS[kind]
    refers = is_reference(node, kind)
    for key, child in node.items():
        if key == "$ref":
            if not refers:
                _tell_misplaced(child, object_type.title, report)
            continue
        its_kind = object_type.fields.get(key)
        if its_kind is None:
            _check_free_key(node, key, object_type, kind, report)
        elif key in _OLD_FORMS and kind == "schema" and _is_old(key, child):
            other = "places" if key == "examples" else "dialects of JSON Schema"
            message = f"`#{child.pointer}` is {shown(child)}, as in other {other}"
            report.warn("wrong-type", message, child.span, _OLD_FORMS[key])
        elif (check := SCALAR_CHECKS.get(choose(child, its_kind))) and not check[0](child):
            tell_scalar(child, choose(child, its_kind), report)
    if not refers:
        _check_required(node, kind, object_type, report)
    for key, names in object_type.names.items():
        _check_name(node.get(key), names, report)
    if kind == "schema":
        _check_schema(node, report)


# Flags of older dialects; `required` beside a property's type says nothing, the limits are taken as exclusive. A map of
# examples is what media types have.
_OLD_FORMS = {
    "required": "list the names of required properties in the schema around this one",
    "exclusiveMinimum": "write the limit itself under `exclusiveMinimum`",
    "exclusiveMaximum": "write the limit itself under `exclusiveMaximum`",
    "examples": "list the values alone, or put the map into the media type",
}


def _is_old(key: str, child: Node) -> bool:
    if key == "examples":
        return not isinstance(child.value, list)
    return key in _OLD_FORMS and isinstance(child.value, bool)


def _tell_misplaced(ref: Node, title: str, report: Report) -> None:
    message = f"`{text_of(ref)}` is referred to by a whole {title}, which OpenAPI does not allow"
    hint = "refer to its parts, or bundle the files into one document first"
    report.error("ref-misplaced", message, ref.span, hint)


def _check_free_key(
    node: Node, key: str, object_type: ObjectType, kind: str, report: Report
) -> None:
    if key.startswith("x-"):
        return
    if object_type.rest is not None:
        if kind == "paths" and not key.startswith("/"):
            message = f"the path `{key}` does not start with `/`"
            report.error("path-without-slash", message, node.at_key(key), f"write `/{key}`")
        if kind == "responses" and not _STATUS.fullmatch(key):
            message = f"`{key}` is no response status"
            hint = "write a status (`404`), a range (`4XX`) or `default`"
            if _STATUS.fullmatch(key.upper()):
                message += f": it is read as `{key.upper()}`"
                report.warn("response-status-unknown", message, node.at_key(key), hint)
            else:
                report.error("response-status-unknown", message, node.at_key(key), hint)
        return
    close = get_close_matches(key, list(object_type.fields), 1, 0.75)
    hint = f"did you mean `{close[0]}`?" if close else "remove it, or let its name start with `x-`"
    hint = _OLD_FIELDS.get((kind, key), hint)
    report.warn(
        "unknown-field", f"{object_type.title} has no field `{key}`", node.at_key(key), hint
    )


# Fields of OpenAPI 3.0 and Swagger 2.0 that live on in documents of 3.1, where they have no effect.
_OLD_FIELDS = {
    (
        "schema",
        "nullable",
    ): 'since 3.1 a value that may be null is written `type: [string, "null"]`',
    ("parameter", "type"): "put it into `schema`",
    ("parameter", "format"): "put it into `schema`",
    ("parameter", "enum"): "put it into `schema`",
    ("parameter", "default"): "put it into `schema`",
    ("header", "type"): "put it into `schema`",
    ("header", "format"): "put it into `schema`",
    ("response", "schema"): "put it into `content`, below the media type",
}


# What only people read: nothing follows from it that would be missing in the package.
_TELLING = frozenset({"info", "license", "external documentation"})


def _check_required(node: Node, kind: str, object_type: ObjectType, report: Report) -> None:
    tell = report.warn if kind in _TELLING else report.error
    for key in object_type.required:
        if node.get(key) is None:
            where = unescape(node.pointer.rpartition("/")[2])
            message = (
                f"{object_type.title} `{where}` has no `{key}`"
                if where
                else f"`#/{key}` is missing"
            )
            tell("field-missing", message, node.span, f"add `{key}`")


def _check_name(node: Node | None, names: tuple[str, ...], report: Report) -> None:
    text = text_of(node) if node is not None else None
    if node is None or text is None or text in names:
        return
    listed = ", ".join(f"`{name}`" for name in names)
    message = f"`#{node.pointer}` is `{text}`, not one of {listed}"
    report.error("value-unknown", message, node.span, _did_you_mean(text, names))


def _check_schema(node: Node, report: Report) -> None:
    fields = node.value
    if not isinstance(fields, dict):
        return
    type_ = fields.get("type")
    if type_ is not None:
        for one in (type_, *type_.elements()):
            _check_name(one, JSON_TYPES, report)
        for key, wanted in _DESCRIBING.items():
            if key in fields:
                _check_effect(node, key, wanted, type_, report)
    enum, pattern = fields.get("enum"), fields.get("pattern")
    if enum is not None and enum.value == []:
        message = f"`#{enum.pointer}` allows no value"
        # Where another schema says what the values are, the empty list is a slip of the tool that wrote it.
        elsewhere = not fields.keys().isdisjoint(_COMPOSING)
        tell = report.warn if elsewhere else report.error
        tell("enum-empty", message, enum.span, "list the values, or remove `enum`")
    if pattern is not None and isinstance(pattern.value, str) and not is_regex(pattern.value):
        message = f"`#{pattern.pointer}` is no regular expression"
        hint = "correct it; until then it is only told in the documentation"
        report.warn("pattern-malformed", message, pattern.span, hint)
    for low, high in _RANGES:
        if high in fields:
            _check_range(low, fields.get(low), high, fields[high], report)


# What describes the parts of a value, and the type that alone has such parts.
_DESCRIBING = {"properties": "object", "patternProperties": "object", "items": "array"}


def _check_effect(node: Node, key: str, wanted: str, type_: Node, report: Report) -> None:
    parts = node.get(key)
    if parts is None or not parts.value:
        return
    said = [type_.value, *(one.value for one in type_.elements())]
    if wanted not in said and any(isinstance(one, str) for one in said):
        message = f"`{key}` has no effect: `#{type_.pointer}` leaves no value that is an {wanted}"
        hint = f"add `{wanted}` to `type`, or remove `{key}`"
        report.warn("keyword-without-effect", message, node.at_key(key), hint)


_COMPOSING = ("$ref", "allOf", "anyOf", "oneOf", "const")


def _check_range(low: str, least: Node | None, high: str, most: Node, report: Report) -> None:
    if least is None:
        return
    bottom, top = number_of(least), number_of(most)
    if bottom is None or top is None or bottom <= top:
        return
    message = f"`{low}` {least.raw} is greater than `{high}` {most.raw}: no value fits"
    related = ((least.span, f"`{low}` is here"),)
    report.error("range-empty", message, most.span, "swap or correct them", related)


_RANGES = (
    ("minLength", "maxLength"),
    ("minItems", "maxItems"),
    ("minProperties", "maxProperties"),
    ("minContains", "maxContains"),
    ("minimum", "maximum"),
)


def _check_scalars(nodes: Iterable[Node], kind: str, report: Report) -> None:
    if kind in SCALAR_CHECKS:
        for node in nodes:
            if not SCALAR_CHECKS[kind][0](node):
                tell_scalar(node, kind, report)


def _did_you_mean(text: str, names: Iterable[str]) -> str:
    close = get_close_matches(text, list(names), 1)
    return f"did you mean `{close[0]}`?" if close else "use one of them"
