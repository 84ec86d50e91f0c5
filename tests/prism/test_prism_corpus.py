"""No request is refused for documents that other people wrote: Prism holds every one of them against its document."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from corpus.documents import SHARED
from corpus.limits import run
from corpus.trial import tool

from .corpus_calls import called
from .mock_server import PRISM, ROOT, serving

pytestmark = pytest.mark.prism

_DOCUMENTS = (
    "museum.yaml",
    "spacetraders.yaml",
    "vonage-verify.yaml",
    "lakefs.yaml",
    "ory-kratos.json",
)


@pytest.mark.parametrize("name", _DOCUMENTS)
def test_no_request_is_refused(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = SHARED / "corpus" / "visible" / name
    if not document.is_file():
        pytest.skip(f"there is no {document}")
    assert PRISM.exists(), "Prism is not installed: run `make prism`"
    command = [sys.executable, "-m", "sdkwright", "generate", str(document), "-o", str(tmp_path)]
    made = run([*command, "--allow", "unsupported-*"], ROOT, 300.0, 4000, tool())
    assert made.status == 0, made.err
    (package,) = (path.parent.name for path in tmp_path.glob("*/names.json"))
    monkeypatch.syspath_prepend(str(tmp_path))
    with serving(document, made_up=False) as url:
        found = list(called(document, package, url))
    assert len(found) >= 10
    refused = sorted({f"{one.operation}: {one.refused}" for one in found if one.refused})
    assert not refused, "\n".join(refused)
