"""One example of every diagnostic code of `spec`: a document (or an addition to a sound one) and where it is told."""

from __future__ import annotations

HEAD = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"

# code: (document, the line and column it is told at)
CODES: dict[str, tuple[str, str]] = {
    "document-not-object": ("- a\n", "1:1"),
    "openapi-version-missing": ("info: {title: T, version: '1'}\npaths: {}\n", "1:1"),
    "openapi-version-unreadable": ("openapi: new\ninfo: {title: T, version: '1'}\n", "1:10"),
    "unsupported-openapi-version": ("swagger: '2.0'\ninfo: {title: T, version: '1'}\n", "1:1"),
    "wrong-type": (f"{HEAD}paths: [1]\n", "3:8"),
    "field-missing": ("openapi: 3.1.0\ninfo: {title: T}\npaths: {}\n", "2:7"),
    "field-null": (
        "openapi: 3.1.0\ninfo: {title: T, version: '1', description: null}\npaths: {}\n",
        "2:45",
    ),
    "text-unquoted": ("openapi: 3.1.0\ninfo: {title: T, version: 1.10}\npaths: {}\n", "2:27"),
    "unknown-field": (f"{HEAD}path: {{}}\npaths: {{}}\n", "3:1"),
    "value-unknown": (f"{HEAD}components: {{schemas: {{A: {{type: strin}}}}}}\n", "3:34"),
    "enum-empty": (f"{HEAD}components: {{schemas: {{A: {{enum: []}}}}}}\n", "3:34"),
    "pattern-malformed": (f"{HEAD}components: {{schemas: {{A: {{pattern: '['}}}}}}\n", "3:37"),
    "keyword-without-effect": (
        f"{HEAD}components: {{schemas: {{A: {{type: string, properties: {{a: {{}}}}}}}}}}\n",
        "3:42",
    ),
    "range-empty": (f"{HEAD}components: {{schemas: {{A: {{minimum: 5, maximum: 2}}}}}}\n", "3:49"),
    "path-without-slash": (f"{HEAD}paths: {{refunds: {{}}}}\n", "3:9"),
    "response-status-unknown": (
        f"{HEAD}paths: {{/a: {{get: {{responses: {{ok: {{description: d}}}}}}}}}}\n",
        "3:32",
    ),
    "ref-missing": (f"{HEAD}paths: {{/a: {{$ref: '#/components/pathItems/B'}}}}\n", "3:20"),
    "ref-not-string": (f"{HEAD}paths: {{/a: {{$ref: 5}}}}\n", "3:20"),
    "ref-not-pointer": (f"{HEAD}paths: {{/a: {{$ref: '#anchor'}}}}\n", "3:20"),
    "ref-remote": (f"{HEAD}paths: {{/a: {{$ref: 'http://x.test/p.yaml'}}}}\n", "3:20"),
    "ref-outside": (f"{HEAD}paths: {{/a: {{$ref: '../p.yaml'}}}}\n", "3:20"),
    "ref-unreadable": (f"{HEAD}paths: {{/a: {{$ref: 'broken.yaml'}}}}\n", "3:20"),
    "ref-wrong-kind": (f"{HEAD}paths: {{/a: {{$ref: '#/info'}}}}\n", "3:20"),
    "ref-cycle": (
        f"{HEAD}components: {{schemas: {{A: {{$ref: '#/components/schemas/A'}}}}}}\n",
        "3:34",
    ),
    "ref-misplaced": (f"{HEAD}paths: {{/a: {{get: {{$ref: 'get.yaml'}}}}}}\n", "3:26"),
    "ref-sibling-ignored": (
        "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths: {}\n"
        "components: {schemas: {A: {type: string}, B: {$ref: '#/components/schemas/A', nullable: true}}}\n",
        "4:79",
    ),
}
