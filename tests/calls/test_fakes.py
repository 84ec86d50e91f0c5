"""Fakes of documents of all kinds: forms, streams, statuses, servers, tokens, unions, recursion."""

from __future__ import annotations

import importlib
import shutil
import sys
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from fresh import FLAVOURS, client_name, fresh

from case_folders import CASES, imported, sdkwright


def fake_of(package: ModuleType, **settings: Any) -> Any:
    """A fake of the API of a package."""
    module = importlib.import_module(f"{package.__name__}.testing")
    return getattr(module, f"Fake{client_name(package)}")(**settings)


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    """The package of the case folder."""
    folder = tmp_path_factory.mktemp("shop")
    shutil.copy(CASES / "fakes_for_tests" / "spec.yaml", folder / "spec.yaml")
    status, told = sdkwright(f"generate --no-cache {folder}/spec.yaml -o {folder}/out")
    assert (status, told) == (0, "")
    return imported(folder / "out" / "spec", "fakes_shop")


def test_hostile_example_is_data(shop: ModuleType) -> None:
    with fake_of(shop).client(strict=True) as client:
        orders = client.orders.list_orders()
    assert orders[1].note == 'a "quote", """three""", \\ and {{ braces }}'
    assert [str(order.total) for order in orders] == ["12.50", "-0.0"]


def test_status_follows_the_kind_of_answer(shop: ModuleType) -> None:
    fake = fake_of(shop)
    fake.orders.create_order.answers(shop.Order(id="1"), None)
    with fake.client() as client:
        create = client.orders.with_response.create_order
        assert create(id="1").status == 201
        assert (create(id="1").status, create(id="1").status) == (202, 201)
        example = create(id="1").value
        assert client.orders.with_response.delete_order("1").status == 204
    assert (example.id, str(example.total)) == ("7", "1.10")
    with pytest.raises(TypeError):
        fake.orders.create_order.answers(shop.Order(id="1"), status=202)


@pytest.mark.parametrize(("told", "status"), [("list_orders", 418), ("delete_order", 404)])
def test_failure_has_the_example_of_its_range(shop: ModuleType, told: str, status: int) -> None:
    fake = fake_of(shop)
    getattr(fake.orders, told).fails_with(status)
    arguments = () if told == "list_orders" else ("1",)
    with fake.client() as client, pytest.raises(shop.APIStatusError) as caught:
        getattr(client.orders, told)(*arguments)
    assert caught.value.body.title == "No such order"


def test_octets(shop: ModuleType, tmp_path: Path) -> None:
    fake = fake_of(shop)
    fake.orders.get_label.answers(b"%PDF", b"%PDF-2", b"%PDF-3")
    with fake.client() as client:
        assert client.orders.get_label("1") == b"%PDF"
        with client.orders.with_streaming.get_label("1") as label:
            label.save(tmp_path / "label.pdf")
        given = client.orders.with_response.get_label("1")
    assert (tmp_path / "label.pdf").read_bytes() == b"%PDF-2"
    assert given.headers["content-type"] == "application/pdf"


def test_made_up_value_of_a_recursive_model(shop: ModuleType) -> None:
    fake = fake_of(shop)
    with fake.client(strict=True) as client:
        node = client.all_calls.ask()
    assert (node.kind, node.children, node.parent) == ("leaf", [], None)
    assert fake.all_calls == fake.all_calls_.ask.calls


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_streams(shop: ModuleType, flavour: str) -> None:
    import asyncio

    fake = fake_of(shop)
    orders = [shop.Order(id=str(at), total=Decimal("1.10")) for at in range(3)]
    fake.all_calls_.watch.streams(*orders, times=1).streams(orders[0], then="reset", times=1)

    def blocking() -> list[Any]:
        with fake.client(strict=True) as client:
            return [list(client.all_calls.watch()), broken(client), list(client.all_calls.watch())]

    def broken(client: Any) -> list[Any]:
        found: list[Any] = []
        with pytest.raises(shop.APIConnectionError):
            found.extend(client.all_calls.watch())
        return found

    async def awaiting() -> list[Any]:
        async with fake.async_client(strict=True) as client:
            found: list[list[Any]] = [[], [], []]
            for at in range(3):
                try:
                    async for order in await client.all_calls.watch():
                        found[at].append(order)
                except shop.APIConnectionError:
                    pass
            return found

    told = blocking() if flavour == "sync" else asyncio.run(awaiting())
    assert told[0] == orders
    assert told[1] in ([], orders[:1])
    assert [order.id for order in told[2]] == ["7"]
    fake.assert_all_used()


