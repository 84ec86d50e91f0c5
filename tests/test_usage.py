"""`--usage` on code as people write it: clients in attributes, wrappers, dataclass fields, comprehensions, other modules."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sdkwright.cli import app

_SHOP = (Path(__file__).parent / "breaking" / "usual" / "shop.yaml").read_text("utf-8")
_EDITS = (
    (
        """    delete:
      operationId: deleteOrder
      tags: [orders]
      responses:
        "204": {description: Gone.}
""",
        "",
    ),
    ("                notify: {type: boolean, default: false}\n", ""),
    ("      required: [id, amount]\n", "      required: [id]\n"),
    ('        customer: {$ref: "#/components/schemas/Customer"}\n', ""),
    ("quantity: {type: integer}\n", "quantity: {type: integer}\n        unit: {type: string}\n"),
    ("required: [sku, quantity]", "required: [sku, quantity, unit]"),
    ("InvoicePayment", "BillPayment"),
)

_DIRECT = """\
from acme.shop import Shop, Order, Refund as Money, Line
import acme.shop as shop
from acme import shop as s2


def one(client: Shop) -> None:
    client.orders.delete_order("1")  # HIT
    refund = client.refunds.refund_order("1", amount=1, notify=True)  # HIT
    print(refund.amount + 1)  # HIT
    print(client.orders.get_order("1").customer)  # HIT


def two() -> None:
    with shop.Shop() as c:
        orders = c.orders
        remove = orders.delete_order  # HIT
    c2 = s2.Shop()
    c2.orders.delete_order("2")  # HIT
    line = Line(sku="a", quantity=1)  # HIT
    line2 = shop.Line(sku="a", quantity=1)  # HIT
    line3 = {"sku": "a", "quantity": 1}
    c2.orders.create_order(customer="x", lines=[line, line2, line3])


def three(refund: Money) -> str:
    return f"{refund.amount:.2f}"  # HIT


def four(order: Order) -> None:
    customer = order.customer  # HIT
    if order.customer is not None:  # HIT
        print(order.customer.name)  # HIT
    print(getattr(order, "customer"))  # dynamic: may be missed
"""

_CLASSES = """\
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Optional

from acme.shop import AsyncShop, Shop
from acme.shop import Order, Refund


@dataclass
class Context:
    client: Shop
    cache: dict[str, Order] = field(default_factory=dict)


class Service:
    def __init__(self, client: Shop, maybe: Optional[Shop] = None) -> None:
        self.client = client
        self._orders = client.orders
        self.maybe = maybe
        self.own = Shop()

    def delete(self, id: str) -> None:
        self.client.orders.delete_order(id)  # HIT
        self._orders.delete_order(id)  # HIT
        self.own.orders.delete_order(id)  # HIT
        if self.maybe:
            self.maybe.orders.delete_order(id)  # HIT

    def fetch(self, id: str) -> Order:
        return self.client.orders.get_order(id)

    def name(self, id: str) -> str:
        return self.fetch(id).customer.name  # HIT

    @property
    def latest(self) -> Refund:
        return self.client.refunds.refund_order("1", amount=1)

    def total(self) -> float:
        return float(self.latest.amount) + 1  # HIT


def use(ctx: Context) -> None:
    ctx.client.orders.delete_order("1")  # HIT
    for order in ctx.cache.values():
        print(order.customer)  # HIT
    print([o.customer for o in ctx.client.orders.list_orders()])  # HIT
    first, *rest = ctx.client.orders.list_orders()
    print(first.customer)  # HIT
    by_id = {o.id: o for o in ctx.client.orders.list_orders()}
    print(by_id["1"].customer)  # HIT


async def go() -> None:
    async with AsyncShop() as client:
        refund = await client.refunds.refund_order("1", amount=1, notify=False)  # HIT
        print(refund.amount * 2)  # HIT


def make() -> Shop:
    return Shop()


CLIENT = make()
CLIENT.orders.delete_order("3")  # HIT


def kwargs(client: Shop) -> None:
    options = {"amount": 1, "notify": True}
    client.refunds.refund_order("1", **options)  # dynamic (may be missed)


class Sub(Order):
    def describe(self) -> str:
        return str(self.customer)  # HIT
"""

_MORE = """\
import typing as t
from functools import partial
from acme.shop import Shop, ConflictError, CardPayment, InvoicePayment, APIStatusError  # HIT
from .b_classes import Service, make
import acme.shop

Payment = t.Union[CardPayment, InvoicePayment]  # HIT


def handle(client: Shop) -> None:
    try:
        client.orders.create_order(customer="x", lines=[])
    except ConflictError as e:
        raise SystemExit from e
    order = client.orders.get_order("1")
    if isinstance(order.payment, InvoicePayment):  # HIT
        print(order.payment.due_date)
    match order.payment:
        case InvoicePayment():  # HIT
            pass
    svc = Service(client)
    svc.client.orders.delete_order("9")  # HIT
    make().orders.delete_order("9")  # HIT
    f = partial(client.orders.delete_order, "1")  # HIT
    (lambda c: c.orders.delete_order("1"))(client)
    amount = (client.refunds.refund_order("1", amount=1)).amount
    total = amount + 1  # HIT
    x: acme.shop.Order = order
    print(x.customer)  # HIT
    if (o := client.orders.get_order("2")).customer:  # HIT
        pass
    orders: t.List["acme.shop.Order"] = []
    print(orders[0].customer)  # HIT
    print(sorted(orders, key=lambda z: z.customer.name))  # lambda
    print(max(client.orders.list_orders(), key=lambda z: z.amount).customer)  # HIT
"""

_HARMLESS = """\
from acme.shop import Shop


class Refund:
    amount = 1


class Book:
    def __init__(self) -> None:
        self.orders = {"1": Refund()}

    def delete_order(self, number: str) -> None:
        self.orders.pop(number)


def ours(client: Shop, other: Book) -> None:
    other.delete_order("1")
    print(other.orders["1"].amount + 1)
    order = client.orders.get_order("1")
    print(order.amount + 1, order.note, f"{order.status}")
    client.refunds.refund_order("1", amount=2, reason="late")
    for one in client.orders.list_orders(limit=3):
        print(one.id)
"""


def _spec() -> str:
    text = _SHOP
    for before, after in _EDITS:
        assert before in text
        # Of what is required in two schemas, the last is meant.
        text = (
            after.join(text.rsplit(before, 1)) if "[id" in before else text.replace(before, after)
        )
    return text


@pytest.mark.parametrize("code", ["direct", "classes", "more", "harmless"])
def test_places_are_found_in_code_as_people_write_it(code: str, tmp_path: Path) -> None:
    (tmp_path / "old.yaml").write_text(_SHOP, "utf-8")
    (tmp_path / "new.yaml").write_text(_spec(), "utf-8")
    source = tmp_path / "source"
    source.mkdir()
    modules = {"direct": _DIRECT, "b_classes": _CLASSES, "more": _MORE, "harmless": _HARMLESS}
    for name, text in modules.items():
        (source / f"{name}.py").write_text(text, "utf-8")
    sides = str(tmp_path / "old.yaml"), str(tmp_path / "new.yaml")
    done = CliRunner().invoke(app, ["diff", *sides, "--usage", str(source), "-f", "json"])
    assert done.exit_code == 0, done.output
    module = "b_classes" if code == "classes" else code
    lines = modules[module].split("\n")
    found = {
        lines[hit["place"]["line"] - 1].strip()
        for hit in json.loads(done.stdout)["usage"]
        if Path(hit["place"]["file"]).stem == module
    }
    assert found == {line.strip() for line in lines if "# HIT" in line}
