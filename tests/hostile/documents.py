"""Hostile documents: what is to be refused, each with the code of its diagnostic; and texts that would like to be code."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

HEAD = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\n"


def schema(text: str, more: str = "") -> str:
    """A document with the schema `A`."""
    return f"{HEAD}components:\n  schemas:\n    A: {text}\n{more}"


def _bomb(levels: int, width: int) -> str:
    lines = ["a0: &a0 [x]"]
    for n in range(1, levels):
        lines.append(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * width)}]")
    return HEAD + "x-bomb:\n  " + "\n  ".join(lines) + "\n"


def _merges(levels: int) -> str:
    lines = ["m0: &m0 {a: 1, b: 2}"]
    lines += [
        f"m{n}: &m{n} {{<<: [*m{n - 1}, *m{n - 1}], k{n}: *m{n - 1}}}" for n in range(1, levels)
    ]
    return HEAD + "x-merges:\n  " + "\n  ".join(lines) + "\n"


REFUSED: Mapping[str, tuple[str, str]] = {
    # --- Documents that want to fill the memory, the stack or the day
    "bomb of aliases": (_bomb(30, 9), "yaml-alias-limit"),
    "bomb of merges": (_merges(60), "yaml-alias-limit"),
    "brackets": (HEAD + "x-a: " + "[" * 20_000 + "]" * 20_000, "yaml-too-deep"),
    "braces": (HEAD + "x-a: " + "{a: " * 5_000 + "1" + "}" * 5_000, "yaml-too-deep"),
    "dashes": (HEAD + "x-a:\n" + "- " * 5_000 + "1\n", "yaml-too-deep"),
    "schemas in schemas": (schema("{items: " * 2_000 + "{}" + "}" * 2_000), "yaml-too-deep"),
    "json": ('{"openapi": "3.1.0", "x": ' + "[" * 50_000, "yaml-too-deep"),
    "own alias": (HEAD + "x-a: &a [*a]\n", "yaml-recursive-alias"),
    "tag of Python": (HEAD + "x-a: !!python/object/apply:os.system [touch PWNED]\n", "yaml-tag"),
    # --- Numbers
    "exponent": (schema("{type: number, maximum: 1e999999999}"), "number-out-of-range"),
    "digits": (schema(f"{{type: integer, minimum: 1{'0' * 6000}}}"), "number-out-of-range"),
    "infinite limit": (schema("{type: number, maximum: .inf}"), "number-not-finite"),
    "no number": (schema("{type: number, multipleOf: .nan}"), "number-not-finite"),
    "length of half": (schema("{type: string, maxLength: 1.5}"), "wrong-type"),
    "negative length": (schema("{type: string, minLength: -1}"), "wrong-type"),
    # --- References
    "to nothing": (schema("{$ref: '#/'}"), "ref-missing"),
    "to a step that is no index": (
        schema(
            "{anyOf: [{}]}", "    B: {$ref: '#/components/schemas/A/anyOf/99999999999999999999'}\n"
        ),
        "ref-missing",
    ),
    "to a negative index": (
        schema("{anyOf: [{}]}", "    B: {$ref: '#/components/schemas/A/anyOf/-1'}\n"),
        "ref-missing",
    ),
    "with dots": (schema("{$ref: '#/components/schemas/B/../A'}"), "ref-missing"),
    "with bad escapes": (schema("{$ref: '#/components/schemas/%ZZ~2'}"), "ref-missing"),
    "as a list": (schema("{$ref: [a]}"), "ref-not-string"),
    "as null": (schema("{$ref: null}"), "ref-not-string"),
    "empty": (schema("{$ref: ''}"), "ref-wrong-kind"),
    "to the whole document": (schema("{$ref: '#'}"), "ref-wrong-kind"),
    "to an operation": (
        schema("{$ref: '#/paths/~1a/get'}").replace(
            "paths: {}", "paths: {/a: {get: {responses: {'200': {description: d}}}}}"
        ),
        "ref-wrong-kind",
    ),
    "to itself beside others": (
        schema("{$ref: '#/components/schemas/A', title: x, properties: {a: {}}}"),
        "ref-cycle",
    ),
    "of two around": (
        schema("{$ref: '#/components/schemas/B'}", "    B: {$ref: '#/components/schemas/A'}\n"),
        "ref-cycle",
    ),
    "to a device": (schema("{$ref: '/dev/zero'}"), "ref-outside"),
    "to a parent": (schema("{$ref: '../secret.yaml'}"), "ref-outside"),
    "to a parent, encoded": (schema("{$ref: '%2e%2e/secret.yaml'}"), "ref-outside"),
    "to a parent, encoded twice": (schema("{$ref: '%252e%252e/secret.yaml'}"), "ref-missing"),
    "to a parent, by a link": (schema("{$ref: 'link.yaml#/A'}"), "ref-outside"),
    "to a parent, by a linked folder": (schema("{$ref: 'up/secret.yaml#/A'}"), "ref-outside"),
    "to a link in circles": (schema("{$ref: 'circle.yaml#/A'}"), "ref-unreadable"),
    "to a pipe": (schema("{$ref: 'pipe.yaml#/A'}"), "ref-unreadable"),
    "to a folder": (schema("{$ref: 'folder.yaml#/A'}"), "ref-unreadable"),
    "to a long name": (schema(f"{{$ref: '{'a' * 5000}.yaml'}}"), "ref-missing"),
    "to a file URL": (schema("{$ref: 'file:///etc/hostname'}"), "ref-remote"),
    "to loopback": (schema("{$ref: 'http://127.0.0.1:9/a.yaml'}"), "ref-remote"),
    "to a number of an address": (schema("{$ref: 'https://2130706433/a.yaml'}"), "ref-remote"),
    "to the cloud's keys": (schema("{$ref: 'http://169.254.169.254/latest'}"), "ref-remote"),
    "to a name and a secret": (schema("{$ref: 'https://u:p@h.example/a'}"), "ref-remote"),
}
"""Documents and the code of a diagnostic that refuses each."""

PAYLOADS: Mapping[str, str] = {
    "quotes": '"""\nopen(\'PWNED\', \'w\')\n"""',
    "apostrophes": "'''\nopen('PWNED', 'w')\n'''",
    "backslash": 'a\\" + open("PWNED", "w") + "',
    "braces": "{open('PWNED', 'w')} {{open('PWNED', 'w')}} {%if x%}",
    "new line": "a\nopen('PWNED', 'w')\n",
    "carriage return": "a\ropen('PWNED', 'w')\r",
    "line separator": "a\u2028open('PWNED', 'w')\u2029\x85",
    "comment": "# type: ignore\n# fmt: off\n# -*- coding: rot13 -*-",
    "terminal": "\x1b[2J\x1b]0;PWNED\x07\x9b31m",
    "annotation": "\n::error file=x::PWNED\n::add-mask::x\r\n##[error]PWNED",
    "markup": "</script><script>PWNED</script><img src=x onerror=PWNED> [a](javascript:PWNED) `x` | y",
    "direction": "\u202egnp\u202c \u2066x\u2069 \ufeff",
    "format": "%s %(a)s $a ${a} {0} {a!r} \\N{DASH} \\x00",
    "surrogate": "\ud83d\ude00 \U0001f600 \ud7ff",
    "dedent": '\n"""\n    pass\nimport os\nos.system("touch PWNED")\nclass X:\n    """',
}
"""Texts that break out of something, somewhere."""


