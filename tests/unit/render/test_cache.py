"""The cache forgets at will and never gives back what was not put; the fingerprint sees every file."""

from __future__ import annotations

import os
import stat
import threading
import time
from pathlib import Path

import pytest

from sdkwright.render import fingerprint
from sdkwright.render.cache import Cache, digest, open_cache

KEY = digest("key")


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return open_cache({"SDKWRIGHT_CACHE": str(tmp_path / "cache")})


def entries(root: Path) -> list[Path]:
    return sorted(path for path in root.rglob("*") if path.is_file())


def test_gives_back_what_was_put(cache: Cache) -> None:
    assert cache.get(KEY) is None
    cache.put(KEY, b"\x00one")
    assert cache.get(KEY) == b"\x00one"
    cache.put(KEY, b"")
    assert cache.get(KEY) == b""


def test_digests_tell_parts_apart() -> None:
    parts = [("ab", "c"), ("a", "bc"), ("abc",), (b"ab", b"c"), ("ab", b"c"), (), ("",), ("", "")]
    assert len({digest(*each) for each in parts}) == len(parts)


@pytest.mark.parametrize("at", [0, 40, -1])
def test_a_damaged_entry_is_a_miss(cache: Cache, tmp_path: Path, at: int) -> None:
    cache.put(KEY, b"payload that matters")
    [entry] = entries(tmp_path)
    content = bytearray(entry.read_bytes())
    content[at] ^= 1
    entry.write_bytes(content)
    assert cache.get(KEY) is None


def test_a_torn_or_misplaced_entry_is_a_miss(cache: Cache, tmp_path: Path) -> None:
    cache.put(KEY, b"payload")
    [entry] = entries(tmp_path)
    other = KEY[0] + "0" * 63
    entry.with_name(other[1:]).write_bytes(entry.read_bytes())
    assert cache.get(other) is None
    entry.write_bytes(entry.read_bytes()[:20])
    assert cache.get(KEY) is None


def test_an_entry_that_is_a_link_is_a_miss(cache: Cache, tmp_path: Path) -> None:
    cache.put(KEY, b"payload")
    [entry] = entries(tmp_path)
    entry.rename(tmp_path / "moved")
    entry.symlink_to(tmp_path / "moved")
    assert cache.get(KEY) is None


def test_everything_is_private(cache: Cache, tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        cache.put(KEY, b"payload")
        open_cache({"SDKWRIGHT_CACHE": str(tmp_path / "another")}).put(KEY, b"")
    finally:
        os.umask(before)
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.rglob("*")}
    assert {mode for path, mode in modes.items() if path.is_dir()} == {0o700}
    assert {mode for path, mode in modes.items() if path.is_file()} == {0o600}


def test_a_folder_that_others_may_write_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache").chmod(0o777)
    assert open_cache({"SDKWRIGHT_CACHE": str(tmp_path / "cache")}).folder is None


@pytest.mark.parametrize("value", ["off", "/dev/null/cache"])
def test_works_without_a_place(value: str) -> None:
    cache = open_cache({"SDKWRIGHT_CACHE": value})
    cache.put(KEY, b"payload")
    assert cache.get(KEY) is None


def test_where_it_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    xdg = str(tmp_path / "xdg")
    assert open_cache({"XDG_CACHE_HOME": xdg}).folder == tmp_path / "xdg/sdkwright/v4"
    assert open_cache({"XDG_CACHE_HOME": "rel"}).folder == tmp_path / "home/.cache/sdkwright/v4"
    assert open_cache({}).folder == tmp_path / "home/.cache/sdkwright/v4"


def test_stays_within_its_limit_and_forgets_the_oldest(tmp_path: Path) -> None:
    cache = Cache(tmp_path, limit=16 * 10_000)
    keys = ["a" + digest(str(number))[1:] for number in range(200)]
    for age, key in enumerate(keys):
        cache.put(key, os.urandom(500))
        if (entry := tmp_path / "a" / key[1:]).exists():
            used = time.time() - 1000 + age
            os.utime(entry, (used, used))
    assert sum(path.stat().st_size for path in entries(tmp_path)) < 2 * 10_000 + 64 * 600
    assert cache.get(keys[-1]) is not None
    assert cache.get(keys[0]) is None


def test_too_large_a_result_is_not_kept(tmp_path: Path) -> None:
    Cache(tmp_path, limit=1600).put(KEY, os.urandom(101))
    assert not entries(tmp_path)


def test_a_read_marks_an_old_entry_as_used(cache: Cache, tmp_path: Path) -> None:
    cache.put(KEY, b"payload")
    [entry] = entries(tmp_path)
    os.utime(entry, (0, 0))
    cache.get(KEY)
    assert entry.stat().st_mtime > time.time() - 60


def test_many_at_once_do_no_harm(cache: Cache) -> None:
    def work() -> None:
        for _ in range(100):
            cache.put(KEY, b"payload" * 1000)
            assert cache.get(KEY) == b"payload" * 1000

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert cache.get(KEY) == b"payload" * 1000


