"""Security requirements and schemes of two documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from ...text.node import Node
from .schemas import Found, Pair
from .sides import Side
from .verdict import Site
from .wire_rules import wire_rules

_URLS = {"authorizationUrl": "oauth-url", "tokenUrl": "oauth-token-url"}


def _made(rule: str, words: str, old: Site | None, new: Site | None) -> Found:
    return Found(rule, wire_rules()[rule].verdict, words, "security", old, new)


def compare_access(pair: Pair, before: Node, after: Node, prefix: str) -> Iterator[Found]:
    """The security requirements of two operations, or of two documents (`prefix`: `api-security`, `api-global-security`)."""
    old, new = before.get("security"), after.get("security")
    one, other = _requirements(old), _requirements(new)
    if (old is None) is not (new is None) and prefix == "api-security":
        asked, asks = (
            _requirements(own if own is not None else side.document.root.get("security"))
            for side, own in ((pair.old, old), (pair.new, new))
        )
        if asked == asks:
            # It says what is said of all.
            return
    places = pair.old.site(old or before), pair.new.site(new or after)
    for names, scopes in one.items():
        if names not in other:
            yield _made(f"{prefix}-removed", f"{_listed(names)} is no longer asked for", *places)
            continue
        for scope in sorted(scopes - other[names]):
            words = f"the scope `{scope}` is no longer asked for"
            yield _made(f"{prefix}-scope-removed", words, *places)
        for scope in sorted(other[names] - scopes):
            yield _made(f"{prefix}-scope-added", f"the scope `{scope}` is asked for", *places)
    for names in other:
        if names not in one:
            yield _made(f"{prefix}-added", f"{_listed(names)} is asked for", *places)
    is_open = old is None or not one or frozenset() in one
    if prefix == "api-security" and _is_closed(other) and is_open and old is not None:
        words = "anybody could call it, and now nobody without credentials"
        yield _made("api-security-became-required", words, *places)


def compare_credentials(pair: Pair, before: Node, after: Node) -> Iterator[Found]:
    """Whether what let a caller in still does: the credentials that two operations take, wherever they are declared."""
    one, other = _accepted(pair.old, before), _accepted(pair.new, after)
    old, new = _asked(pair.old, before), _asked(pair.new, after)
    refused = [way for way in one if not any(less <= way for less in other)]
    if refused and other:
        words = f"{_ways(refused)} no longer lets in: {_ways(other)} is needed"
        yield _made("api-credentials-refused", words, old, new)
    elif other != one and before.get("security") is None and after.get("security") is not None:
        # What stands on both is told requirement by requirement.
        words = f"{_ways(other)} lets in, which was {_ways(one)}"
        yield _made("api-credentials-loosened", words, old, new)


def _asked(side: Side, operation: Node) -> Site:
    """Where it is written what an operation asks for: on itself, else for all of them."""
    root = side.document.root
    holder = operation if operation.get("security") is not None else root
    listed = holder.get("security")
    # Where nothing is asked for, nothing says so: that is a matter of the whole document.
    return side.site(listed) if listed is not None else side.site(root, "info")


Way: TypeAlias = frozenset[tuple[str, str]]
"""What one requirement asks for: kinds of credentials, each by itself and with each of its scopes."""


def _accepted(side: Side, operation: Node) -> tuple[Way, ...]:
    """What lets a caller in; the empty way is that of everybody."""
    own = operation.get("security")
    listed = own if own is not None else side.document.root.get("security")
    schemes = _schemes(side)
    ways: list[Way] = []
    for one in listed.elements() if listed is not None else ():
        parts: set[tuple[str, str]] = set()
        for name, scopes in one.items():
            kind = _kind(schemes[name]) if name in schemes else name
            parts |= {(kind, ""), *((kind, str(scope.value)) for scope in scopes.elements())}
        ways.append(frozenset(parts))
    return tuple(dict.fromkeys(ways)) or (frozenset(),)


def _ways(ways: Iterable[Way]) -> str:
    return " or ".join(_way(way) for way in ways)


def _way(way: Way) -> str:
    scoped = {kind for kind, scope in way if scope}
    told = [
        f"`{kind}`" + (f" with the scope `{scope}`" if scope else "")
        for kind, scope in sorted(way)
        if scope or kind not in scoped
    ]
    return " and ".join(told) or "a call without credentials"


def _is_closed(requirements: Mapping[frozenset[str], frozenset[str]]) -> bool:
    return bool(requirements) and frozenset[str]() not in requirements


def _listed(names: frozenset[str]) -> str:
    return " with ".join(f"`{name}`" for name in sorted(names)) or "a call without credentials"


def _requirements(node: Node | None) -> Mapping[frozenset[str], frozenset[str]]:
    """Sets of schemes, each with all scopes asked for."""
    found: dict[frozenset[str], frozenset[str]] = {}
    for one in node.elements() if node is not None else ():
        scopes = {str(scope.value) for _, listed in one.items() for scope in listed.elements()}
        found[frozenset(name for name, _ in one.items())] = frozenset(scopes)
    return found


def compare_schemes(pair: Pair) -> Iterator[Found]:
    """The security schemes of two documents."""
    before, after = _schemes(pair.old), _schemes(pair.new)
    prefix = "api-security-component"
    for name, one in before.items():
        other = after.get(name)
        old = pair.old.site(one)
        if other is None:
            yield _made(f"{prefix}-removed", f"the security scheme `{name}` is gone", old, None)
            continue
        new = pair.new.site(other)
        if _kind(one) != _kind(other):
            words = f"`{name}` is of the kind {_kind(other)}, which was {_kind(one)}"
            yield _made(f"{prefix}-type-changed", words, old, new)
        yield from _flows(name, one, other, old, new)
    for name, other in after.items():
        if name not in before:
            words = f"the security scheme `{name}` is new"
            yield _made(f"{prefix}-added", words, None, pair.new.site(other))


def _schemes(side: Side) -> Mapping[str, Node]:
    components = side.document.root.get("components")
    schemes = components.get("securitySchemes") if components is not None else None
    items = schemes.items() if schemes is not None else ()
    return {name: side.follow(node) for name, node in items}


def _kind(scheme: Node) -> str:
    parts = (scheme.get(key) for key in ("type", "scheme", "in", "name"))
    return "/".join(str(part.value).lower() for part in parts if part is not None)


def _flows(name: str, one: Node, other: Node, old: Site, new: Site) -> Iterator[Found]:
    before, after = one.get("flows"), other.get("flows")
    kinds, kinds_ = _keys(before), _keys(after)
    for kind in sorted(kinds ^ kinds_ if before is not None and after is not None else ()):
        action, words = ("removed", "gone") if kind in kinds else ("added", "new")
        rule = f"api-security-component-oauth-flow-{action}"
        yield _made(rule, f"the flow `{kind}` of `{name}` is {words}", old, new)
    for kind, flow in before.items() if before is not None else ():
        later = after.get(kind) if after is not None else None
        if later is None:
            continue
        for key, word in _URLS.items():
            if _text(flow, key) != _text(later, key):
                words = f"`{key}` of `{name}` is `{_text(later, key)}`"
                yield _made(f"api-security-component-{word}-changed", words, old, new)
        scopes, scopes_ = _scopes(flow), _scopes(later)
        for scope in scopes.keys() | scopes_.keys():
            if scopes.get(scope) == scopes_.get(scope):
                continue
            action = "changed"
            if scope not in scopes:
                action = "added"
            elif scope not in scopes_:
                action = "removed"
            words = f"the scope `{scope}` of `{name}` is {action}"
            yield _made(f"api-security-component-oauth-scope-{action}", words, old, new)


def _keys(node: Node | None) -> frozenset[str]:
    return frozenset(key for key, _ in node.items()) if node is not None else frozenset()


def _text(node: Node, key: str) -> str:
    found = node.get(key)
    return "" if found is None else str(found.value)


def _scopes(flow: Node) -> Mapping[str, object]:
    found = flow.get("scopes")
    return {key: node.value for key, node in (found.items() if found is not None else ())}