def positions(text: str) -> dict[str, Any]:
    """A sound document that has a text wherever a document takes any text at all."""
    free = {"description": text}
    # No parameter can have controls in its name.
    name = "".join(character for character in text if character.isprintable())
    string = {"type": "string", "title": text, **free}
    thing = {
        "type": "object",
        "title": text,
        "description": text,
        "x-anything": text,
        "externalDocs": {"url": "https://e.example/", "description": text},
        "properties": {
            "plain": {**string, "default": text, "examples": [text]},
            text: {**string, "deprecated": True},
            "choice": {"enum": [text, f"{text} 2", "b"], "x-enum-descriptions": [text, text, "b"]},
            "only": {"const": text},
            "odd": {"type": "string", "format": text},
            "open": {"type": "object", "additionalProperties": string},
        },
        "required": [text],
        "example": {text: text},
    }
    answer = {
        "description": text,
        "headers": {"X-Rate": {"description": text, "schema": string}},
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}},
    }
    operation = {
        "operationId": text,
        "tags": [text],
        "summary": text,
        "description": text,
        "parameters": [
            {"in": "query", "name": name, "description": text, "schema": string},
            {"in": "header", "name": "X-Plain", "description": text, "schema": {"enum": [text]}},
            {"in": "path", "name": "id", "required": True, "schema": {**string, "example": text}},
        ],
        "requestBody": {
            "description": text,
            "content": {"application/x-www-form-urlencoded": {"schema": thing}},
        },
        "responses": {"200": answer, "default": {"description": text}},
        "x-sdk-note": text,
    }
    return {
        "openapi": "3.1.0",
        "info": {
            "title": text,
            "version": text,
            "summary": text,
            "description": text,
            "contact": {"name": text},
            "license": {"name": text},
        },
        "servers": [
            {
                "url": "https://{region}.e.example",
                "description": text,
                "variables": {"region": {"default": "a", "description": text, "enum": ["a", "b"]}},
            }
        ],
        "tags": [{"name": text, "description": text}],
        "paths": {"/things/{id}": {"summary": text, "description": text, "put": operation}},
        "components": {
            "schemas": {"Thing": thing},
            "securitySchemes": {
                "key": {"type": "apiKey", "in": "header", "name": "X-Key", "description": text}
            },
        },
        "security": [{"key": []}],
    }


