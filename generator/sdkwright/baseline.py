"""The findings that a repository puts up with for now: a committed file of fingerprints, which may only shrink."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import cast

from .text.diagnostic import Diagnostic, Report
from .text.sarif import fingerprint


def write_baseline(path: Path, report: Report) -> int:
    """Write the findings of a run into the file; how many there are."""
    entries = [
        {
            "rule": one.code,
            "file": one.span.file if one.span else None,
            "message": one.message,
            "fingerprint": fingerprint(one, report.sources),
        }
        for one in report.in_order()
    ]
    path.write_text(json.dumps({"findings": entries}, indent=2, ensure_ascii=True) + "\n", "utf-8")
    return len(entries)


def apply_baseline(path: Path, report: Report) -> None:
    """Take the findings in the file out of `report`, each as often as it is there.

    Reports `baseline-unreadable`, and `baseline-outdated` where a finding of the file is gone.
    """
    known = _read(path, report)
    if known is None:
        return
    left = Counter(known)
    kept: list[Diagnostic] = []
    for one in report.found:
        mark = fingerprint(one, report.sources)
        if left[mark] > 0:
            left[mark] -= 1
        else:
            kept.append(one)
    report.found[:] = kept
    gone = sum(left.values())
    if gone:
        message = f"{gone} finding{'' if gone == 1 else 's'} of `{path}` {'is' if gone == 1 else 'are'} gone"
        hint = "write the file anew with `sdkwright lint --write-baseline`, so that they stay gone"
        report.warn("baseline-outdated", message, None, hint)


def _read(path: Path, report: Report) -> list[str] | None:
    hint = "write it with `sdkwright lint --write-baseline`"
    try:
        data: object = json.loads(path.read_text("utf-8"))
        listed = cast("Mapping[str, list[Mapping[str, str]]]", data)["findings"]
        return [str(entry["fingerprint"]) for entry in listed]
    except OSError as fault:
        reason = fault.strerror
    except (ValueError, KeyError, TypeError):
        reason = "it is no baseline"
    report.error("baseline-unreadable", f"`{path}` can't be read: {reason}", None, hint)
    return None
