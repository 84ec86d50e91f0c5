"""OpenAPI documents, small and nasty, as hypothesis draws them: odd names, deep unions, references in every place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from hypothesis import strategies as st

Json: TypeAlias = Any
Draw: TypeAlias = st.DrawFn

_COMPONENTS = (
    "Order",
    "order",
    "ORDER",
    "Order_",
    "order-item",
    "order.item",
    "order_item",
    "OrderItem",
    "class",
    "None",
    "self",
    "list",
    "dict",
    "str",
    "date",
    "Model",
    "Unset",
    "Client",
    "Options",
    "Type",
    "Literal",
    "Any",
    "_x",
    "__init__",
    "1",
    "100",
    "a",
    "A",
    "a_",
    "A-B",
    "A.B",
    "a-b",
    "Thing",
    "things",
    "Response",
    "Error",
    "Id",
)
_PROPERTIES = (
    *["id", "Id", "ID", "i_d", "class", "None", "self", "cls", "list", "str", "int", "date", "type", "json", "copy", "model_config", "model_fields", "schema", "__init__", "__class__"],
    *["a", "A", "a_", "a-b", "a_b", "aB", "a.b", "a/b", "a~b", "_a", "__a", "1", "1a", "$ref", "$id", "@type", "x-y", "amount", "Amount", "createdAt", "created_at"],
    " ", "a b", "é", "e\u0301", "ﬁ", "fi", "ａ", "ſ", "ß", "ss", "名前", "имя", "имЯ", "اسم", "𝒶", "🙂", "'", '"""', "{x}", "#",
)  # fmt: skip
_TEXTS = (
    *["EUR", "eur", "Eur", "a", "A", "null", "true", "None", "1", "1.0", "0"],
    "", " ", "a b", "ﬁ", "名前", "🙂", '"', "\\", "\n", "{x}", "é",
)  # fmt: skip
_FORMATS = (
    "uuid",
    "date",
    "date-time",
    "byte",
    "password",
    "email",
    "uri",
    "time",
    "duration",
    "ipv4",
    "decimal",
    "odd",
)
_VALUES: Mapping[str, tuple[str, ...]] = {
    "uuid": ("123e4567-e89b-12d3-a456-426614174000",),
    "date": ("2024-02-29",),
    "date-time": ("2024-02-29T12:30:00Z", "2024-02-29T12:30:00.120+01:00"),
    "byte": ("aGVsbG8=", ""),
    "time": ("12:30:00Z",),
    "duration": ("P1DT2H",),
    "ipv4": ("127.0.0.1",),
    "email": ("a@example.com",),
    "uri": ("https://example.com/a",),
    "decimal": ("1.50",),
}
_NUMBERS = (0, 1, -1, 1.5, 0.1, -720.25, 12345678901234567890, 1e21)
_STYLES = {
    "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
    "path": ("simple", "label", "matrix"),
    "header": ("simple",),
    "cookie": ("form",),
}


