"""The order of the stages: load, upgrade, check the shape, lower, name, plan, print, format; then compare or publish."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from time import perf_counter
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from .config import ApiConfig, Config
from .python.lock import FILE as LOCK
from .python.lock import Lock, read_lock
from .render.cache import Cache, digest, open_cache
from .render.compare import Comparison, compare
from .render.format import RUFF, Formatter, format_all, layout_of
from .render.publish import Outcome
from .render.publish import publish as publish_files
from .reread import Memory
from .reuse import Counts, Result, Reusable, recall, remember, tool
from .text.diagnostic import Report, Severity
from .text.garbage import hold, without_collection
from .text.span import Span
from .version import VERSION

if TYPE_CHECKING:
    from .ir.model import Api
    from .python.plan import Sheets
    from .spec.document import Document

Started: TypeAlias = Callable[[str, int, int], None]


def _silent(_name: str, _number: int, _total: int) -> None:
    """Nobody wants to know."""


class Analysis(Struct, frozen=True):
    """A specification understood: the document as written and the API as meant."""

    document: Document
    api: Api


class BuiltApi(Struct, frozen=True):
    """One API's files, finished, by their paths in the package. `reused` says that nothing had to be made again."""

    config: ApiConfig
    files: Mapping[PurePosixPath, str]
    counts: Counts
    seconds: float
    reused: bool


class Package(Struct, frozen=True):
    """What a run makes. `whole` is false where only some of the configured APIs were asked for."""

    config: Config
    apis: tuple[BuiltApi, ...]
    shared: Mapping[PurePosixPath, str]
    whole: bool

    @property
    def files(self) -> dict[PurePosixPath, str]:
        """All files by their paths in the package."""
        files = dict(self.shared)
        for api in self.apis:
            files |= api.files
        return files


class Reading(Struct, frozen=True):
    """How far a specification could be understood: as written, as 3.1, and as meant; None from where on it could not.

    After errors `api` holds substitutes: it can be looked at, not published.
    """

    written: Document | None
    document: Document | None
    api: Api | None


def read(config: ApiConfig, report: Report, memory: Memory | None = None) -> Reading:
    """Read one specification as far as its errors allow; with `memory` only as far as it was edited, then without `written`."""
    # A run that finds everything in the cache needs none of these; others read from it meanwhile.
    from .lower.api import lower

    own, written = Report(), None
    document = None if memory is None else memory.again(own)
    is_sound = document is not None
    if document is None:
        from .spec.document import load_document
        from .spec.remote import locked
        from .spec.shape import check_shape
        from .spec.upgrade import upgrade

        written = load_document(config.spec, config.root, own, locked(config.shelf))
        # What is found here may hang on several parts of the document; what comes next on each alone.
        is_plain = not own.found
        document = None if written is None else upgrade(written, own)
        if document is not None:
            # A dangling reference stops nothing: one run shall show every fault. A wrong shape does.
            shape = Report()
            check_shape(document, shape)
            own.absorb(shape)
            is_sound = not shape.failed
            if memory is not None and is_plain and not own.failed:
                memory.note(document, own)
    api = lower(document, config.name, own) if document is not None and is_sound else None
    if api is not None:
        api = _configured(api, config, own)
    report.absorb(own)
    return Reading(written, document, api)


def _configured(api: Api, config: ApiConfig, report: Report) -> Api:
    """An API with what the configuration says of it."""
    from .ir.body_forms import split_bodies
    from .ir.idempotency import with_header
    from .ir.shapes import split_shapes

    # Errors that leave nothing to make a package of can't be put up with.
    _allow(report, config.allow)
    named = replace(api, client=config.client) if config.client else api
    header = config.idempotency_header
    return split_bodies(split_shapes(with_header(named, header) if header else named))


def analyse(config: ApiConfig, report: Report, memory: Memory | None = None) -> Analysis | None:
    """Read and understand one specification; None where its errors leave nothing to go on with."""
    own = Report()
    reading = read(config, own, memory)
    report.absorb(own)
    if reading.document is None or reading.api is None or own.failed:
        return None
    return Analysis(reading.document, reading.api)


def locked_names(config: Config, api: ApiConfig) -> str | None:
    """The text of the name lock that is published with an API; None where there is none."""
    return _published(config.target / config.folder(api) / LOCK)


