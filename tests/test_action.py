"""`action.yml`, done step by step in a repository that has a pull request."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from case_folders import sdkwright
from github import Run, Runner, Service, github
from loopback import closed_port
from test_review import _git

ROOT = Path(__file__).parents[1]
MARK = "<!-- sdkwright review -->"
BOT = {"login": "github-actions[bot]", "type": "Bot"}
ANN = {"login": "ann", "type": "User"}
PULL = {
    "event_name": "pull_request",
    "base_ref": "main",
    "event.pull_request.number": 5,
}
ALL = "format lint check review"


@pytest.fixture
def service() -> Iterator[Service]:
    """A service where the token of the run may write, and Ann has one of her own."""
    with github(tokens={"run": BOT, "fork": BOT, "ann": ANN}, reads_only={"fork"}) as one:
        yield one


@pytest.fixture
def runner(tmp_path: Path, service: Service, monkeypatch: pytest.MonkeyPatch) -> Runner:
    """A checkout of a pull request that has changed nothing so far; the tool is installed, as by the first step."""
    monkeypatch.setenv("SDKWRIGHT_CACHE", str(tmp_path / "cache"))
    tree, temp = tmp_path / "tree", tmp_path / "temp"
    for folder in (tree, temp / "sdkwright" / "bin"):
        folder.mkdir(parents=True)
    monkeypatch.chdir(tree)
    assert sdkwright("init")[0] == sdkwright("generate")[0] == 0
    _git(tree, "init", "-q", "-b", "main")
    _git(tree, "add", "-A")
    _git(tree, "commit", "-q", "-m", "first")
    _git(tree, "update-ref", "refs/remotes/origin/main", "HEAD")
    _git(tree, "checkout", "-q", "-b", "change")
    for name, command in (("python", ""), ("sdkwright", "-m sdkwright ")):
        tool = temp / "sdkwright" / "bin" / name
        tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" {command}"$@"\n', "utf-8")
        tool.chmod(0o755)
    monkeypatch.setenv("PYTHONPATH", str(ROOT / "generator"))
    return Runner(temp, service.url, tree)


def _edit(runner: Runner, old: str, new: str) -> None:
    spec = runner.path / "specs" / "shop.yaml"
    text = spec.read_text("utf-8")
    assert old in text
    spec.write_text(text.replace(old, new), "utf-8")


def _comment(runner: Runner, text: str = MARK, **inputs: str) -> Run:
    """The last step alone, after a review that says `text`."""
    folder = runner.temp / "sdkwright-review"
    folder.mkdir(exist_ok=True)
    (folder / "review.md").write_text(text, "utf-8")
    return runner(ROOT, PULL, skip=("Install", "Judge"), **inputs)


def test_a_pull_request_is_judged(runner: Runner, service: Service) -> None:
    """The whole of it: findings, page, summary, comment; all checks run, and the worst counts."""
    _edit(runner, "required: [id, amount]", "required: [id]")
    _edit(runner, "openapi: 3.1.0\n", "")
    _edit(runner, "components:\n", "openapi: 3.1.0\ncomponents:\n")
    (runner.path / "my code").mkdir()
    (runner.path / "my code" / "app.py").write_text(
        "from shop_sdks.shop import Shop\n\nwith Shop() as shop:\n    print(shop.orders.get('1').amount + 1)\n",
        "utf-8",
    )
    done = runner(ROOT, PULL, skip=["Install"], checks=ALL, usage="my code")
    assert done.statuses == {"Judge": 1, "Comment": 0}, done.log
    assert "would lay out specs/shop.yaml" in done.log
    assert "::error file=generated/shop_sdks/shop/models.py" in done.log
    assert [one["body"] for one in service.comments] == [done.summary]
    assert done.summary.startswith(MARK)
    assert "Order.amount" in done.summary
    assert "my code/app.py:4" in done.summary
    assert Path(done.outputs["page"]).read_text("utf-8").startswith("<!doctype html>")


def test_verdicts_that_fail_the_run(runner: Runner, service: Service) -> None:
    _edit(runner, "required: [id, amount]", "required: [id]")
    judged = {"checks": "review", "comment": "true"}
    done = runner(ROOT, PULL, skip=["Install"], **judged, **{"fail-on": "source typing"})
    assert done.statuses == {"Judge": 1, "Comment": 0}, done.log
    assert len(service.comments) == 1
    _edit(runner, "openapi: 3.1.0", "openapi: [")
    broken = runner(ROOT, PULL, skip=["Install"], **judged)
    assert broken.statuses["Judge"] == 2, broken.log
    assert broken.outputs == {}


def test_there_is_one_comment(runner: Runner, service: Service) -> None:
    for number in range(130):
        service.write(f"{number}", ANN)
    service.write(f"{MARK} as Ann quotes it", ANN)
    for text in ("1", "2", "2"):
        assert not _comment(runner, f"{MARK}\n{text} é").failed
    assert len(service.comments) == 132
    assert service.comments[-1]["body"] == f"{MARK}\n2 é"
    # What says the same is not written again.
    writes = [one for one in service.seen if not one.startswith("GET")]
    assert writes == ["POST /repos/a/b/issues/5/comments", "PATCH /repos/a/b/issues/comments/132"]


def test_a_person_s_token_finds_that_person_s_comment(runner: Runner, service: Service) -> None:
    service.write(f"{MARK} of somebody else", {"login": "bob", "type": "User"})
    for text in ("1", "2"):
        assert not _comment(runner, f"{MARK}{text}", token="ann").failed
    assert [one["body"][-1] for one in service.comments] == ["e", "2"]


@pytest.mark.parametrize("trouble", ["fork", "unknown", "down", "away"])
def test_a_comment_that_can_t_be_written_fails_nothing(
    runner: Runner, service: Service, trouble: str
) -> None:
    service.down = trouble == "down"
    url = f"http://127.0.0.1:{closed_port()}" if trouble == "away" else service.url
    done = _comment(Runner(runner.temp, url, runner.path), token=trouble)
    assert done.statuses == {"Comment": 0}, done.log
    assert done.log.count("::notice::") == len(done.log.splitlines()) == 1
    assert "pull-requests: write" in done.log
    assert service.comments == []


def test_what_a_push_does(runner: Runner, service: Service) -> None:
    done = runner(ROOT, {"event_name": "push"}, skip=["Install"], checks="format review")
    assert done.statuses == {"Judge": 0}, done.log
    assert "nothing to review" in done.log
    assert done.outputs == {}
    unknown = runner(ROOT, PULL, skip=["Install"], checks="lynt", comment="false")
    assert unknown.statuses == {"Judge": 2}
    assert "::error::unknown check" in unknown.log
    assert service.seen == []


@pytest.mark.slow
def test_it_installs_itself(runner: Runner, service: Service) -> None:
    """Needs the registry of packages, as the first step does."""
    shutil.rmtree(runner.temp / "sdkwright")
    done = runner(ROOT, PULL, checks=ALL)
    assert done.statuses == {"Install": 0, "Judge": 0, "Comment": 0}, done.log
    assert len(service.comments) == 1


def test_the_action_uses_nothing_of_others() -> None:
    assert "uses:" not in (ROOT / "action.yml").read_text("utf-8")
