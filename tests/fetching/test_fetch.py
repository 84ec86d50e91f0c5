"""References to URLs, as a user has them: allowed, fetched from a real server, pinned, and read without a network."""

from __future__ import annotations

import re
import shutil
import socket
import ssl
import subprocess
import threading
from collections.abc import Mapping
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path

import pytest

from case_folders import CliRunner, app
from loopback import Drip, Loopback, Send, Stall, Steps, closed_port, full, head, redirect
from sdkwright import fetching, web
from sdkwright.spec.remote import FOLDER, LOCK

API = """\
openapi: 3.1.0
info: {{title: Shop, version: '1'}}
paths:
  /orders/{{id}}:
    get:
      operationId: getOrder
      parameters: [{{$ref: '{url}/v1/common.yaml#/components/parameters/Id'}}]
      responses:
        200:
          description: ok
          content: {{application/json: {{schema: {{$ref: '{url}/v1/common.yaml#/components/schemas/Order'}}}}}}
"""
COMMON = b"""\
components:
  parameters:
    Id: {name: id, in: path, required: true, schema: {type: string}}
  schemas:
    Order:
      type: object
      properties:
        total: {$ref: 'money.yaml#/Money'}
        parent: {$ref: '#/components/schemas/Order'}
"""
MONEY = b"Money: {type: object, properties: {amount: {type: number}}}\n"


@pytest.fixture(autouse=True)
def _at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SDKWRIGHT_CACHE", str(tmp_path.parent / f"{tmp_path.name}-cache"))


@pytest.fixture
def url(loopback: Loopback) -> str:
    """A server with two documents; a project that refers to one of them, and is allowed to."""
    loopback.script(full(200, COMMON), full(200, MONEY))
    project(loopback.url)
    return loopback.url


def project(url: str, allow: str = "/v1/") -> None:
    """A project in the working folder."""
    Path("api.yaml").write_text(API.format(url=url), "utf-8")
    Path("sdkwright.toml").write_text(
        f'[package]\nname = "sdks"\n[remote]\nallow = ["{url}{allow}"]\n[apis.shop]\nspec = "api.yaml"\n',
        "utf-8",
    )


def ran(*arguments: str) -> tuple[int, str, str]:
    """Exit status, standard output, standard error."""
    result = CliRunner().invoke(app, list(arguments), catch_exceptions=False)
    return result.exit_code, result.stdout, result.stderr


def refused(*arguments: str) -> str:
    """What is told of a run that fails."""
    status, _, told = ran(*arguments)
    assert status != 0
    assert not Path(LOCK).exists()
    return told


def codes(told: str) -> set[str]:
    """The codes of the errors that are told."""
    return set(re.findall(r"error\[([a-z-]+)\]", told))


def texts() -> Mapping[str, bytes]:
    """Everything that was kept."""
    kept = [path for path in sorted(Path(FOLDER).glob("*")) if path.suffix == ".yaml"]
    return {path.name: path.read_bytes() for path in (*kept, Path(LOCK))}


def test_what_is_fetched_is_all_that_generation_needs(url: str, loopback: Loopback) -> None:
    status, out, _ = ran("fetch")
    assert status == 0
    assert [line.split()[::2] for line in out.splitlines()] == [
        ["new", f"{url}/v1/common.yaml"],
        ["new", f"{url}/v1/money.yaml"],
    ]
    assert [one.target for one in loopback.requests] == ["/v1/common.yaml", "/v1/money.yaml"]
    loopback.stop()
    for command in ("generate", "check"):
        assert ran(command)[0] == 0, command
    assert "error[" not in ran("lint")[2]
    made = Path("generated/sdks/shop/models.py").read_text("utf-8")
    assert "class Order(" in made
    assert "amount: Decimal" in made
    assert f"{url}/v1/money.yaml#/Money" in Path("generated/sdks/shop/names.json").read_text(
        "utf-8"
    )
    assert ran("fetch")[1].count("same") == 2
    assert len(loopback.requests) == 2


