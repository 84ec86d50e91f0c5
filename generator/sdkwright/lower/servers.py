"""The addresses of an API."""

from __future__ import annotations

from urllib.parse import urlsplit

from ..ir.model import Server
from ..text.node import Node
from .docs import doc_of
from .extensions import pinned
from .tokens import has_control
from .work import Work, text


def servers_of(work: Work) -> tuple[Server, ...]:
    """The servers of the document; those that can't be used are reported."""
    listed = work.document.root.get("servers")
    nodes = () if listed is None else listed.elements()
    return tuple(_server(work, node, text(node, "url") or "") for node in nodes)


def report_own_servers(work: Work, owner: Node) -> None:
    """Report the servers of a path or an operation."""
    servers = owner.get("servers")
    if servers is not None and servers.elements():
        hint = "list it with the servers of the document, or describe this part in a document of its own"
        work.fault("unsupported-server", servers, "gives this part servers of its own", hint)


def _server(work: Work, node: Node, url: str) -> Server:
    place = node.get("url") or node
    variables = node.get("variables")
    if "{" in url or (variables is not None and variables.value):
        what = "has variables, which are not supported yet"
        work.fault("unsupported-server", place, what, "list each address as a server of its own")
    elif (fault := _fault(url)) is not None:
        work.fault(
            "server-url-malformed", place, fault, "write for example `https://api.example.com/v1`"
        )
    elif "://" not in url:
        what = f"is the relative address `{url}`, which is not supported"
        work.fault("unsupported-server", place, what, "write the whole address, with https://")
    # `name` is a field of OpenAPI 3.2; `x-sdk` says the same in older documents.
    name = pinned(work, node, "server", "name") or text(node, "name")
    return Server(url, name, doc_of(node), work.origin(node))


def _fault(url: str) -> str | None:
    """What makes an address unusable; None for a sound or a relative one."""
    if has_control(url) or " " in url or "\\" in url or not url:
        return "is empty, or has spaces, backslashes or control characters"
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
