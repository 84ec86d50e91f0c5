"""What `diff` and `review` compare: sides that are moved, renamed, faulty or missing."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sdkwright.cli import app

_SHOP = (Path(__file__).parent / "breaking" / "usual" / "shop.yaml").read_text("utf-8")
_CONFIG = '[package]\nname = "acme"\noutput = "gen"\n\n[apis.shop]\nspec = "specs/shop.yaml"\n'


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def _git(*arguments: str) -> None:
    who = ("-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], check=True, capture_output=True)


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with one configured API, committed on `main`, and a branch that is checked out."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "specs").mkdir()
    (tmp_path / "specs" / "shop.yaml").write_text(_SHOP, "utf-8")
    (tmp_path / "sdkwright.toml").write_text(_CONFIG, "utf-8")
    _git("init", "-q", "-b", "main")
    _git("add", "-A")
    _git("commit", "-q", "-m", "one")
    _git("checkout", "-q", "-b", "feature")
    return tmp_path


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


_FAULTS = {
    "ref-missing": ('#/components/schemas/Customer"', '#/components/schemas/Client"'),
    "duplicate-key": ("  title: Shop\n", "  title: Shop\n  title: Shop\n"),
    "operation-id-duplicate": ("operationId: getOrder", "operationId: listOrders"),
    "wrong-type": ("maximum: 100", "maximum: many"),
    "yaml-tag": ("  title: Shop\n", "  title: !of Shop\n"),
}


@pytest.mark.parametrize("code", _FAULTS)
def test_errors_of_the_new_side(shop: Path, code: str) -> None:
    _edit(shop / "specs" / "shop.yaml", *_FAULTS[code])
    done = _run("diff", "--against", "main")
    assert done.exit_code == 2
    assert f"error[{code}]" in done.stderr
    assert "specs/shop.yaml:" in done.stderr
    # What could be read was compared.
    assert "version:" in done.stdout
    told = json.loads(_run("diff", "--against", "main", "-f", "json").stdout)["faults"]
    assert [one["code"] for one in told] == [code]
    for form in ("github", "sarif", "rdjson", "junit"):
        assert code in _run("diff", "--against", "main", "-f", form).stdout
    review = _run("review", "--html", "review.html")
    assert review.exit_code == 2
    assert code in review.stdout
    assert code in (shop / "review.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("code", "status"), [("ref-missing", 2), ("yaml-tag", 2), ("operation-id-duplicate", 0)]
)
def test_errors_that_are_corrected(shop: Path, code: str, status: int) -> None:
    good = shop / "specs" / "shop.yaml"
    bad = shop / "bad.yaml"
    bad.write_text(_SHOP, "utf-8")
    _edit(bad, *_FAULTS[code])
    done = _run("diff", str(bad), str(good))
    assert done.exit_code == status
    assert f"[{code}]" in done.stderr


def test_places_in_a_revision_are_called_as_git_calls_them(shop: Path) -> None:
    spec = shop / "specs" / "shop.yaml"
    _edit(spec, *_FAULTS["ref-missing"])
    _git("commit", "-q", "-am", "bad")
    spec.write_text(_SHOP, "utf-8")
    done = _run("diff", "--against", "HEAD")
    assert done.exit_code == 2
    assert "HEAD:specs/shop.yaml:" in done.stderr
    assert "customer: {$ref" in done.stderr
    _edit(spec, "openapi: 3.1.0", "openapi: [")
    _git("commit", "-q", "-am", "worse")
    spec.write_text(_SHOP, "utf-8")
    done = _run("diff", "--against", "HEAD")
    assert done.exit_code == 2
    assert "HEAD:specs/shop.yaml:" in done.stderr
    assert str(Path("/tmp")) not in done.output.replace(str(shop), "")


def test_what_a_configuration_allows_is_no_error(shop: Path) -> None:
    config = shop / "sdkwright.toml"
    config.write_text(_CONFIG + 'allow = ["operation-id-duplicate"]\n', "utf-8")
    _edit(shop / "specs" / "shop.yaml", *_FAULTS["operation-id-duplicate"])
    assert _run("diff", "--against", "main").exit_code == 0


def test_a_specification_that_moves_is_found_again(shop: Path) -> None:
    _git("mv", "specs/shop.yaml", "specs/store.yaml")
    _edit(shop / "specs" / "store.yaml", "/orders/{orderId}/refunds", "/orders/{orderId}/refund")
    named = _run("diff", "specs/store.yaml", "--against", "main")
    assert named.exit_code == 0
    assert "endpoint-moved" in named.stdout
    assert "main:specs/shop.yaml:" in named.stdout
    assert "endpoint-added" not in named.stdout
    _edit(shop / "sdkwright.toml", "specs/shop.yaml", "specs/store.yaml")
    configured = _run("diff", "--against", "main")
    assert "endpoint-moved" in configured.stdout
    assert "endpoint-added" not in configured.stdout


def test_an_api_of_another_name_is_imported_from_elsewhere(shop: Path) -> None:
    _edit(shop / "sdkwright.toml", "apis.shop", "apis.store")
    (shop / "specs" / "two.yaml").write_text(_SHOP, "utf-8")
    with (shop / "sdkwright.toml").open("a", encoding="utf-8") as config:
        config.write('\n[apis.two]\nspec = "specs/two.yaml"\n')
    done = _run("diff", "--against", "main", "-f", "json")
    apis = {api["name"]: api for api in json.loads(done.stdout)["apis"]}
    moved = [(one["rule"], one["python"]) for one in apis["store"]["changes"]]
    assert moved == [("py-module-renamed", "source")]
    assert "source" not in {one["python"] for one in apis["two"]["changes"]}
    assert "endpoint-added" in {one["rule"] for one in apis["two"]["changes"]}


def test_settings_of_the_configuration_count(shop: Path) -> None:
    config = shop / "sdkwright.toml"
    config.write_text(_CONFIG.replace('"gen"', '"gen"\ntesting = false'), "utf-8")
    assert "py-module-removed" in _run("diff", "--against", "main").stdout
    config.write_text(_CONFIG + 'idempotency_header = "Idempotency-Key"\n', "utf-8")
    done = _run("diff", "--against", "main")
    assert "py-idempotency-added" in done.stdout
    assert "version: a new minor version" in done.stdout


def test_a_configured_specification_that_is_not_there(shop: Path) -> None:
    (shop / "specs" / "shop.yaml").unlink()
    done = _run("diff", "--against", "main")
    assert done.exit_code == 2
    code = "side-incomplete"
    assert f"sdkwright.toml:5:1: error[{code}]" in done.stderr
    assert "`specs/shop.yaml` is not there" in done.stderr


def test_what_attributes_leave_out_of_archives_is_compared(shop: Path) -> None:
    (shop / ".gitattributes").write_text("specs/** export-ignore\n", "utf-8")
    (shop / "link.yaml").symlink_to("specs/shop.yaml")
    _git("add", "-A")
    _git("commit", "-q", "-m", "attributes")
    _edit(shop / "specs" / "shop.yaml", "operationId: deleteOrder", "operationId: dropOrder")
    for side in ("sdkwright.toml", "link.yaml"):
        done = _run("diff", side, "--against", "HEAD", "--all")
        assert done.exit_code == 0, done.output
        assert "api-operation-id-removed" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("review", "--approvals", "nowhere.toml"), "approvals-unreadable"),
        (("diff", "--against", "main", "--usage", "nowhere"), "usage-missing"),
        (("diff", "--against", "main", "--witness", "sdkwright.toml"), "witness-unwritable"),
        (("diff", "https://example.com/a.yaml", "specs/shop.yaml"), "side-missing"),
        (("explain", "gen-any-lek"), "explain-unknown"),
    ],
)
def test_arguments_that_lead_nowhere(shop: Path, arguments: tuple[str, ...], code: str) -> None:
    done = _run(*arguments)
    assert done.exit_code == 2, done.output
    assert f"error[{code}]" in done.stderr
    assert "hint:" in done.stderr


def test_a_document_with_nothing_to_call(shop: Path) -> None:
    spec = shop / "specs" / "shop.yaml"
    spec.write_text("openapi: 3.1.0\ninfo: {title: Shop, version: '1'}\n", "utf-8")
    for arguments in (("lint",), ("generate",), ("diff", "--against", "main")):
        done = _run(*arguments)
        assert done.exit_code, arguments
        assert "error[field-missing]" in done.stderr


@pytest.mark.parametrize("base", ["specs/old.yaml", "HEAD:specs/shop.yaml"])
def test_a_review_takes_any_side_as_its_base(shop: Path, base: str) -> None:
    (shop / "specs" / "old.yaml").write_text(_SHOP, "utf-8")
    _edit(shop / "specs" / "shop.yaml", "        email: {type: string}\n", "")
    done = _run("review", "specs/shop.yaml", "--base", base)
    assert done.exit_code == 0, done.output
    assert f"`{base}` → `specs/shop.yaml`" in done.stdout
    assert "response-optional-property-removed" in done.stdout


def test_what_names_a_revision_is_one_even_where_a_folder_has_that_name(shop: Path) -> None:
    (shop / "main").mkdir()
    done = _run("diff", "--against", "main")
    assert done.exit_code == 0, done.output
    assert "nothing has changed" in done.stdout


def test_a_package_is_no_new_side(shop: Path) -> None:
    assert _run("generate", "specs/shop.yaml", "-o", "made").exit_code == 0
    for old in ("specs/shop.yaml", "made/shop"):
        done = _run("diff", old, "made/shop")
        assert done.exit_code == 2, done.output
        assert "error[side-unjudged]" in done.stderr
