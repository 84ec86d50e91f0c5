"""Changes that somebody has approved: a committed file of fingerprints, each with a reason, who, and until when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from msgspec import Struct
from msgspec.structs import replace

from ..text.diagnostic import Report
from ..text.span import Span

if TYPE_CHECKING:
    from .model import Comparison

FILE = "api-approvals.toml"

_KEYS = frozenset({"fingerprint", "reason", "who", "expires"})


class Approval(Struct, frozen=True):
    """One change that may pass. What the change says is in its fingerprint: another text is another change."""

    fingerprint: str
    reason: str
    who: str
    expires: date | None

    def holds(self, today: date) -> bool:
        """Whether it has not ended."""
        return self.expires is None or today <= self.expires


def read_approvals(path: Path, report: Report) -> Mapping[str, Approval] | None:
    """The approvals of a file by fingerprint; none where the usual file is not there, None where one can't be read.

    Reports `approvals-unreadable` for what is no TOML, `approval-incomplete` where fingerprint, reason or who is missing.
    """
    # The command line imports this module for the name of the file alone.
    import tomllib

    place = Span(str(path), 1, 1, 1, 1)
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        if path == Path(FILE):
            return {}
        hint = "leave `--approvals` out where nothing is approved"
        report.error("approvals-unreadable", f"there is no `{path}`", None, hint)
        return None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        message = f"`{path}` can't be read: {type(fault).__name__}"
        report.error("approvals-unreadable", message, place, "write tables `[[approve]]`")
        return None
    entries = data.get("approve", [])
    found: dict[str, Approval] = {}
    for entry in cast("list[object]", entries) if isinstance(entries, list) else [entries]:
        approval = _approval(entry)
        if approval is None:
            message = "an approval needs `fingerprint`, `reason` and `who`, and may have `expires`"
            report.error("approval-incomplete", message, place, "`expires = 2030-01-31` is a date")
            return None
        found[approval.fingerprint] = approval
    return found


def _approval(entry: object) -> Approval | None:
    if not isinstance(entry, dict):
        return None
    fields = cast("dict[str, Any]", entry)
    texts = [fields.get(key) for key in ("fingerprint", "reason", "who")]
    expires = fields.get("expires")
    if set(fields) - _KEYS or not all(isinstance(one, str) and one.strip() for one in texts):
        return None
    if expires is not None and not isinstance(expires, date):
        return None
    fingerprint, reason, who = map(str, texts)
    return Approval(fingerprint, reason, who, expires)


def without_approved(
    comparison: Comparison, approvals: Mapping[str, Approval], today: date, report: Report
) -> Comparison:
    """The comparison without what is approved.

    Reports `approval-expired` and `approval-unneeded`, warnings, for approvals that hold nothing back any more.
    """
    present = {change.fingerprint for change in comparison.changes}
    valid: set[str] = set()
    for one in approvals.values():
        if not one.holds(today):
            message = f"the approval of {one.fingerprint} by {one.who} ended on {one.expires}"
            report.warn("approval-expired", message, None, "approve it again, or take it away")
        elif one.fingerprint not in present:
            message = f"nothing needs the approval of {one.fingerprint} by {one.who}"
            hint = "the change is gone or says something else now: take the approval away"
            report.warn("approval-unneeded", message, None, hint)
        else:
            valid.add(one.fingerprint)
    apis = tuple(
        replace(api, changes=tuple(c for c in api.changes if c.fingerprint not in valid))
        for api in comparison.apis
    )
    return replace(comparison, apis=apis)
