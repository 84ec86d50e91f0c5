"""Diagnostics as JUnit's XML, which CI systems show as failed tests."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from .diagnostic import Diagnostic, Severity
from .printable import clipped, printable

_SUITE = "sdkwright"


def as_junit(found: Sequence[Diagnostic]) -> str:
    """A test suite with a failure for each diagnostic, and one test that passes where nothing was found.

    Texts of a specification are escaped; characters that XML 1.0 can't hold are written as escapes before.
    """
    errors = sum(one.severity is Severity.ERROR for one in found)
    cases = [_case(one) for one in found] or [
        f'  <testcase classname="{_SUITE}" name="nothing found"/>'
    ]
    head = f'<testsuite name="{_SUITE}" tests="{len(cases)}" failures="{len(found)}" errors="0">'
    counted = f"<!-- {errors} errors, {len(found) - errors} warnings -->"
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', head, f"  {counted}", *cases, "</testsuite>"]
    return _UNHELD.sub("\ufffd", "\n".join(lines)) + "\n"


# What XML 1.0 can't hold, besides what is no printable text anyway.
_UNHELD = re.compile("[\ufffe\uffff]")


def _case(one: Diagnostic) -> str:
    place = printable(str(one.span)) if one.span else "everywhere"
    message = quoteattr(clipped(one.message))
    text = "\n".join([clipped(one.message), *([f"hint: {clipped(one.hint)}"] if one.hint else [])])
    return (
        f"  <testcase classname={quoteattr(one.code)} name={quoteattr(place)}>\n"
        f'    <failure type="{one.severity.value}" message={message}>{escape(text)}</failure>\n'
        f"  </testcase>"
    )
