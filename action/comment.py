"""Keep one comment with the review on a pull request: the last step of `action.yml`.

Usage: `python comment.py REVIEW.md`, with `GITHUB_API_URL` and `GITHUB_REPOSITORY` as runners set them, `NUMBER` (of the pull
request) and `TOKEN`. A comment of ours that is there is replaced, so that there is never a second one. What can't be written fails
nothing: pull requests from forks have a token that may only read, and the summary of the run has the review all the same.
Standard library alone: containers have Python, and not `gh`. The calls: https://docs.github.com/rest/issues/comments.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, Request, build_opener

MARK = "<!-- sdkwright review -->"
_PAGE = 100


class _Stay(HTTPRedirectHandler):
    """Follows nothing: a token goes to the API alone."""

    def redirect_request(
        self, req: Request, fp: Any, code: int, msg: str, headers: Any, newurl: str
    ) -> None:
        return None


def call(method: str, path: str, body: str | None = None) -> Any:
    """What the API answers: JSON. Raises `HTTPError` for a status that is no success, `URLError` without an answer."""
    request = Request(
        f"{os.environ['GITHUB_API_URL']}/{path}",
        json.dumps({"body": body}).encode() if body is not None else None,
        {
            "Accept": "application/vnd.github+json",
            "Authorization": f"Bearer {os.environ['TOKEN']}",
            "Content-Type": "application/json",
        },
        method=method,
    )
    with build_opener(_Stay).open(request, timeout=30) as answer:
        return json.load(answer)


def comments(path: str) -> Iterator[Any]:
    """All comments of a pull request, oldest first."""
    for number in count(1):
        page: list[Any] = call("GET", f"{path}?per_page={_PAGE}&page={number}")
        yield from page
        if len(page) < _PAGE:
            return


def is_ours(comment: Any) -> bool:
    """Whether we have written it. Others may quote the mark; a token of a person writes in that person's name."""
    author: dict[str, str] = comment["user"] or {}
    is_marked = str(comment["body"]).startswith(MARK)
    return is_marked and (author.get("type") == "Bot" or author.get("login") == _own_name())


def _own_name() -> str:
    """Whose token it is; empty for the token of a run, which may not ask."""
    try:
        return str(call("GET", "user")["login"])
    except HTTPError:
        return ""


def keep(text: str) -> None:
    """Write the comment, or replace ours."""
    issues = f"repos/{os.environ['GITHUB_REPOSITORY']}/issues"
    path = f"{issues}/{os.environ['NUMBER']}/comments"
    known = next(filter(is_ours, comments(path)), None)
    if known is None:
        call("POST", path, text)
    elif known["body"] != text:
        call("PATCH", f"{issues}/comments/{known['id']}", text)


def main() -> None:
    """Keep the comment, and say why where that was not possible."""
    try:
        keep(Path(sys.argv[1]).read_text("utf-8"))
    except (URLError, TimeoutError) as problem:
        why = " ".join(str(problem).split())
        hint = "give the job `pull-requests: write`"
        print(f"::notice::the comment can't be written ({why}): {hint}, or read the summary")


if __name__ == "__main__":
    main()
