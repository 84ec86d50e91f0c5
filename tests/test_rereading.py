"""After an edit a run makes, and says, what a run from nothing does, also where only the edit was read."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sdkwright import ApiConfig, Package, Report, build, reread
from sdkwright.config import Config
from sdkwright.render.cache import Cache
from sdkwright.spec import document, edits
from sdkwright.text.diagnostic import Diagnostic

TESTS = Path(__file__).parent
DOCUMENTS = sorted(
    [*(TESTS / "cases").glob("*/spec.yaml"), *(TESTS.parent / "specs").glob("*.yaml")]
)

SAMPLE = """\
openapi: 3.1.0
info: {title: Sample, version: "1"}
paths:
  /cats:
    get:
      operationId: cats.list
      responses: {200: {description: All., content: {application/json: {schema: {$ref: "#/components/schemas/Cat"}}}}}
  /dogs:
    get:
      operationId: dogs.list
      responses: {200: {description: All., content: {text/html: {schema: {type: string}}}}}
components:
  schemas:
    Cat:
      type: object
      properties:
        name: {type: string}
    Dog:
      type: object
      properties:
        name: {type: string}
"""


def at_once(_: Cache, work: Callable[[], None]) -> None:
    work()


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Documents of any size are kept, and kept when the next run begins, which here is in the same process."""
    monkeypatch.setattr(Cache, "_begin", at_once)
    monkeypatch.setattr(reread, "_WORTH", 0)
    monkeypatch.setattr(reread, "_FAR", 2)
    monkeypatch.setattr(edits, "_PART", 2)
    monkeypatch.setenv("SDKWRIGHT_CACHE", str(tmp_path / "cache"))


def made(spec: Path, cached: bool = True) -> tuple[Package, list[tuple[Diagnostic, str | None]]]:
    """A package, and what was said of it, with the pointers of the places."""
    report = Report()
    config = Config(
        spec.parent,
        "sample",
        spec.parent / "out",
        (ApiConfig("sample", spec),),
        single=True,
        models="native",
        layout="ruff",
    )
    package = build(config, report, cached=cached)
    pointer = report.sources.pointer
    return package, [(one, pointer(one.span) if one.span else None) for one in report.in_order()]


def assert_as_from_nothing(spec: Path) -> list[Diagnostic]:
    package, said = made(spec)
    whole, its = made(spec, cached=False)
    assert said == its
    assert package.files == whole.files
    return [one for one, _ in said]


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that were read as a whole."""
    read: list[Path] = []
    load = document.load_document

    def load_document(path: Path, *others: object) -> object:
        read.append(path)
        return load(path, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(document, "load_document", load_document)
    return read


def test_only_the_edit_is_read(tmp_path: Path, unread: list[Path]) -> None:
    spec = tmp_path / "api.yaml"
    spec.write_text(SAMPLE, "utf-8")
    made(spec)
    assert len(unread) == 1
    for name in ("age: {type: integer}", "age: {type: number}", "size: {type: number}"):
        spec.write_text(SAMPLE.replace("    Dog:\n", f"        {name}\n    Dog:\n"), "utf-8")
        package, said = made(spec)
        assert said == []
        assert name.split(":")[0] in "".join(package.files.values())
    assert len(unread) == 1


def test_another_configuration_reads_nothing(tmp_path: Path, unread: list[Path]) -> None:
    spec = tmp_path / "api.yaml"
    spec.write_text(SAMPLE, "utf-8")
    made(spec)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "names.json").write_text('{"version": 1}', "utf-8")
    made(spec)
    assert len(unread) == 1


@pytest.mark.parametrize("told", [False, True])
def test_what_is_said_stands_where_it_is_now(told: bool, tmp_path: Path) -> None:
    doubt = "        old: {type: string, allOf: [{type: integer}]}\n"
    spec, text = tmp_path / "api.yaml", SAMPLE + doubt if told else SAMPLE
    spec.write_text(text, "utf-8")
    assert_as_from_nothing(spec)
    spec.write_text(text.replace("  /dogs:\n", "  # Good boys.\n\n  /dogs:\n"), "utf-8")
    assert bool(assert_as_from_nothing(spec)) is told
    spec.write_text(text.replace("    Dog:\n", f"{doubt.replace('old', 'new')}    Dog:\n"), "utf-8")
    assert assert_as_from_nothing(spec)


def test_what_is_kept_may_be_anything(tmp_path: Path, unread: list[Path]) -> None:
    spec = tmp_path / "api.yaml"
    spec.write_text(SAMPLE, "utf-8")
    made(spec)
    for entry in (tmp_path / "cache").rglob("*"):
        if entry.is_file():
            entry.write_bytes(b"not what was put")
    spec.write_text(SAMPLE.replace("All.", "Each.", 1), "utf-8")
    assert assert_as_from_nothing(spec) == []
    assert len(unread) == 3


def test_of_several_files_all_are_read(tmp_path: Path, unread: list[Path]) -> None:
    spec, other = tmp_path / "api.yaml", tmp_path / "cat.yaml"
    spec.write_text(SAMPLE.replace('"#/components/schemas/Cat"', "cat.yaml"), "utf-8")
    for kind in ("string", "integer", "number"):
        other.write_text(f"type: object\nproperties: {{name: {{type: {kind}}}}}\n", "utf-8")
        assert assert_as_from_nothing(spec) == []


def changed(text: str, dice: random.Random) -> str:
    """The text with lines gone, twice, elsewhere, or with other words."""
    rows = text.split("\n")
    start = dice.randrange(len(rows))
    end = start + dice.choice((1, 1, 1, 2, 3, 6))
    match dice.randrange(5):
        case 0:
            rows[start:end] = []
        case 1:
            rows[start:start] = ["", "# A note."]
        case 2:
            rows[end:end] = rows[start:end]
        case 3:
            at = dice.randrange(len(rows))
            rows[at : at + end - start] = rows[start:end]
        case _:
            words = ("string", "integer"), ("number", "boolean"), ("array", "object"), ("a", "e")
            was, now = dice.choice(words)
            rows[start:end] = [row.replace(was, now) for row in rows[start:end]]
    return "\n".join(rows)


@given(st.sampled_from(DOCUMENTS), st.integers(0, 2**32))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_edited(
    tmp_path_factory: pytest.TempPathFactory, source: Path, seed: int
) -> None:
    dice, folder = random.Random(seed), tmp_path_factory.mktemp("edits")
    spec, text = folder / "api.yaml", source.read_text("utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SDKWRIGHT_CACHE", str(folder / "cache"))
        for _ in range(4):
            spec.write_text(text, "utf-8")
            assert_as_from_nothing(spec)
            text = changed(text, dice)
