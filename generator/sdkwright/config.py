"""The configuration `sdkwright.toml`, read into a frozen value; what it does not know is a diagnostic."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, cast

from msgspec import Struct, field

from .python.code import is_identifier
from .spec.remote import Shelf, shelf_of
from .spec.url import absolute
from .text.diagnostic import Report
from .text.span import Span

if TYPE_CHECKING:
    import tomllib

FILE = "sdkwright.toml"

MODELS = ("datamodel-code-generator", "native")
LAYOUTS = ("black", "ruff")
"""The printers of models and the formatters; the first of each is the reference, which a configuration takes unless told."""


LEVELS = ("error", "warning", "off")
"""How bad the findings of a lint rule may be said to be."""


class ApiConfig(Struct, frozen=True):
    """One API: its short name (the sub-package) and the path of its specification.

    `allow` are patterns of codes (`unsupported-*`) whose errors become warnings: what they are about is left out. `root`
    is the folder below which references may lead to other files (None: the one of the specification), `shelf` holds the texts
    of those that lead to URLs (None: none may).
    `idempotency_header` is the field that makes a repetition of every POST and PATCH harmless.
    """

    name: str
    spec: Path
    client: str | None = None
    allow: tuple[str, ...] = ()
    root: Path | None = None
    shelf: Shelf | None = None
    idempotency_header: str | None = None


class LintConfig(Struct, frozen=True):
    """What `lint` shall do: how bad findings are by rule, pattern or group (`error`, `warning`, `off`); the file of
    findings put up with; the folder of the texts that `x-source` speaks of.
    """

    rules: Mapping[str, str] = field(default_factory=dict[str, str])
    baseline: Path | None = None
    sources: Path | None = None


class Config(Struct, frozen=True):
    """What to make. `target` is the folder of the package; `single` says that the package is one API alone.

    `models` is what prints the classes, `layout` what lays out the code, `testing` whether there are fakes for tests.
    `floors` are the shares, in percent, that `verify` asks for, `lint` what is said of its rules.
    """

    root: Path
    package: str
    target: Path
    apis: tuple[ApiConfig, ...]
    single: bool = False
    models: str = MODELS[0]
    layout: str = LAYOUTS[0]
    floors: Mapping[str, int] = field(default_factory=dict[str, int])
    lint: LintConfig = field(default_factory=LintConfig)
    testing: bool = True

    def folder(self, api: ApiConfig) -> PurePosixPath:
        """Where the API's files stand inside the package."""
        return PurePosixPath() if self.single else PurePosixPath(api.name)


def single_config(
    spec: Path, output: Path, name: str, allow: tuple[str, ...] = (), root: Path | None = None
) -> Config:
    """The configuration of `generate SPEC -o OUTPUT`: a self-contained package called `name` under `output`.

    The quick printer and formatter are taken: such a specification may be large.
    """
    apis = (ApiConfig(name, spec, allow=allow, root=root, shelf=shelf_of(spec)),)
    return Config(Path.cwd(), name, output / name, apis, True, MODELS[1], LAYOUTS[1])


def is_below(spec: Path, root: Path) -> bool:
    """Whether a specification stands below the folder that its references may not leave."""
    return root.is_dir() and spec.resolve().is_relative_to(root.resolve())


_TABLES: Mapping[str, Mapping[str, type]] = {
    "package": {"name": str, "output": str, "models": str, "format": str, "testing": bool},
    "verify": {"operations": int, "schemas": int},
    "remote": {"allow": list, "private": bool},
    "lint": {"rules": dict, "baseline": str, "sources": str},
}
_API_KEYS: Mapping[str, type] = {
    "spec": str,
    "client": str,
    "allow": list,
    "root": str,
    "idempotency_header": str,
}
_HEADER = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_NAMES: Mapping[type, str] = {
    str: "text",
    int: "a whole number",
    bool: "true or false",
    list: "a list of texts",
    dict: "a table",
}


_TAKEN = frozenset({"__init__", "_runtime"})
"""What stands in a package beside the folders of its APIs."""


