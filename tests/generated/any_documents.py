"""Hypothesis strategies for OpenAPI documents: small, with the names, references and shapes that trip generators up."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

NAMES = (
    *(
        "a",
        "A",
        "a_",
        "_a",
        "aA",
        "a_a",
        "a-a",
        "a.a",
        "1",
        "1a",
        "",
        " ",
        "é",
        "ﬁ",
        "ª",
        "К",
        "🚀",
    ),
    *(
        "class",
        "None",
        "match",
        "self",
        "cls",
        "async",
        "print",
        "list",
        "List",
        "dict",
        "str",
        "int",
    ),
    *(
        "date",
        "datetime",
        "Decimal",
        "UUID",
        "Any",
        "Literal",
        "Field",
        "Model",
        "CamelModel",
        "Unset",
    ),
    *("model_config", "model_dump", "json", "copy", "schema", "__init__", "__class__", "__proto__"),
    *(
        "Item",
        "Items",
        "item",
        "ItemOther",
        "Unknown",
        "type",
        "value",
        "options",
        "client",
        "models",
    ),
    *(
        '"',
        "'''",
        '"""',
        "\\",
        "\n",
        "\r",
        "{x}",
        "{{ x }}",
        "$ref",
        "#",
        "a/b",
        "~1",
        "%s",
        "\u2028",
    ),
    *("x" * 300, "CON", "nul", "Größe", "données", "名前", "snake_case", "camelCase", "PascalCase"),
)
"""Names of properties, schemas, parameters and values."""

names = st.sampled_from(NAMES)
_COMPONENTS = st.lists(
    st.sampled_from([n for n in NAMES if n]), min_size=1, max_size=5, unique=True
)
_FORMATS = (None, "date", "date-time", "time", "uuid", "byte", "binary", "int64", "decimal", "odd")
_SCALARS = ("string", "integer", "number", "boolean")

Json = dict[str, Any]


def _pointer(name: str) -> str:
    escaped = name.replace("~", "~0").replace("/", "~1").replace("%", "%25").replace("#", "%23")
    return f"#/components/schemas/{escaped}"


def _scalar(draw: st.DrawFn) -> Json:
    schema: Json = {"type": draw(st.sampled_from(_SCALARS))}
    format_ = draw(st.sampled_from(_FORMATS))
    if format_ is not None:
        schema["format"] = format_
    if draw(st.booleans()):
        schema["description"] = draw(names)
    return schema


def _enum(draw: st.DrawFn) -> Json:
    values = draw(st.lists(names | st.integers(-2, 2), min_size=1, max_size=5, unique_by=str))
    return {"enum": values}


@st.composite
def schemas(draw: st.DrawFn, known: tuple[str, ...], depth: int = 3) -> Any:
    """A schema that may refer to the components called `known`."""
    inner = schemas(known, depth - 1)
    kinds = ["scalar", "enum", "ref", "any", "const", "several"]
    if depth:
        kinds += [
            "object",
            "object",
            "array",
            "map",
            "oneOf",
            "anyOf",
            "allOf",
            "nullable",
            "tuple",
        ]
    match draw(st.sampled_from(kinds)):
        case "enum":
            return _enum(draw)
        case "ref":
            return {"$ref": _pointer(draw(st.sampled_from(known)))}
        case "any":
            return draw(st.sampled_from([{}, True, {"type": "object"}, {"title": "A"}]))
        case "const":
            return {"const": draw(names | st.integers(0, 2) | st.booleans() | st.none())}
        case "several":
            kinds = draw(st.lists(st.sampled_from((*_SCALARS, "null")), min_size=2, unique=True))
            return {"type": kinds}
        case "object":
            return draw(_objects(inner))
        case "array":
            return {"type": "array", "items": draw(inner)}
        case "map":
            return {"type": "object", "additionalProperties": draw(inner)}
        case "nullable":
            return {"anyOf": [draw(inner), {"type": "null"}]}
        case "tuple":
            return {"type": "array", "prefixItems": draw(st.lists(inner, min_size=1, max_size=2))}
        case "oneOf" | "anyOf" | "allOf" as word:
            return {word: draw(st.lists(inner, min_size=1, max_size=3))}
        case _:
            return _scalar(draw)


@st.composite
def _objects(draw: st.DrawFn, inner: st.SearchStrategy[Any]) -> Json:
    properties = draw(st.dictionaries(names, inner, max_size=4))
    schema: Json = {"type": "object", "properties": properties}
    if properties and draw(st.booleans()):
        schema["required"] = draw(st.lists(st.sampled_from(sorted(properties)), unique=True))
    if draw(st.booleans()):
        schema["additionalProperties"] = draw(st.booleans() | inner)
    return schema


@st.composite
def _operations(draw: st.DrawFn, known: tuple[str, ...], path: str) -> Json:
    schema = schemas(known, 2)
    in_path = [part[1:-1] for part in path.split("/") if part.startswith("{")]
    parameters: list[Json] = [
        {"in": "path", "name": name, "required": True, "schema": {"type": "string"}}
        for name in in_path
    ]
    wires = draw(st.lists(names.filter(str.isprintable).filter(bool), max_size=3, unique=True))
    parameters += [{"in": "query", "name": wire, "schema": _scalar(draw)} for wire in wires]
    answer = {"description": draw(names), "content": {"application/json": {"schema": draw(schema)}}}
    operation: Json = {"parameters": parameters, "responses": {"200": answer}}
    if draw(st.booleans()):
        operation["operationId"] = draw(names.filter(bool))
    if draw(st.booleans()):
        operation["tags"] = [draw(names)]
    if draw(st.booleans()):
        operation["requestBody"] = {"content": {"application/json": {"schema": draw(schema)}}}
    return operation


@st.composite
def documents(draw: st.DrawFn) -> Json:
    """A document of OpenAPI 3.1."""
    known = tuple(draw(_COMPONENTS))
    paths = draw(st.lists(st.sampled_from(("/", "/a", "/a/{a}", "/class/{self}/b")), unique=True))
    methods = st.lists(st.sampled_from(("get", "post", "delete")), min_size=1, unique=True)
    items = {p: {m: draw(_operations(known, p)) for m in draw(methods)} for p in paths}
    ids: set[str] = set()
    for operation in (one for item in items.values() for one in item.values()):
        # Ids must be unique; an operation that draws one again goes without.
        if operation.get("operationId") in ids:
            del operation["operationId"]
        ids.add(operation.get("operationId", ""))
    return {
        "openapi": "3.1.0",
        "info": {"title": draw(names.filter(bool)), "version": "1"},
        "servers": [{"url": "https://a.example"}],
        "paths": items,
        "components": {"schemas": {name: draw(schemas(known)) for name in known}},
    }
