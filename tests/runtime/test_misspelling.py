"""What becomes of names in mappings that nobody documented: they are sent, and told where they look misspelt."""

from __future__ import annotations

import json
import logging
from typing import Any

import pytest
from sample import RefundsAPI

from loopback import Loopback, full, loopback

__all__ = ["loopback"]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (
            {"refund_amount": {"vaule": 1}},
            ["`/refund_amount/vaule` is not described: is `value` meant?"],
        ),
        (
            {"line_items": [{"lineItemId": "a"}, {"line_item_id": "b", "ammount": 2}]},
            ["`/line_items/1/ammount` is not described: is `amount` meant?"],
        ),
        ({"refund_amount": {"value": 1, "vaule": 1}}, []),
        ({"refund_amount": {"value": 1, "colour": "red"}}, []),
        ({"refund_amount": {"value": 1, "currency": "EUR"}}, []),
        ({"type": "x"}, []),
    ],
)
def test_a_name_that_looks_misspelt_is_sent_and_told(
    loopback: Loopback, caplog: pytest.LogCaptureFixture, given: dict[str, Any], told: list[str]
) -> None:
    loopback.script(full(200, b'{"refunds": []}'))
    with (
        caplog.at_level(logging.WARNING),
        RefundsAPI(auth_key="k", base_url=loopback.url) as client,
    ):
        client.refunds.create("o-1", **given)
    found = [record.getMessage().partition(": ")[2] for record in caplog.records]
    assert found == told
    sent = json.loads(loopback.requests[0].body)
    if told:
        assert told[0].split("`")[1].rpartition("/")[2] in json.dumps(sent)