@pytest.mark.parametrize("command", ["generate", "check", "lint", "sources", "verify"])
def test_no_command_but_fetch_touches_the_network(
    command: str, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(socket, "getaddrinfo", lambda *given, **_: asked.append(given) or [])
    status, _, told = ran(command)
    assert (status, asked) == (1, [])
    assert "api.yaml:7:27: error[ref-unfetched]" in told
    assert "run `sdkwright fetch`" in told
    assert (ran("fetch")[0], len(asked)) == (2, 1)


def test_a_url_that_nobody_allowed_is_never_asked_for(url: str, loopback: Loopback) -> None:
    for allow in ("/v2/", "/v", "/v1/common.yaml/", "@example.com/"):
        project(url, allow)
        told = refused("fetch")
        assert codes(told) & {"ref-remote", "config-wrong-value"}
    project(url, "/v1/common.yaml")
    assert f"{url}/v1/common.yaml:8:" in refused("fetch")
    assert [one.target for one in loopback.requests] == ["/v1/common.yaml"]


def test_a_single_specification_has_its_lock_beside_it(url: str, loopback: Loopback) -> None:
    Path("sdkwright.toml").unlink()
    assert "ref-remote" in codes(refused("fetch", "api.yaml"))
    assert ran("fetch", "api.yaml", "--allow-remote", f"{url}/v1")[0] == 0
    assert f'allow = ["{url}/v1"]' in Path(LOCK).read_text("utf-8")
    assert ran("generate", "api.yaml", "-o", "out")[0] == 0
    before = texts()
    assert ran("fetch", "api.yaml")[0] == 0
    assert texts() == before
    Path("other.yaml").write_text("openapi: 3.1.0\ninfo: {title: O, version: '1'}\npaths: {}\n")
    assert ran("fetch", "other.yaml")[0] == 0
    assert texts() == before


def test_what_the_server_has_now_is_held_against_what_is_pinned(
    url: str, loopback: Loopback
) -> None:
    assert ran("fetch")[0] == 0
    before = texts()
    more = MONEY.replace(b"}}}", b"}, unit: {type: string}}}")
    loopback.script(full(200, COMMON), full(200, more))
    status, _, told = ran("fetch", "--check")
    assert status == 1
    assert f"{url}/v1/common.yaml:8:23: error[remote-changed]" in told
    assert "`sdkwright fetch --update`" in told
    assert texts() == before
    shutil.rmtree(FOLDER)
    assert "ref-unfetched" in codes(ran("generate")[2])
    loopback.script(full(200, COMMON), full(200, more))
    assert "remote-changed" in codes(ran("fetch")[2])
    loopback.script(full(200, COMMON), full(200, MONEY))
    assert ran("fetch")[0] == 0
    assert texts() == before
    loopback.script(full(200, COMMON), full(200, more))
    status, out, _ = ran("fetch", "--update")
    assert (status, out.count("changed"), out.count("same")) == (0, 1, 1)
    assert more in texts().values()


def test_a_text_that_was_edited_is_refused_and_put_back(url: str, loopback: Loopback) -> None:
    assert ran("fetch")[0] == 0
    assert ran("generate")[0] == 0
    before = texts()
    for path in Path(FOLDER).glob("*money*"):
        path.write_bytes(MONEY.replace(b"number", b"string"))
    for command in ("generate", "check", "lint"):
        status, _, told = ran(command)
        assert status == 1
        assert f"{url}/v1/common.yaml:8:23: error[remote-changed]" in told
    loopback.script(full(200, MONEY))
    assert ran("fetch")[0] == 0
    assert texts() == before
    assert ran("check")[0] == 0


def test_what_nobody_refers_to_any_more_is_taken_away(url: str) -> None:
    assert ran("fetch")[0] == 0
    kept = Path(FOLDER) / "notes.txt"
    kept.write_text("ours")
    Path("api.yaml").write_text("openapi: 3.1.0\ninfo: {title: Shop, version: '1'}\npaths: {}\n")
    status, out, _ = ran("fetch")
    assert (status, out.count("gone")) == (0, 2)
    assert list(texts()) == [LOCK]
    assert kept.exists()


def test_faults_in_a_text_are_shown_there(url: str, loopback: Loopback) -> None:
    loopback.script(full(200, COMMON), full(200, MONEY.replace(b"number", b"nmber")))
    assert ran("fetch")[0] == 0
    told = ran("generate")[2]
    assert f"{url}/v1/money.yaml:1:51: error[value-unknown]" in told
    assert "1 | Money: {type: object, properties: {amount: {type: nmber}}}" in told
    assert "^^^^^" in told


def test_a_text_that_is_no_document_is_told_with_its_place(url: str, loopback: Loopback) -> None:
    loopback.script(full(200, b"components: [\n"))
    told = refused("fetch")
    assert f"{url}/v1/common.yaml:" in told
    assert "ref-unreadable" in codes(told)


def test_warnings_of_a_text_are_shown_from_the_cache_too(url: str, loopback: Loopback) -> None:
    loopback.script(full(200, COMMON.replace(b"name: id,", b"name: id, x-a: 1, extra: 1,")))
    loopback.script(full(200, COMMON.replace(b"Id: {", b"Id: {extra: 1, ")), full(200, MONEY))
    assert ran("fetch")[0] == 0
    first, second = (ran("generate")[2] for _ in range(2))
    assert f"{url}/v1/common.yaml:3:10: warning[unknown-field]" in second
    assert [line for line in second.splitlines() if "|" in line] == [
        line for line in first.splitlines() if "|" in line
    ]


def test_lint_leaves_the_style_of_others_alone(url: str) -> None:
    assert ran("fetch")[0] == 0
    told = ran("lint", "--level", "*=warning")[2]
    assert "api.yaml:" in told
    assert "/v1/" not in "".join(line for line in told.splitlines() if line.startswith("http"))


def test_a_redirect_is_pinned_with_its_target(url: str, loopback: Loopback) -> None:
    loopback.script(redirect(302, "/v1/2/common.yaml"), full(200, COMMON), full(200, MONEY))
    assert ran("fetch")[0] == 0
    targets = [one.target for one in loopback.requests]
    assert targets == ["/v1/common.yaml", "/v1/2/common.yaml", "/v1/2/money.yaml"]
    assert f'url = "{url}/v1/common.yaml"\nto = "{url}/v1/2/common.yaml"' in Path(LOCK).read_text()
    assert ran("generate")[0] == 0


@pytest.mark.parametrize(
    "target",
    [
        "/v2/common.yaml",
        "/v1/../v2/x.yaml",
        "/v1/%2e%2e/v2/x",
        "file:///etc/hostname",
        "//[bad/",
    ],
)
def test_a_redirect_leads_nowhere_else(target: str, url: str, loopback: Loopback) -> None:
    loopback.script(redirect(302, target), full(200, COMMON))
    assert "remote-refused" in codes(refused("fetch"))
    assert len(loopback.requests) == 1


def test_a_redirect_in_circles_ends(url: str, loopback: Loopback) -> None:
    loopback.script(redirect(301, "/v1/common.yaml"))
    assert "redirected more than 5 times" in refused("fetch")


_ANSWERS: Mapping[str, tuple[Steps, str]] = {
    "status": (full(404, b"no"), "answers 404"),
    "page": (full(200, b"<html>", ("Content-Type", "text/html; charset=utf-8")), "web page"),
    "packed": (full(200, b"x", ("Content-Encoding", "gzip")), "compressed"),
    "large": (full(200, b"a" * 2001), "larger than 2,000 bytes"),
    "endless": ((Send(head(200, None)), Send(b"a" * 4000), Stall()), "larger than 2,000 bytes"),
    "cut": ((Send(head(200, 100) + b"half"), *[]), "in time"),
    "silent": ((Stall(),), "in time"),
    "slow": ((Send(head(200, 500)), Drip(b"a" * 500, 0.02)), "in time"),
    "slow head": ((Drip(head(200, 500), 0.05),), "in time"),
    "not HTTP": ((Send(b"SSH-2.0-x\r\n\r\n"),), "BadStatusLine"),
}


@pytest.mark.parametrize("answer", _ANSWERS)
def test_an_answer_has_its_limits(
    answer: str, url: str, loopback: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "Limits", partial(web.Limits, most=2000, seconds=0.5))
    steps, reason = _ANSWERS[answer]
    loopback.script(steps)
    status, _, told = ran("fetch")
    assert status == 2
    assert codes(told) == {"remote-unreachable"}
    assert reason in told
    assert not Path(LOCK).exists()


def test_a_host_that_does_not_answer_is_told(url: str) -> None:
    project(f"http://127.0.0.1:{closed_port()}")
    assert "remote-unreachable" in codes(refused("fetch"))


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "::ffff:a00:1", "64:ff9b::7f00:1",
     "fd00::1", "fe80::1", "0.0.0.0", "224.0.0.1", "100.64.0.1", "2002:7f00:1::"],
)  # fmt: skip
def test_a_name_may_not_lead_into_a_private_network(
    address: str, loopback: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [("93.184.216.34", loopback.port), (address, loopback.port)]
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", answer) for answer in answers]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_more: found)
    project(f"http://schemas.example.com:{loopback.port}")
    told = refused("fetch")
    assert "remote-refused" in codes(told)
    # Python 3.13 writes an address that stands for one of IPv4 in another way.
    assert f"which is {ip_address(address)}" in told
    assert loopback.requests == []


def test_a_private_network_can_be_allowed_but_not_its_neighbourhood(
    loopback: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    addresses = ["127.0.0.1"]
    monkeypatch.setattr(
        socket,
        "getaddrinfo",
        lambda _host, port, *_args, **_more: [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, port)) for one in addresses
        ],
    )
    project(f"http://schemas.internal:{loopback.port}")
    config = Path("sdkwright.toml")
    config.write_text(config.read_text().replace("[remote]", "[remote]\nprivate = true"))
    loopback.script(full(200, COMMON), full(200, MONEY))
    assert ran("fetch")[0] == 0
    assert loopback.requests[0].headers["host"] == f"schemas.internal:{loopback.port}"
    assert {"authorization", "cookie"}.isdisjoint(loopback.requests[0].headers)
    addresses[0] = "169.254.169.254"
    assert "remote-refused" in codes(ran("fetch", "--check")[2])


