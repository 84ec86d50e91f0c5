"""What type checkers see of lists in pages: typed items and pages, sync and async."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from case_folders import CASES, sdkwright

PROGRAM = """
import asyncio
from collections.abc import AsyncIterator, Iterator
from decimal import Decimal
from typing import assert_type

from spec import (
    AsyncListPage,
    AsyncListOrdersPage,
    AsyncShop,
    Event,
    ListOrdersPage,
    ListPage,
    Order,
    OrderList,
    PaginationError,
    Response,
    Shop,
)


def orders(client: Shop) -> Iterator[str]:
    for order in client.orders.list(status="open"):
        yield order.id
    first = client.orders.list()
    assert_type(first, ListOrdersPage)
    plain: OrderList = first
    assert_type(first.data, list[Order])
    for page in plain_pages(first):
        assert_type(page.data[0], Order)
    whole = client.orders.with_response.list(cursor="x")
    assert_type(whole, Response[ListOrdersPage])
    yield from (order.id for order in whole.value)
    for payment in client.invoices.list_payments():
        assert_type(payment, Decimal)
    events = client.events.list_events()
    assert_type(events, ListPage[Event])
    assert_type(events.items, list[Event])
    print(plain)


def plain_pages(first: ListOrdersPage) -> Iterator[ListOrdersPage]:
    return first.pages()


async def aorders(client: AsyncShop) -> AsyncIterator[str]:
    try:
        async for order in client.orders.list(status="open"):
            yield order.id
    except PaginationError as error:
        print(error.path)
    first = await client.orders.list()
    assert_type(first, AsyncListOrdersPage)
    async for order in first:
        yield order.id
    async for page in client.orders.list().pages():
        assert_type(page, AsyncListOrdersPage)
    events = await asyncio.create_task(client.events.list_events())
    assert_type(events, AsyncListPage[Event])
    whole = await client.orders.with_response.list()
    assert_type(whole, Response[AsyncListOrdersPage])
"""


@pytest.mark.slow
def test_a_program_that_goes_through_pages_type_checks(tmp_path: Path) -> None:
    shutil.copy(CASES / "pagination" / "spec.yaml", tmp_path / "spec.yaml")
    status, told = sdkwright(f"generate --no-cache {tmp_path}/spec.yaml -o {tmp_path}")
    assert status == 0, told
    (tmp_path / "program.py").write_text(PROGRAM, "utf-8")
    strict = {"typeCheckingMode": "strict", "include": ["program.py", "spec"]}
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(strict), "utf-8")
    for checker in (
        ["mypy", "--strict", "program.py", "spec"],
        ["pyright", "--pythonpath", sys.executable],
    ):
        command = [sys.executable, "-m", *checker]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout
