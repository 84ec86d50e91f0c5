"""The servers of two documents compared: which is the default, which came and went, and the values of their variables."""

from __future__ import annotations

from collections.abc import Iterator

from ...text.node import Node
from .schemas import Found, Pair
from .sides import Side, spelled_value
from .verdict import Site
from .wire_rules import wire_rules


def compare_servers(pair: Pair) -> Iterator[Found]:
    """The servers of the APIs as a whole."""
    before, after = _listed(pair.old.document.root), _listed(pair.new.document.root)
    # Of servers that are called the same the first is the one that is compared.
    known = {_url(one): one for one in reversed(before)}
    later = {_url(one): one for one in reversed(after)}
    for url, one in known.items():
        if url in later:
            yield from _variables(pair, one, later[url])
    if before and after and _server(before[0]) != _server(after[0]):
        words = f"the default server is {address(after[0])}, which was {address(before[0])}"
        yield _made("server-changed", words, pair.old.site(before[0]), pair.new.site(after[0]))
        before, after = before[1:], after[1:]
    known, later = {_url(one): one for one in before}, {_url(one): one for one in after}
    for url, one in known.items():
        if url not in later:
            yield _made("server-removed", f"{url} is gone", pair.old.site(one), None)
    for url, one in later.items():
        if url not in known:
            yield _made("server-added", f"{url} is new", None, pair.new.site(one))


def first_server(side: Side, *holders: Node) -> tuple[str | None, Node | None]:
    """The address that requests go to first, and the server of one of `holders` (an operation, its path) that says so."""
    for holder in holders:
        listed = _listed(holder)
        if listed:
            return address(listed[0]), listed[0]
    listed = _listed(side.document.root)
    return (address(listed[0]) if listed else None), None


def address(server: Node) -> str:
    """Where a server is, as people read it, with the defaults of its variables."""
    told = ", ".join(f"`{n}` is `{d}`" for n, d in _defaults(server))
    return f"{_url(server)} ({told})" if told else _url(server)


def _variables(pair: Pair, one: Node, other: Node) -> Iterator[Found]:
    """The values that the variables of a server may have; where none are listed, it may be any."""
    known, later = _values(one), _values(other)
    for name in (name for name in known if name in later):
        (site, before), (site_, after) = known[name], later[name]
        for turn, values in (("removed", before - after), ("added", after - before)):
            if before and after:
                for value in sorted(values):
                    words = (
                        f"`{name}` may {'no longer' if turn == 'removed' else 'now'} be `{value}`"
                    )
                    places = pair.old.site(site), pair.new.site(site_)
                    yield _made(f"server-variable-value-{turn}", words, *places)


def _values(server: Node) -> dict[str, tuple[Node, frozenset[str]]]:
    variables = server.get("variables")
    found: dict[str, tuple[Node, frozenset[str]]] = {}
    for name, one in variables.items() if variables is not None else ():
        listed = one.get("enum")
        values = listed.elements() if listed is not None else ()
        found[name] = one, frozenset(str(value.plain()) for value in values)
    return found


def _listed(holder: Node) -> tuple[Node, ...]:
    listed = holder.get("servers")
    return tuple(listed.elements()) if listed is not None else ()


def _url(server: Node) -> str:
    found = server.get("url")
    return f"`{found.value}`" if found is not None else "no address"


def _server(server: Node) -> str:
    return _url(server) + spelled_value([f"{n}={d}" for n, d in _defaults(server)])


def _defaults(server: Node) -> Iterator[tuple[str, object]]:
    variables = server.get("variables")
    for name, one in variables.items() if variables is not None else ():
        default = one.get("default")
        yield name, default.plain() if default is not None else ""


def _made(rule: str, words: str, old: Site | None, new: Site | None) -> Found:
    return Found(rule, wire_rules()[rule].verdict, words, "", old, new)