def test_stream_beside_json_is_told_apart(shop: ModuleType) -> None:
    fake = fake_of(shop)
    node = shop.Node(kind="tree", children=[], parent=None)
    fake.all_calls_.with_streaming.ask.streams(node, node)
    fake.all_calls_.ask.answers(node.model_copy(update={"kind": "leaf"}))
    with fake.client() as client:
        assert client.all_calls.ask().kind == "leaf"
        with client.all_calls.with_streaming.ask() as nodes:
            assert [each.kind for each in nodes] == ["tree", "tree"]
    with pytest.raises(ValueError, match="a stream can end in"):
        fake.all_calls_.watch.streams(then="html")


def test_forms_servers_and_paths_are_told_apart(tmp_path: Path) -> None:
    package = fresh(
        """
        servers: [{url: "https://{region}.example.com/{version}", variables: {region: {default: eu}, version: {default: v2}}}]
        paths:
          /files:
            post:
              operationId: send
              tags: [files]
              requestBody:
                required: true
                content:
                  application/json: {schema: {type: object, properties: {name: {type: string}}}}
                  multipart/form-data: {schema: {type: object, properties: {name: {type: string}, file: {type: string, format: binary}}}}
              responses: {204: {description: Taken.}}
          /{name}:
            get:
              operationId: byName
              tags: [files]
              parameters: [{name: name, in: path, required: true, schema: {type: string}}]
              responses: {200: {description: It., content: {text/plain: {schema: {type: string}}}}}
          /latest:
            get: {operationId: latest, tags: [files], responses: {200: {description: It., content: {text/plain: {schema: {type: string}}}}}}
          /{kind}/count:
            get:
              operationId: count
              tags: [files]
              parameters: [{name: kind, in: path, required: true, schema: {type: string}}]
              responses: {200: {description: It., content: {application/json: {schema: {type: integer}}}}}
          /pictures/{id}:
            get:
              operationId: picture
              tags: [files]
              parameters: [{name: id, in: path, required: true, schema: {type: string}}]
              responses: {200: {description: It., content: {text/plain: {schema: {type: string}}}}}
          /pictures/{id}.{kind}:
            get:
              operationId: pictureOfKind
              tags: [files]
              parameters:
                - {name: id, in: path, required: true, schema: {type: string}}
                - {name: kind, in: path, required: true, schema: {type: string}}
              responses: {200: {description: It., content: {text/plain: {schema: {type: string}}}}}
          /{name}.{kind}:
            get:
              operationId: byKind
              tags: [files]
              servers: [{url: https://cdn.example.com/a/b}]
              parameters:
                - {name: name, in: path, required: true, schema: {type: string}}
                - {name: kind, in: path, required: true, schema: {type: string}}
                - {name: ids, in: query, schema: {type: array, items: {type: integer}}}
                - {name: X-Trace, in: header, schema: {type: string}}
                - {name: visit, in: cookie, schema: {type: string}}
              responses: {200: {description: It., content: {text/plain: {schema: {type: string}}}}}
        """,
        tmp_path,
    )
    fake = fake_of(package)
    files = fake.files
    files.latest.answers("newest")
    files.count.answers(7)
    files.picture.answers("a picture")
    files.picture_of_kind.answers("a bitmap")
    with fake.client(region="us") as client:
        client.files.send(name="a")
        client.files.send_with_form_data(name="b", file=b"\0\r\n--")
        assert (client.files.latest(), client.files.by_name("latest")) == ("newest", "newest")
        assert client.files.count("pictures") == 7
        assert client.files.picture("count") == client.files.picture("b.png") == "a picture"
        assert client.files.picture_of_kind("b", "png") == "a bitmap"
        client.files.by_name("old/ones")
        client.files.by_kind("a.b", "c", ids=[1, 2], x_trace="t", visit="v")
    assert files.send.calls[0].body == {"name": "a"}
    assert files.send_with_form_data.calls[0].body == {"name": [b"b"], "file": [b"\0\r\n--"]}
    files.send_with_form_data.assert_called_once_with(name="b", file=b"\0\r\n--")
    assert [call.arguments for call in files.by_name.calls] == [("old/ones",)]
    (call,) = files.by_kind.calls
    assert call.query == {"ids": ["1", "2"]}
    files.by_kind.assert_called_with("a.b", "c", ids=[1, 2], x_trace="t", visit="v")
    for change in ({"ids": [2, 1]}, {"x_trace": "u"}, {"visit": "w"}):
        with pytest.raises(AssertionError):
            files.by_kind.assert_called_with(
                "a.b", "c", **{"ids": [1, 2], "x_trace": "t", "visit": "v", **change}
            )


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_tokens_are_given_out(flavour: str, tmp_path: Path) -> None:
    import asyncio

    package = fresh(
        """
        servers: [{url: https://api.example.com}]
        security: [{oauth: []}]
        paths:
          /orders: {get: {operationId: list, tags: [orders], responses: {200: {description: ok}}}}
        components:
          securitySchemes:
            oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: https://id.example.com/token, scopes: {}}}}
        """,
        tmp_path,
    )
    fake = fake_of(package)
    grant = package.ClientCredentialsGrant(client_id="me", client_secret="secret")
    if flavour == "sync":
        with fake.client(oauth=grant) as client:
            client.orders.list()
    else:

        async def main() -> None:
            async with fake.async_client(oauth=grant) as client:
                await client.orders.list()

        asyncio.run(main())
    (call,) = fake.all_calls
    assert call.headers["authorization"] == "Bearer fake-token"


