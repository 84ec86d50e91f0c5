"""A verification that cannot fail is worth nothing: each way in which examples or packages go wrong has its code."""

from __future__ import annotations

from collections.abc import Mapping
from msgspec.structs import replace
from pathlib import PurePosixPath

import pytest
from refund_apis import configuration

from sdkwright import Analysis, Package, Report, analyse, build
from sdkwright.verify import verify_package


@pytest.fixture(scope="module")
def whole() -> tuple[Package, Mapping[str, Analysis]]:
    """The package of this repository, freshly made."""
    report = Report()
    package = build(configuration(), report)
    assert not report.failed
    found = {built.config.name: analyse(built.config, Report()) for built in package.apis}
    return package, {name: analysis for name, analysis in found.items() if analysis is not None}


def codes(package: Package, analyses: Mapping[str, Analysis]) -> list[str]:
    report = Report()
    verify_package(package, analyses, report)
    return sorted({found.code for found in report.found} - {"coverage-below-floor"})


def edited(package: Package, path: str, old: str, new: str) -> Package:
    """The package with a file changed, as a faulty generator would have made it."""
    where = PurePosixPath(path)

    def change(files: Mapping[PurePosixPath, str]) -> dict[PurePosixPath, str]:
        if where not in files:
            return dict(files)
        assert old in files[where], f"{path} does not have {old!r} any more"
        return {**files, where: files[where].replace(old, new)}

    apis = tuple(replace(api, files=change(api.files)) for api in package.apis)
    return replace(package, shared=change(package.shared), apis=apis)


def test_the_package_as_it_is_passes(whole: tuple[Package, Mapping[str, Analysis]]) -> None:
    assert codes(*whole) == []


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        pytest.param(
            "_runtime/wire.py",
            "float_hook=Decimal",
            "float_hook=lambda text: Decimal(float(text))",
            "example-not-round-tripping",
            id="numbers go through a float",
        ),
        pytest.param(
            "riverty/resources/refunds.py",
            '{orderNumber}/refunds"',
            '{orderNumber}/refund"',
            "example-call-failed",
            id="wrong path",
        ),
        pytest.param(
            "digital_river/resources/refunds.py",
            '    "POST",',
            '    "PUT",',
            "example-call-failed",
            id="wrong method",
        ),
        pytest.param(
            "violet/client.py",
            '"X-Violet-App-Id"',
            '"X-Violet-Id"',
            "example-call-failed",
            id="wrong credential",
        ),
        pytest.param(
            "digital_river/resources/refunds.py",
            '"comments": comments',
            '"comments": "text "',
            "example-call-failed",
            id="wrong body",
        ),
        pytest.param(
            "geins/resources/refunds.py",
            "404: BaseEnvelope",
            "404: RefundEnvelope",
            "example-call-failed",
            id="error body of another type",
        ),
        pytest.param(
            "geins/models.py", "    approved:", "    aproved:", "example-mismatch", id="lost field"
        ),
        pytest.param(
            "violet/models.py",
            "order_sku_id: int",
            "order_sku_id: str",
            "example-mismatch",
            id="wrong type",
        ),
        pytest.param(
            "violet/models.py", "class Refund(", "class Refund((", "package-broken", id="no Python"
        ),
    ],
)
def test_a_faulty_package_is_found_out(
    whole: tuple[Package, Mapping[str, Analysis]], path: str, old: str, new: str, code: str
) -> None:
    package, analyses = whole
    name = PurePosixPath(path).parts[0]
    # One API is enough, and all of them for what they share.
    kept = tuple(api for api in package.apis if api.config.name == name) or package.apis[:1]
    assert code in codes(edited(replace(package, apis=kept), path, old, new), analyses)
