"""The table of what is supported and the case folders that prove it keep in step."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
TABLE = (ROOT / "docs" / "openapi-support.md").read_text("utf-8")
CASES = {path.name for path in (ROOT / "tests" / "cases").iterdir() if any(path.glob("spec.*"))}
SHOWN = set(re.findall(r"\| `([a-z0-9_]+)` \|$", TABLE, re.MULTILINE))

# Cases about the tool and not about a construct of OpenAPI.
ELSEWHERE = {
    "allowance_in_vain": "what is said of an allowance that nothing needs",
    "classes_that_follow_from_others": "how names follow from names",
    "credentials_that_collide": "how names of credentials are settled",
    "json_specification": "the same door reads JSON",
    "names_from_places": "how inline shapes are named",
    "tags_named_like_devices": "modules that Windows could not hold",
}


def test_every_row_has_its_case() -> None:
    assert not SHOWN - CASES


def test_every_case_has_its_row() -> None:
    assert set(ELSEWHERE) == CASES - SHOWN


def test_every_gap_is_a_code_that_the_tool_knows() -> None:
    gaps = set(re.findall(r"`(unsupported-[a-z-]+)`", TABLE.split("## Not yet")[1]))
    sources = "".join(path.read_text("utf-8") for path in (ROOT / "generator").rglob("*.py"))
    assert {code for code in gaps if f'"{code}"' not in sources} == set()
