"""The family of lint rules, which the themes register themselves with."""

from __future__ import annotations

from ..registry import Registry

lint_rules = Registry()
