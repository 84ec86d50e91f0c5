"""The addresses of an API."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from ..ir.model import Doc, Server, ServerVariable
from ..text.node import Node, text_of
from .docs import doc_of
from .extensions import pinned
from .tokens import has_control
from .work import Work, text, texts


def servers_of(work: Work) -> tuple[Server, ...]:
    """The servers of the document that can be talked to; those that can't be are reported."""
    return tuple(_servers(work, work.document.root))


def own_servers(work: Work, item: Node, operation: Node) -> tuple[Server, ...]:
    """The servers that an operation has of its own, or that its path has; none where those of the document hold."""
    return tuple(_servers(work, operation)) or tuple(_servers(work, item))


def _servers(work: Work, owner: Node) -> Iterator[Server]:
    listed = owner.get("servers")
    for node in () if listed is None else listed.elements():
        server = _server(work, node, _resolved(work, node, text(node, "url") or ""))
        if server is not None:
            yield server


def _resolved(work: Work, node: Node, url: str) -> str:
    """A relative address as seen from where the document says that it is (`$self` of OpenAPI 3.2)."""
    home = text(work.document.root, "$self") or ""
    url = url or "/"  # RFC 3986 §4.4: the document's own place
    is_relative = "://" not in url and not url.startswith("{")
    if is_relative and "://" in home:
        return urljoin(home, url)
    if url.startswith("//"):
        # RFC 3986 §4.2: the scheme of where the document is, which nobody knows here.
        what, hint = f"is `{url}`, without a scheme; it is read as https", f"write `https:{url}`"
        work.doubt("server-scheme-missing", node.get("url") or node, what, hint)
        return f"https:{url}"
    return url


def _server(work: Work, node: Node, url: str) -> Server | None:
    place = node.get("url") or node
    variables = tuple(_variables(work, node, url))
    filled = url
    for variable in variables:
        # A value that says nothing stands for one that nobody knows yet.
        filled = filled.replace(f"{{{variable.name}}}", variable.default or "x")
    if url.startswith("{") and "://" not in filled:
        filled = f"https://{filled}"
    fault = _fault(filled)
    if fault is not None:
        hint = "write for example `https://api.example.com/v1`"
        work.fault("server-url-malformed", place, fault, hint)
    elif "://" not in filled:
        what = f"is the relative address `{url}`, which nobody can call without knowing where it is"
        hint = (
            "write the whole address, with https://; until then callers give theirs as `base_url`"
        )
        work.doubt("server-relative", place, what, hint)
        return None
    # `name` is a field of OpenAPI 3.2; `x-sdk` says the same in older documents.
    name = pinned(work, node, "server", "name") or text(node, "name")
    return Server(url, name, doc_of(node), work.origin(node), variables)


_VARIABLE = re.compile(r"\{([^{}]*)\}")


def _variables(work: Work, node: Node, url: str) -> Iterator[ServerVariable]:
    """The variables that stand in an address, in their order; those that nothing is said of are reported."""
    described = node.get("variables")
    for name in dict.fromkeys(_VARIABLE.findall(url)):
        written = None if described is None else described.get(name)
        if written is None:
            what = f"has the variable `{name}`, of which nothing is said"
            hint = f"add `variables: {{{name}: {{default: …}}}}`"
            work.doubt("server-variable-undescribed", node.get("url") or node, what, hint)
            yield ServerVariable(name, None, (), Doc())
            continue
        yield ServerVariable(
            name, _default(work, name, written), texts(written.get("enum")), doc_of(written)
        )


def _default(work: Work, name: str, variable: Node) -> str | None:
    """The value of a variable that nobody gives; None where the document has none but a name in braces."""
    default = variable.get("default")
    value = None if default is None else text_of(default)
    if default is None or value is None or not _VARIABLE.search(value):
        return value
    what, hint = f"is `{value}`, which stands for a value; callers give `{name}`", "write a value"
    work.doubt("server-variable-undescribed", default, what, hint)
    return None


def _fault(url: str) -> str | None:
    """What makes an address unusable; None for a sound or a relative one."""
    if has_control(url) or " " in url or "\\" in url or not url:
        return "is empty, or has spaces, backslashes or control characters"
    if "{" in url or "}" in url:
        return f"is `{url}`, with a brace that has no partner"
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return f"is `{url}`, which is no URL"
    if not parts.scheme and not parts.netloc:
        return None
    faults = {
        "is neither an http nor an https address": parts.scheme not in ("http", "https"),
        "names no host": not parts.hostname or port == 0,
        "holds a user name or password": "@" in parts.netloc,
        "has a query or fragment": "?" in url or "#" in url,
    }
    return next((what for what, is_so in faults.items() if is_so), None)
