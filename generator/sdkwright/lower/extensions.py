"""`x-sdk`: what a document says about the SDK to be made of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeAlias

from ..ir.hooks import Signature
from ..text.node import Node
from .tokens import is_token
from .work import Work

Setting: TypeAlias = str | bool | tuple[str, ...] | Node

_KEYS: Mapping[str, Mapping[str, type]] = {
    "info": {"client": str, "signature": dict, "idempotency_header": str},
    "hook": {"name": str},
    "signature": {
        **dict.fromkeys(("header", "algorithm", "encoding", "prefix"), str),
        **dict.fromkeys(("timestamp", "signed"), str),
    },
    "server": {"name": str},
    "operation": {
        "resource": str,
        "method": str,
        "pagination": dict,
        "wait": Node,
        "idempotency_header": str,
        "resume": bool,
    },
    "parameter": {"name": str},
    "response": {"error": str},
    "scheme": {"numeric": bool},
    "schema": {"closed": bool, "name": str, "also": list},
}
_WANTED: Mapping[type, str] = {
    str: "text",
    bool: "true or false",
    list: "a list of texts, such as `[product]`",
    dict: "an object, such as `{header: X-Signature}`",
    Node: "an object, such as `{state: /status, done: [done]}`, or a list of them",
}
_HELD: Mapping[type, type] = {list: tuple, dict: Node}
_ERRORS = ("authentication",)
_ALGORITHMS = ("sha256", "sha384", "sha512", "sha1")
_ENCODINGS = ("hex", "base64")
_SIGNED = re.compile(r"\{([^{}]*)\}")


def pinned(work: Work, node: Node, on: str, key: str) -> str | None:
    """The text under `key` of a part's `x-sdk`; `on` says what kind of part it is."""
    said = _settings(work, node, on).get(key)
    return said if isinstance(said, str) else None


def also(work: Work, node: Node) -> tuple[str, ...]:
    """The other names that a property is known under."""
    said = _settings(work, node, "schema").get("also", ())
    return said if isinstance(said, tuple) else ()


def section(work: Work, node: Node, on: str, key: str) -> Node | None:
    """The settings under `key` of a part's `x-sdk` that belong together."""
    said = _settings(work, node, on).get(key)
    return said if isinstance(said, Node) else None


def sections(work: Work, node: Node, on: str, key: str) -> list[Node]:
    """The same where several may stand under `key`, in a list."""
    said = section(work, node, on, key)
    if said is None:
        return []
    return [said] if isinstance(said.value, dict) else list(said.elements())


def closed(work: Work, node: Node) -> bool:
    """Whether a schema says that it has no other values than the ones listed."""
    return _settings(work, node, "schema").get("closed") is True


def numeric(work: Work, node: Node) -> bool:
    """Whether a credential is a whole number."""
    return _settings(work, node, "scheme").get("numeric") is True


def resumes(work: Work, node: Node) -> bool | None:
    """Whether an operation says that a stream of its events may be asked for again, or that it may not."""
    said = _settings(work, node, "operation").get("resume")
    return said if isinstance(said, bool) else None


def marks_authentication(work: Work, node: Node) -> bool:
    """Whether a response is what the API answers to failed authentication."""
    error = pinned(work, node, "response", "error")
    if error is not None and error not in _ERRORS:
        hint = f"write one of {', '.join(_ERRORS)}"
        work.fault("sdk-setting-malformed", node, f"has the unknown error kind `{error}`", hint)
    return error == "authentication"


def signature_of(work: Work, info: Node) -> Signature | None:
    """How the API signs what it sends of its own accord; None where the document does not say, or says nonsense."""
    extension = info.get("x-sdk")
    node = None if extension is None else extension.get("signature")
    if node is None or not isinstance(node.value, dict):
        return None
    said = {key: str(value) for key, value in _entries(work, node, "signature").items()}
    signature = Signature(said.pop("header", ""), **said)
    fault = _fault_of(signature)
    if fault is None:
        return signature
    work.fault("sdk-setting-malformed", node, *fault)
    return None


def _fault_of(signature: Signature) -> tuple[str, str] | None:
    """What is wrong with a signature, and what to do."""
    if not is_token(signature.header):
        return "does not say which header holds the signature", "write `header: X-Signature`"
    if signature.algorithm not in _ALGORITHMS:
        return "names an unknown algorithm", f"write one of {', '.join(_ALGORITHMS)}"
    if signature.encoding not in _ENCODINGS:
        return "names an unknown encoding", f"write one of {', '.join(_ENCODINGS)}"
    parts = _SIGNED.findall(signature.signed or "{body}")
    unknown = [part for part in parts if not is_token(part)]
    if unknown or "body" not in parts or ("timestamp" in parts and not signature.timestamp):
        hint = "write `{body}`, `{timestamp}` (with `timestamp: X-Timestamp`) and names of headers"
        return "does not say what is signed", hint
    return None


def _settings(work: Work, node: Node, on: str) -> dict[str, Setting]:
    """The sound entries of `x-sdk`; the others are reported."""
    said = node.value
    # Hardly any part has one.
    if not isinstance(said, dict) or "x-sdk" not in said:
        return {}
    return _entries(work, said["x-sdk"], on)


def _entries(work: Work, extension: Node, on: str) -> dict[str, Setting]:
    known = _KEYS[on]
    hint = f"on this kind of part there are: {', '.join(known)}"
    if not isinstance(extension.value, dict):
        work.fault("sdk-setting-malformed", extension, "is no object", hint)
    found: dict[str, Setting] = {}
    for key, child in extension.items():
        if key not in known:
            work.fault("sdk-setting-unknown", child, "is unknown", hint, extension.at_key(key))
            continue
        value = _setting(child)
        kind = _HELD.get(known[key], known[key])
        if value is not None and isinstance(value, kind) and value not in ("", ()):
            found[key] = value
        else:
            wanted = _WANTED[known[key]]
            work.fault("sdk-setting-malformed", child, f"is not {wanted}", f"write {wanted}")
    return found


def _setting(node: Node) -> Setting | None:
    """The value of an entry where it is of a kind that entries have; the node itself for an object, or a list of them."""
    if isinstance(node.value, (str, bool)):
        return node.value
    elements = tuple(element.value for element in node.elements())
    if isinstance(node.value, dict) or (elements and all(isinstance(e, dict) for e in elements)):
        return node
    texts = tuple(value for value in elements if isinstance(value, str) and value)
    return texts if len(texts) == len(elements) else None
