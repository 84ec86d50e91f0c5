"""Whether a text is a regular expression as JSON Schema means it (ECMA-262)."""

from __future__ import annotations

import re
import warnings

_LONGEST = 2_000
_FAULTS = ("unterminated", "missing )", "unbalanced", "nothing to repeat", "bad escape (end")
# What ECMA-262 writes in other words than Python, as something that Python reads; an escaped backslash is stepped over.
_WORDS = re.compile(
    r"(?P<same>\\\\)|(?P<property>\\[pP]\{[^}]*\}|\\u\{[0-9A-Fa-f]+\}|\\c[A-Za-z]|\\[zZ]|\\k<\w+>)"
    r"|(?P<none>\[\])|(?P<all>\[\^\])|(?P<name>\(\?<(?![=!])[^>]*>)|(?P<look>\(\?<[=!])"
)
_SAID = {"property": "x", "none": "x", "all": "x", "name": "(", "look": "(?="}


def is_regex(text: str) -> bool:
    """Whether `text` can be read as a regular expression of ECMA-262; long ones count as such unread.

    It is compiled and never matched against anything.
    """
    if len(text) > _LONGEST:
        return True
    said = _WORDS.sub(lambda found: _SAID.get(found.lastgroup or "", found[0]), text)
    try:
        with warnings.catch_warnings(action="ignore"):
            re.compile(said)
    except (re.error, RecursionError, OverflowError) as error:
        # Escapes without a meaning stand for themselves in ECMA-262; flags and quantifiers of quantifiers differ by dialect.
        return not _is_fault(error)
    return True


def _is_fault(error: Exception) -> bool:
    return str(error).startswith(_FAULTS)
