"""What runs around the work: `init`, `watch`, `explain`, and the files for CI."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from case_folders import CliRunner, app, sdkwright
from sdkwright.config import FILE, read_config
from sdkwright.rules.lint import rules
from sdkwright.rules.selection import Selection
from sdkwright.text.diagnostic import Report
from sdkwright.text.yaml import load
from sdkwright.watching import Watch

ROOT = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def _at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SDKWRIGHT_CACHE", str(tmp_path / "cache"))


def out(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, list(arguments), catch_exceptions=False)
    return result.exit_code, result.stdout, result.stderr


def code(told: str) -> str:
    """The code of the first error that is told."""
    return told.partition("error[")[2].partition("]")[0]


def test_a_fresh_repository_passes_untouched() -> None:
    status, told, _ = out("init")
    assert status == 0
    assert ".github/workflows/sdkwright.yml" in told
    assert Path(".gitattributes").read_text("utf-8") == (ROOT / ".gitattributes").read_text("utf-8")
    for command in ("format --check", "lint", "generate", "check", "lint"):
        assert sdkwright(command) == (0, ""), command


def test_init_overwrites_nothing() -> None:
    Path("sdkwright.toml").write_text("mine", "utf-8")
    status, _, told = out("init")
    assert status == 2
    assert code(told) == "init-exists"
    assert Path("sdkwright.toml").read_text("utf-8") == "mine"
    assert not Path("specs").exists()


def test_a_watch_tells_what_an_edit_does() -> None:
    out("init")
    config = read_config(Path(FILE), Report())
    assert config is not None
    watch = Watch(config, Selection())
    first = watch.look()
    assert first is not None
    assert (first.python, first.report.found) == ((), [])
    assert watch.look() is None
    spec = Path("specs/shop.yaml")
    text = spec.read_text("utf-8")
    spec.write_text(text.replace("required: [id, amount]", "required: [amount]"), "utf-8")
    second = watch.look()
    assert second is not None
    assert second.python == ("- Order.id: id: str", "+ Order.id: id: str | None = None")
    spec.write_text("a: [", "utf-8")
    broken = watch.look()
    assert broken is not None
    assert broken.report.failed
    assert broken.python == ()
    spec.write_text(text, "utf-8")
    mended = watch.look()
    assert mended is not None
    assert mended.python == ("- Order.id: id: str | None = None", "+ Order.id: id: str")
    spec.unlink()
    assert watch.look() is not None


def test_a_watch_of_one_verdict() -> None:
    out("init")
    status, told, _ = out("watch", "--once")
    assert status == 0
    assert told.startswith("nothing found, 0 lines of Python changed")


def test_rules_are_listed_and_explained() -> None:
    status, told, _ = out("explain")
    assert status == 0
    assert all(f"  {id_} " in told for id_ in rules())
    status, told, _ = out("explain", "gen-optional-body")
    assert told.startswith("gen-optional-body (generation, warning)\n\nA request body has")


def test_symbols_and_places_are_explained() -> None:
    shutil.copytree(ROOT / "specs", "specs")
    shutil.copy(ROOT / FILE, FILE)
    status, told, _ = out("explain", "client.refunds.create")
    assert status == 0
    assert "client.refunds.create (digital_river)\n  python   def create(order_id: str, *, " in told
    assert "  pointer  #/paths/~1orders~1{orderId}~1refunds/post\n" in told
    assert "  source   lines: 283-338\n" in told
    text = Path("specs/riverty.yaml").read_text("utf-8")
    line = text[: text.index("Name of the product as shown")].count("\n") + 1
    _, told, _ = out("explain", f"specs/riverty.yaml:{line}")
    assert told.startswith("RefundItem.description (riverty)\n  python   description: str | None")
    line = text[: text.index("securitySchemes:")].count("\n") + 2
    _, told, _ = out("explain", f"specs/riverty.yaml:{line}")
    assert told.startswith("#/components/securitySchemes")
    assert "\n  python   nothing of its own\n" in told


@pytest.mark.parametrize("subject", ["client.nothing", "specs/riverty.yaml:1", "nix.yaml:3"])
def test_what_nobody_knows_is_told(subject: str) -> None:
    shutil.copytree(ROOT / "specs", "specs")
    shutil.copy(ROOT / FILE, FILE)
    status, _, told = out("explain", subject)
    assert status == 2
    assert code(told) == "explain-unknown"


def test_a_specification_without_a_package_has_no_symbols() -> None:
    out("init")
    Path("specs/shop.yaml").write_text("openapi: 3.1.0\npaths: {}\n", "utf-8")
    status, _, told = out("explain", "client.orders.get")
    assert status == 2
    assert code(told) == "symbols-unknown"


def test_hooks_and_action_name_commands_that_are_there() -> None:
    hooks = load(ROOT / ".pre-commit-hooks.yaml", "hooks", Report())
    assert hooks is not None
    for hook in hooks.elements():
        entry = hook.get("entry")
        assert entry is not None
        command = str(entry.value).split()[1]
        assert out(command, "--help")[0] == 0
    action = load(ROOT / "action.yml", "action", Report())
    assert action is not None
    runs = action.get("runs")
    assert runs is not None
    # What a user gives is data: it reaches the shell through the environment alone.
    for step in (runs.get("steps") or runs).elements():
        script = step.get("run")
        assert script is None or "${{" not in str(script.value)
