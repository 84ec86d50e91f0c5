"""An example of each rule of Python: the line that callers have before and after."""

from __future__ import annotations

from collections.abc import Mapping

from .annotation import Turn

_TYPES: Mapping[Turn, tuple[str, str]] = {
    Turn.NULLABLE: ("str", "str | None"),
    Turn.LITERAL_WIDENED: ("Literal['a', 'b']", "Literal['a', 'b', 'c']"),
    Turn.BECAME_LITERAL: ("str", "Literal['a', 'b']"),
    Turn.UNION_WIDENED: ("Card | Invoice", "Card | Cash | Invoice"),
    Turn.UNION_EXTENDED: ("Card | Unknown", "Card | Invoice | Unknown"),
    Turn.ITEM_WIDENED: ("list[str]", "list[str | int]"),
    Turn.ITEM_CHANGED: ("list[str]", "list[int]"),
    Turn.TUPLE_ARITY: ("tuple[int, int]", "tuple[int, int, int]"),
    Turn.FORMAT_CHANGED: ("str", "datetime"),
    Turn.STREAMS: ("bytes", "Iterator[bytes]"),
    Turn.PAGINATES: ("list[Order]", "OrderPage"),
    Turn.CLASS_REPLACED: ("Order", "PaidOrder"),
    Turn.TYPE_WIDENED: ("list[str]", "Sequence[str]"),
    Turn.TYPE_CHANGED: ("str", "int"),
}

_TURNS: Mapping[str, Turn] = {one.value: one for one in Turn}

_OPPOSITES: Mapping[Turn, Turn] = {
    Turn.NOT_NULLABLE: Turn.NULLABLE,
    Turn.LITERAL_NARROWED: Turn.LITERAL_WIDENED,
    Turn.LITERAL_DROPPED: Turn.BECAME_LITERAL,
    Turn.UNION_NARROWED: Turn.UNION_WIDENED,
    Turn.ITEM_NARROWED: Turn.ITEM_WIDENED,
    Turn.TYPE_NARROWED: Turn.TYPE_WIDENED,
}

_HOLDERS: Mapping[str, str] = {
    "client-arg": "Shop(*, note: {}, timeout: float = 60)",
    "arg": "def create(*, note: {}, options: Options | None = None) -> Order",
    "return": "def get(order_id: str) -> {}",
    "field": "note: {}",
    "attr": "note: {}",
    "key": "note: {}",
}

_LINES: Mapping[str, tuple[str, str]] = {
    "method": ("def cancel(order_id: str) -> Order", "def withdraw(order_id: str) -> Order"),
    "function": ("def parse_event(body: bytes) -> Event", "def read_event(body: bytes) -> Event"),
    "arg": ("note: str | Unset = UNSET", "remark: str | Unset = UNSET"),
    "client": ("class Shop", "class Store"),
    "client-arg": ("region: str = 'eu'", "area: str = 'eu'"),
    "module": ("import shop_sdks.shop", "import shop_sdks.store"),
    "resource": ("client.orders", "client.purchases"),
    "field": ("note: str | None = None", "remark: str | None = None"),
    "attr": ("note: str | None = None", "remark: str | None = None"),
    "class": ("class Order(Model)", "class Purchase(Model)"),
    "alias": ("Currency = Literal['EUR', 'SEK'] | str", "Money = Literal['EUR', 'SEK'] | str"),
    "enum-member": ("State.OPEN = 1", "State.OPENED = 1"),
    "constant": ("Codes.OPEN = 1", "Codes.OPENED = 1"),
    "exception": ("class ShopError(APIError)", "class StoreError(APIError)"),
    "key": ("note: NotRequired[str]", "remark: NotRequired[str]"),
    "base-url": ("https://api.example.com", "https://eu.example.com"),
    "idempotency": ("Idempotency-Key: a key for each call", "X-Request-Id: a key for each call"),
    "error-body": (
        "error.body: Problem  # where the status is 422",
        "error.body: Fault  # where the status is 422",
    ),
    "token-url": ("https://example.com/token", "https://id.example.com/token"),
    "wait": ("waits until `status` is `done`", "waits until `status` is `paid`"),
}
"""What each kind of thing looks like, by two names."""

_LOOKS: Mapping[str, tuple[str, str]] = {
    "removed": ("{line}", ""),
    "added": ("", "{line}"),
    "optional-added": ("", "{line}"),
    "required-added": ("", "{name}: str"),
    "renamed": ("{line}", "{other}"),
    "changed": ("{line}", "{other}"),
    "deprecated": ("{line}", "@deprecated  {line}"),
    "reactivated": ("@deprecated  {line}", "{line}"),
    "became-required": ("{line}", "{name}: str"),
    "became-optional": ("{name}: str", "{line}"),
    "default-changed": ("{name}: str = 'a'", "{name}: str = 'b'"),
    "order-changed": ("(first, {name})", "({name}, first)"),
    "became-keyword-only": ("({name})", "(*, {name})"),
    "became-positional": ("(*, {name})", "({name})"),
}
"""What became of a line: it came, went, or is another."""

_OWN: Mapping[str, tuple[str, str]] = {
    "py-method-moved": ("client.orders.refund(order_id)", "client.refunds.create(order_id)"),
    "py-method-became-async": ("def get(order_id: str)", "async def get(order_id: str)"),
    "py-method-became-sync": ("async def get(order_id: str)", "def get(order_id: str)"),
    "py-class-became-alias": ("class Payment(Model)", "Payment: TypeAlias = Card | Invoice"),
    "py-alias-became-class": ("Payment: TypeAlias = Card | Invoice", "class Payment(Model)"),
    "py-class-split": ("class Order(Model)", "class RequestOrder(Model)"),
    "py-class-kind-changed": ("class Order(Model)", "class Order(TypedDict)"),
    "py-class-base-removed": ("class Paid(Order)", "class Paid(Model)"),
    "py-class-base-added": ("class Paid(Model)", "class Paid(Order)"),
    "py-exception-base-removed": ("class Missing(NotFoundError)", "class Missing(APIError)"),
    "py-alias-values-added": ("Literal['EUR'] | str", "Literal['EUR', 'SEK'] | str"),
    "py-alias-values-removed": ("Literal['EUR', 'SEK'] | str", "Literal['EUR'] | str"),
    "py-enum-member-value-changed": ("State.OPEN = 1", "State.OPEN = 2"),
    "py-constant-value-changed": ("Codes.OPEN = 1", "Codes.OPEN = 2"),
    "py-attr-became-required": ("note: str | None = None", "note: str"),
}


def python_example(rule: str) -> tuple[str, str]:
    """The lines before and after; one is empty where there is nothing. Raises `KeyError` for what is no rule of Python."""
    if rule in _OWN:
        return _OWN[rule]
    kind, turn = _split(rule)
    changed = _TURNS.get(turn)
    if kind in _HOLDERS and changed is not None:
        before, after = _TYPES[_OPPOSITES.get(changed, changed)]
        if changed in _OPPOSITES:
            before, after = after, before
        return _HOLDERS[kind].format(before), _HOLDERS[kind].format(after)
    line, other = _LINES[kind]
    name = line.partition(":")[0].partition(" =")[0]
    before, after = _LOOKS[turn]
    parts = {"line": line, "other": other, "name": name}
    return before.format(**parts), after.format(**parts)


def _split(rule: str) -> tuple[str, str]:
    name = rule.removeprefix("py-")
    kinds = {*_HOLDERS, *_LINES}
    kind = max((one for one in kinds if name.startswith(f"{one}-")), key=len)
    return kind, name.removeprefix(f"{kind}-")
