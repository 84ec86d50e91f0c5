"""`sdkwright format`: what it makes of a text, that it says the same, and that it stays so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from case_folders import sdkwright
from corpus.documents import SHARED
from sdkwright.formatting import format_file, formatted, same
from sdkwright.text.diagnostic import Report
from sdkwright.text.yaml import parse

ROOT = Path(__file__).parents[1]

BEFORE = """\


# header

components:
    schemas:
        # about B
        B:
            description: |
                text\x20\x20\x20
                  more

                end
            type: object\x20\x20\x20
            properties:
                # the a
                a: {type: string}   # flow


                b:
                    description: >-
                        folded
                        text
                    type: array
                    items:
                    - 1
                    -   x: 1
                        y: 2
                    - - a
                      - b
        C: {$ref: '#/components/schemas/B'}   # as it was
paths:\x20
    /b:
        get:
            responses:
                200: {description: ok}
            # the id
            operationId: x
            parameters:
            -   in: query
                name: q
                schema: {type: string}
    # the a
    /a: {}
info:
    version: "1"
    title: T
openapi: 3.1.0
"""

AFTER = """\
# header

openapi: 3.1.0

info:
  title: T
  version: "1"

paths:
  /b:
    get:
      # the id
      operationId: x
      parameters:
        - name: q
          in: query
          schema: {type: string}
      responses:
        200: {description: ok}

  # the a
  /a: {}

components:
  schemas:
    # about B
    B:
      type: object
      description: |
        text\x20\x20\x20
          more

        end
      properties:
        # the a
        a: {type: string}   # flow

        b:
          type: array
          description: >-
            folded
            text
          items:
            - 1
            - x: 1
              y: 2
            - - a
              - b
    C: {$ref: '#/components/schemas/B'}   # as it was
"""


@pytest.fixture(autouse=True)
def _at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_careless_text_becomes_a_careful_one() -> None:
    Path("spec.yaml").write_text(BEFORE, "utf-8")
    assert sdkwright("format --check spec.yaml") == (1, "would lay out spec.yaml\n")
    assert Path("spec.yaml").read_text("utf-8") == BEFORE
    assert sdkwright("format spec.yaml") == (0, "laid out spec.yaml\n")
    assert Path("spec.yaml").read_text("utf-8") == AFTER
    assert sdkwright("format --check spec.yaml") == (0, "")


def test_what_would_change_is_shown() -> None:
    Path("spec.yaml").write_text(
        'info:\n  version: "1"\n  title: \x9b31m\nopenapi: 3.1.0\n', "latin-1"
    )
    assert sdkwright("format --diff spec.yaml")[0] == 2  # no YAML: reported, not changed
    Path("spec.yaml").write_text('info:\n  version: "1"\n  title: T\nopenapi: 3.1.0\n', "utf-8")
    assert sdkwright("format --diff spec.yaml")[0] == 1
    assert Path("spec.yaml").read_text("utf-8").startswith("info")


@pytest.mark.parametrize(
    "text",
    [
        "a: &a {x: 1}\nb: *a\n",
        "openapi: 3.1.0\ninfo: &i\n  version: '1'\n  title: T\nx-i: *i\n",
        "base: &b\n  x: 1\nmore:\n  <<: *b\n  y: 2\n",
        "a: |+\n  kept\n\n\nb: 1\n",
        "a: |2\n    two\n   one\nb: >-\n    x\n\n    y\n",
        "a: 'one\n\n   two  \n three'\nb: plain\n   goes on\n",
        'a: "one\\\n  \\  two"\n',
        "? a\n: 1\n",
        "- a\n-   - b\n    - c: 1\n      # here\n      d: 2\n",
        "--- # start\na: 1\n...\n",
        "a:\nb: ~\nc:   # nothing\nd: 1\n",
        "{a: 1,\n b: [2,\n3]}\n",
        "a: {x: 1,\n   y: 2}   # both\nb:\n      - 1\n      - 2\n",
        "k: !!str 1\nn: 1.10\ne: 1e3\n",
        "only a text\n",
    ],
)
def test_every_way_of_writing_stays_what_it_says(text: str) -> None:
    root = parse(text, "a.yaml", Report())
    assert root is not None
    after = formatted(text, root)
    assert after is not None
    again = parse(after, "a.yaml", Report())
    assert again is not None
    assert same(root, again)
    assert formatted(after, again) == after


def test_line_ends_and_marks_are_unified() -> None:
    Path("spec.yaml").write_bytes(
        b"\xef\xbb\xbfopenapi: 3.1.0\r\n\r\ninfo: {title: T, version: '1'}"
    )
    assert sdkwright("format spec.yaml")[0] == 0
    assert Path("spec.yaml").read_bytes() == b"openapi: 3.1.0\n\ninfo: {title: T, version: '1'}\n"


def test_json_stays_json() -> None:
    text = '{"info": {"version": "1", "title": "\\u00e9"}, "x": [1.10, -0, 1E5, {}, []], "openapi": "3.1.0"}'
    Path("spec.json").write_text(text, "utf-8")
    assert sdkwright("format spec.json")[0] == 0
    after = Path("spec.json").read_text("utf-8")
    assert json.loads(after) == json.loads(text)
    assert [*json.loads(after)] == ["openapi", "info", "x"]
    assert '"title": "é"' in after
    assert "1.10" in after
    assert sdkwright("format --check spec.json")[0] == 0


def test_a_file_that_is_not_there_is_told() -> None:
    status, told = sdkwright("format --check spec.yaml")
    assert status == 2
    assert "file-not-found" in told
    assert sdkwright("format --check")[0] == 2


def test_our_own_specifications_are_laid_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert sdkwright("format --check") == (0, "")


CORPUS = sorted((SHARED / "corpus" / "visible").glob("*.*")) or [None]


@pytest.mark.slow
@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name if path else "none")
def test_real_documents_stay_what_they_say(path: Path | None) -> None:
    if path is None:
        pytest.skip("the documents are not at hand")
    report = Report()
    made = format_file(path, report)
    if made is None:
        assert report.failed
        assert "format-unsound" not in {one.code for one in report.found}
        return
    before, after = (parse(text, "a", Report()) for text in (made.before, made.after))
    assert before is not None
    assert after is not None
    assert same(before, after)
    assert formatted(made.after, after) == made.after