class Maker:
    """Draws the parts of one document; `names` are the components that references lead to."""

    def __init__(self, draw: Draw) -> None:
        self.draw = draw
        self.version = draw(st.sampled_from(("3.0.3", "3.1.0", "3.2.0")))
        self.old = self.version.startswith("3.0")
        self.names = draw(
            st.lists(st.sampled_from(_COMPONENTS), min_size=1, max_size=6, unique=True)
        )

    def one_of(self, *values: Any) -> Any:
        """One of some values."""
        return self.draw(st.sampled_from(values))

    def chance(self, parts: int = 2) -> bool:
        """True once in `parts` times."""
        return self.draw(st.integers(0, parts - 1)) == parts - 1

    def some(self, values: tuple[str, ...], least: int = 0, most: int = 4) -> list[str]:
        """Some of the values, each once."""
        return self.draw(
            st.lists(st.sampled_from(values), min_size=least, max_size=most, unique=True)
        )

    # --- Schemas

    def schema(self, depth: int, below: int | None = None) -> Json:
        """A schema. `below`: references lead only to components before that one, which keeps cycles sound."""
        kinds = ["text", "number", "enum", "boolean", "reference", "any"]
        if depth > 0:
            kinds += ["object", "object", "array", "all", "one", "any_of", "map"]
        made = getattr(self, f"_{self.one_of(*kinds)}")(depth, below)
        if isinstance(made, dict) and "$ref" not in made:
            made = self._adorned(made)
        return made

    def _adorned(self, made: dict[str, Json]) -> Json:
        if self.chance(6):
            made = self._nullable(made)
        if self.chance(6):
            made["description"] = self.one_of(*_TEXTS)
        if self.chance(10):
            made["deprecated"] = True
        return made

    def _nullable(self, made: dict[str, Json]) -> dict[str, Json]:
        kind = made.get("type")
        if self.old:
            return (
                made | {"nullable": True} if isinstance(kind, str) and "enum" not in made else made
            )
        if isinstance(kind, str) and "enum" not in made and self.chance():
            return made | {"type": [kind, "null"]}
        return {self.one_of("oneOf", "anyOf"): [made, {"type": "null"}]}

    def _text(self, depth: int, below: int | None) -> Json:
        made: dict[str, Json] = {"type": "string"}
        if self.chance():
            made["format"] = self.one_of(*_FORMATS)
        return made

    def _number(self, depth: int, below: int | None) -> Json:
        made: dict[str, Json] = {"type": self.one_of("number", "integer")}
        if self.chance(3):
            made["format"] = self.one_of("int32", "int64", "double", "float", "odd")
        if self.chance(4):
            made["minimum"] = self.one_of(0, -1000)
        return made

    def _boolean(self, depth: int, below: int | None) -> Json:
        return {"type": "boolean"}

    def _any(self, depth: int, below: int | None) -> Json:
        return {} if self.old else self.one_of({}, True)

    def _enum(self, depth: int, below: int | None) -> Json:
        kind = self.one_of("string", "integer", "mixed", "const")
        if kind == "string":
            return {"type": "string", "enum": self.some(_TEXTS, 1, 6)}
        if kind == "integer":
            return {
                "type": "integer",
                "enum": self.draw(
                    st.lists(st.integers(-3, 9), min_size=1, max_size=4, unique=True)
                ),
            }
        if kind == "const" and not self.old:
            return {"const": self.one_of("a", 1, True, "", "EUR")}
        return {"enum": self.one_of(["a", 1, True], [1, "1"], ["a", 1.5], [False, "false"])}

    def _reference(self, depth: int, below: int | None) -> Json:
        known = self.names if below is None else self.names[:below]
        if not known:
            return {"type": "string"}
        made: dict[str, Json] = {"$ref": f"#/components/schemas/{self.one_of(*known)}"}
        if not self.old and self.chance(5):
            made["description"] = self.one_of(*_TEXTS)
        return made

    def object(self, depth: int, below: int | None = None) -> dict[str, Json]:
        """A schema of an object."""
        names = self.some(_PROPERTIES)
        made: dict[str, Json] = {
            "type": "object",
            "properties": {name: self.schema(depth - 1) for name in names},
        }
        required = [name for name in names if self.chance()]
        if required:
            made["required"] = required
        for name in names:
            part = made["properties"][name]
            if isinstance(part, dict) and "$ref" not in part and self.chance(12):
                part[self.one_of("readOnly", "writeOnly")] = True
        if self.chance(5):
            made["additionalProperties"] = self.one_of(
                False, True, {"type": "string"}, {"type": "number"}
            )
        return made

    _object = object

    def _array(self, depth: int, below: int | None) -> Json:
        return {"type": "array", "items": self.schema(depth - 1)}

    def _map(self, depth: int, below: int | None) -> Json:
        return {"type": "object", "additionalProperties": self.schema(depth - 1)}

    def _all(self, depth: int, below: int | None) -> Json:
        limit = 0 if below is None else below
        members: list[Json] = [self.object(depth - 1)]
        if self.names[:limit]:
            members.insert(0, {"$ref": f"#/components/schemas/{self.one_of(*self.names[:limit])}"})
        elif self.chance():
            members.append(self.object(depth - 1))
        return {"allOf": members}

    def _union(self, key: str, depth: int, below: int | None) -> Json:
        limit = 0 if below is None else below
        count = self.draw(st.integers(2, 3))
        return {key: [self.schema(depth - 1, limit) for _ in range(count)]}

    def _one(self, depth: int, below: int | None) -> Json:
        return self._union("oneOf", depth, below)

    def _any_of(self, depth: int, below: int | None) -> Json:
        return self._union("anyOf", depth, below)

    # --- Values

    def value(self, schema: Json, schemas: Mapping[str, Json], depth: int = 4) -> Json:
        """A value that may fit a schema; an independent validator says whether it does."""
        if not isinstance(schema, dict) or depth < 0:
            return self.one_of(*_NUMBERS, "a", None, True, [], {})
        if "$ref" in schema:
            return self.value(schemas[schema["$ref"].rpartition("/")[2]], schemas, depth - 1)
        if "const" in schema or "enum" in schema:
            return schema["const"] if "const" in schema else self.one_of(*schema["enum"])
        if "allOf" in schema:
            parts = [self.value(one, schemas, depth - 1) for one in schema["allOf"]]
            return {k: v for part in parts if isinstance(part, dict) for k, v in part.items()}
        for key in ("oneOf", "anyOf"):
            if key in schema:
                return self.value(self.one_of(*schema[key]), schemas, depth - 1)
        kind = schema.get("type")
        if isinstance(kind, list):
            kind = self.one_of(*kind)
        if schema.get("nullable") and self.chance(4):
            return None
        return self._of_kind(kind, schema, schemas, depth)

    def _of_kind(self, kind: Json, schema: Json, schemas: Mapping[str, Json], depth: int) -> Json:
        match kind:
            case "string":
                return self.one_of(*_VALUES.get(schema.get("format"), _TEXTS))
            case "integer":
                return self.one_of(0, 1, -1, 42)
            case "number":
                return self.one_of(*_NUMBERS)
            case "boolean":
                return self.one_of(True, False)
            case "null":
                return None
            case "array":
                count = self.draw(st.integers(0, 2))
                return [self.value(schema["items"], schemas, depth - 1) for _ in range(count)]
            case "object":
                return self._members(schema, schemas, depth)
            case _:
                return self.one_of("a", 1, None, {"a": [1.50]}, [])

    def _members(self, schema: Json, schemas: Mapping[str, Json], depth: int) -> Json:
        required = schema.get("required", ())
        made = {
            name: self.value(part, schemas, depth - 1)
            for name, part in schema.get("properties", {}).items()
            if name in required or (depth > 0 and self.chance())
        }
        more = schema.get("additionalProperties", True)
        if more is not False and self.chance(3):
            made.setdefault(self.one_of("extra", "x y", "名"), self.value(more, schemas, depth - 1))
        return made

    # --- Operations

    def operation(self, number: int, path_names: list[str]) -> Json:
        """An operation with the path parameters of its path."""
        parameters = [self._parameter("path", name) for name in path_names]
        seen = set()
        for _ in range(self.draw(st.integers(0, 3))):
            place = self.one_of("query", "header", "cookie")
            name = self.one_of(
                *(_PROPERTIES if place == "query" else ("X-Id", "id", "class", "self"))
            )
            if (place, name.lower()) not in seen:
                seen.add((place, name.lower()))
                parameters.append(self._parameter(place, name))
        made: dict[str, Json] = {"responses": self._responses()}
        if parameters:
            made["parameters"] = parameters
        if self.chance(3) is False:
            made["operationId"] = self.one_of(
                "get", "list", "class", "order.get", "名前", "getOrder", "get-order"
            ) + str(number)
        if self.chance(3) is False:
            made["tags"] = [
                self.one_of(
                    "orders",
                    "Orders",
                    "class",
                    "models",
                    "client",
                    "名前",
                    "a b",
                    "_runtime",
                    "list",
                )
            ]
        if self.chance(4):
            made["security"] = [self.one_of({}, {"key": []}, {"key": [], "bearer": []})]
        return made

    def _parameter(self, place: str, name: str) -> Json:
        schema: Json = self.one_of(
            {"type": "string"}, {"type": "integer"}, {"type": "array", "items": {"type": "string"}}
        )
        if place == "query" and self.chance(3):
            schema = {
                "type": "object",
                "properties": {"a": {"type": "string"}, "b": {"type": "integer"}},
            }
        style = self.one_of(*_STYLES[place])
        if schema["type"] != "object" and style == "deepObject":
            style = "form"
        if schema["type"] != "array" and style in ("spaceDelimited", "pipeDelimited"):
            style = "form"
        made = {"name": name, "in": place, "schema": schema}
        if self.chance():
            made |= {
                "style": style,
                "explode": style == "deepObject"
                or (self.chance() and style not in ("spaceDelimited", "pipeDelimited")),
            }
        elif place == "query" and schema["type"] == "string" and self.chance(4):
            made.pop("schema")
            made["content"] = {"application/json": {"schema": self.schema(1)}}
        if place == "path":
            made["required"] = True
        return made

    def _responses(self) -> Json:
        made: dict[str, Json] = {}
        for status in self.some(("200", "201", "204", "404", "4XX", "default"), 1, 3):
            answer: dict[str, Json] = {"description": self.one_of(*_TEXTS)}
            if status != "204" and not self.chance(4):
                answer["content"] = {
                    self.one_of("application/json", "application/problem+json", "*/*"): {
                        "schema": self.schema(2)
                    }
                }
            made[status] = answer
        return made

    def body(self) -> Json:
        """A request body."""
        media = self.one_of(
            "application/json", "application/json", "application/x-www-form-urlencoded",
            "multipart/form-data", "text/plain", "application/octet-stream",
        )  # fmt: skip
        if media in ("text/plain", "application/octet-stream"):
            schema: Json = {"type": "string"}
        else:
            schema = self.object(2) if media != "application/json" else self.schema(2)
        return {"required": self.chance(), "content": {media: {"schema": schema}}}


