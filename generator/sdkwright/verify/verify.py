"""Every example of the specifications goes through the SDK and comes back to the digit."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from ..config import Config
from ..ir.model import Api, Role
from ..pipeline import Analysis, BuiltApi, Package, analyse, build
from ..python.lock import FILE as LOCK
from ..python.lock import Lock, read_lock
from ..python.names import Names, settle_names
from ..text.diagnostic import Report
from .coverage import Share, operations_shown, schemas_shown
from .judge import Court, Facts
from .process import facts_of, libraries_missing
from .trial import Trial, trial_of
from .validity import Validator
from .verification import ApiVerification, Verdict, Verification

_HINT = "add examples that show them, or lower the floor under `[verify]`"


def verify(config: Config, report: Report, only: frozenset[str] = frozenset()) -> Verification:
    """Build the configured APIs, or those named in `only`, and try every example on the package.

    Reports `example-invalid`, `example-mismatch`, `example-not-round-tripping`, `example-call-failed`,
    `coverage-below-floor`, `no-examples`, `package-broken`, `library-missing` and `trial-broken`.
    """
    if libraries_missing(report):
        return Verification()
    package = build(config, report, only)
    if report.failed:
        return Verification()
    # Building has reported what there was to say about the specifications.
    silent = Report()
    analyses = {built.config.name: analyse(built.config, silent) for built in package.apis}
    return verify_package(package, {n: a for n, a in analyses.items() if a is not None}, report)


def verify_package(
    package: Package, analyses: Mapping[str, Analysis], report: Report
) -> Verification:
    """Try the examples of analysed APIs on a package that was made of them."""
    tried: dict[str, tuple[Trial, Names]] = {}
    for built in package.apis:
        api = analyses[built.config.name].api
        names = _names(package.config, built, api)
        module = "" if package.config.single else built.config.name
        tried[built.config.name] = (trial_of(api, names, module), names)
    if not any(trial.cases for trial, _ in tried.values()):
        hint = "add the payloads that the documentation prints, as `examples`"
        report.error("no-examples", "the specifications have no example to verify", None, hint)
    plans = [trial.plan() for trial, _ in tried.values()]
    facts = facts_of(package.files, plans, report)
    if facts is None:
        return Verification()
    found: list[ApiVerification] = []
    for name, (trial, names) in tried.items():
        verdicts = _judged(analyses[name], trial, names, facts[name], report)
        if verdicts is not None:
            found.append(_covered(trial.api, names, verdicts))
    for one in found:
        _check_floors(package.config.floors, one, analyses[one.name].api, report)
    return Verification(tuple(found))


def _judged(
    analysis: Analysis, trial: Trial, names: Names, facts: Facts, report: Report
) -> tuple[Verdict, ...] | None:
    if "broken" in facts:
        message = f"the package of `{trial.api.name}` cannot be imported: {facts['broken']}"
        hint = "this is a fault of the generator: please report it with the specification"
        report.error("package-broken", message, trial.api.origin.span, hint)
        return None
    document = analysis.document
    validator = Validator(document, trial.api.definitions)
    spoiled = frozenset(
        case.call.operation.id
        for case in trial.cases
        if case.call is not None
        and case.example.role is Role.REQUEST
        and any(validator.violations(case.example))
    )
    court = Court(document, trial, names, validator, facts, spoiled)
    verdicts = tuple(Verdict(case.example, tuple(court.verdict(case))) for case in trial.cases)
    for verdict in verdicts:
        for diagnostic in verdict.found:
            report.add(diagnostic)
    return verdicts


def _names(config: Config, built: BuiltApi, api: Api) -> Names:
    """The names that the package was printed with: those of the lock that it carries."""
    lock = read_lock(built.files[config.folder(built.config) / LOCK])
    return settle_names(api, lock or Lock(), Report())


def _covered(api: Api, names: Names, verdicts: tuple[Verdict, ...]) -> ApiVerification:
    """The shares under names that people know: method and path, and the classes."""
    paths = {op.id: f"{op.method} {op.target}" for op in api.operations}
    operations = _renamed(operations_shown(api), paths)
    schemas = _renamed(schemas_shown(api), names.types)
    return ApiVerification(api.name, verdicts, operations, schemas)


def _renamed(share: Share, names: Mapping[str, str]) -> Share:
    return replace(share, missing=tuple((names[id_], span) for id_, span in share.missing))


def _check_floors(
    floors: Mapping[str, int], found: ApiVerification, api: Api, report: Report
) -> None:
    for what, share in (("operations", found.operations), ("schemas", found.schemas)):
        floor = floors.get(what, 0)
        if 100 * share.shown >= floor * share.total:
            continue
        message = (
            f"examples show {share.shown} of the {share.total} {what} of `{found.name}` "
            f"({share.percent} %), and {floor} % are asked for"
        )
        related = tuple((span, f"no example of `{name}`") for name, span in share.missing[:10])
        report.error("coverage-below-floor", message, api.origin.span, _HINT, related)
