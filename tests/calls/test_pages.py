"""Lists that come page by page: every style, sync and async, how each ends, and what becomes of one that goes wrong."""

from __future__ import annotations

import asyncio
import copy
import json
import pickle
from collections.abc import Callable
from operator import methodcaller
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from fresh import FLAVOURS, call, fresh

from loopback import Loopback, Stall, Steps, closed_port, full, serving

SPEC = """
    security: [{key: []}]
    paths:
      /cursor:
        get:
          operationId: byCursor
          tags: [a]
          x-sdk: {pagination: {style: cursor, items: /data, cursor: /meta/next, param: cursor, has_more: /meta/more}}
          parameters: [{$ref: "#/components/parameters/Cursor"}, {name: kind, in: query, schema: {type: array, items: {type: string}}}]
          responses: {200: {description: A page., content: {application/json: {schema: {$ref: "#/components/schemas/Page"}}}}}
      /last:
        get:
          operationId: byLast
          tags: [a]
          x-sdk: {pagination: {style: cursor, items: /data, last_item: /id, param: after, has_more: /more}}
          parameters: [{name: after, in: query, schema: {type: integer}}]
          responses: {200: {description: A page., content: {application/json: {schema: {$ref: "#/components/schemas/Plain"}}}}}
      /page:
        get:
          operationId: byPage
          tags: [a]
          x-sdk: {pagination: {style: page, items: /data, param: page, total_pages: /pages_, total: /total, first: 0}}
          parameters: [{name: page, in: query, schema: {type: integer}}]
          responses: {200: {description: A page., content: {application/json: {schema: {$ref: "#/components/schemas/Plain"}}}}}
      /offset:
        get:
          operationId: byOffset
          tags: [a]
          x-sdk: {pagination: {style: offset, items: /data, param: skip, total: /total, has_more: /more}}
          parameters: [{name: skip, in: query, schema: {type: integer}}, {name: top, in: query, schema: {type: integer}}]
          responses: {200: {description: A page., content: {application/json: {schema: {$ref: "#/components/schemas/Plain"}}}}}
      /link:
        get:
          operationId: byLink
          tags: [a]
          x-sdk: {pagination: {style: link}}
          parameters: [{name: q, in: query, schema: {type: string}}]
          responses: {200: {description: A page., content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Item"}}}}}}
      /url:
        get:
          operationId: byUrl
          tags: [a]
          x-sdk: {pagination: {style: url, items: /data, next: /next}}
          security: [{inQuery: []}]
          responses: {200: {description: A page., content: {application/json: {schema: {$ref: "#/components/schemas/Plain"}}}}}
      /search:
        post:
          operationId: search
          tags: [a]
          x-sdk: {pagination: {style: cursor, items: /data, cursor: /next, param: /page/after}}
          requestBody:
            required: true
            content: {application/json: {schema: {type: object, required: [text], properties: {text: {type: string}, page: {$ref: "#/components/schemas/Ask"}}}}}
          responses: {200: {description: A page., content: {application/json: {schema: {$ref: "#/components/schemas/Plain"}}}}}
    components:
      securitySchemes: {key: {type: apiKey, in: header, name: X-Key}, inQuery: {type: apiKey, in: query, name: api_key}}
      parameters: {Cursor: {name: cursor, in: query, schema: {type: string}}}
      schemas:
        Item: {type: object, required: [id], properties: {id: {type: integer}}}
        Ask: {type: object, properties: {after: {type: string}, pageSize: {type: integer}}}
        Page: {type: object, required: [data], properties: {data: {type: array, items: {$ref: "#/components/schemas/Item"}}, meta: {type: object, properties: {next: {type: [string, "null"]}, more: {type: boolean}}}}}
        Plain: {type: object, required: [data], properties: {data: {type: array, items: {$ref: "#/components/schemas/Item"}}, next: {type: string}, more: {type: boolean}, total: {type: integer}, pages_: {type: integer, x-sdk: {name: page_count}}}}
    """

Open = Callable[[Any], Any]


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    """The package of the specification above."""
    return fresh(SPEC, Path(tmp_path_factory.mktemp("pages")))