@st.composite
def documents(draw: Draw) -> dict[str, Json]:
    """A whole document, with examples below its components."""
    maker = Maker(draw)
    schemas: dict[str, Json] = {}
    for number, name in enumerate(maker.names):
        schemas[name] = maker.object(3) if maker.chance() else maker.schema(3, number)
    for name in maker.names:
        if isinstance(schemas[name], dict) and "$ref" not in schemas[name]:
            given = maker.value(schemas[name], schemas)
            schemas[name] |= {"example": given} if maker.old else {"examples": [given]}
    paths: dict[str, Json] = {}
    number = 0
    for path in maker.some(
        ("/orders", "/orders/{id}", "/Orders/{class}/{名}", "/a-b", "/a_b", "/{self}"), 0, 3
    ):
        names = [part.strip("{}") for part in path.split("/") if part.startswith("{")]
        paths[path] = {}
        for method in maker.some(("get", "post", "put", "delete", "patch"), 1, 2):
            number += 1
            paths[path][method] = maker.operation(number, names)
            if method in ("post", "put", "patch") and maker.chance():
                paths[path][method]["requestBody"] = maker.body()
    return {
        "openapi": maker.version,
        "info": {"title": maker.one_of("Shop", "class", "名前", "a b"), "version": "1"},
        "servers": [{"url": "https://api.example.com"}],
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": {
                "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
                "bearer": {"type": "http", "scheme": "bearer"},
            },
        },
    }
