"""`sdkwright explain`: a rule, a symbol of an SDK, or a place in a specification, each with what belongs to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from .config import ApiConfig, Config
from .diff.git import Repository
from .diff.provenance import nearest_source
from .rules.breaking.examples import example_of
from .rules.breaking.python_rules import python_rules
from .rules.breaking.wire_rules import wire_rules
from .rules.lint import Group, rules
from .symbols import Symbol, symbols_of
from .text.diagnostic import Report
from .text.node import Node, child_pointer
from .text.printable import clipped, printable
from .text.sources import Sources
from .text.yaml import load

_PLACE = re.compile(r"(?P<file>.+?):(?P<line>\d+)(?::\d+)?")


def rule_page(name: str) -> str | None:
    """The manual page of a rule; None where there is no such rule."""
    rule = rules().get(name)
    if rule is None:
        return _rule_of_change(name)
    level = rule.default.value if rule.default else "off"
    return f"{rule.id} ({rule.group.value}, {level})\n\n{rule.manual}\n"


def _rule_of_change(name: str) -> str | None:
    """The manual page of a rule that `diff` tells; None where there is no such rule."""
    wire, python = wire_rules().get(name), python_rules().get(name)
    if wire is not None:
        return f"{wire.id} (wire, {wire.verdict.value})\n\n{wire.manual}\n{_example(name)}"
    if python is not None:
        return f"{python.id} (Python, {python.verdict.value})\n\n{python.manual}\n{_example(name)}"
    return None


def _example(name: str) -> str:
    """Before and after, as a difference."""
    found = example_of(name)
    if found is None:
        return ""
    lines = [f"{sign} {text}" for sign, text in zip("-+", found, strict=True) if text]
    return "\n".join(["", "```diff", *lines, "```", ""])


def rule_list() -> str:
    """All rules by group, a line each."""
    width = max(map(len, rules()))
    lines: list[str] = []
    for group in Group:
        lines += [f"{group.value}:"]
        some = sorted(
            (rule for rule in rules().values() if rule.group is group), key=lambda r: r.id
        )
        lines += [f"  {rule.id:<{width}}  {rule.summary}" for rule in some]
    return "\n".join(lines) + "\n"


def explain(subject: str, config: Config, report: Report) -> str:
    """What is known of a symbol or a place; empty after `explain-unknown`."""
    place = _PLACE.fullmatch(subject)
    pointer = _pointer_at(place["file"], int(place["line"])) if place else ""
    pages: list[str] = []
    names: list[str] = []
    for api in config.apis:
        if place is not None and not _is_file_of(api, place["file"]):
            continue
        found = symbols_of(config, api, report) or ()
        names += [one.name for one in found]
        chosen = _at(found, place["file"], pointer) if place else _named(found, subject)
        pages += ["\n".join(_page(api, one, report.sources)) for one in chosen]
    if place and pointer and names and not pages:
        pages.append("\n".join(_bare_page(place["file"], int(place["line"]), pointer, report)))
    if not pages and not report.failed:
        tell_unknown(subject, place is not None, names, report)
    return "\n\n".join(pages) + "\n" if pages else ""


def tell_unknown(subject: str, is_place: bool, names: list[str], report: Report) -> None:
    """Report `explain-unknown`, with the name that is nearest."""
    close = get_close_matches(subject, [*names, *rules(), *wire_rules(), *python_rules()], 1)
    hint = (
        f"did you mean `{close[0]}`?"
        if close
        else "give a rule, `client.refunds.get`, or FILE:LINE"
    )
    what = "nothing in the SDK comes from" if is_place else "no rule or symbol is called"
    report.error("explain-unknown", f"{what} `{subject}`", None, hint)


def _is_file_of(api: ApiConfig, file: str) -> bool:
    path = Path(file)
    folder = (api.root or api.spec.parent).resolve()
    return path.exists() and path.resolve().is_relative_to(folder) and path.is_file()


def _named(found: tuple[Symbol, ...], subject: str) -> list[Symbol]:
    wanted = subject.removesuffix("()")
    return [one for one in found if one.name == wanted]


def _at(found: tuple[Symbol, ...], file: str, pointer: str) -> list[Symbol]:
    """The symbols of the innermost part around a place that has any."""
    path = Path(file).resolve()
    near: dict[int, list[Symbol]] = {}
    for one in found:
        at = one.site.id.partition("#")[2] if one.site else ""
        same = one.site is not None and Path(one.site.span.file).resolve() == path
        if same and at and (pointer == at or pointer.startswith(f"{at}/")):
            near.setdefault(len(at), []).append(one)
    return near[max(near)] if near else []


def _pointer_at(file: str, line: int) -> str:
    """The innermost part of a document around a line; empty where the line says nothing."""
    node: Node | None = load(Path(file), file, Report())
    pointer = ""
    while node is not None:
        inside = [
            (key, child)
            for key, child in (*node.items(), *((str(i), e) for i, e in enumerate(node.elements())))
            if min(
                node.key_spans[key].line if key in node.key_spans else child.span.line,
                child.span.line,
            )
            <= line
            <= child.span.end_line
        ]
        if not inside:
            return pointer
        key, node = inside[-1]
        pointer = child_pointer(pointer, key)
    return pointer


def _page(api: ApiConfig, one: Symbol, sources: Sources) -> Iterator[str]:
    yield f"{one.name} ({api.name})"
    yield f"  python   {clipped(one.python)}"
    if one.site is None:
        return
    span = one.site.span
    yield f"  place    {printable(span.file)}:{span.line}"
    yield f"  pointer  {clipped(one.site.id)}"
    yield from _origin(span.file, span.line, one.site.id.partition("#")[2], sources)


def _bare_page(file: str, line: int, pointer: str, report: Report) -> Iterator[str]:
    """A place that no symbol comes from."""
    yield clipped(f"#{pointer}")
    yield "  python   nothing of its own"
    yield f"  place    {printable(file)}:{line}"
    yield from _origin(file, line, pointer, report.sources)


def _origin(file: str, line: int, pointer: str, sources: Sources) -> Iterator[str]:
    root = sources.trees.get(file)
    source = nearest_source(root, pointer) if root is not None else None
    if source is not None:
        for key, value in source.items():
            yield f"  source   {printable(key)}: {clipped(str(value.value))}"
    for one in _history(file, line):
        yield f"  history  {clipped(one)}"


def _history(file: str, line: int) -> list[str]:
    """The last commits that touched a line, where git knows the file."""
    path = Path(file)
    arguments = ["log", "-L", f"{line},{line}:{path.name}", "-s", "-n", "3", "--format=%h %as %s"]
    told = Repository(path.parent).told(*arguments)
    return told.splitlines() if told is not None else []
