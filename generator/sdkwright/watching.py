"""`sdkwright watch`: an edit in, its verdict out: what is wrong, and what changes for callers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from time import perf_counter, sleep

from msgspec import Struct, field

from .config import Config
from .linting import files_of, lint
from .rules.selection import Selection
from .symbols import Symbol, delta, symbols_of
from .text.diagnostic import Report
from .text.garbage import collect

_PAUSE = 0.05


class Verdict(Struct, frozen=True):
    """What an edit does: the findings, the lines of Python that change, and how long it took to tell."""

    files: tuple[Path, ...]
    report: Report
    python: tuple[str, ...]
    seconds: float


class Watch(Struct):
    """The state of the specifications as last seen. `look` tells what has changed since; it never waits."""

    config: Config
    selection: Selection
    symbols: dict[str, tuple[Symbol, ...]] = field(default_factory=dict[str, tuple[Symbol, ...]])
    states: Mapping[Path, tuple[int, int]] = field(default_factory=dict[Path, tuple[int, int]])
    homes: dict[Path, set[str]] = field(default_factory=dict[Path, set[str]])

    def look(self) -> Verdict | None:
        """The verdict on what has changed since the last look; at the first, on everything. None where nothing has."""
        first = not self.states
        states = self._states()
        touched = tuple(p for p in {**self.states, **states} if self.states.get(p) != states.get(p))
        if not touched:
            return None
        started = perf_counter()
        names = {name for path in touched for name in self.homes.get(path, set())}
        report = Report()
        lines: list[str] = []
        for api in self.config.apis:
            if api.name not in names and not first:
                continue
            now = symbols_of(self.config, api, Report())
            # While a text is broken the SDK stays what it was.
            if now is not None:
                lines += [] if first else delta(self.symbols.get(api.name, ()), now)
                self.symbols[api.name] = now
        lint(self.config, report, self.selection, frozenset() if first else frozenset(names))
        # As they were before: what has changed meanwhile is for the next look.
        self.states = states
        return Verdict(touched, report, tuple(lines), perf_counter() - started)

    def _states(self) -> Mapping[Path, tuple[int, int]]:
        """Time and size of every file; which files an API has is asked again when one of them has changed."""
        known = {path: _state(path) for path in self.homes}
        touched = [path for path in known if known[path] != self.states.get(path)]
        names = {name for path in touched for name in self.homes[path]}
        for api in self.config.apis:
            if not known or api.name in names:
                one = Config(self.config.root, self.config.package, self.config.target, (api,))
                locks = () if api.shelf is None else (api.shelf.lock,)
                for path in (api.spec, *locks, *files_of(one, Report())):
                    self.homes.setdefault(path, set()).add(api.name)
        return {path: _state(path) for path in self.homes}


def _state(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return (0, -1)
    return (found.st_mtime_ns, found.st_size)


def verdicts(watch: Watch) -> Iterator[Verdict]:
    """Verdicts as edits happen, without end."""
    while True:
        found = watch.look()
        if found is not None:
            yield found
            collect()
        sleep(_PAUSE)