def _allow(report: Report, allowed: tuple[str, ...]) -> None:
    """Turn the errors that the configuration puts up with into warnings, and say which allowance nobody needs."""
    needed: set[str] = set()
    for at, found in enumerate(report.found):
        pattern = next((p for p in allowed if fnmatchcase(found.code, p)), None)
        if pattern is not None and found.severity is Severity.ERROR:
            needed.add(pattern)
            report.found[at] = replace(found, severity=Severity.WARNING)
    for pattern in allowed:
        if pattern not in needed:
            message = f"nothing needs the allowance `{pattern}`"
            report.warn("allowance-unneeded", message, None, "take it away")


@without_collection()
def build(
    config: Config,
    report: Report,
    only: frozenset[str] = frozenset(),
    cached: bool = True,
    started: Started = _silent,
) -> Package:
    """Make the files of the configured APIs, or of those named in `only`; nothing is written.

    `cached=False` makes everything anew instead of using what an earlier run has kept. `started` is told the name, number
    and total of each API when the work on it begins.
    """
    cache = open_cache(os.environ) if cached else Cache(None)
    known = {api.name for api in config.apis}
    for name in sorted(only - known):
        report.error(
            "api-unknown",
            f"no API is called `{name}`",
            None,
            f"configured are {', '.join(sorted(known))}",
        )
    wanted = [api for api in config.apis if not only or api.name in only]
    built: list[BuiltApi | None] = []
    with Formatter(config.layout) as formatter:
        for number, api in enumerate(wanted, 1):
            started(api.name, number, len(wanted))
            built.append(_build_api(config, api, cache, formatter, report))
        shared = _shared(config, cache, formatter, report)
    made = tuple(api for api in built if api is not None)
    hold(made)
    return Package(config, made, shared, whole=len(wanted) == len(config.apis))


def publish(package: Package, report: Report, force: bool = False) -> Outcome:
    """Write a package, unless an error was reported: then nothing is touched."""
    if report.failed:
        return Outcome()
    files = package.files if package.whole else _kept(package) | package.files
    inputs = [api.spec for api in package.config.apis]
    return publish_files(package.config.target, files, VERSION, report, force=force, inputs=inputs)


def drift(package: Package) -> Comparison:
    """How the published package differs from what the specifications give now; the tree is not touched."""
    files = package.files if package.whole else _kept(package) | package.files
    return compare(package.config.target, files, VERSION)


def _build_api(
    config: Config, api: ApiConfig, cache: Cache, formatter: Formatter, report: Report
) -> BuiltApi | None:
    started = perf_counter()
    own = Report()
    lock_text = locked_names(config, api)
    settings = (str(config.folder(api)), config.models, config.layout, str(config.testing))
    reusable = Reusable.of(api, settings, lock_text)
    result = recall(reusable, cache, own)
    reused = result is not None
    if result is None:
        formatter.expect()
        shelf = digest(str(api.spec), *settings)
        if _by_piece(config):
            cache.ahead(_pieces(config, shelf))
        memory = Memory.of(api, cache)
        planned = _planned(config, api, lock_text, own, memory)
        if planned is not None:
            document, counts, sheets = planned
            files = _finished(config, sheets, shelf, cache, own, formatter)
            result = None if files is None else Result(files, counts)
            if result is not None and not own.failed:
                # Names that are issued stay: the next run, which finds them in the lock, makes the same. Only what was
                # said about issuing them is not said again.
                issued = Reusable.of(api, settings, result.files[config.folder(api) / LOCK])
                keys = (reusable,) if _told_of_names(own) else (reusable, issued)
                remember(keys, document, result, own, cache)
                memory.keep(own)
    report.absorb(own)
    if result is None or own.failed:
        return None
    return BuiltApi(api, result.files, result.counts, perf_counter() - started, reused)


def _told_of_names(report: Report) -> bool:
    return any(found.code == "name-numbered" for found in report.found)


def _planned(
    config: Config, api: ApiConfig, lock_text: str | None, report: Report, memory: Memory
) -> tuple[Document, Counts, Sheets] | None:
    """The document, what is in it, and the files that follow from it."""
    own = Report()
    planned = _plan(config, api, lock_text, own, memory)
    if memory.rough and any(one.span is not None for one in own.found):
        # Now it has to be known where all of it stands.
        own = Report()
        planned = _plan(config, api, lock_text, own, memory.forget())
    report.absorb(own)
    return planned


