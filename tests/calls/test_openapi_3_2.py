"""What OpenAPI 3.2 added, in the package and on the wire."""

from __future__ import annotations

import json
from email import message_from_bytes
from email.message import Message
from pathlib import Path
from types import ModuleType
from typing import Any, cast

import pytest
from fresh import FLAVOURS, call, fresh

from case_folders import CASES, imported, sdkwright
from loopback import Loopback, full

JSON = ("Content-Type", "application/json")


def of_case(name: str, folder: Path) -> ModuleType:
    """The package of a case folder."""
    status, told = sdkwright(f"generate --no-cache {CASES / name}/spec.yaml -o {folder}/out")
    assert status == 0, told
    return imported(folder / "out" / "spec", f"case_{name}")


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ({"method": "card", "number": "4"}, "Card"),
        ({"method": "voucher", "note": "n"}, "OtherPayment"),
        ({"method": "barter", "note": "n"}, "OtherPayment"),
        ({"method": "barter", "number": "4"}, "OtherPayment"),
        ({"note": "n"}, "OtherPayment"),
        ({"method": "barter", "note": 7}, "OtherPayment"),
    ],
)
def test_other_texts_of_a_discriminator_have_a_member(
    given: dict[str, object], name: str, tmp_path: Path, loopback: Loopback
) -> None:
    package = of_case("union_default_mapping", tmp_path)
    loopback.script(full(200, json.dumps(given).encode(), JSON))
    found = call(package, "sync", lambda c: c.payments.get_payment(), base_url=loopback.url)
    assert type(found).__name__ == name
    assert found.model_dump(mode="json", by_alias=True, exclude_unset=True) == given


def test_a_default_mapping_to_what_has_no_name_is_left_out(tmp_path: Path) -> None:
    package = fresh(
        """
        paths: {}
        components:
          schemas:
            Payment:
              oneOf: [{$ref: "#/components/schemas/Card"}, {$ref: "#/components/schemas/Cash"}]
              discriminator:
                propertyName: method
                mapping: {card: Card, cash: Cash}
                defaultMapping: "#/components/schemas/Cash/properties/method"
            Card: {type: object, properties: {method: {type: string}}}
            Cash: {type: object, properties: {method: {type: string}}}
        """,
        tmp_path,
    )
    assert "Unknown" in str(package.Payment)


def parts(loopback: Loopback) -> list[Message]:
    """The parts of the request."""
    request = loopback.requests[0]
    kind = request.headers["content-type"].encode()
    whole = message_from_bytes(b"Content-Type: " + kind + b"\r\n\r\n" + request.body)
    return cast("list[Message]", whole.get_payload())


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_parts_by_place(flavour: str, tmp_path: Path, loopback: Loopback) -> None:
    package = of_case("multipart_by_place", tmp_path)
    loopback.script(full(204))
    claim = package.Claim(order="1")

    def do(client: Any) -> Any:
        return client.claims.create_claim(body=[claim, b"\x89PNG", b"\x89PNG2"])

    call(package, flavour, do, base_url=loopback.url)
    sent = [(one.get_content_type(), one.get_payload(decode=True)) for one in parts(loopback)]
    assert loopback.requests[0].headers["content-type"].startswith("multipart/mixed; boundary=")
    assert sent == [
        ("application/vnd.claim+json", b'{"order":"1"}'),
        ("image/png", b"\x89PNG"),
        ("image/png", b"\x89PNG2"),
    ]
    assert all(one["content-disposition"] is None for one in parts(loopback)[:1])


def test_items_as_parts(tmp_path: Path, loopback: Loopback) -> None:
    package = of_case("multipart_by_place", tmp_path)
    loopback.script(full(204))
    body = [{"order": "1"}, package.Claim(order="2", reason="r")]
    call(package, "sync", lambda c: c.claims.change_claims(body=body), base_url=loopback.url)
    sent = [(one.get_content_type(), one.get_payload(decode=True)) for one in parts(loopback)]
    assert sent == [
        ("application/json", b'{"order":"1"}'),
        ("application/json", b'{"order":"2","reason":"r"}'),
    ]


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_addresses_for_tokens_are_looked_up(
    flavour: str, tmp_path: Path, loopback: Loopback
) -> None:
    package = fresh(
        """
        paths:
          /a:
            get: {operationId: a, tags: [x], security: [{shop: []}], responses: {204: {summary: D}}}
        components:
          securitySchemes:
            shop: {type: oauth2, oauth2MetadataUrl: /about, flows: {}}
        """,
        tmp_path,
    )
    about = f'{{"token_endpoint": "{loopback.url}/there"}}'.encode()
    token = b'{"access_token": "t", "token_type": "bearer"}'
    loopback.script(full(200, about, JSON), full(200, token, JSON), full(204))
    grant = package.ClientCredentialsGrant("id", "s")
    call(package, flavour, lambda c: c.x.a(), base_url=loopback.url, shop=grant)
    assert [r.target for r in loopback.requests] == ["/about", "/there", "/a"]
    assert loopback.requests[-1].headers["authorization"] == "Bearer t"