def read_config(path: Path, report: Report) -> Config | None:
    """The configuration in the file at `path`.

    Reports `config-missing`, `config-unreadable`, `config-unknown-key`, `config-wrong-type`, `config-incomplete` and
    `config-name-invalid`; gives None where any of them was an error.
    """
    # A run for one specification has no such file, nor needs the reader of it.
    import tomllib

    place = Span(str(path), 1, 1, 1, 1)
    try:
        text = path.read_text("utf-8")
        data = tomllib.loads(text)
    except FileNotFoundError:
        report.error(
            "config-missing",
            f"there is no `{path}`",
            None,
            "run it where the file is, or give a specification and -o",
        )
        return None
    except (OSError, UnicodeDecodeError) as fault:
        report.error("config-unreadable", f"`{path}` can't be read: {type(fault).__name__}", place)
        return None
    except tomllib.TOMLDecodeError as fault:
        report.error(
            "config-unreadable", f"this is no TOML: {fault}", _place_of(fault, path), "see toml.io"
        )
        return None
    except RecursionError:
        report.error("config-unreadable", "this is nested too deep", place, "see toml.io")
        return None
    return _Reader(path, text.split("\n"), report).config(data)


def _place_of(fault: tomllib.TOMLDecodeError, path: Path) -> Span:
    found = re.search(r"line (\d+), column (\d+)", str(fault))
    line, col = (int(found[1]), int(found[2])) if found else (1, 1)
    return Span(str(path), line, col, line, col + 1)


