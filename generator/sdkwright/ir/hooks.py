"""What an API sends of its own accord."""

from __future__ import annotations

from msgspec import Struct

from .contents import Content
from .model import Doc, Parameter, Response
from .origin import Origin


class Hook(Struct, frozen=True):
    """A request that the API sends: a webhook, or a callback of the operations `within`.

    `name` is its key in the document. `contents` are its bodies by media type, `responses` what may be answered.
    `described` is the definition of the parameters, where it has some, each a field called like its wire name there.
    `pinned` as in `Place`.
    """

    id: str
    name: str
    method: str
    given_id: str | None
    within: tuple[str, ...]
    parameters: tuple[tuple[str, Parameter], ...]
    described: str | None
    contents: tuple[Content, ...]
    required: bool
    responses: tuple[Response, ...]
    doc: Doc
    origin: Origin
    pinned: str | None = None


class Signature(Struct, frozen=True):
    """How requests that the API sends are signed: an HMAC in the header `header` (`x-sdk: {signature: …}`).

    `prefix` stands before it, `signed` is what the digest is made of: `{body}`, `{timestamp}` and other headers by name.
    """

    header: str
    algorithm: str = "sha256"
    encoding: str = "hex"
    prefix: str = ""
    timestamp: str | None = None
    signed: str | None = None
