"""The usual answer of an operation that is paged: a list that ends, so that going through it does too."""

from collections.abc import Callable
from typing import Any, Final, cast

from .annotations import model_of
from .fake_calls import RecordedCall
from .fields import fields_of
from .operation import Operation
from .paging import PagedBy

GONE: Final = object()


def last_page(
    operation: Operation[Any],
    raw: object,
    call: RecordedCall | None,
    fits: Callable[[object], bool],
) -> object:
    """An answer as the only page of its list; without items where a call asks for a further one."""
    paging = operation.paging
    if paging is None:
        return raw
    if call is not None and _is_further(operation, paging, call):
        raw = changed(raw, paging.items, []) if paging.items else []
    items = value_in(raw, paging.items)
    count = len(cast("list[object]", items)) if isinstance(items, list) else 0
    for pointer, value in (
        (paging.has_more, False),
        (paging.total, count),
        (paging.total_pages, 1),
    ):
        if pointer is not None and value_in(raw, pointer) is not GONE:
            raw = changed(raw, pointer, value)
    if paging.cursor is not None and value_in(raw, paging.cursor) not in (GONE, None, ""):
        # Whichever of these the description allows: all of them mean the end.
        ended = [changed(raw, paging.cursor, value) for value in (GONE, None, "")]
        raw = next((each for each in ended if fits(each)), ended[-1])
    return raw


def _is_further(operation: Operation[Any], paging: PagedBy, call: RecordedCall) -> bool:
    """Whether a call asks for another page than the first."""
    place, name, *inside = (*paging.ask, "", "")[: max(2, len(paging.ask))]
    asked: object = None
    if place == "query" and name in operation.query:
        asked = next(iter(call.query.get(operation.query[name].name, ())), None)
    elif place == "headers" and name in operation.headers:
        asked = call.headers.get(operation.headers[name].name)
    elif place == "body":
        asked = value_in(
            call.body, "".join(f"/{step}" for step in (_wire(operation, name), *inside))
        )
    first = paging.first if paging.style == "page" else 0
    return asked not in (None, GONE, "", first, str(first))


def _wire(operation: Operation[Any], name: str) -> str:
    model = model_of(operation.body)
    field = fields_of(model).get(name) if model is not None else None
    return name if field is None or field.alias is None else field.alias


def _steps(pointer: str) -> list[str]:
    return [step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:]]


def value_in(value: object, pointer: str) -> object:
    """What stands at a place of a JSON value; `GONE` where nothing does."""
    for step in _steps(pointer):
        members = cast("dict[str, object]", value) if isinstance(value, dict) else {}
        value = members.get(step, GONE)
    return value


def changed(value: object, pointer: str, new: object) -> object:
    """A copy with another value at one place, or without that place."""
    first, *rest = _steps(pointer)
    members = dict(cast("dict[str, object]", value)) if isinstance(value, dict) else {}
    if rest:
        inner = "".join(f"/{step.replace('~', '~0').replace('/', '~1')}" for step in rest)
        members[first] = changed(members.get(first), inner, new)
    elif new is GONE:
        members.pop(first, None)
    else:
        members[first] = new
    return members