def test_a_lock_that_cannot_be_read_is_told(url: str) -> None:
    Path(LOCK).write_text("<<<<<<< ours\n")
    for command in ("generate", "fetch"):
        status, _, told = ran(command)
        assert status == 2
        assert "remote-lock-unreadable" in codes(told)


def test_settings_that_are_no_urls_are_told(url: str) -> None:
    for given in ("https://", "schemas.example.com", "ftp://h/", "https://u:p@h/", "https://h/?a"):
        text = Path("sdkwright.toml").read_text("utf-8").split("[remote]")
        Path("sdkwright.toml").write_text(
            f'{text[0]}[remote]\nallow = ["{given}"]\n[apis.shop]\nspec = "api.yaml"\n'
        )
        status, _, told = ran("generate")
        assert (status, "sdkwright.toml:4:1: error[config-wrong-value]" in told) == (2, True), told


def test_options_that_do_not_fit_are_refused(url: str) -> None:
    for options in (
        ["--allow-remote", url],
        ["--update", "--check"],
        ["api.yaml", "--allow-remote", "x"],
    ):
        assert ran("fetch", *options)[0] == 2


def test_a_change_of_a_pinned_text_shows_in_a_diff(url: str, loopback: Loopback) -> None:
    def git(*arguments: str) -> None:
        identity = ("-c", "user.name=t", "-c", "user.email=t@example.com")
        subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)

    git("init", "-b", "main")
    assert ran("fetch")[0] == 0
    git("add", ".")
    git("commit", "-m", "first")
    loopback.script(full(200, COMMON), full(200, MONEY.replace(b"number", b"string")))
    assert ran("fetch", "--update")[0] == 0
    loopback.stop()
    status, out, told = ran("diff", "--against", "main")
    assert (status, told) == (0, "")
    assert f"{url}/v1/money.yaml:1:" in out
    assert "Decimal" in out
    assert "amount" in ran("review", "--base", "main")[1]
    for sides in (["main:api.yaml", "api.yaml"], ["main:.", "."]):
        assert f"{url}/v1/money.yaml" in ran("diff", *sides)[1]


# --- Encrypted ----------------------------------------------------------------------------------


class _Money(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(MONEY)))
        self.end_headers()
        self.wfile.write(MONEY)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


def test_only_a_server_with_the_right_certificate_is_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not there to make a certificate")
    key, certificate = tmp_path / "key.pem", tmp_path / "cert.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-days", "2",
         "-keyout", str(key), "-out", str(certificate)],
        check=True, capture_output=True,
    )  # fmt: skip
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Money)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    port = server.server_address[1]
    limits = web.Limits(lambda _url: True)
    try:
        with pytest.raises(web.UnreachableError, match="self-signed certificate"):
            web.get(f"https://localhost:{port}/money.yaml", limits)
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        assert web.get(f"https://localhost:{port}/money.yaml", limits)[1] == MONEY
        with pytest.raises(web.UnreachableError, match=r"mismatch|doesn't match|not valid for"):
            web.get(f"https://127.0.0.1:{port}/money.yaml", limits)
    finally:
        server.shutdown()
        server.server_close()
