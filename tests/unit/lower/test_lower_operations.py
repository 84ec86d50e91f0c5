"""Paths, parameters, bodies, responses, servers and security."""

from __future__ import annotations

import pytest

from sdkwright.ir.model import Location, Role, SchemeKind
from sdkwright.ir.types import Ref, Scalar, ScalarKind
from sdkwright.ir.writing import BodyKind, Style, Writing
from sdkwright.lower.api import lower
from sdkwright.spec.document import document_of
from sdkwright.text.diagnostic import Report
from sdkwright.text.yaml import parse
from unit.lower.lowering import lowered, operation

OK = "responses: {204: {description: Done.}}\n"


def test_an_operation_with_all_its_parts() -> None:
    api, codes = lowered("""
        servers: [{url: https://api.example.com, x-sdk: {name: production}}]
        security: [{key: []}]
        tags: [{name: refunds, description: Refunds.}]
        paths:
          /orders/{order}/refunds/{id}:
            parameters:
              - {in: path, name: id, required: true, schema: {type: string}}
              - {in: path, name: order, required: true, schema: {type: string}, description: Old.}
            post:
              operationId: createRefund
              x-sdk: {resource: refunds, method: create}
              tags: [refunds]
              parameters:
                - {in: path, name: order, required: true, schema: {type: integer}, description: New.}
              requestBody:
                required: true
                content:
                  application/json:
                    schema: {type: object, properties: {a: {type: string}}}
                    examples: {one: {value: {a: x}}}
              responses:
                200: {$ref: "#/components/responses/Created"}
                4XX: {description: Bad., x-sdk: {error: authentication}}
                default: {description: Other., content: {application/problem+json: {schema: {type: string}}}}
        components:
          responses:
            Created:
              description: Created.
              content: {application/json: {schema: {type: object, properties: {b: {type: string}}}}}
          securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
        """)
    assert codes == []
    (op,) = api.operations
    id_ = "#/paths/~1orders~1{order}~1refunds~1{id}/post"
    assert (op.id, op.method, op.given_id) == (id_, "POST", "createRefund")
    assert (op.pin.resource, op.pin.method, op.security) == ("refunds", "create", (("key",),))
    assert [(p.wire, p.doc.description) for p in op.parameters] == [("order", "New."), ("id", None)]
    assert op.parameters[0].type == Scalar(ScalarKind.INTEGER)
    assert op.body is not None
    assert op.body.type == Ref(f"{id_}/requestBody/content/application~1json/schema")
    assert api.definitions[op.body.type.id].place.steps == ("request",)
    created, bad, other = op.responses
    assert isinstance(created.type, Ref)
    assert api.definitions[created.type.id].place.given == "Created"
    assert (bad.status, bad.type, bad.authentication) == ("4XX", None, True)
    assert other.media == "application/problem+json"
    (example,) = api.examples
    assert (example.role, example.operation, example.value) == (Role.REQUEST, id_, {"a": "x"})
    assert example.schema == op.body.type.id
    assert api.servers[0].name == "production"
    assert api.schemes["key"].location is Location.HEADER


@pytest.mark.parametrize(
    ("path", "fields", "code"),
    [
        ("/a/{id}", OK, "path-parameter-undeclared"),
        ("/a", "parameters: [{in: path, name: id, required: true}]", "path-parameter-unknown"),
        ("/a/{id}", "parameters: [{in: path, name: id}]", "path-parameter-optional"),
        ("/a", "parameters: [{in: header, name: ACCEPT}]", "parameter-ignored"),
        ("/a", "parameters: [{in: query, name: q, style: label}]", "parameter-style-misplaced"),
        ("/a", "parameters: [{in: header, name: 'a b'}]", "parameter-name-malformed"),
        ("/a b", OK, "path-malformed"),
        ("/a/{b", OK, "path-malformed"),
        ("/a/../b", OK, "path-malformed"),
        ("/a\\u0007", OK, "path-malformed"),
        (
            "/a",
            "responses: {200: {description: d, links: {next: {operationId: a}}}}",
            "link-unresolved",
        ),
        ("/a", "security: [{key: []}]", "security-undefined"),
        (
            "/a",
            'requestBody: {content: {"application/json\\r\\nX: 1": {}}}',
            "media-type-malformed",
        ),
        ("/a", "responses: {200: {description: d, x-sdk: {error: odd}}}", "sdk-setting-malformed"),
    ],
)
def test_what_is_wrong_or_not_supported_is_told_once(path: str, fields: str, code: str) -> None:
    api, codes = operation(fields, path)
    assert codes == [code]
    # Half a call would be a wrong call: what needs something unsupported is left out whole.
    left_out = code.startswith("unsupported-")
    assert len(api.operations) == (0 if left_out else 1)


