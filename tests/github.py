"""What a GitHub runner does with a composite action, and the few calls of GitHub's API that ours makes, over real HTTP."""

from __future__ import annotations

import json
import os
import re
import subprocess
import threading
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from sdkwright.text.diagnostic import Report
from sdkwright.text.yaml import load

# --- The service --------------------------------------------------------------------------------


@dataclass
class Service:
    """The comments of one pull request; who calls, by token; and what a token may not do."""

    url: str = ""
    comments: list[dict[str, Any]] = field(default_factory=list)
    tokens: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    reads_only: frozenset[str] = frozenset()
    down: bool = False
    seen: list[str] = field(default_factory=list)

    def write(self, body: str, user: Mapping[str, str]) -> dict[str, Any]:
        """Add a comment."""
        self.comments.append({"id": len(self.comments) + 1, "body": body, "user": user})
        return self.comments[-1]

    def answer(self, method: str, target: str, token: str, sent: Any) -> tuple[int, Any]:
        """Status and body of a call."""
        self.seen.append(f"{method} {target}")
        user = self.tokens.get(token)
        where = urlsplit(target)
        if self.down:
            return 502, {"message": "Bad Gateway"}
        if user is None:
            return 401, {"message": "Bad credentials"}
        if where.path == "/user":
            is_bot = user["type"] == "Bot"
            return (
                (403, {"message": "Resource not accessible by integration"})
                if is_bot
                else (200, user)
            )
        if method == "GET" and where.path == "/repos/a/b/issues/5/comments":
            query = parse_qs(where.query)
            size, page = int(query.get("per_page", ["30"])[0]), int(query.get("page", ["1"])[0])
            return 200, self.comments[(page - 1) * size : page * size]
        if token in self.reads_only:
            return 403, {"message": "Resource not accessible by integration"}
        if method == "POST" and where.path == "/repos/a/b/issues/5/comments":
            return 201, self.write(sent["body"], user)
        known = re.fullmatch(r"/repos/a/b/issues/comments/(\d+)", where.path)
        if method == "PATCH" and known and int(known[1]) <= len(self.comments):
            comment = self.comments[int(known[1]) - 1]
            comment["body"] = sent["body"]
            return 200, comment
        return 404, {"message": "Not Found"}


@contextmanager
def github(**settings: Any) -> Iterator[Service]:
    """The service, at a port of its own."""
    service = Service(**settings)

    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            sent = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            token = self.headers.get("Authorization", "").removeprefix("Bearer ")
            status, body = service.answer(
                self.command, self.path, token, json.loads(sent) if sent else None
            )
            text = json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        do_GET = do_POST = do_PATCH = _answer  # noqa: N815

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    service.url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield service
    finally:
        server.shutdown()
        server.server_close()


# --- The runner ---------------------------------------------------------------------------------


@dataclass
class Run:
    """What came of an action."""

    statuses: dict[str, int] = field(default_factory=dict)
    """The exit status of each step that ran, by name."""
    log: str = ""
    summary: str = ""
    outputs: dict[str, str] = field(default_factory=dict)

    @property
    def failed(self) -> bool:
        """Whether the job is red."""
        return any(self.statuses.values())


@dataclass(frozen=True)
class Runner:
    """A machine: what it keeps for the time of a run, and the API that it knows."""

    temp: Path
    api: str
    path: Path

    def __call__(
        self, action: Path, event: Mapping[str, Any], skip: Collection[str] = (), **inputs: str
    ) -> Run:
        """Do the steps of an action in order, in `path`, as composite actions do; none of `skip`."""
        root = load(action / "action.yml", "action.yml", Report())
        assert root is not None
        told: Any = root.plain()
        known = {
            "github.action_path": str(action),
            "github.token": "run",
            **{f"github.{name}": value for name, value in event.items()},
        }
        for name, value in told["inputs"].items():
            assert set(inputs) <= set(told["inputs"])
            given = inputs.get(name)
            known[f"inputs.{name}"] = filled(value["default"], known) if given is None else given
        run = Run()
        for step in told["runs"]["steps"]:
            assert set(step) <= {"name", "id", "if", "shell", "env", "run"}
            wanted = evaluated(step.get("if", "success()"), {**known, "failed": run.failed})
            if wanted and step["name"] not in skip:
                self._step(step, known, run)
        return run

    def _step(self, step: Mapping[str, Any], known: dict[str, Any], run: Run) -> None:
        files = {name: self.temp / name for name in ("output", "summary")}
        for file in files.values():
            file.write_text("", "utf-8")
        script = self.temp / "step.sh"
        script.write_text(step["run"], "utf-8")
        done = subprocess.run(
            # `shell: bash`, as the documentation of workflows has it.
            ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", str(script)],
            cwd=self.path,
            env={
                **os.environ,
                "RUNNER_TEMP": str(self.temp),
                "GITHUB_STEP_SUMMARY": str(files["summary"]),
                "GITHUB_OUTPUT": str(files["output"]),
                "GITHUB_API_URL": self.api,
                "GITHUB_REPOSITORY": "a/b",
                **{name: filled(value, known) for name, value in step.get("env", {}).items()},
            },
            capture_output=True,
            text=True,
            check=False,
        )
        run.statuses[step["name"]] = done.returncode
        run.log += done.stdout + done.stderr
        run.summary += files["summary"].read_text("utf-8")
        for line in files["output"].read_text("utf-8").splitlines():
            name, _, value = line.partition("=")
            run.outputs[name] = value


def filled(text: str, known: Mapping[str, Any]) -> str:
    """A text with its expressions evaluated."""
    return re.sub(r"\$\{\{(.+?)\}\}", lambda found: str(evaluated(found[1], known)), text)


def evaluated(expression: str, known: Mapping[str, Any]) -> Any:
    """An expression of a workflow: names, texts, `==`, `&&`, `||` and a few functions, which are nearly Python."""
    python = expression.strip().replace("&&", " and ").replace("||", " or ")
    python = re.sub(
        r"'[^']*'|\b(?:github|inputs)\.[\w.-]+",
        lambda found: found[0] if found[0][0] == "'" else f"name('{found[0]}')",
        python,
    )
    functions = {
        "name": lambda name: known.get(name, ""),
        "format": lambda pattern, *values: pattern.format(*values),
        "always": lambda: True,
        "success": lambda: not known.get("failed"),
    }
    return eval(python, {"__builtins__": {}}, functions)