def page(*ids: int, **rest: Any) -> Steps:
    """An answer with items of these ids."""
    return full(200, json.dumps({"data": [{"id": one} for one in ids], **rest}).encode())


def bare(*ids: int, link: str = "") -> Steps:
    """An answer that is a bare list."""
    headers = [("Link", link)] if link else []
    return full(200, json.dumps([{"id": one} for one in ids]).encode(), *headers)


def ids(package: ModuleType, flavour: str, url: str, open_: Open, **settings: Any) -> list[int]:
    """The ids of all items."""

    def sync(client: Any) -> list[int]:
        return [item.id for item in open_(client.a)]

    async def awaiting(client: Any) -> list[int]:
        return [item.id async for item in open_(client.a)]

    chosen = {"base_url": url, "key": "SECRET_1", "in_query": "SECRET_2", **settings}
    found: list[int] = call(package, flavour, sync if flavour == "sync" else awaiting, **chosen)
    return found


def targets(loopback: Loopback) -> list[str]:
    """Where the requests went."""
    return [request.target for request in loopback.requests]


# --- Styles -------------------------------------------------------------------------------------


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_cursor_is_followed_with_all_arguments(
    package: ModuleType, flavour: str, loopback: Loopback
) -> None:
    loopback.script(
        page(1, 2, meta={"next": "b c"}), page(meta={"next": "c"}), page(3, meta={"next": None})
    )
    assert ids(package, flavour, loopback.url, lambda a: a.by_cursor(kind=["x", "y"])) == [1, 2, 3]
    assert targets(loopback) == [
        "/cursor?kind=x&kind=y",
        "/cursor?cursor=b%20c&kind=x&kind=y",
        "/cursor?cursor=c&kind=x&kind=y",
    ]
    assert {request.headers["x-key"] for request in loopback.requests} == {"SECRET_1"}


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize(
    "last", [{}, {"meta": {}}, {"meta": {"next": ""}}, {"meta": {"next": "z", "more": False}}]
)
def test_a_cursor_that_is_not_there_ends_the_list(
    package: ModuleType, flavour: str, loopback: Loopback, last: dict[str, Any]
) -> None:
    loopback.script(page(1, meta={"next": "b"}), page(2, **last))
    assert ids(package, flavour, loopback.url, methodcaller("by_cursor")) == [1, 2]
    assert len(loopback.requests) == 2


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_the_last_item_is_the_cursor(package: ModuleType, flavour: str, loopback: Loopback) -> None:
    loopback.script(page(1, 2, more=True), page(3, 4), page())
    assert ids(package, flavour, loopback.url, methodcaller("by_last")) == [1, 2, 3, 4]
    assert targets(loopback) == ["/last", "/last?after=2", "/last?after=4"]


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize(
    ("first", "second", "requests"),
    [
        ({}, {}, 3),
        ({"total": 3}, {"total": 3}, 2),
        ({"pages_": 2}, {"pages_": 2}, 2),
    ],
)
def test_pages_are_numbered(
    package: ModuleType,
    flavour: str,
    loopback: Loopback,
    first: dict[str, Any],
    second: dict[str, Any],
    requests: int,
) -> None:
    loopback.script(page(1, 2, **first), page(3, **second), page())
    assert ids(package, flavour, loopback.url, methodcaller("by_page")) == [1, 2, 3]
    assert targets(loopback) == ["/page", "/page?page=1", "/page?page=2"][:requests]


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_list_goes_on_where_it_is_told_to_begin(
    package: ModuleType, flavour: str, loopback: Loopback
) -> None:
    # Of four items the first two are not seen: their number says nothing about the end.
    loopback.script(page(3, total=4), page(4, total=4), page(total=4))
    assert ids(package, flavour, loopback.url, lambda a: a.by_page(page=2)) == [3, 4]
    assert targets(loopback) == ["/page?page=2", "/page?page=3", "/page?page=4"]


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("last", [{"total": 5}, {"more": False}])
def test_offsets_count_items(
    package: ModuleType, flavour: str, loopback: Loopback, last: dict[str, Any]
) -> None:
    loopback.script(page(1, 2, total=5), page(3, **last))
    assert ids(package, flavour, loopback.url, lambda a: a.by_offset(skip=2, top=2)) == [1, 2, 3]
    assert targets(loopback) == ["/offset?skip=2&top=2", "/offset?skip=4&top=2"]


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_link_headers_are_followed(package: ModuleType, flavour: str, loopback: Loopback) -> None:
    links = [
        f'<{loopback.url}/link?q=a,b;c&p=2>; title="a, b; rel=next"; rel="last  NEXT"',
        '<?q=x&p=1>; rel=prev, <?q=x&p=3>; rel="next"',
        "</link?p=4>; rel=prev",
    ]
    loopback.script(*(bare(at, link=link) for at, link in enumerate(links)))
    assert ids(package, flavour, loopback.url, lambda a: a.by_link(q="a")) == [0, 1, 2]
    assert targets(loopback) == ["/link?q=a", "/link?q=a,b;c&p=2", "/link?q=x&p=3"]
    assert {request.headers["x-key"] for request in loopback.requests} == {"SECRET_1"}


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_addresses_in_the_body_are_followed(
    package: ModuleType, flavour: str, loopback: Loopback
) -> None:
    loopback.script(
        page(1, next=f"{loopback.url}/url?at=ä b&api_key=other"), page(2, next="/url?at=3"), page(3)
    )
    assert ids(package, flavour, loopback.url, methodcaller("by_url")) == [1, 2, 3]
    assert targets(loopback) == [
        "/url?api_key=SECRET_2",
        "/url?at=%C3%A4%20b&api_key=SECRET_2",
        "/url?at=3&api_key=SECRET_2",
    ]


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("asked", [None, {"pageSize": 5}, "model"])
def test_a_search_asks_in_its_body(
    package: ModuleType, flavour: str, loopback: Loopback, asked: Any
) -> None:
    loopback.script(page(1, next="b"), page(2))
    given: Any = package.Ask(page_size=5) if asked == "model" else asked
    kept = {} if given is None else {"page": given}
    assert ids(package, flavour, loopback.url, lambda a: a.search(text="x", **kept)) == [1, 2]
    bodies = [json.loads(request.body) for request in loopback.requests]
    size = {} if asked is None else {"pageSize": 5}
    first = {"text": "x", **({"page": size} if size else {})}
    assert bodies == [first, {"text": "x", "page": {**size, "after": "b"}}]


