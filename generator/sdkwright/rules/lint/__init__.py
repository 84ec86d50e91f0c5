"""Lint: what makes a specification unusable, a name ambiguous or a statement unfounded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...ir.model import Api
from ...text.diagnostic import Diagnostic, Severity
from ..registry import Rule

# Importing a theme registers its rules; a theme that is not listed here does not exist.
from . import coverage, names, operations, schemas
from .family import lint_rules

__all__ = ["coverage", "errors", "lint", "names", "operations", "rules", "schemas"]


def lint(api: Api) -> Iterator[Diagnostic]:
    """All findings about an API."""
    return lint_rules.run(api, frozenset(Severity))


def errors(api: Api) -> Iterator[Diagnostic]:
    """Only what stops generation."""
    return lint_rules.run(api, frozenset({Severity.ERROR}))


def rules() -> Mapping[str, Rule]:
    """The lint rules by id."""
    return lint_rules.rules