def _plan(
    config: Config, api: ApiConfig, lock_text: str | None, report: Report, memory: Memory
) -> tuple[Document, Counts, Sheets] | None:
    from .ir.body_forms import described
    from .python.names import settle_names
    from .python.plan import plan_api

    analysis = analyse(api, report, memory)
    if analysis is None:
        return None
    lock = read_lock(lock_text) if lock_text is not None else Lock()
    if lock is None:
        refuse_lock(config.target / config.folder(api) / LOCK, report)
        return None
    names = settle_names(analysis.api, lock, report)
    hold(analysis, names)
    if report.failed:
        return None
    sheets = plan_api(analysis.api, names, config.folder(api), testing=config.testing)
    counts = Counts(len(described(analysis.api).operations), len(analysis.api.definitions))
    return analysis.document, counts, sheets


def _by_piece(config: Config) -> bool:
    """Whether what is made of a file hangs on that file alone, as with these two."""
    return config.models == "native" and config.layout == RUFF


def _pieces(config: Config, shelf: str) -> str:
    """The key that the files of an API are kept under, each by itself; `shelf` is of its specification and settings."""
    return digest("pieces", tool(), layout_of(config.layout), shelf)


def _finished(
    config: Config, sheets: Sheets, shelf: str, cache: Cache, report: Report, formatter: Formatter
) -> Mapping[PurePosixPath, str] | None:
    """The files printed and laid out; None where they can't be printed."""
    from .render.models import PrinterDisagrees
    from .render.pages import print_plan

    if _by_piece(config):
        from .pieces import make_files

        return make_files(sheets, _pieces(config, shelf), cache, report, formatter)
    try:
        printed = print_plan(sheets.plan(), config.models)
    except PrinterDisagrees as fault:
        report.error(
            "printer-disagrees", str(fault), None, "this is a fault of sdkwright: please report it"
        )
        return None
    return format_all(printed, cache, report, formatter, shelf)


def refuse_lock(path: Path, report: Report) -> None:
    """Report that a name lock can't be read."""
    report.error(
        "name-lock-unreadable",
        f"`{path.name}` is no list of names that sdkwright has issued",
        Span(str(path), 1, 1, 1, 1),
        "after a merge conflict take either side of it; delete it only if all names may change",
    )


def _shared(
    config: Config, cache: Cache, formatter: Formatter, report: Report
) -> dict[PurePosixPath, str]:
    """What all APIs of a package have in common: the runtime, the mark for type checkers and the root module."""
    from .render.pages import runtime_files

    shared = {**runtime_files(), PurePosixPath("py.typed"): ""}
    if not config.single:
        shared |= _root(config, cache, formatter, report)
    return shared


def _root(
    config: Config, cache: Cache, formatter: Formatter, report: Report
) -> dict[PurePosixPath, str]:
    from .reuse import recall_text, remember_text

    names = tuple(api.name for api in config.apis)
    known = recall_text(cache, "root", config.layout, config.package, *names)
    if known is None:
        from .python.package import root_view
        from .python.plan import Page
        from .render.pages import print_plan

        path = PurePosixPath("__init__.py")
        printed = print_plan(
            {path: Page("root.py.jinja", root_view(config.package, names))}, config.models
        )
        known = format_all(printed, cache, report, formatter)[path]
        remember_text(cache, known, "root", config.layout, config.package, *names)
    return {PurePosixPath("__init__.py"): known}


def _kept(package: Package) -> dict[PurePosixPath, str]:
    """The published files of the APIs that were not asked for, as they are."""
    made = {api.config.name for api in package.apis}
    kept: dict[PurePosixPath, str] = {}
    for api in package.config.apis:
        if api.name not in made:
            kept |= dict(_texts_below(package.config.target, package.config.folder(api)))
    return kept


def _texts_below(target: Path, folder: PurePosixPath) -> Iterable[tuple[PurePosixPath, str]]:
    from .render.manifest import published

    for path in published(target):
        text = _published(target / path) if path.is_relative_to(folder) else None
        if text is not None:
            yield path, text


def _published(path: Path) -> str | None:
    """The text of a published file; None where there is none to read."""
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
