"""`sdkwright lint`: specifications in, findings out: those of the readers, of the rules, and of the suppressions."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from msgspec import Struct, field
from msgspec.structs import astuple, replace

from .config import ApiConfig, Config
from .ir.body_forms import described
from .pipeline import Reading, locked_names, read, refuse_lock
from .python.lock import FILE as LOCK
from .python.lock import Lock, read_lock
from .render.cache import open_cache
from .reuse import Counts, Result, Reusable, recall, remember
from .rules.lint import Found, lint_api, lint_document, rules
from .rules.selection import OFF, Selection, unknown
from .rules.subject import Planned, Written
from .rules.suppression import suppress
from .spec.url import is_remote
from .text.diagnostic import Report, Severity
from .text.edit import Fix
from .text.garbage import without_collection
from .text.places import at_keys
from .text.span import Span
from .texts import Texts, read_texts


class Linted(Struct, frozen=True):
    """What came of a run: how many specifications were read, and the safe fixes of findings, by file."""

    specifications: int
    fixes: Mapping[str, tuple[Fix, ...]] = field(default_factory=dict[str, tuple[Fix, ...]])


def check_selection(selection: Selection, report: Report) -> bool:
    """Whether every pattern of a selection names a rule; reports `rule-unknown` for one that does not."""
    known = rules()
    for pattern in (*selection.levels, *selection.only):
        if (unknown(pattern, known) and "-" not in pattern) or (
            unknown(pattern, known) and pattern in selection.only
        ):
            _tell_unknown(pattern, report)
    return not report.failed


def _tell_unknown(pattern: str, report: Report) -> None:
    from difflib import get_close_matches

    close = get_close_matches(pattern, rules(), 1)
    hint = f"did you mean `{close[0]}`?" if close else "`sdkwright explain` lists them"
    report.error("rule-unknown", f"no lint rule is called `{pattern}`", None, hint)


def files_of(config: Config, report: Report) -> list[Path]:
    """Every file that the configured specifications consist of, each once; what can't be read is reported.

    What lies under URLs is not among them: it belongs to others.
    """
    from .spec.document import load_document
    from .spec.remote import locked

    found: dict[Path, None] = {}
    for api in config.apis:
        own = Report()
        document = load_document(api.spec, api.root, own, locked(api.shelf))
        # Dangling references are for `lint`; here it matters whether there is a text.
        if document is None:
            report.absorb(own)
        names = () if document is None else document.names.keys() - own.sources.paths.keys()
        found |= dict.fromkeys(Path(name) for name in sorted(names))
    return list(found)


@without_collection()
def lint(
    config: Config,
    report: Report,
    selection: Selection,
    only: frozenset[str] = frozenset(),
    cached: bool = True,
) -> Linted:
    """Lint the configured APIs, or those named in `only`.

    Where nothing that a result follows from has changed, it is taken from the cache; fixes are then not at hand.
    """
    texts = read_texts(config, report)
    fixes: dict[str, tuple[Fix, ...]] = {}
    cache = open_cache(os.environ if cached else {"SDKWRIGHT_CACHE": "off"})
    names = {api.name for api in config.apis}
    for name in sorted(only - names):
        hint = f"configured are {', '.join(sorted(names))}"
        report.error("api-unknown", f"no API is called `{name}`", None, hint)
    apis = [api for api in config.apis if not only or api.name in only]
    for api in apis:
        own = Report()
        lock_text = locked_names(config, api)
        # Without a cache the tool need not be hashed.
        settings = ("lint", _said(selection), repr(texts))
        reusable = Reusable.of(api, settings, lock_text) if cached else None
        known = recall(reusable, cache, own) if reusable else None
        if known is not None:
            own.sources.pointers |= _pointers(known.files[_POINTERS])
        else:
            reading, found = _lint_one(config, api, lock_text, selection, texts, own)
            fixes |= {file: fixes.get(file, ()) + made for file, made in _fixes(found, own)}
            if reusable is not None and reading.written is not None:
                kept = Result({_POINTERS: _pointers_text(own)}, Counts(0, 0))
                remember((reusable,), reading.written, kept, own, cache)
        report.absorb(own)
    return Linted(len(apis), fixes)


_POINTERS = PurePosixPath("pointers.json")
"""What is kept of a result besides its findings: the pointers of their places, without which a tree had to be read."""


def _pointers_text(report: Report) -> str:
    spans = dict.fromkeys(one.span for one in report.found if one.span is not None)
    found = ((span, report.sources.pointer(span)) for span in spans)
    return json.dumps([[*astuple(span), pointer] for span, pointer in found if pointer is not None])


def _pointers(text: str) -> dict[Span, str]:
    return {Span(*span): pointer for *span, pointer in json.loads(text)}


def _lint_one(
    config: Config,
    api: ApiConfig,
    lock_text: str | None,
    selection: Selection,
    texts: Texts | None,
    report: Report,
) -> tuple[Reading, list[Found]]:
    read_report = Report()
    reading = read(api, read_report)
    found: list[Found] = []
    if reading.written is not None:
        written = Written(reading.written)
        found += lint_document(written, selection)
        if reading.api is not None:
            planned = _planned(config, api, reading, lock_text, texts, read_report)
            found += lint_api(planned, selection) if planned else ()
    for diagnostic in read_report.found:
        level = selection.level_of(diagnostic.code)
        # An error of the readers stops generation; it can't be talked away.
        if diagnostic.severity is Severity.ERROR or level is None:
            report.add(diagnostic)
        elif level != OFF:
            report.add(replace(diagnostic, severity=Severity(level)))
    report.sources = read_report.sources
    placed, pointers = at_keys((diagnostic for diagnostic, _ in found), report.sources.trees)
    found = [
        (diagnostic, finding)
        for diagnostic, (_, finding) in zip(placed, found, strict=True)
        if diagnostic.span is None or not is_remote(diagnostic.span.file)
    ]
    for diagnostic, _ in found:
        report.add(diagnostic)
    report.sources.pointers |= pointers
    if reading.written is not None:
        suppress(reading.written, rules(), selection, report)
    return reading, found


def _planned(
    config: Config,
    api: ApiConfig,
    reading: Reading,
    lock_text: str | None,
    texts: Texts | None,
    report: Report,
) -> Planned | None:
    from .python.names import settle_names

    lock = read_lock(lock_text) if lock_text is not None else Lock()
    if lock is None:
        refuse_lock(config.target / config.folder(api) / LOCK, report)
        lock = Lock()
    assert reading.api is not None
    assert reading.written is not None
    names = settle_names(reading.api, lock, report)
    lines, stale = (texts.lines, texts.stale) if texts else (None, frozenset[str]())
    return Planned(described(reading.api), names, Written(reading.written), lines, stale)


def _fixes(found: list[Found], report: Report) -> Iterator[tuple[str, tuple[Fix, ...]]]:
    """The fixes of the findings that are reported, by file."""
    told = set(report.found)
    by_file: dict[str, list[Fix]] = {}
    for diagnostic, finding in found:
        if finding.fix is not None and diagnostic in told:
            by_file.setdefault(finding.place.file, []).append(finding.fix)
    return ((file, tuple(fixes)) for file, fixes in by_file.items())


def _said(selection: Selection) -> str:
    return repr((sorted(selection.levels.items()), selection.only))