class _Reader(Struct, frozen=True):
    """Checks the tables of one file and knows where each key is written."""

    path: Path
    lines: list[str]
    report: Report

    def config(self, data: dict[str, Any]) -> Config | None:
        before = len(self.report.found)
        self._unknown(data, {*_TABLES, "apis"}, ())
        tables = {
            name: self._table(data.get(name, {}), keys, (name,)) for name, keys in _TABLES.items()
        }
        shelf = self._shelf(tables["remote"])
        apis = tuple(self._api(name, value, shelf) for name, value in self._apis(data))
        package = tables["package"].get("name")
        if package is None:
            self._error(
                "config-incomplete",
                "`package.name` is missing",
                (),
                "say what the package is called",
            )
        elif not is_identifier(package) or package in _TAKEN:
            self._error(
                "config-name-invalid",
                f"`{package}` can't name a package",
                ("package", "name"),
                "use a-z, 0-9 and `_`",
            )
        models = self._choice(tables["package"], "models", MODELS)
        layout = self._choice(tables["package"], "format", LAYOUTS)
        lint = self._lint(tables["lint"])
        if any(found.severity == "error" for found in self.report.found[before:]):
            return None
        root = self.path.parent
        target = root / tables["package"].get("output", "generated") / str(package)
        testing = bool(tables["package"].get("testing", True))
        return Config(
            root, str(package), target, apis, False, models, layout, tables["verify"], lint, testing
        )

    def _shelf(self, table: Mapping[str, Any]) -> Shelf:
        allow: list[str] = []
        for given in table.get("allow", ()):
            url = absolute(given) if isinstance(given, str) else None
            if url is None or url.partition("?")[1]:
                message = f"`{given}` is no URL below which references may lead"
                hint = "write the scheme and the host, for example `https://schemas.example.com/`"
                self._error("config-wrong-value", message, ("remote", "allow"), hint)
            else:
                allow.append(url)
        return Shelf(self.path.parent, tuple(allow), table.get("private", False))

    def _lint(self, table: Mapping[str, Any]) -> LintConfig:
        for rule, level in table.get("rules", {}).items():
            if level not in LEVELS:
                self._error(
                    "config-wrong-value",
                    f"`{level}` is no level of a rule",
                    ("lint", "rules", rule),
                    f"give {', '.join(LEVELS)}",
                )
        baseline, sources = (
            self.path.parent / table[key] if key in table else None
            for key in ("baseline", "sources")
        )
        return LintConfig(table.get("rules", {}), baseline, sources)

    def _apis(self, data: dict[str, Any]) -> list[tuple[str, Any]]:
        apis = data.get("apis")
        if not isinstance(apis, dict) or not apis:
            self._error(
                "config-incomplete",
                "no API is configured",
                ("apis",),
                "add `[apis.NAME]` with `spec = …`",
            )
            return []
        return list(cast("dict[str, Any]", apis).items())

    def _api(self, name: str, value: Any, shelf: Shelf) -> ApiConfig:
        where = ("apis", name)
        if not is_identifier(name) or name in _TAKEN:
            self._error(
                "config-name-invalid",
                f"`{name}` can't name a module",
                where,
                "use a-z, 0-9 and `_`",
            )
        table = self._table(value, _API_KEYS, where)
        if "spec" not in table:
            self._error(
                "config-incomplete",
                f"`apis.{name}` has no `spec`",
                where,
                "say where the specification is",
            )
        spec, folder = self.path.parent / table.get("spec", ""), table.get("root")
        root = None if folder is None else self.path.parent / folder
        if root is not None and not is_below(spec, root):
            message = f"`apis.{name}.root` is not a folder around the specification: `{folder}`"
            hint = "name a folder that `spec` is in, directly or further down"
            self._error("config-wrong-value", message, (*where, "root"), hint)
        allow = tuple(str(pattern) for pattern in table.get("allow", ()))
        header = table.get("idempotency_header")
        if header is not None and not _HEADER.fullmatch(header):
            message = f"`{header}` is no name of a header"
            hint = "write it as it is sent, such as `Idempotency-Key`"
            self._error("config-wrong-value", message, (*where, "idempotency_header"), hint)
        return ApiConfig(name, spec, table.get("client"), allow, root, shelf, header)

    def _choice(self, table: Mapping[str, Any], key: str, choices: tuple[str, ...]) -> str:
        chosen = table.get(key, choices[0])
        if chosen not in choices:
            known = ", ".join(f"`{choice}`" for choice in choices)
            self._error(
                "config-wrong-value",
                f"`{chosen}` is none of {known}",
                ("package", key),
                "choose one of them",
            )
        return str(chosen)

    def _table(
        self, value: Any, keys: Mapping[str, type], where: tuple[str, ...]
    ) -> dict[str, Any]:
        good: dict[str, Any] = {}
        if not isinstance(value, dict):
            message = f"`{'.'.join(where)}` is no table"
            self._error("config-wrong-type", message, where, "write it as `[table]`")
            return good
        table = cast("dict[str, Any]", value)
        self._unknown(table, set(keys), where)
        for key, wanted in keys.items():
            if key in table and type(table[key]) is not wanted:
                message = f"`{'.'.join((*where, key))}` is not {_NAMES[wanted]}"
                self._error("config-wrong-type", message, (*where, key), f"give {_NAMES[wanted]}")
            elif key in table and "\0" in str(table[key]):
                message = f"`{'.'.join((*where, key))}` has a null character"
                self._error("config-wrong-value", message, (*where, key), "take it out")
            elif key in table:
                good[key] = table[key]
        return good

    def _unknown(self, table: Mapping[str, Any], known: set[str], where: tuple[str, ...]) -> None:
        for key in sorted(table.keys() - known):
            hint = f"known here: {', '.join(sorted(known))}"
            self._error(
                "config-unknown-key", f"`{key}` is no setting of sdkwright", (*where, key), hint
            )

    def _error(self, code: str, message: str, where: tuple[str, ...], hint: str) -> None:
        self.report.error(code, message, self._span(where), hint)

    def _span(self, where: tuple[str, ...]) -> Span:
        """Where a key is written; TOML readers don't tell, so the table headers and keys are looked up in the text."""
        table: tuple[str, ...] = ()
        for number, line in enumerate(self.lines, 1):
            header = re.match(r"\s*\[+\s*([^\]]+?)\s*\]", line)
            if header:
                table = tuple(part.strip().strip("\"'") for part in header[1].split("."))
                if table == where:
                    return Span(
                        str(self.path), number, header.start(1) + 1, number, header.end(1) + 1
                    )
            key = re.match(r"\s*([\w\"'.-]+)\s*=", line)
            if key and (*table, *(part.strip("\"'") for part in key[1].split("."))) == where:
                return Span(str(self.path), number, key.start(1) + 1, number, key.end(1) + 1)
        return Span(str(self.path), 1, 1, 1, 1)
