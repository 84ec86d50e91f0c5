"""The symbols of an SDK as callers write them, each with its Python and the place in the specification behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from .config import ApiConfig, Config
from .diff.understand import Given, understand
from .pipeline import locked_names
from .python.lock import Lock, read_lock
from .rules.breaking.surface import Alias, Class, Function, Kind, Surface
from .rules.breaking.verdict import Site
from .text.diagnostic import Report


class Symbol(Struct, frozen=True):
    """A symbol: how callers write it (`client.refunds.get`, `Refund.amount`), its Python, and where it comes from."""

    name: str
    python: str
    site: Site | None


def symbols_of(config: Config, api: ApiConfig, report: Report) -> tuple[Symbol, ...] | None:
    """The symbols of an API; None where no package follows from its specification, which is reported."""
    text = locked_names(config, api)
    lock = (read_lock(text) if text is not None else None) or Lock()
    given = Given(
        api.name,
        api.spec,
        lock,
        api.client,
        api.root,
        api.shelf,
        api.allow,
        api.idempotency_header,
    )
    found = understand(given, lock, report)
    if found is None:
        return None
    if found.package is None:
        message = f"no package follows from `{api.spec}`: {found.why}"
        report.error(
            "symbols-unknown", message, None, "run `sdkwright generate` to see what is wrong"
        )
        return None
    return tuple(_symbols(found.package.surface, found.package.sites))


def _symbols(surface: Surface, sites: Mapping[str, Site]) -> Iterator[Symbol]:
    paths = dict(_client_paths(surface))
    for name, one in surface.symbols.items():
        match one:
            case Alias():
                yield Symbol(name, f"{name} = {one.annotation}", sites.get(name))
            case Function():
                yield Symbol(name, one.signature, sites.get(name))
            case Class(kind=Kind.CLIENT):
                yield Symbol(name, f"class {name}", sites.get(name))
            case Class() if name in paths:
                yield Symbol(paths[name], f"class {name}", sites.get(name))
                for key, method in one.methods.items():
                    yield Symbol(
                        f"{paths[name]}.{key}", method.signature, sites.get(f"{name}.{key}")
                    )
            case Class():
                # The asynchronous twins come from the same places.
                if one.kind is not Kind.RESOURCE:
                    yield from _class(name, one, sites)


def _class(name: str, one: Class, sites: Mapping[str, Site]) -> Iterator[Symbol]:
    yield Symbol(name, f"class {name}", sites.get(name))
    for key, attribute in one.attributes.items():
        default = "" if attribute.default is None else f" = {attribute.default}"
        shown = f"{key}: {attribute.annotation}{default}"
        yield Symbol(f"{name}.{key}", shown, sites.get(f"{name}.{key}"))


def _client_paths(surface: Surface) -> Iterator[tuple[str, str]]:
    """How callers reach the classes of resources: `Refunds` as `client.refunds`."""
    for one in surface.symbols.values():
        if isinstance(one, Class) and one.kind is Kind.CLIENT:
            for key, attribute in one.attributes.items():
                if not attribute.annotation.startswith("Async"):
                    yield attribute.annotation, f"client.{key}"


def delta(before: tuple[Symbol, ...], after: tuple[Symbol, ...]) -> list[str]:
    """What changes for callers, a line each: `- ` what was, `+ ` what is."""
    old, new = ({one.name: one.python for one in side} for side in (before, after))
    lines: list[str] = []
    for name in dict.fromkeys((*old, *new)):
        if old.get(name) != new.get(name):
            lines += [f"- {name}: {old[name]}"] if name in old else []
            lines += [f"+ {name}: {new[name]}"] if name in new else []
    return lines