def test_api_without_servers(tmp_path: Path) -> None:
    package = fresh(
        "paths: {/a: {get: {operationId: list, tags: [a], responses: {200: {description: ok}}}}}\n",
        tmp_path,
    )
    fake = fake_of(package)
    with fake.client() as client:
        assert client.a.list() is None
    with fake.client(base_url="https://other.example/x") as client:
        client.a.list()
    assert len(fake.all_calls) == 2


def test_fakes_can_be_left_out(tmp_path: Path) -> None:
    shutil.copy(CASES / "fakes_for_tests" / "spec.yaml", tmp_path / "spec.yaml")
    config = (
        '[package]\nname = "out"\noutput = "."\ntesting = {}\n[apis.shop]\nspec = "spec.yaml"\n'
    )
    for told, is_there in (("false", False), ("true", True), ("false", False)):
        (tmp_path / "sdkwright.toml").write_text(config.format(told), "utf-8")
        assert sdkwright(f"generate -c {tmp_path}/sdkwright.toml") == (0, "")
        assert (tmp_path / "out" / "shop" / "testing").exists() is is_there
    (tmp_path / "sdkwright.toml").write_text(config.format('"no"'), "utf-8")
    status, message = sdkwright(f"generate -c {tmp_path}/sdkwright.toml")
    assert status == 2
    assert "`package.testing` is not true or false" in message


def test_nothing_of_it_is_imported_unless_a_test_does(shop: ModuleType) -> None:
    import subprocess

    folder = Path(str(shop.__file__)).parents[1]
    code = "import spec, spec.client, spec.resources.orders, sys; print([m for m in sys.modules if 'fake' in m or 'testing' in m])"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    assert [line for line in done.stdout.splitlines() if "spec" in line] == []


_PAGED = """
servers: [{url: https://api.example.com}]
paths:
  /by-cursor:
    get:
      operationId: byCursor
      tags: [orders]
      x-sdk: {pagination: {style: cursor, items: /data, cursor: /next, param: after, has_more: /more}}
      parameters: [{name: after, in: query, schema: {type: string}}]
      responses:
        200:
          description: ok
          content:
            application/json:
              schema:
                type: object
                required: [data, next]
                properties: {data: {type: array, items: {$ref: "#/components/schemas/Order"}}, next: {type: string}, more: {type: boolean}}
              example: {data: [{id: "1", total: 1.50}], next: c_2, more: true}
  /by-page:
    get:
      operationId: byPage
      tags: [orders]
      x-sdk: {pagination: {style: page, param: page}}
      parameters: [{name: page, in: query, schema: {type: integer}}]
      responses:
        200: {description: ok, content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Order"}}}}}
  /by-body:
    post:
      operationId: byBody
      tags: [orders]
      x-sdk: {pagination: {style: offset, items: /data, param: /startAt}}
      requestBody: {content: {application/json: {schema: {type: object, properties: {startAt: {type: integer}}}}}}
      responses:
        200:
          description: ok
          content: {application/json: {schema: {type: object, properties: {data: {type: array, items: {$ref: "#/components/schemas/Order"}}}}}}
components:
  schemas:
    Order: {type: object, required: [id], properties: {id: {type: string}, total: {type: number}}}
"""