@pytest.mark.parametrize(
    ("parameter", "expected"),
    [
        ("in: query", Writing(Style.FORM, explode=True)),
        ("in: query, explode: false", Writing(Style.FORM, explode=False)),
        ("in: query, style: spaceDelimited", Writing(Style.SPACE, explode=False)),
        ("in: query, style: deepObject, explode: true", Writing(Style.DEEP, explode=True)),
        ("in: query, allowReserved: true", Writing(Style.FORM, explode=True, reserved=True)),
        ("in: query, content: {application/x+json: {}}", Writing(Style.JSON, explode=False)),
        ("in: query, content: {text/plain: {}}", Writing(Style.FORM, explode=False)),
        ("in: header", Writing(Style.SIMPLE, explode=False)),
        ("in: cookie", Writing(Style.FORM, explode=True)),
        ("in: path, required: true", Writing(Style.SIMPLE, explode=False)),
        ("in: path, required: true, style: matrix", Writing(Style.MATRIX, explode=False)),
        (
            "in: querystring, content: {application/json: {}}",
            Writing(Style.JSON, explode=False, whole=True),
        ),
    ],
)
def test_how_a_parameter_is_written(parameter: str, expected: Writing) -> None:
    path = "/a/{x}" if "path" in parameter else "/a"
    api, codes = operation(f"parameters: [{{name: x, {parameter}}}]", path)
    assert codes == []
    assert api.operations[0].parameters[0].writing == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("{application/json: {}}", [(BodyKind.JSON, ("application/json",))]),
        ("{application/x+json; charset=utf-8: {}}", [(BodyKind.JSON, ("application/x+json; charset=utf-8",))]),
        ("{'*/*': {schema: {type: object, properties: {a: {}}}}}", [(BodyKind.JSON, ("application/json",))]),
        ("{'*/*': {}}", [(BodyKind.RAW, ("*/*",))]),
        ("{text/csv: {}, application/pdf: {}}", [(BodyKind.RAW, ("text/csv", "application/pdf"))]),
        ("{text/plain: {schema: {type: integer}}, text/csv: {}}",
         [(BodyKind.RAW, ("text/csv",)), (BodyKind.RAW, ("text/plain",))]),
        ("{application/jsonl: {schema: {type: array, items: {type: integer}}}}",
         [(BodyKind.LINES, ("application/jsonl",))]),
        ("{application/stream+json: {}, application/vnd.x+jsonl: {}, application/json-seq: {}}",
         [(BodyKind.LINES, ("application/stream+json", "application/vnd.x+jsonl", "application/json-seq"))]),
        ("{application/xml: {}, application/x-www-form-urlencoded: {}, application/json: {}}",
         [(BodyKind.JSON, ("application/json", "application/x-www-form-urlencoded")),
          (BodyKind.RAW, ("application/xml",))]),
        ("{multipart/form-data: {schema: {properties: {a: {format: binary, type: string}}}}, multipart/mixed: {}}",
         [(BodyKind.MULTIPART, ("multipart/mixed",)), (BodyKind.MULTIPART, ("multipart/form-data",))]),
    ],
)  # fmt: skip
def test_bodies_that_take_the_same_arguments_go_together(
    content: str, expected: list[tuple[BodyKind, tuple[str, ...]]]
) -> None:
    api, codes = operation(f"requestBody: {{content: {content}}}")
    assert codes == []
    (op,) = api.operations
    assert op.body is not None
    bodies = (op.body, *op.other_bodies)
    assert [(body.kind, (body.media, *body.also)) for body in bodies] == expected


@pytest.mark.parametrize(
    ("schema", "encoding", "is_file"),
    [
        ("{type: string, format: binary}", "{}", True),
        ("{type: array, items: {type: string, format: binary}}", "{}", True),
        ("{type: array, items: {type: string, format: binary}}", "{style: form}", True),
        ("{contentMediaType: image/png}", "{}", True),
        ("{type: string, contentMediaType: image/png, contentEncoding: base64}", "{}", False),
        ("{}", "{contentType: image/png}", True),
        ("{}", "{contentType: application/json}", False),
        ("{}", "{}", False),
        ("{type: string}", "{}", False),
        ("{type: object}", "{contentType: image/png}", False),
    ],
)
def test_which_parts_of_a_form_are_files(schema: str, encoding: str, is_file: bool) -> None:
    content = f"{{multipart/form-data: {{schema: {{properties: {{a: {schema}}}}}, encoding: {{a: {encoding}}}}}}}"
    api, codes = operation(f"requestBody: {{content: {content}}}")
    assert codes == []
    body = api.operations[0].body
    assert body is not None
    assert any(part.file for part in body.parts) == is_file
    assert not any(part.file and part.writing for part in body.parts)


@pytest.mark.parametrize(("version", "is_styled"), [("3.0.3", False), ("3.1.0", True)])
def test_parts_have_a_style_since_3_1(version: str, is_styled: bool) -> None:
    schema = "{type: object, properties: {a: {type: array, items: {type: string}}}}"
    media = f"{{schema: {schema}, encoding: {{a: {{explode: false}}}}}}"
    text = (
        f"paths: {{/a: {{post: {{requestBody: {{content: {{multipart/form-data: {media}}}}}}}}}}}"
    )
    api, _ = lowered(text, version)
    (body,) = (one.body for one in api.operations)
    assert body is not None
    assert any(part.writing for part in body.parts) == is_styled


