"""The classes of `models.py`, printed by datamodel-code-generator and held against what was planned.

The printer is fed the flat definitions as a document with every class and attribute name settled, our templates and no
formatter. It has no freedom left: a class whose syntax tree differs from the planned one is a fault, never published.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from ..python.code import Code, reviewed
from ..python.views import OF_DATETIME, AliasView, ModelView
from .environment import templates_folder
from .native import native


class PrinterDisagrees(Exception):
    """The model printer left out, added or changed a class. The message names it."""


def print_models(definitions: Sequence[ModelView | AliasView]) -> dict[str, Code]:
    """The source of each definition by its name.

    Raises:
        PrinterDisagrees: classes printed and names settled are not one to one, or a class differs from its plan.
    """
    if not definitions:
        return {}
    found = _by_name(_unaliased(_generate(definitions)))
    printed = {name: text.replace(*OF_DATETIME) for name, text in found.items()}
    planned = {str(definition.name): native(definition) for definition in definitions}
    if extra := sorted(printed.keys() - planned.keys()):
        raise PrinterDisagrees(f"classes that nobody asked for: {', '.join(extra)}")
    for definition in definitions:
        name = str(definition.name)
        if isinstance(definition, AliasView) and definition.recursive:
            printed[name] = planned[name]  # it has no form for these
        if name not in printed:
            raise PrinterDisagrees(f"no class `{name}`")
        if _tree(printed[name]) != _tree(planned[name]):
            raise PrinterDisagrees(f"`{name}` is not as planned:\n{printed[name]}")
    return {name: reviewed(printed[name]) for name in planned}


def _unaliased(source: str) -> str:
    """`source` with types under their own names, which the printer changes where a field is called like one.

    Nothing is lost by it: a class in which the name means something else differs from its plan, and is refused.
    """
    for name in set(re.findall(r"^from .* import .*\b(\w+) as \1_aliased\b", source, re.MULTILINE)):
        source = re.sub(rf"\b{name}_aliased\b", name, source)
    return source


def _tree(source: str) -> str:
    return ast.dump(ast.parse(source))


def _generate(definitions: Sequence[ModelView | AliasView]) -> str:
    # Imported here: a run with nothing changed needs no printer.
    from datamodel_code_generator import (
        InputFileType,
        LiteralType,
        PythonVersion,
        generate,
    )
    from datamodel_code_generator.enums import DataModelType
    from datamodel_code_generator.format import DatetimeClassType

    text = generate(
        _document(definitions),
        input_file_type=InputFileType.OpenAPI,
        output_model_type=DataModelType.PydanticV2BaseModel,
        target_python_version=PythonVersion.PY_311,
        custom_template_dir=templates_folder() / "models",
        extra_template_data=_texts(definitions),
        formatters=[],
        disable_timestamp=True,
        custom_file_header="#",
        enum_field_as_literal=LiteralType.All,
        output_datetime_class=DatetimeClassType.Datetime,
        use_type_alias=True,
        use_union_operator=True,
        use_standard_collections=True,
        keep_model_order=True,
        allow_remote_refs=False,
    )
    if not isinstance(text, str):
        raise PrinterDisagrees("the printer gave no single module")
    return text


def _document(definitions: Sequence[ModelView | AliasView]) -> dict[str, Any]:
    schemas = {str(definition.name): _schema(definition) for definition in definitions}
    info = {"title": "models", "version": "1"}
    return {"openapi": "3.1.0", "info": info, "paths": {}, "components": {"schemas": schemas}}


def _schema(definition: ModelView | AliasView) -> dict[str, Any]:
    if isinstance(definition, AliasView):
        return dict(definition.schema)
    return {
        "type": "object",
        "title": str(definition.name),
        "properties": {str(field.name): dict(field.schema) for field in definition.fields},
        "required": [str(field.name) for field in definition.fields if not field.optional],
    }


def _texts(definitions: Sequence[ModelView | AliasView]) -> defaultdict[str, dict[str, Any]]:
    """What our templates print besides names and types, by class."""
    texts: defaultdict[str, dict[str, Any]] = defaultdict(dict)
    for definition in definitions:
        entry: dict[str, Any] = {"doc": definition.doc}
        if isinstance(definition, ModelView):
            entry["base"] = definition.base
            entry["docs"] = {str(field.name): field.doc for field in definition.fields}
            entry["apart"] = {str(field.name): field.apart for field in definition.fields}
            entry["settings"] = {str(field.name): field.settings for field in definition.fields}
            entry["extra"] = definition.extra
        else:
            entry["marker"] = definition.marker
        texts[str(definition.name)] = entry
    return texts


def _by_name(source: str) -> dict[str, str]:
    """The definitions in a module by name, each with the docstring that follows an alias."""
    lines = source.split("\n")
    found: dict[str, str] = {}
    body = ast.parse(source).body
    for at, statement in enumerate(body):
        end = statement.end_lineno or statement.lineno
        if isinstance(statement, ast.ClassDef):
            found[statement.name] = "\n".join(lines[statement.lineno - 1 : end])
        elif isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            following = body[at + 1] if at + 1 < len(body) else None
            if isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant):
                end = following.end_lineno or end
            found[statement.target.id] = "\n".join(lines[statement.lineno - 1 : end])
    return found