# --- Pages as objects ---------------------------------------------------------------------------


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_the_first_page_is_the_answer_as_it_was(
    package: ModuleType, flavour: str, loopback: Loopback
) -> None:
    loopback.script(page(1, meta={"next": "b"}, extra=[1]), page(2))
    first = call(package, flavour, lambda c: c.a.by_cursor(), base_url=loopback.url, key="k")
    assert isinstance(first, package.Page)
    assert type(first).__name__ == ("" if flavour == "sync" else "Async") + "ByCursorPage"
    assert (first.data[0].id, first.meta.next, first.model_extra) == (1, "b", {"extra": [1]})
    assert first.model_dump(exclude_unset=True) == {
        "data": [{"id": 1}],
        "meta": {"next": "b"},
        "extra": [1],
    }
    assert len(loopback.requests) == 1
    assert copy.deepcopy(first) == first == first.model_copy()
    assert pickle.loads(pickle.dumps(first.data)) == first.data
    assert "SECRET" not in repr(first)


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_pages_come_one_by_one(package: ModuleType, flavour: str, loopback: Loopback) -> None:
    loopback.script(page(1, total=3), page(2, 3, total=3))

    def sync(client: Any) -> list[Any]:
        seen: list[Any] = []
        for one in client.a.by_offset().pages():
            seen.append((one.total, [item.id for item in one.data], len(loopback.requests)))
        return seen

    async def awaiting(client: Any) -> list[Any]:
        seen: list[Any] = []
        async for one in client.a.by_offset().pages():
            seen.append((one.total, [item.id for item in one.data], len(loopback.requests)))
        return seen

    do = sync if flavour == "sync" else awaiting
    found = call(package, flavour, do, base_url=loopback.url, key="k")
    assert found == [(3, [1], 1), (3, [2, 3], 2)]


