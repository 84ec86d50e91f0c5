"""`sdkwright lint` as a user runs it: selection, suppressions, sources, exit status."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from case_folders import CliRunner, app, sdkwright
from sdkwright.fixing import apply_fixes
from sdkwright.text.diagnostic import Report
from sdkwright.text.edit import Edit, Fix
from sdkwright.text.span import Span

SPEC = """\
openapi: 3.1.0
info: {title: Sample, version: "1", x-source: {doc: 002_a, lines: 1-3}}
servers: [{url: https://api.example.com/}]
tags: [{name: refunds}]
paths:
  /refunds:
    get:
      operationId: listRefunds
      summary: List all refunds.
      tags: [refunds]
      x-source: {doc: 002_a, lines: 4-9}
      responses:
        200:
          description: The refunds.
          content:
            application/json:
              schema: {type: array, items: {type: string}}
              example: []
        404: {description: There are none.}
"""


@pytest.fixture(autouse=True)
def _at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SDKWRIGHT_CACHE", str(tmp_path / "cache"))


def write(text: str) -> None:
    Path("spec.yaml").write_text(text, "utf-8")


def codes(arguments: str) -> tuple[int, list[str]]:
    """The exit status and the codes found, in order."""
    result = CliRunner().invoke(app, [*arguments.split(), "-f", "json"], catch_exceptions=False)
    return result.exit_code, [one["code"] for one in json.loads(result.stdout)["diagnostics"]]


SLASH = "oas3-server-trailing-slash"


def test_selection_on_the_command_line() -> None:
    write(SPEC)
    base = (1, ["provenance-missing", SLASH, "provenance-missing"])
    assert codes("lint spec.yaml") == base
    assert codes("lint spec.yaml --select validity") == (1, [SLASH])
    assert codes("lint spec.yaml --select prov*") == (1, ["provenance-missing"] * 2)
    assert codes("lint spec.yaml --level provenance=off") == (1, [SLASH])
    assert codes("lint spec.yaml --level validity=off --level provenance-*=off") == (0, [])
    assert codes("lint spec.yaml --select info-contact") == (1, ["info-contact"])
    assert codes("lint spec.yaml --level info-contact=warning --level provenance=off") == (
        1,
        ["info-contact", SLASH],
    )


def test_selection_that_names_nothing() -> None:
    write(SPEC)
    assert codes("lint spec.yaml --select gen-nam-long") == (2, ["rule-unknown"])
    assert codes("lint spec.yaml --level x=off") == (2, ["rule-unknown"])
    assert sdkwright("lint spec.yaml --level style=loud")[0] == 2


def test_selection_in_the_configuration() -> None:
    write(SPEC)
    table = '[package]\nname = "sdk"\n[apis.spec]\nspec = "spec.yaml"\n[lint.rules]\n'
    config = Path("sdkwright.toml")
    config.write_text(table + 'provenance = "off"\nvalidity = "error"\n', "utf-8")
    status, told = sdkwright("lint")
    assert status == 1
    assert f"error[{SLASH}]" in told
    assert "1 error\n" in told
    config.write_text(table + 'validity = "loud"\n', "utf-8")
    assert codes("lint") == (2, ["config-wrong-value"])


def test_warm_says_the_same_as_cold() -> None:
    write(SPEC)
    cold, warm = sdkwright("lint spec.yaml"), sdkwright("lint spec.yaml")
    assert cold == warm
    assert "at: #/servers/0/url" in cold[1]


def test_suppressed_at_the_end_of_a_line_and_above_it() -> None:
    beside = SPEC.replace("/}]\n", f"/}}]  # sdkwright: ignore[{SLASH}] the server wants it\n")
    write(beside)
    assert codes("lint spec.yaml --select validity") == (0, [])
    comment = f"# sdkwright: ignore[{SLASH}, array-items] it wants it\n# and no other\nservers:"
    write(SPEC.replace("servers:", comment))
    assert codes("lint spec.yaml --select validity") == (1, ["suppression-unused"])
    # What is not run finds nothing, and that says nothing of its answers.
    assert codes("lint spec.yaml --select gen-any-leak") == (0, [])


def test_suppressed_in_a_whole_file() -> None:
    write("# sdkwright: ignore-file[provenance-missing] sources are kept elsewhere\n" + SPEC)
    assert codes("lint spec.yaml") == (1, [SLASH])


def test_a_suppression_needs_a_reason_and_a_known_rule() -> None:
    write(SPEC.replace("tags: [{", f"# sdkwright: ignore[{SLASH}]\ntags: [{{"))
    status, found = codes("lint spec.yaml")
    assert (status, found[1:3]) == (1, [SLASH, "suppression-unused"])
    assert "suppression-without-reason" in found
    write(SPEC.replace("tags: [{", "# sdkwright: ignore[oas3-server-slash] why\ntags: [{"))
    status, found = codes("lint spec.yaml")
    assert status == 2
    assert "suppression-unknown-rule" in found
    write(SPEC.replace("tags: [{", "# sdkwright: ignore everything\ntags: [{"))
    assert "suppression-malformed" in codes("lint spec.yaml")[1]


def test_text_that_looks_like_a_suppression_is_text() -> None:
    text = "      description: |\n        # sdkwright: ignore[nothing]\n        is text\n"
    write(SPEC.replace("      tags: [refunds]\n", "      tags: [refunds]\n" + text))
    assert codes("lint spec.yaml --select validity") == (1, [SLASH])


def test_an_example_of_a_deep_union_is_judged_in_reasonable_time() -> None:
    """Four members, sixteen levels: were each level asked anew for each member, nobody would see the end."""
    example = "{x: 1}"
    for _ in range(16):
        example = f"{{next: {example}}}"
    kinds = "ABCD"
    members = ", ".join(f"{{$ref: '#/components/schemas/{kind}'}}" for kind in kinds)
    schemas = f"    Node: {{anyOf: [{members}]}}\n" + "".join(
        f"    {kind}: {{type: object, required: [k{kind}], properties: "
        f"{{k{kind}: {{type: string}}, next: {{$ref: '#/components/schemas/Node'}}}}}}\n"
        for kind in kinds
    )
    text = SPEC.replace(
        "{type: array, items: {type: string}}", "{$ref: '#/components/schemas/Node'}"
    )
    write(
        text.replace("example: []", f"example: {example}") + f"components:\n  schemas:\n{schemas}"
    )
    assert codes("lint spec.yaml --select oas3-valid-media-example") == (
        1,
        ["oas3-valid-media-example"] * 5,
    )


def test_errors_of_the_readers_stay() -> None:
    write(
        SPEC.replace(
            "items: {type: string}}",
            'items: {$ref: "#/nothing"}}  # sdkwright: ignore[ref-missing] it comes later',
        )
    )
    status, found = codes("lint spec.yaml --select validity")
    assert status == 2
    assert {"ref-missing", "suppression-unknown-rule"} <= set(found)


def test_sources_that_change_are_told() -> None:
    write(SPEC)
    Path("texts").mkdir()
    text = Path("texts/002_a.txt")
    text.write_text("line\n" * 20, "utf-8")
    Path("sdkwright.toml").write_text(
        '[package]\nname = "sdk"\n[apis.spec]\nspec = "spec.yaml"\n'
        '[lint]\nsources = "texts"\n[lint.rules]\nprovenance-missing = "off"\nvalidity = "off"\n',
        "utf-8",
    )
    assert codes("lint") == (0, [])
    assert sdkwright("sources --lock")[0] == 1  # a tag and a server have no source
    assert codes("lint") == (0, [])
    text.write_text("other\n" * 20, "utf-8")
    assert codes("lint") == (1, ["provenance-stale"])
    text.write_text("line\n" * 8, "utf-8")
    assert "provenance-unresolvable" in codes("lint")[1]
    Path("sources.lock.json").write_text("[]", "utf-8")
    assert codes("lint")[0] == 2
    assert "sources-lock-unreadable" in codes("lint")[1]
    text.unlink()
    Path("texts").rmdir()
    assert codes("lint")[1] == ["sources-missing"]


FIXABLE = """\
# The first line stays.
openapi: 3.1.0
info: {title: Sample, version: "1"}
servers:
  - url: 'https://api.example.com/v1//'   # the vendor's own
    description: Production.
tags: [{name: refunds}]
paths:
  /refunds:
    get:
      summary: List all refunds.
      description: List all refunds.
      operationId: listRefunds
      tags: [refunds]
      parameters:
        - allowEmptyValue: true   # in vain
          name: X-Page
          in: header
          schema: {type: integer}
        - name: X-Size
          in: header
          allowEmptyValue: false
          # how many
          schema: {type: integer}
      responses:
        200:
          description: The refunds.
          content:
            application/json:
              schema:
                type: object
                required: [a, b, a , a]
                properties:
                  a: {type: [string, "null"], enum: [x,  y]}
                  b:
                    type: [string, "null"]
                    enum:
                      - open   # as printed
                      - closed
              example: {a: x, b: open}
        404: {description: There are none.}
"""

FIXED = """\
# The first line stays.
openapi: 3.1.0
info: {title: Sample, version: "1"}
servers:
  - url: 'https://api.example.com/v1'   # the vendor's own
    description: Production.
tags: [{name: refunds}]
paths:
  /refunds:
    get:
      summary: List all refunds.
      operationId: listRefunds
      tags: [refunds]
      parameters:
        - name: X-Page
          in: header
          schema: {type: integer}
        - name: X-Size
          in: header
          # how many
          schema: {type: integer}
      responses:
        200:
          description: The refunds.
          content:
            application/json:
              schema:
                type: object
                required: [a, b]
                properties:
                  a: {type: [string, "null"], enum: [x,  y, null]}
                  b:
                    type: [string, "null"]
                    enum:
                      - open   # as printed
                      - closed
                      - null
              example: {a: x, b: open}
        404: {description: There are none.}
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_fixes_change_nothing_else(end: str, mark: str) -> None:
    before, after = ((mark + text).replace("\n", end).encode() for text in (FIXABLE, FIXED))
    Path("spec.yaml").write_bytes(before)
    arguments = "lint spec.yaml --level description-duplication=warning --fix"
    _, told = sdkwright(arguments)
    assert "8 fixes made" in told
    assert Path("spec.yaml").read_bytes() == after
    _, told = sdkwright(arguments)
    assert "fixes made" not in told
    assert Path("spec.yaml").read_bytes() == after


def test_a_fix_that_would_break_its_promise_is_not_made() -> None:
    write(FIXABLE)
    text = Path("spec.yaml").read_text("utf-8")
    span = Span("spec.yaml", 3, 1, 3, 5)
    report = Report()
    assert apply_fixes({"spec.yaml": (Fix((Edit(span, "inf"),)),)}, report) == 0
    assert [one.code for one in report.found] == ["fix-unsound"]
    assert Path("spec.yaml").read_text("utf-8") == text


def test_a_baseline_says_the_same_of_what_the_cache_holds() -> None:
    write(SPEC.replace("info:", "unknown: {key: 1}\ninfo:", 1))
    options = "lint spec.yaml --baseline known.json"
    assert sdkwright(f"{options} --write-baseline")[0] == 0
    first = Path("known.json").read_text("utf-8")
    assert "unknown-field" in first
    assert codes(options) == (0, [])
    sdkwright(f"{options} --write-baseline")
    assert Path("known.json").read_text("utf-8") == first


def test_a_baseline_hides_what_it_knows_and_shrinks() -> None:
    write(SPEC)
    assert sdkwright("lint spec.yaml --write-baseline")[0] == 2
    assert sdkwright("lint spec.yaml --baseline known.json --write-baseline") == (0, "")
    assert codes("lint spec.yaml --baseline known.json") == (0, [])
    # Lines may move; a new finding is told.
    write("# moved\n" + SPEC.replace("summary: List", "description: <script>"))
    assert codes("lint spec.yaml --baseline known.json") == (1, ["no-script-tags-in-markdown"])
    write(SPEC.replace(".com/", ".com"))
    assert codes("lint spec.yaml --baseline known.json") == (1, ["baseline-outdated"])
    Path("known.json").write_text("[1]", "utf-8")
    status, found = codes("lint spec.yaml --baseline known.json")
    assert (status, found[0]) == (2, "baseline-unreadable")
    assert codes("lint spec.yaml --baseline missing.json")[0] == 2


def git(*arguments: str) -> None:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.com")
    subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)


def test_only_what_has_changed() -> None:
    write(SPEC)
    assert codes("lint spec.yaml --changed-since HEAD")[1][0] == "not-a-repository"
    git("init")
    git("commit", "--allow-empty", "-m", "nothing")
    assert len(codes("lint spec.yaml --changed-since HEAD")[1]) == 3
    git("add", "spec.yaml")
    git("commit", "-m", "first")
    assert codes("lint spec.yaml --changed-since HEAD") == (0, [])
    write("# a comment\n" + SPEC.replace("{name: refunds}", '{name: "refunds"}'))
    assert codes("lint spec.yaml --changed-since HEAD") == (1, ["provenance-missing"])
    status, found = codes("lint spec.yaml --changed-since no-such-branch")
    assert (status, found[0]) == (2, "revision-unknown")
    assert codes("lint spec.yaml --changed-since --output=x")[0] == 2


@pytest.mark.parametrize("shown", ["sarif", "rdjson", "junit", "json"])
def test_formats_for_programs_say_so_where_nothing_is_found(shown: str) -> None:
    write(SPEC)
    result = CliRunner().invoke(
        app, ["lint", "spec.yaml", "-f", shown, "--select", "gen-*"], catch_exceptions=False
    )
    assert result.exit_code == 0
    assert result.stdout.startswith(("{", "<?xml"))


def test_a_link_to_itself_is_told() -> None:
    Path("spec.yaml").symlink_to("spec.yaml")
    assert codes("lint spec.yaml") == (2, ["file-unreadable"])


def test_examples_of_headers_are_held_against_their_schemas() -> None:
    write("""
openapi: 3.1.0
info: {title: Shop, version: "1"}
paths:
  /orders:
    get:
      operationId: listOrders
      responses:
        200:
          description: The orders.
          headers:
            X-Left: {schema: {type: integer}, example: many}
            Set-Cookie: {schema: {type: string}, example: a=b}
""")
    assert codes("lint spec.yaml --select oas3-valid-*") == (1, ["oas3-valid-media-example"])
