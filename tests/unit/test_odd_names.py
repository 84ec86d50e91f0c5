"""What packages and clients are called whose files and titles are no names."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from case_folders import sdkwright
from sdkwright.console import package_name


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("shop.yaml", "shop"),
        ("Shop API v2.yaml", "shop_api_v2"),
        ("shop.openapi.json", "shop"),
        ("json.yaml", "json_api"),
        ("class.yaml", "class_api"),
        ("pydantic.yaml", "pydantic_api"),
        (".shop.yaml", "shop"),
        ("注文.yaml", "orders"),
    ],
)
def test_a_package_is_named_after_its_file(tmp_path: Path, file: str, name: str) -> None:
    assert package_name(tmp_path / "orders" / file) == name


@pytest.mark.parametrize(
    ("title", "client"),
    [
        ("Shop", "Shop"),
        ("2Checkout's API (v1.0) -- beta!", "N2CheckoutSAPIV10Beta"),
        ("注文", "ApiClient"),
        ("class", "Class"),
        ("None", "NoneClient"),
        ("Model", "ModelClient"),
        ("'''\"\"\"\\", "ApiClient"),
        ("Options", "OptionsClient"),
    ],
)
def test_a_client_is_named_after_the_title(tmp_path: Path, title: str, client: str) -> None:
    spec = tmp_path / "shop.yaml"
    quoted = title.replace("'", "''")
    spec.write_text(
        f"openapi: 3.1.0\ninfo: {{title: '{quoted}', version: '1'}}\npaths: {{}}\n", "utf-8"
    )
    status, told = sdkwright(f"generate --no-cache {spec} -o {tmp_path}/out")
    assert status == 0, told
    module = ast.parse((tmp_path / "out" / "shop" / "client.py").read_text("utf-8"))
    names = [node.name for node in module.body if isinstance(node, ast.ClassDef)]
    found, awaiting = names
    assert awaiting == f"Async{found}"
    assert found.isidentifier()
    assert found == client
