"""What comes back: by status and by media type, sync and async."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from fresh import FLAVOURS, call, fresh

from loopback import Loopback, full

SPEC = """
    paths:
      /mixed:
        get:
          operationId: mixed
          tags: [a]
          responses:
            200: {description: A., content: {application/json: {schema: {$ref: "#/components/schemas/A"}}, application/pdf: {}}}
            201: {description: B., content: {application/vnd.b+json;v=1: {schema: {$ref: "#/components/schemas/B"}}}}
            202: {description: Text., content: {text/plain: {}}}
            203: {description: Octets., content: {image/*: {}}}
            204: {description: Nothing.}
            400: {description: Wrong., content: {application/a+json: {schema: {$ref: "#/components/schemas/A"}}, application/b+json: {schema: {$ref: "#/components/schemas/B"}}}}
            404: {description: Missing., content: {text/plain: {}}}
            410: {description: Gone., content: {application/zip: {}}}
            5XX: {description: Failed., content: {application/problem+json: {schema: {$ref: "#/components/schemas/B"}}}}
      /either:
        get:
          operationId: either
          tags: [a]
          responses:
            2XX: {description: One of two., content: {application/a+json: {schema: {$ref: "#/components/schemas/A"}}, application/b+json: {schema: {$ref: "#/components/schemas/B"}}}}
      /other:
        get:
          operationId: other
          tags: [a]
          responses:
            default: {description: All., content: {"*/*": {schema: {$ref: "#/components/schemas/A"}}}}
      /narrow:
        get:
          operationId: narrow
          tags: [a]
          responses:
            200:
              description: The most specific key counts.
              content:
                "*/*": {schema: {type: string, format: binary}}
                application/*: {schema: {$ref: "#/components/schemas/A"}}
                application/json: {schema: {$ref: "#/components/schemas/B"}}
                application/json; v=2: {schema: {type: array, items: {type: integer}}}
      /text: {get: {operationId: text, tags: [a], responses: {200: {description: T., content: {text/csv: {}, application/xml: {}}}}}}
      /bytes: {get: {operationId: octets, tags: [a], responses: {200: {description: T., content: {application/zip: {}, text/plain: {}}}}}}
      /base64: {get: {operationId: encoded, tags: [a], responses: {200: {description: T., content: {application/json: {schema: {type: string, format: byte}}, application/zip: {}}}}}}
      /head: {head: {operationId: head, tags: [a], responses: {200: {description: T., content: {application/json: {}}}}}}
    components:
      schemas:
        A: {type: object, required: [n], properties: {n: {type: number}}}
        B: {type: object, required: [m], properties: {m: {type: string}}}
    """


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    """The package of the specification above."""
    return fresh(SPEC, Path(tmp_path_factory.mktemp("answers")))


def answered(
    package: ModuleType,
    flavour: str,
    loopback: Loopback,
    name: str,
    status: int,
    body: bytes,
    media: str,
) -> Any:
    """What a method gives for an answer."""
    loopback.script(full(status, body, ("Content-Type", media)))
    return call(package, flavour, lambda c: getattr(c.a, name)(), base_url=loopback.url)


JSON = "application/json"

ANSWERS = [
    ("mixed", 200, b'{"n":1.50}', JSON, "A(n=1.50)"),
    ("mixed", 201, b'{"m":"x"}', "application/vnd.b+json; v=1", "B(m='x')"),
    ("mixed", 202, "ä".encode("latin-1"), "text/plain; charset=ISO-8859-1", "ä"),
    ("mixed", 203, b"\x00\xff", "image/png", b"\x00\xff"),
    ("mixed", 204, b"", JSON, None),
    ("either", 200, b'{"n":1}', "application/a+json", "A(n=1)"),
    ("either", 299, b'{"m":"x"}', "Application/B+JSON;charset=utf-8", "B(m='x')"),
    ("either", 200, b'{"n":1}', "text/html", "A(n=1)"),
    ("other", 200, b'{"n":1}', JSON, "A(n=1)"),
    ("narrow", 200, b'{"m":"x"}', JSON, "B(m='x')"),
    ("narrow", 200, b'{"m":"x"}', "application/json; charset=utf-8", "B(m='x')"),
    ("narrow", 200, b"[1]", "application/json;v=2", [1]),
    ("narrow", 200, b'{"n":1}', "application/other+json", "A(n=1)"),
    ("text", 200, "a;ü\r\n".encode(), "text/csv", "a;ü\r\n"),
    ("text", 200, b"", "text/csv", ""),
    ("octets", 200, b"PK", "application/zip", b"PK"),
    ("octets", 200, b"", "text/plain", b""),
    ("octets", 200, b'"AP8="', JSON, b'"AP8="'),
    ("encoded", 200, b'"AP8="', JSON, b"\x00\xff"),
    ("encoded", 200, b"PK", "application/zip", b"PK"),
    ("head", 200, b"", JSON, None),
]


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize(("name", "status", "body", "media", "expected"), ANSWERS)
def test_successes(
    package: ModuleType,
    flavour: str,
    loopback: Loopback,
    name: str,
    status: int,
    body: bytes,
    media: str,
    expected: object,
) -> None:
    value = answered(package, flavour, loopback, name, status, body, media)
    plain = isinstance(value, str | bytes | list | None)
    assert (value if plain else f"{type(value).__name__}({_fields(value)})") == expected


def _fields(value: Any) -> str:
    return ", ".join(
        f"{name}={item!r}" if isinstance(item, str) else f"{name}={item}"
        for name, item in value.model_dump().items()
    )


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize(
    ("status", "body", "media", "expected"),
    [
        (400, b'{"n":2}', "application/a+json", "A"),
        (400, b'{"m":"x"}', "application/b+json", "B"),
        (404, b"12", "text/plain", "12"),
        (410, b"\xff", "application/zip", b"\xff"),
        (503, b'{"m":"x"}', "application/problem+json", "B"),
        (418, b'{"t": 1}', JSON, {"t": 1}),
    ],
)
def test_failures(
    package: ModuleType,
    flavour: str,
    loopback: Loopback,
    status: int,
    body: bytes,
    media: str,
    expected: object,
) -> None:
    loopback.script(full(status, body, ("Content-Type", media)))
    with pytest.raises(package.APIStatusError) as caught:
        call(package, flavour, lambda c: c.a.mixed(), base_url=loopback.url, retries=0)
    found = caught.value.body
    plain = isinstance(found, str | bytes | dict)
    assert (found if plain else type(found).__name__) == expected


@pytest.mark.parametrize(
    ("name", "accept"),
    [
        ("mixed", "application/json, application/vnd.b+json;v=1, text/plain, image/*"),
        ("either", "application/a+json, application/b+json"),
        ("other", "application/json"),
        ("text", "text/csv, application/xml"),
        ("octets", "text/plain, application/zip"),
    ],
)
def test_what_is_asked_for(package: ModuleType, loopback: Loopback, name: str, accept: str) -> None:
    answered(package, "sync", loopback, name, 200, b'{"n":1}', JSON)
    assert loopback.requests[0].headers["accept"] == accept
