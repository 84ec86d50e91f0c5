"""The package is copied into other code bases: it works there, twice in one process, and loads what is asked for."""

from __future__ import annotations

import ast
import importlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from refund_apis import Sdk, configuration, sdks

from loopback import Loopback, full

TWO_COPIES = """
import logging, pickle, sys
from decimal import Decimal
from acme.vendor.refund_sdks import riverty as ours
from acme.vendor.refund_sdks.digital_river import DigitalRiver
from other.refund_sdks import riverty as theirs

url = sys.argv[1]
records = []

class Keep(logging.Handler):
    def emit(self, record):
        records.append(record.name)

logging.getLogger().addHandler(Keep())
logging.getLogger("acme").setLevel(logging.DEBUG)
logging.getLogger("httpx2").setLevel(logging.WARNING)

assert ours.Refund is not theirs.Refund
assert ours.BadRequestError is not theirs.BadRequestError
for one, other in ((ours, theirs), (theirs, ours)):
    with one.Riverty(auth_key="k", base_url=url) as client:
        answer = client.refunds.list("1")
        (refund,) = answer.refunds
        assert isinstance(refund, one.Refund) and not isinstance(refund, other.Refund)
        assert type(refund).__module__ == f"{one.__name__}.models"
        assert str(refund.amount) == "-720.0" and pickle.loads(pickle.dumps(refund)) == refund
        try:
            client.refunds.get("1", "2")
        except other.APIError:
            raise SystemExit("caught by the class of another copy")
        except one.BadRequestError as error:
            assert isinstance(error.body[0], one.ResponseMessage)
        else:
            raise SystemExit("no error")
DigitalRiver(token="t").close()
assert set(records) == {"acme.vendor.refund_sdks.riverty"}, records
strangers = sorted(name for name in sys.modules if name.split(".")[0] in ("refund_sdks", "sdkwright"))
assert not strangers, strangers
print("fine")
"""


def run(code: str, folder: Path, *arguments: str) -> str:
    """What a fresh interpreter prints, every warning an error."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "COV_"))}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code, *arguments],
        cwd=folder,
        env={**kept, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def copied(folder: Path) -> None:
    """A copy of the package, its caches left behind."""
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(configuration().target, folder / "refund_sdks", ignore=ignored)


def test_two_copies_live_side_by_side(tmp_path: Path, loopback: Loopback) -> None:
    for place in ("acme/vendor", "other"):
        copied(tmp_path / place)
    refunds = full(200, b'{"refunds":[{"amount":-720.0}]}')
    refused = full(400, b'[{"code":"1","message":"No"}]')
    loopback.script(refunds, refused, refunds, refused)
    assert run(TWO_COPIES, tmp_path, loopback.url) == "fine"


@pytest.mark.parametrize("one", sdks(), ids=lambda one: one.name)
def test_importing_an_api_loads_no_other_and_no_models(one: Sdk) -> None:
    code = f"""
import sys, refund_sdks.{one.name} as api
api.{one.names.client}
ours = [name.split(".")[1:] for name in sys.modules if name.startswith("refund_sdks.")]
print(sorted({{name[0] for name in ours}}))
print(["{one.name}", "models"] in ours, ["{one.name}", "resources"] in ours)
"""
    loaded, models = run(code, configuration().target.parent).splitlines()
    assert loaded == str(["_runtime", one.name])
    assert models == "False False"


@pytest.mark.parametrize("one", sdks(), ids=lambda one: one.name)
def test_every_name_can_be_imported_and_no_other_is_promised(one: Sdk) -> None:
    module = one.module
    assert sorted(set(module.__all__)) == sorted(module.__all__)
    assert dir(module) == sorted(module.__all__)
    for name in module.__all__:
        assert getattr(module, name) is not None
    assert {one.names.client, one.names.async_client, *one.names.types.values()} <= set(
        module.__all__
    )
    with pytest.raises(AttributeError):
        _ = module.surely_not_there
    space: dict[str, object] = {}
    exec(f"from {module.__name__} import *", space)
    assert set(module.__all__) <= set(space)


def test_the_package_names_its_apis() -> None:
    words = importlib.import_module("refund_sdks").__doc__
    assert all(f"`refund_sdks.{one.name}`" in (words or "") for one in sdks())


@pytest.mark.parametrize("one", sdks(), ids=lambda one: one.name)
def test_it_is_all_documented(one: Sdk) -> None:
    for name in (one.names.client, one.names.async_client):
        client = getattr(one.module, name)
        assert client.__doc__
        for resource in one.names.resources:
            assert getattr(client, resource.module).__doc__


def test_nothing_outside_of_the_package_is_needed() -> None:
    allowed = {"httpx2", "msgspec", "pydantic", "pydantic_core", *sys.stdlib_module_names}
    for path in sorted(configuration().target.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_bytes())):
            modules: list[str] = []
            if isinstance(node, ast.Import):
                modules = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and not node.level:
                modules = [str(node.module)]
            assert {module.split(".")[0] for module in modules} <= allowed, path