def test_a_key_that_is_no_digest_is_a_fault_of_the_program(cache: Cache) -> None:
    with pytest.raises(AssertionError):
        cache.get("../../etc/passwd")


def test_the_fingerprint_sees_names_and_contents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package, templates = tmp_path / "package", tmp_path / "templates"
    package.mkdir()
    templates.mkdir()
    (package / "a.py").write_text("a")
    monkeypatch.setattr(fingerprint, "_PACKAGE", package)
    seen = set[str]()
    for change in ("t.jinja", "u.jinja", "__pycache__/ignored"):
        path = templates / change
        path.parent.mkdir(exist_ok=True)
        path.write_text("same")
        fingerprint.own_digest.cache_clear()
        seen.add(fingerprint.own_digest(templates))
    assert len(seen) == 2
    fingerprint.own_digest.cache_clear()
    assert fingerprint.own_digest(templates) in seen


def test_code_that_is_not_on_the_disk_equals_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fingerprint, "_PACKAGE", tmp_path)
    fingerprint.own_digest.cache_clear()
    first = fingerprint.own_digest()
    fingerprint.own_digest.cache_clear()
    assert fingerprint.own_digest() != first
    fingerprint.own_digest.cache_clear()


def test_a_value_comes_back_as_json_has_it(cache: Cache) -> None:
    cache.put_value({"a": (1, "ü\n"), "b": None}, KEY, digest("other"))
    assert cache.get_value(digest("other")) == cache.get_value(KEY)
    assert cache.get_value(KEY) == {"a": [1, "ü\n"], "b": None}


def test_what_is_large_is_kept_meanwhile(cache: Cache) -> None:
    key, value = digest("large"), {"text": "x" * 3_000_000}
    cache.put_value(value, key, digest("twice"))
    assert cache.get_value(key) == cache.get_value(digest("twice")) == value


def test_a_value_without_a_form_in_utf_8_is_not_kept(cache: Cache) -> None:
    cache.put_value("\ud800", KEY)
    assert cache.get_value(KEY) is None


def texts_of(size: int, **others: str) -> dict[str, str]:
    return {**{f"{number}.py": f"{number} " * size for number in range(100)}, **others}


def test_a_value_comes_back_with_its_texts(cache: Cache) -> None:
    cache.put_with_texts({"a": (1,)}, {"x.py": "ü"}, KEY, digest("other"))
    assert cache.get_with_texts(KEY) == ({"a": [1]}, {"x.py": "ü"})
    assert cache.get_with_texts(digest("other")) == cache.get_with_texts(KEY)
    assert cache.get_with_texts(digest("unknown")) is None


@pytest.mark.parametrize("is_new_process", [False, True])
def test_many_texts_are_kept_by_what_differs(
    cache: Cache, tmp_path: Path, is_new_process: bool
) -> None:
    first = texts_of(20_000)
    cache.put_with_texts(1, first, KEY)
    cache.settle()
    before = {path: path.stat().st_size for path in entries(tmp_path)}
    if is_new_process:
        cache = Cache(cache.folder)
        assert cache.get_with_texts(KEY) == (1, first)
    second = {**texts_of(20_000, **{"7.py": "another"}), "new.py": "new"}
    del second["8.py"]
    cache.put_with_texts(2, second, digest("second"))
    cache.settle()
    [added] = set(entries(tmp_path)) - before.keys()
    assert added.stat().st_size < 1000 < max(before.values())
    for told in (cache, Cache(cache.folder)):
        assert told.get_with_texts(KEY) == (1, first)
        assert told.get_with_texts(digest("second")) == (2, second)
    ahead = Cache(cache.folder)
    ahead.ahead(digest("second"))
    assert ahead.get_with_texts(digest("second")) == (2, second)


def test_texts_that_are_mostly_others_are_kept_by_themselves(cache: Cache, tmp_path: Path) -> None:
    cache.put_with_texts(1, texts_of(20_000), KEY)
    cache.settle()
    before = entries(tmp_path)
    cache.put_with_texts(2, texts_of(30_000), digest("second"))
    cache.settle()
    assert len(entries(tmp_path)) == len(before) + 2
    assert cache.get_with_texts(digest("second")) == (2, texts_of(30_000))


def test_without_what_it_differs_from_a_value_is_a_miss(cache: Cache, tmp_path: Path) -> None:
    cache.put_with_texts(1, texts_of(20_000), KEY)
    cache.settle()
    largest = max(entries(tmp_path), key=lambda path: path.stat().st_size)
    largest.unlink()
    assert Cache(cache.folder).get_with_texts(KEY) is None


def test_texts_without_a_form_in_utf_8_are_not_kept(cache: Cache) -> None:
    cache.put_with_texts(1, {"x.py": "\ud800"}, KEY)
    cache.put_with_texts(1, texts_of(20_000, **{"x.py": "\ud800"}), KEY)
    assert cache.get_with_texts(KEY) is None
