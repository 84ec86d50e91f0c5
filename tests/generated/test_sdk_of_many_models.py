"""A package whose models stand in modules of their own: each class works on its own, whichever is met first."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from case_folders import sdkwright

_COUNT = 90
_MEETING = {
    "the codec": "codec.decode(package.Part3, text)[0]",
    "the codec, in a list": "codec.decode(list[package.Part3], b'[' + text + b']')[0][0]",
    "the class": "package.Part3.model_validate_json(text)",
    "the class, from values": "package.Part3.model_validate(json.loads(text))",
    "an adapter": "TypeAdapter(package.Part3).validate_python(json.loads(text))",
    "an adapter of a list": "TypeAdapter(list[package.Part3]).validate_python([json.loads(text)])[0]",
    "a model of one's own": "pydantic.create_model('Own', it=package.Part3)(it=json.loads(text)).it",
}
_SCRIPT = """
import json, sys
import pydantic
from pydantic import TypeAdapter
import many as package
from many._runtime import codec, wire
text = sys.argv[1].encode()
value = {}
assert type(value).__name__ == "Part3", value
assert type(value.next).__name__ == "Part4", value
assert [type(part).__name__ for part in value.others] == ["Part3"], value
assert json.loads(wire.write(value)) == json.loads(text), value
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the package `many` is: each class names the next, and a list of them that has a name of its own."""
    folder = tmp_path_factory.mktemp("many")
    schemas = {
        f"Part{n}": {
            "type": "object",
            "properties": {
                "next": {"$ref": f"#/components/schemas/Part{(n + 1) % _COUNT}"},
                "others": {"$ref": "#/components/schemas/Parts"},
            },
        }
        for n in range(_COUNT)
    }
    parts = {"type": "array", "items": {"$ref": "#/components/schemas/Part3"}}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Many", "version": "1"},
        "components": {"schemas": {**schemas, "Parts": parts}},
    }
    spec = folder / "many.json"
    spec.write_text(json.dumps(document), "utf-8")
    status, told = sdkwright(f"generate {spec} -o {folder}")
    assert status == 0, told
    assert (folder / "many" / "models" / "part3.py").exists()
    return folder


@pytest.mark.parametrize("met", _MEETING.values(), ids=_MEETING)
def test_a_class_is_complete_when_it_is_met(folder: Path, met: str) -> None:
    text = '{"next": {"next": {}}, "others": [{}]}'
    command = [sys.executable, "-W", "error", "-c", _SCRIPT.format(met), text]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
