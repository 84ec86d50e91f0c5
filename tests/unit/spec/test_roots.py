"""How far references may lead, as it is said on the command line and in the configuration."""

from __future__ import annotations

from pathlib import Path

import pytest

from case_folders import sdkwright

_API = """
openapi: 3.1.0
info: {title: Shop, version: "1"}
paths: {}
components:
  schemas:
    Order: {type: object, properties: {total: {$ref: '../common/money.yaml#/Money'}}}
"""
_CONFIG = '[package]\nname = "shops"\n[apis.shop]\nspec = "apis/shop.yaml"\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose specification refers to a file of a neighbouring folder."""
    for name, text in {
        "apis/shop.yaml": _API,
        "common/money.yaml": "Money: {type: object, properties: {amount: {type: number}}}",
        "sdkwright.toml": _CONFIG,
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SDKWRIGHT_CACHE", str(tmp_path / "cache"))
    return tmp_path


def test_the_folder_of_the_specification_is_not_left(folder: Path) -> None:
    status, told = sdkwright("generate apis/shop.yaml -o out")
    assert (status, "error[ref-outside]" in told) == (1, True)
    assert sdkwright("generate")[0] == 1
    assert not (folder / "out").exists()


def test_a_root_allows_the_files_below_it(folder: Path) -> None:
    assert sdkwright("generate apis/shop.yaml -o out --root .") == (0, "")
    assert "amount: Decimal" in (folder / "out/shop/models.py").read_text("utf-8")
    assert sdkwright("lint apis/shop.yaml --root . --only shop")[1].count("error[") == 0
    (folder / "sdkwright.toml").write_text(_CONFIG + 'root = "."\n', "utf-8")
    assert sdkwright("generate")[0] == 0


def test_a_changed_file_above_the_specification_is_noticed(folder: Path) -> None:
    command = "generate apis/shop.yaml -o out --root ."
    assert sdkwright(command)[0] == 0
    (folder / "common/money.yaml").write_text("Money: {type: string}", "utf-8")
    assert sdkwright(command)[0] == 0
    assert "Decimal" not in (folder / "out/shop/models.py").read_text("utf-8")


def test_what_is_no_folder_around_the_specification_is_refused(folder: Path) -> None:
    status, told = sdkwright("generate apis/shop.yaml -o out --root common")
    assert (status, "not a folder around `shop.yaml`" in told) == (2, True)
    assert sdkwright("generate --root .")[0] == 2
