"""Import statements of a module, computed from what its code names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct

from .code import Code, compose, dotted, identifier, join


class Import(Struct, frozen=True):
    """`from module import name`, or `import module` where there is no name; `alias` is what that module is called then.

    Leading dots make `module` relative.
    """

    module: str
    name: str | None
    alias: str | None = None


class Imports(Struct, frozen=True):
    """The import statements of a module, in the three groups of PEP 8; each group may be empty."""

    standard: tuple[Code, ...]
    installed: tuple[Code, ...]
    own: tuple[Code, ...]

    @property
    def groups(self) -> tuple[tuple[Code, ...], ...]:
        """The groups that are not empty."""
        return tuple(group for group in (self.standard, self.installed, self.own) if group)


_INSTALLED = frozenset({"pydantic", "httpx2", "msgspec", "typing_extensions"})


def import_block(needed: Iterable[Import]) -> Imports:
    """The statements for `needed`, sorted as isort does."""
    whole: dict[str, str | None] = {}
    parts: dict[str, set[str]] = defaultdict(set)
    for wanted in needed:
        if wanted.name is None:
            whole[wanted.module] = wanted.alias
        else:
            parts[wanted.module].add(wanted.name)
    wholly = [(m, _whole(m, whole[m])) for m in sorted(whole, key=_place)]
    partly = [(m, _statement(m, parts[m])) for m in sorted(parts, key=_place)]
    statements = wholly + partly
    return Imports(
        tuple(
            s for m, s in statements if not m.startswith(".") and m.split(".")[0] not in _INSTALLED
        ),
        tuple(s for m, s in statements if m.split(".")[0] in _INSTALLED),
        tuple(s for m, s in statements if m.startswith(".")),
    )


def _place(module: str) -> tuple[int, str]:
    dots = len(module) - len(module.lstrip("."))
    return -dots, module.lower()


def _whole(module: str, alias: str | None) -> Code:
    if alias is None:
        return compose("import {}", dotted(module))
    return compose("import {} as {}", dotted(module), identifier(alias))


def _statement(module: str, names: set[str]) -> Code:
    return compose(
        "from {} import {}",
        dotted(module),
        join(", ", map(identifier, sorted(names, key=_by_kind))),
    )


def _by_kind(name: str) -> tuple[int, str]:
    # Constants, then classes, then the rest: the order that isort and ruff keep.
    return (0 if name.isupper() and len(name) > 1 else 1 if name[:1].isupper() else 2, name)
