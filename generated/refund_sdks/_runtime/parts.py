"""The parts of a form that came as `multipart/form-data` (RFC 7578)."""

from collections.abc import Iterator
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import HTTP
from typing import cast

from .headers import Headers
from .spelling import Spelled
from .wire import NotJSON


def parts_of(headers: Headers, content: bytes) -> list[tuple[str, Spelled]]:
    """The parts in order, by name: text as text, files and other octets as bytes. Raises `NotJSON` for no form."""
    field = headers.get("content-type", "").encode("latin-1", "replace")
    head = b"Content-Type: " + field.replace(b"\r", b" ").replace(b"\n", b" ") + b"\r\n\r\n"
    whole = BytesParser(policy=HTTP).parsebytes(head + content)
    if not whole.is_multipart():
        raise NotJSON("the form has no parts")
    return list(_named(whole))


def _named(whole: EmailMessage) -> Iterator[tuple[str, Spelled]]:
    for part in cast("list[EmailMessage]", whole.get_payload()):
        name = part.get_param("name", header="content-disposition")
        if isinstance(name, str):
            octets = part.get_payload(decode=True)
            yield name, _content(part, octets if isinstance(octets, bytes) else b"")


def _content(part: EmailMessage, octets: bytes) -> Spelled:
    """Octets that are no text of their charset stay octets."""
    charset = part.get_content_charset() or "utf-8"
    try:
        return octets.decode(charset)
    except (LookupError, ValueError):
        return octets
