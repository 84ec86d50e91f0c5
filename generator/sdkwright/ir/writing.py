"""How values are written in requests: the styles of parameters, the kinds of bodies, the parts of forms."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Style(StrEnum):
    """How a value is written outside of a body: the styles of OpenAPI ("Style Values"), or JSON text."""

    SIMPLE = "simple"
    LABEL = "label"
    MATRIX = "matrix"
    FORM = "form"
    SPACE = "spaceDelimited"
    PIPE = "pipeDelimited"
    DEEP = "deepObject"
    COOKIE = "cookie"
    JSON = "json"


class Writing(Struct, frozen=True):
    """How a value is written: its style, whether lists and objects are taken apart, whether reserved characters stay.

    With `whole` the value is all of the query, without a name; with `spanning` it may be several segments of the path.
    """

    style: Style
    explode: bool
    reserved: bool = False
    whole: bool = False
    spanning: bool = False


class BodyKind(StrEnum):
    """How a body is written, which follows from its media type."""

    JSON = "json"
    FORM = "form"
    MULTIPART = "multipart"
    LINES = "lines"
    RAW = "raw"


SPREAD = frozenset({BodyKind.JSON, BodyKind.FORM, BodyKind.MULTIPART})
"""The kinds of bodies that hold values by name, be they written in one way or another."""


ANY_PLACE = "*"
"""Where parts have no names but an order, each is called by its number from 0; this is what holds for all others."""


class Part(Struct, frozen=True):
    """What a document says about one property of a form: how its value is written, or as which media types.

    A `file` is sent as it is, whatever it holds.
    """

    wire: str
    writing: Writing | None = None
    media: tuple[str, ...] = ()
    file: bool = False
