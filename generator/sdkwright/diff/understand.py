"""One side of a comparison, understood: its document for the wire, and the surface of the package that it gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from msgspec import Struct
from msgspec.structs import replace

from ..config import ApiConfig
from ..ir.model import Api
from ..pipeline import read
from ..python.lock import Lock
from ..python.names import Names, settle_names
from ..python.plan import plan_api
from ..render.pages import print_plan
from ..rules.breaking.renames import Package
from ..rules.breaking.source import read_surface
from ..spec.document import Document
from ..spec.remote import Shelf
from ..text.diagnostic import Diagnostic, Report, Severity
from ..text.span import Span
from .origins import sites


class Home(Struct, frozen=True):
    """Where a package is imported from (`acme.shop`), whether it has fakes for tests, and where that is configured."""

    module: str
    testing: bool
    span: Span


class Given(Struct, frozen=True):
    """A specification to compare: the API's name, the file, the names issued for it, and what its configuration says.

    `inside` is the path of the file within its side, `home` where the package is imported from that is made of it.
    """

    name: str
    path: Path
    lock: Lock | None = None
    client: str | None = None
    root: Path | None = None
    shelf: Shelf | None = None
    allow: tuple[str, ...] = ()
    header: str | None = None
    inside: str = ""
    home: Home | None = None


class Understood(Struct, frozen=True):
    """What a specification says. `package` is None where no package follows from it, and `why` says why.

    `api` and `names` are what the package was planned from. `faults` are the errors that `generate` would stop at: what they
    are about is compared as well as it could be read.
    """

    document: Document
    version: str
    package: Package | None
    lock: Lock
    why: str | None
    files: Mapping[PurePosixPath, str]
    api: Api | None = None
    names: Names | None = None
    faults: tuple[Diagnostic, ...] = ()


def understand(
    given: Given, lock: Lock, report: Report, *, plain: bool = False
) -> Understood | None:
    """Read one specification; None where it can't be read at all, which is reported. Where `plain`, no package is made.

    Parts that have no place in a package are left out of it: what they are is the business of `generate`.
    """
    own = Report()
    config = ApiConfig(
        given.name, given.path, given.client, given.allow, given.root, given.shelf, given.header
    )
    reading = read(config, own)
    report.sources.texts |= own.sources.texts
    report.sources.trees |= own.sources.trees
    report.sources.paths |= own.sources.paths
    document = reading.document
    if document is None or not isinstance(document.root.value, dict):
        report.absorb(own)
        return None
    names = None
    if reading.api is not None and not plain:
        names = settle_names(reading.api, given.lock or lock, own)
    faults = tuple(_faults(own))
    if reading.api is None or any(fault.code == "name-invalid" for fault in faults):
        why = f"{faults[0].code}: {faults[0].message}" if faults else "no package follows from it"
        return Understood(document, _version(document), None, lock, why, {}, faults=faults)
    if names is None:
        return Understood(document, reading.api.version, None, lock, None, {}, faults=faults)
    return replace(_packaged(document, reading.api, names), faults=faults)


def _faults(report: Report) -> Iterator[Diagnostic]:
    """The errors of a side, but for what merely has no place in a package."""
    for found in report.in_order():
        if found.severity is Severity.ERROR and not found.code.startswith("unsupported-"):
            yield found


def _packaged(document: Document, api: Api, names: Names) -> Understood:
    # Fakes follow from what they stand for: nothing of theirs changes on its own.
    plan = plan_api(api, names, PurePosixPath(), testing=False).plan()
    files = print_plan(plan, "native")
    texts = [text for path, text in files.items() if _is_public(path)]
    package = Package(read_surface(texts), sites(api, names))
    return Understood(document, api.version, package, names.lock, None, files, api, names)


def _is_public(path: PurePosixPath) -> bool:
    """Whether a module holds classes of its own: models, clients, resources."""
    return path.suffix == ".py" and path.name != "__init__.py"


def _version(document: Document) -> str:
    info = document.root.get("info")
    version = info.get("version") if info is not None else None
    return "" if version is None else str(version.value)