def test_paged_lists_end_and_can_be_told(tmp_path: Path) -> None:
    package = fresh(_PAGED, tmp_path)
    fake = fake_of(package)
    with fake.client(strict=True) as client:
        assert [str(order.total) for order in client.orders.by_cursor()] == ["1.50"]
        assert [order.id for order in client.orders.by_page()] == ["text"]
        assert [order.id for order in client.orders.by_body()] == ["text"]
        first = fake.orders.by_cursor.example
        assert (first.next, first.more) == ("", False)
        pages = [first.model_copy(update={"next": after}) for after in ("a", "b", "")]
        fake.orders.by_cursor.answers(*(page.model_copy(update={"more": None}) for page in pages))
        assert len(list(client.orders.by_cursor(after="0").pages())) == 3
    asked = [call.query.get("after") for call in fake.orders.by_cursor.calls]
    assert asked == [None, ["0"], ["a"], ["b"]]
    fake.orders.by_cursor.assert_called_with(after="b")
    fake.assert_all_used()


def test_headers_that_are_always_there_are_made_up(tmp_path: Path) -> None:
    package = fresh(
        """
        paths:
          /refunds:
            get:
              operationId: listRefunds
              tags: [refunds]
              responses:
                200:
                  description: The refunds.
                  headers:
                    X-Left: {required: true, schema: {type: integer}}
                    X-Days: {required: true, schema: {type: array, items: {type: string, format: date}}}
                    X-Shade: {required: true, schema: {$ref: "#/components/schemas/Colour"}}
                    X-Meta:
                      required: true
                      content: {application/json: {schema: {$ref: "#/components/schemas/Colour"}}}
                    X-Rare: {schema: {type: string}}
        components:
          schemas:
            Colour: {type: object, properties: {R: {type: integer}, G: {type: integer}}}
        """,
        tmp_path,
    )
    with fake_of(package).client() as client:
        answer = client.refunds.with_response.list_refunds()
    told = answer.typed_headers
    assert answer.mismatches == ()
    assert (told.x_left, told.x_shade.r, told.x_meta.g, told.x_rare) == (1, 1, 1, None)
    assert len(told.x_days) >= 1


_TARGETS = """
    paths:
      /#Target=List:
        post:
          operationId: list
          tags: [orders]
          parameters: [{in: header, name: X-Target, required: true, schema: {type: string, enum: [List]}}]
          responses: {200: {description: All., content: {application/json: {schema: {type: array, items: {type: string}}, example: [a]}}}}
      /#Target=Count:
        post:
          operationId: count
          tags: [orders]
          parameters: [{in: header, name: X-Target, required: true, schema: {type: string, enum: [Count]}}]
          responses: {200: {description: All., content: {application/json: {schema: {type: integer}, example: 7}}}}
      /#Target=Export:
        post:
          operationId: export
          tags: [orders]
          parameters: [{in: header, name: X-Target, required: true, schema: {type: string, enum: [Export]}}]
          responses: {200: {description: All., content: {application/zip: {}}}}
"""


def test_operations_that_differ_by_a_header_alone(tmp_path: Path) -> None:
    package = fresh(_TARGETS, tmp_path)
    fake = fake_of(package)
    fake.orders.export.answers(b"PK")
    with fake.client(base_url="https://shop.example") as client:
        assert client.orders.list(x_target="List") == ["a"]
        assert client.orders.count(x_target="Count") == 7
        with client.orders.with_streaming.export(x_target="Export") as file:
            assert b"".join(file) == b"PK"
    fake.orders.count.assert_called_once_with(x_target="Count")


_ENCODED = """
    paths:
      /seal:
        get:
          operationId: get
          tags: [seals]
          responses: {200: {description: It., content: {application/json: {schema: {type: string, format: byte}}}}}
      /seals/{id}:
        get:
          operationId: find
          tags: [seals]
          parameters: [{name: id, in: path, required: true, schema: {type: string}}]
          responses:
            200: {description: It., content: {application/json: {schema: {type: string, format: byte}}}}
            202: {description: Not yet.}
"""


def test_octets_stand_in_json_as_base64(tmp_path: Path) -> None:
    package = fresh(_ENCODED, tmp_path)
    fake = fake_of(package)
    with fake.client(base_url="https://shop.example") as client:
        assert isinstance(client.seals.get(), bytes)
        fake.seals.get.answers(b"\x00\xff")
        given = client.seals.with_response.get()
        fake.seals.find.answers(b"\x00\xff", None)
        assert [client.seals.find("a"), client.seals.find("b")] == [b"\x00\xff", None]
    assert (given.value, given.content, given.mismatches) == (b"\x00\xff", b'"AP8="', ())