def test_nothing_is_asked_for_before_it_is_needed(package: ModuleType, loopback: Loopback) -> None:
    loopback.script(page(1, 2, meta={"next": "b"}), page(3))
    with package.Shop(base_url=loopback.url, key="k") as client:
        items = iter(client.a.by_cursor())
        assert [next(items).id, next(items).id, len(loopback.requests)] == [1, 2, 1]
        assert [next(items).id, len(loopback.requests)] == [3, 2]


def test_an_awaited_list_is_a_task_like_any_other(package: ModuleType, loopback: Loopback) -> None:
    loopback.script(bare(1, link='<?p=2>; rel="next"'), bare(2))

    async def run() -> tuple[Any, ...]:
        async with package.AsyncShop(base_url=loopback.url, key="k") as client:
            first = await asyncio.create_task(client.a.by_link())
            (second,) = [one async for one in first.pages() if one.items[0].id == 2]
            whole = await client.a.with_response.by_link()
            return first, second, whole

    first, second, whole = asyncio.run(run())
    assert ([item.id for item in first.items], repr(second)) == ([1], "AsyncListPage([Item(id=2)])")
    assert (whole.status, [item.id for item in whole.value.items]) == (200, [2])


def test_a_whole_response_has_a_page(package: ModuleType, loopback: Loopback) -> None:
    loopback.script(page(1, meta={"next": "b"}), page(2))
    with package.Shop(base_url=loopback.url, key="k") as client:
        whole = client.a.with_response.by_cursor()
        assert (whole.status, [item.id for item in whole.value]) == (200, [1, 2])


def test_what_the_caller_changes_afterwards_is_not_sent(
    package: ModuleType, loopback: Loopback
) -> None:
    loopback.script(page(1, meta={"next": "b"}), page(2))
    kinds = ["x"]
    with package.Shop(base_url=loopback.url, key="k") as client:
        first = client.a.by_cursor(kind=kinds)
        kinds.append("y")
        assert [item.id for item in first] == [1, 2]
    assert targets(loopback)[1] == "/cursor?cursor=b&kind=x"


def test_a_page_that_no_call_gave_can_not_go_on(package: ModuleType, loopback: Loopback) -> None:
    loopback.script(page(1, meta={"next": "b"}))
    with package.Shop(base_url=loopback.url, key="k") as client:
        first = client.a.by_cursor()
    with pytest.raises(RuntimeError, match="only a page that a call gave"):
        list(type(first)(data=[]))


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_options_hold_for_every_page(package: ModuleType, flavour: str, loopback: Loopback) -> None:
    loopback.script(page(1, meta={"next": "b"}), page(2, meta={"next": "c"}), page(3))
    options = package.Options(headers={"X-Trace": "t"})
    assert ids(package, flavour, loopback.url, lambda a: a.by_cursor(options=options)) == [1, 2, 3]
    assert [request.headers["x-trace"] for request in loopback.requests] == ["t"] * 3


# --- Faults -------------------------------------------------------------------------------------


def _fails(package: ModuleType, flavour: str, url: str, open_: Open, **settings: Any) -> Any:
    with pytest.raises(package.APIError) as caught:
        ids(package, flavour, url, open_, **settings)
    assert "SECRET" not in f"{caught.value}{caught.value.args}{vars(caught.value)}"
    return caught.value


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize(
    ("cursors", "requests"), [(["b", "b"], 2), (["b", "c", "b"], 3), (["start"], 1)]
)
def test_a_cursor_that_repeats_is_an_error(
    package: ModuleType, flavour: str, loopback: Loopback, cursors: list[str], requests: int
) -> None:
    loopback.script(*(page(at, meta={"next": c}) for at, c in enumerate(cursors)))
    error = _fails(package, flavour, loopback.url, lambda a: a.by_cursor(cursor="start"))
    assert isinstance(error, package.PaginationError)
    assert str(error) == "GET /cursor: the answer leads to a page that has been there before"
    assert len(loopback.requests) == requests


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("open_", [methodcaller("by_page"), methodcaller("by_offset")])
def test_a_service_that_always_gives_the_same_page_is_noticed(
    package: ModuleType, flavour: str, loopback: Loopback, open_: Open
) -> None:
    loopback.script(page(1, 2))
    assert "is the same as that of the page before" in str(
        _fails(package, flavour, loopback.url, open_)
    )
    assert len(loopback.requests) == 2


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_pages_without_items_come_to_an_end(
    package: ModuleType, flavour: str, loopback: Loopback
) -> None:
    loopback.script(*(page(meta={"next": str(at)}) for at in range(1200)))
    error = _fails(package, flavour, loopback.url, methodcaller("by_cursor"))
    assert "more than 1000 pages in a row have no items" in str(error)


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("where", ["link", "body"])
def test_another_origin_is_never_asked(
    package: ModuleType, flavour: str, loopback: Loopback, where: str
) -> None:
    with serving() as other:
        answer = bare(1, link=f"<{other.url}/link>; rel=next")
        loopback.script(answer if where == "link" else page(1, next=f"{other.url}/url?x=1"))
        open_ = (methodcaller("by_link")) if where == "link" else (methodcaller("by_url"))
        error = _fails(package, flavour, loopback.url, open_)
        assert isinstance(error, package.PaginationError)
        assert f"is not on {loopback.url}" in str(error)
        assert (len(loopback.requests), other.requests) == (1, [])