def test_duplicates_are_told_with_both_places() -> None:
    api, codes = lowered("""
        paths:
          /a/{x}:
            get: {operationId: same, parameters: [{in: path, name: x, required: true}]}
          /a/{y}:
            parameters:
              - {in: path, name: y, required: true}
              - {in: path, name: y, required: true}
            get: {operationId: same}
        """)
    assert sorted(codes) == ["operation-id-duplicate", "parameter-duplicate", "path-duplicate"]
    assert len(api.operations) == 2


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("https://api.example.com/v1", None),
        ("http://localhost:8080", None),
        ("/v1", "server-relative"),
        ("https://{region}.example.com", "server-variable-undescribed"),
        ("https://example.com/{", "server-url-malformed"),
        ("file:///etc", "server-url-malformed"),
        ("javascript:alert(1)", "server-url-malformed"),
        ("https://user:secret@example.com", "server-url-malformed"),
        ("https://example.com?a=b", "server-url-malformed"),
        ("https://example.com:port", "server-url-malformed"),
        ("https://", "server-url-malformed"),
        ("https://exa mple.com", "server-url-malformed"),
        ("", "server-relative"),
    ],
)
def test_servers(url: str, code: str | None) -> None:
    _, codes = lowered(f'servers: [{{url: "{url}"}}]')
    assert codes == ([] if code is None else [code])


@pytest.mark.parametrize(
    ("scheme", "code"),
    [
        ("{type: http, scheme: Bearer}", None),
        ("{type: http, scheme: basic}", None),
        ("{type: http, scheme: digest}", None),
        ("{type: apiKey, in: query, name: k e y}", None),
        ("{type: apiKey, in: cookie, name: k e y}", "cookie-name-malformed"),
        ("{type: oauth2, flows: {}}", None),
        ("{type: mutualTLS}", None),
        ('{type: apiKey, in: header, name: "X-Key\\r\\nX: 1"}', "header-name-malformed"),
        ("{type: apiKey, in: header, name: Host}", "header-name-reserved"),
    ],
)
def test_security_schemes(scheme: str, code: str | None) -> None:
    api, codes = lowered(f"components: {{securitySchemes: {{s: {scheme}}}}}")
    assert codes == ([] if code is None else [code])
    assert list(api.schemes) == ([] if code else ["s"])


def test_security_is_a_choice_of_sets() -> None:
    api, codes = lowered("""
        security: [{a: [], b: []}, {}]
        paths:
          /a: {get: {}, post: {security: []}, put: {security: [{b: []}]}}
        components:
          securitySchemes:
            a: {type: http, scheme: bearer}
            b: {type: apiKey, in: header, name: X-B}
        """)
    assert codes == []
    assert [op.security for op in api.operations] == [(("a", "b"), ()), (), (("b",),)]
    assert api.schemes["a"].kind is SchemeKind.BEARER


def test_webhooks_and_callbacks_are_requests_that_the_api_sends() -> None:
    api, codes = lowered("""
        paths:
          /a:
            post: {responses: {}, callbacks: {done: {$ref: "#/components/callbacks/Done"}}}
            put: {responses: {}, callbacks: {done: {$ref: "#/components/callbacks/Done"}}}
        webhooks:
          paid: {$ref: "#/components/pathItems/Paid"}
        components:
          pathItems: {Paid: {post: {requestBody: {content: {text/plain: {}}}}, get: {}}}
          callbacks: {Done: {"{$url}": {post: {operationId: done}}}}
        """)
    assert codes == []
    assert [(hook.name, hook.method, hook.within) for hook in api.hooks] == [
        ("paid", "POST", ()),
        ("paid", "GET", ()),
        ("done", "POST", ("#/paths/~1a/post", "#/paths/~1a/put")),
    ]


@pytest.mark.parametrize(
    "said",
    [
        "{prefix: a}",
        "{header: a b}",
        "{header: X, algorithm: md5}",
        "{header: X, encoding: octal}",
        "{header: X, signed: nothing}",
        "{header: X, signed: '{timestamp}{body}'}",
        "{header: X, odd: 1}",
        "7",
    ],
)
def test_a_signature_that_makes_no_sense_is_refused(said: str) -> None:
    report = Report()
    text = f"openapi: 3.1.0\ninfo: {{title: T, version: '1', x-sdk: {{signature: {said}}}}}\n"
    root = parse(text + "webhooks: {a: {post: {}}}", "spec.yaml", report)
    assert root is not None
    assert lower(document_of(root), "sample", report) is not None
    assert [one.code for one in report.found] in (
        ["sdk-setting-malformed"],
        ["sdk-setting-unknown"],
    )


def test_a_default_may_stand_for_octets() -> None:
    _, codes = operation(
        "parameters: [{in: query, name: a, schema: {type: string, format: binary, default: x}}]"
    )
    assert codes == []
