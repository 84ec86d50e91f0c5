"""Documents of several files: what is followed, what is refused, and what a definition is called."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest
from spec_cases import HEAD

from sdkwright.spec.document import (
    Document,
    follow,
    id_of,
    load_document,
    objects,
    resolve,
    step,
)
from sdkwright.spec.upgrade import upgrade
from sdkwright.text.diagnostic import Report
from sdkwright.text.node import Node


def write(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def load(path: Path, root: Path | None = None) -> Document:
    report = Report()
    document = load_document(path, root, report)
    assert report.found == []
    assert document is not None
    return document


def schema(document: Document, name: str) -> Node:
    node = document.root
    for key in ("components", "schemas", name):
        below = node.get(key)
        assert below is not None
        node = below
    return node


def schemas(**texts: str) -> str:
    return (
        HEAD
        + "components:\n  schemas:\n"
        + "".join(f"    {name}: {text}\n" for name, text in texts.items())
    )


def codes(path: Path, root: Path | None = None) -> list[str]:
    report = Report()
    load_document(path, root, report)
    return [found.code for found in report.in_order()]


def test_references_go_through_files_and_back(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "api.yaml": schemas(
                A="{$ref: 'parts/common.yaml#/defs/Money'}",
                B="{type: string}",
                C="{$ref: parts/whole.yaml}",
            ),
            "parts/common.yaml": "defs:\n  Money: {$ref: '#/defs/Amount'}\n  Amount: {allOf: [{$ref: '../api.yaml#/components/schemas/B'}]}\n",
            "parts/whole.yaml": "type: object\nproperties: {m: {$ref: 'common.yaml#/defs/Money'}}\n",
        },
    )
    document = load(tmp_path / "api.yaml")
    assert sorted(document.files) == ["api.yaml", "parts/common.yaml", "parts/whole.yaml"]
    report = Report()
    target = resolve(document, schema(document, "A"), report)
    assert target is not None
    assert target.id == "parts/common.yaml#/defs/Amount"
    back = resolve(document, target.node.get("allOf").elements()[0], report)  # type: ignore[union-attr]
    assert back is not None
    assert back.id == "#/components/schemas/B"
    assert back.node is schema(document, "B")
    assert step(document, schema(document, "A"), report).id == "parts/common.yaml#/defs/Money"  # type: ignore[union-attr]
    assert resolve(document, schema(document, "C"), report).id == "parts/whole.yaml#"  # type: ignore[union-attr]
    assert resolve(document, back.node, report).node is back.node  # type: ignore[union-attr]
    assert report.found == []


def test_ids_do_not_depend_on_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(
        tmp_path,
        {"s/api.yaml": schemas(A="{$ref: './x/../c.yaml#/T'}"), "s/c.yaml": "T: {type: string}\n"},
    )
    seen = set()
    for folder, path in (
        (tmp_path, "s/api.yaml"),
        (tmp_path / "s", "api.yaml"),
        (tmp_path / "s", "../s/api.yaml"),
    ):
        monkeypatch.chdir(folder)
        document = load(Path(path))
        target = resolve(document, schema(document, "A"), Report())
        assert target is not None
        assert target.node.span.file == os.path.join(os.path.dirname(path), "c.yaml").replace(
            "../s", "../s"
        )
        seen.add((target.id, id_of(document, schema(document, "A"))))
    assert seen == {("c.yaml#/T", "#/components/schemas/A")}


def test_pointers_are_decoded(tmp_path: Path) -> None:
    text = schemas(A="{$ref: '#/components/schemas/B/anyOf/1'}", B="{anyOf: [{}, {type: string}]}")
    text += "    C: {$ref: '#/components/schemas/a~1b%20~0c'}\n    a/b ~c: {type: string}\n"
    write(tmp_path, {"api.yaml": text})
    document = load(tmp_path / "api.yaml")
    assert resolve(document, schema(document, "A"), Report()).id == "#/components/schemas/B/anyOf/1"  # type: ignore[union-attr]
    assert resolve(document, schema(document, "C"), Report()).id == "#/components/schemas/a~1b ~0c"  # type: ignore[union-attr]


def test_only_references_are_followed(tmp_path: Path) -> None:
    opaque = "{$ref: 'http://x.test/'}"
    text = schemas(
        A=f"{{properties: {{$ref: {{type: string}}, default: {{}}}}, default: {opaque}, enum: [{opaque}], const: {opaque}, "
        f"example: {opaque}, examples: [{opaque}], x-y: {opaque}}}"
    )
    text += f"  examples: {{e: {{value: {opaque}}}}}\n"
    write(tmp_path, {"api.yaml": text})
    load(tmp_path / "api.yaml")


def test_a_property_called_like_an_opaque_field_is_followed(tmp_path: Path) -> None:
    write(tmp_path, {"api.yaml": schemas(A="{properties: {default: {$ref: 'http://x.test/'}}}")})
    assert codes(tmp_path / "api.yaml") == ["ref-remote"]


@pytest.mark.parametrize(
    "ref",
    [
        "http://h/x",
        "HTTPS://h/x",
        "//h/x",
        "data:,x",
        "file:///etc/hostname",
        "file:x.yaml",
        "urn:x",
        "http%3A//h/x",
    ],
)
def test_remote_references_are_refused(ref: str, tmp_path: Path) -> None:
    write(tmp_path, {"api.yaml": schemas(A=f"{{$ref: '{ref}'}}")})
    assert codes(tmp_path / "api.yaml") == ["ref-remote"]


@pytest.mark.parametrize(
    "ref",
    [
        "../secret.yaml#/T",
        "../missing.yaml#/T",
        "%2e%2e/secret.yaml#/T",
        "x/../../secret.yaml",
        "..%2Fsecret.yaml",
        "..\\secret.yaml",
        "/etc/hostname",
        "C:/secret.yaml",
        "link.yaml#/T",
        "folder/secret.yaml#/T",
        "folder/missing.yaml#/T",
        "a%00b.yaml",
        "../s-other/secret.yaml",
    ],
)
def test_references_that_leave_the_folder_are_refused_unread(ref: str, tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "secret.yaml": "CANARY: [",
            "s-other/secret.yaml": "CANARY: [",
            "s/api.yaml": schemas(A=f"{{$ref: '{ref}'}}"),
        },
    )
    (tmp_path / "s/link.yaml").symlink_to(tmp_path / "secret.yaml")
    (tmp_path / "s/folder").symlink_to(tmp_path)
    report = Report()
    load_document(tmp_path / "s/api.yaml", None, report)
    (found,) = report.found
    assert (found.code, found.message) == (
        "ref-outside",
        f"the reference `{ref}` leaves the folder below which files may be read",
    )
    assert list(report.sources.texts) == [str(tmp_path / "s/api.yaml")]


def test_a_wider_root_allows_files_beside_the_folder(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "common.yaml": "T: {type: string}",
            "s/api.yaml": schemas(A="{$ref: '../common.yaml#/T'}"),
        },
    )
    document = load(tmp_path / "s/api.yaml", tmp_path)
    assert resolve(document, schema(document, "A"), Report()).id == "../common.yaml#/T"  # type: ignore[union-attr]


def test_a_link_inside_the_folder_is_the_file_it_links_to(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "c.yaml": "T: {type: string}",
            "api.yaml": schemas(A="{$ref: 'l.yaml#/T'}", B="{$ref: 'c.yaml#/T'}"),
        },
    )
    (tmp_path / "l.yaml").symlink_to("c.yaml")
    document = load(tmp_path / "api.yaml")
    found = [resolve(document, schema(document, name), Report()) for name in "AB"]
    assert found[0] == found[1]


def test_a_long_chain_is_followed(tmp_path: Path) -> None:
    names = {f"A{i}": f"{{$ref: '#/components/schemas/A{i + 1}'}}" for i in range(3000)}
    write(tmp_path, {"api.yaml": schemas(**names, A3000="{type: string}")})
    document = load(tmp_path / "api.yaml")
    assert resolve(document, schema(document, "A0"), Report()).id == "#/components/schemas/A3000"  # type: ignore[union-attr]


def test_a_cycle_is_told_once_whoever_meets_it(tmp_path: Path) -> None:
    names = {"A": "B", "B": "C", "C": "B"}
    write(
        tmp_path,
        {
            "api.yaml": schemas(
                **{name: f"{{$ref: '#/components/schemas/{to}'}}" for name, to in names.items()}
            )
        },
    )
    report = Report()
    document = load_document(tmp_path / "api.yaml", None, report)
    assert document is not None
    for name in names:
        assert resolve(document, schema(document, name), report) is None
    assert [found.code for found in report.found] == ["ref-cycle"]


def test_a_recursive_schema_is_no_cycle(tmp_path: Path) -> None:
    write(tmp_path, {"api.yaml": schemas(A="{properties: {a: {$ref: '#/components/schemas/A'}}}")})
    load(tmp_path / "api.yaml")


def test_a_missing_target_suggests_its_neighbour(tmp_path: Path) -> None:
    write(
        tmp_path,
        {"api.yaml": schemas(Refund="{type: string}", A="{$ref: '#/components/schemas/Refnd'}")},
    )
    report = Report()
    load_document(tmp_path / "api.yaml", None, report)
    assert report.found[0].hint == "did you mean `#/components/schemas/Refund`?"


def test_the_mapping_of_a_discriminator_may_name_files(tmp_path: Path) -> None:
    union = "{oneOf: [], discriminator: {propertyName: t, mapping: {a: 'c.yaml#/T', b: Plain, d: '#/components/schemas/No'}}}"
    write(tmp_path, {"c.yaml": "T: {type: string}", "api.yaml": schemas(A=union)})
    report = Report()
    document = load_document(tmp_path / "api.yaml", None, report)
    assert document is not None
    assert [found.code for found in report.found] == ["ref-missing"]
    mapping = schema(document, "A").get("discriminator").get("mapping")  # type: ignore[union-attr]
    assert follow(document, mapping.get("a"), report).id == "c.yaml#/T"  # type: ignore[union-attr, arg-type]


def test_the_objects_of_a_document_are_those_of_its_own_tree(tmp_path: Path) -> None:
    text = schemas(
        A="{type: object, properties: {b: {$ref: '#/components/schemas/B'}}}",
        B="{type: string, nullable: true}",
    )
    write(tmp_path, {"a.yaml": text.replace("3.1.0", "3.0.3")})
    read = load(tmp_path / "a.yaml")
    known = [(id_of(read, node), kind) for node, kind in objects(read)]
    walked = [(id_of(read, node), kind) for node, kind in objects(read.of(read.root, read.files))]
    assert known == walked
    assert ("#/components/schemas/B", "schema") in known
    new = upgrade(read, Report())
    assert new is not None
    assert schema(new, "B") in [node for node, _ in objects(new)]
    assert schema(read, "B") not in [node for node, _ in objects(new)]