@pytest.mark.parametrize(
    "link", ["http://[", "javascript:alert(1)", "//evil.example/x", "https://127.0.0.1/"]
)
def test_what_is_no_address_of_the_service_is_refused(
    package: ModuleType, loopback: Loopback, link: str
) -> None:
    loopback.script(page(1, next=link))
    error = _fails(package, "sync", loopback.url, methodcaller("by_url"))
    assert isinstance(error, package.PaginationError)
    assert len(loopback.requests) == 1


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize(
    ("answer", "kind", "told"),
    [
        (full(200, b"[]"), "DecodingError", "not a page: expected object, got array"),
        (full(200, b'{"data": "x"}'), "PaginationError", "`/data` of the answer is no list"),
        (full(200, b'{"data": [], "meta": {"next": [1]}}'), "PaginationError", "not text or a number"),
        (full(200, b'{"data": [], "meta": {"more": true}}'), "PaginationError", "there is more, but not where"),
        (full(200, b"{"), "DecodingError", "malformed JSON"),
    ],
)  # fmt: skip
def test_a_page_of_another_shape_is_an_error(
    package: ModuleType, flavour: str, loopback: Loopback, answer: Steps, kind: str, told: str
) -> None:
    loopback.script(page(1, meta={"next": "b"}), answer)
    error = _fails(package, flavour, loopback.url, methodcaller("by_cursor"))
    assert type(error).__name__ == kind
    assert told in str(error)


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_page_is_asked_for_again_like_any_call(
    package: ModuleType, flavour: str, loopback: Loopback
) -> None:
    busy = full(429, b"{}", ("Retry-After", "0"))
    loopback.script(page(1, meta={"next": "b"}), busy, page(2, meta={"next": "c"}), busy, page(3))
    assert ids(package, flavour, loopback.url, methodcaller("by_cursor")) == [1, 2, 3]
    loopback.script(page(1, meta={"next": "b"}), busy)
    error = _fails(package, flavour, loopback.url, methodcaller("by_cursor"), retries=0)
    assert type(error).__name__ == "RateLimitError"


def test_a_list_that_is_cancelled_leaves_the_client_whole(
    package: ModuleType, loopback: Loopback
) -> None:
    loopback.script(page(1, meta={"next": "b"}), (Stall(),), page(2))

    async def run() -> list[int]:
        async with package.AsyncShop(base_url=loopback.url, key="k") as client:
            first = await client.a.by_cursor()

            async def rest() -> list[int]:
                return [item.id async for item in first]

            task = asyncio.create_task(rest())
            while len(loopback.requests) < 2:
                await asyncio.sleep(0)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            return await rest()

    assert asyncio.run(run()) == [1, 2]


def test_a_service_that_is_not_there_is_told_at_the_call(package: ModuleType) -> None:
    url = f"http://127.0.0.1:{closed_port()}"
    with (
        package.Shop(base_url=url, key="k", retries=0) as client,
        pytest.raises(package.APIConnectionError),
    ):
        client.a.by_cursor()