def document(payload: str) -> str:
    """The document of a payload, as JSON."""
    return json.dumps(positions(PAYLOADS[payload]))


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_TAKEN = _names(
    "Model Unset UNSET Client Options Response Unknown APIError Field Literal Any Decimal list dict str int type object "
    "print property super classmethod BaseModel Mapping Sequence TypeAlias annotations Thing AsyncThing models errors"
)
_DEVICES = _names(
    "model_config model_fields model_dump __class__ __init__ __dict__ __slots__ __pydantic_extra__ _runtime self cls "
    "copy json dict construct schema validate fields None True class import async await match type date Decimal"
)


def names_of_ours() -> str:
    """A document whose every name is one that the package, pydantic or Python has taken."""
    fields = {name: {"type": "string"} for name in _DEVICES}
    schemas = {
        name: {
            "type": "object",
            "properties": {**fields, "me": {"$ref": f"#/components/schemas/{name}"}},
        }
        for name in _TAKEN
    }
    parameters = [
        {"in": "query", "name": name, "schema": {"type": "string"}}
        for name in (*_DEVICES, "options", "body", "client", "_client", "timeout", "UNSET", "list")
    ]
    paths = {
        f"/{name}": {
            "get": {
                "operationId": name,
                "tags": [tag],
                "parameters": parameters,
                "responses": {
                    "200": {
                        "description": "d",
                        "content": {
                            "application/json": {
                                "schema": {"$ref": f"#/components/schemas/{schema_}"}
                            }
                        },
                    }
                },
            }
        }
        for name, tag, schema_ in zip(
            ("with_response", "close", "__init__", "list", "_call", "__enter__", "self", "class"),
            (
                "_runtime",
                "models",
                "client",
                "__init__",
                "with_options",
                "close",
                "errors",
                "class",
            ),
            _TAKEN,
            strict=False,
        )
    }
    schemes = {
        name: {"type": "apiKey", "in": "header", "name": f"X-{number}"}
        for number, name in enumerate(("base_url", "self", "timeout", "http_client", "class"))
    }
    return json.dumps(
        {
            "openapi": "3.1.0",
            "info": {"title": "Client", "version": "1"},
            "paths": paths,
            "security": [{name: []} for name in schemes],
            "components": {"schemas": schemas, "securitySchemes": schemes},
        }
    )
