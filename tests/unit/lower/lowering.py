"""Short ways to lower a few lines of YAML."""

from __future__ import annotations

from textwrap import dedent, indent

from sdkwright.ir.model import Api, Definition
from sdkwright.lower.api import lower
from sdkwright.spec.document import Document, document_of
from sdkwright.text.diagnostic import Report
from sdkwright.text.yaml import parse

HEAD = 'openapi: 3.1.0\ninfo: {title: Sample, version: "1"}\n'


def document(text: str, version: str = "3.1.0") -> Document:
    """The document whose parts besides `openapi` and `info` are given."""
    report = Report()
    root = parse(HEAD.replace("3.1.0", version) + dedent(text), "spec.yaml", report)
    assert root is not None, report.found
    assert report.found == []
    return document_of(root)


def lowered(text: str, version: str = "3.1.0") -> tuple[Api, list[str]]:
    """The API of a document, and the codes of what is wrong with it."""
    report = Report()
    api = lower(document(text, version), "sample", report)
    assert api is not None
    return api, [one.code for one in report.in_order()]


def schemas(text: str) -> tuple[dict[str, Definition], list[str]]:
    """The definitions made of the schemas of `components`, by the ends of their ids, and the codes of faults."""
    api, codes = lowered("components:\n  schemas:\n" + indent(dedent(text), "    "))
    prefix = "#/components/schemas/"
    return {id_.removeprefix(prefix): one for id_, one in api.definitions.items()}, codes


def operation(text: str, path: str = "/things") -> tuple[Api, list[str]]:
    """An API of one GET operation, whose fields are given."""
    return lowered(f'paths:\n  "{path}":\n    get:\n' + indent(dedent(text), "      "))
