"""What operations without ids of their own are called."""

from __future__ import annotations

from pathlib import Path

import pytest

from sdkwright.config import ApiConfig
from sdkwright.pipeline import analyse
from sdkwright.python.lock import Lock
from sdkwright.python.names import Names, settle_names
from sdkwright.text.diagnostic import Report


def _named(tmp_path: Path, *operations: str) -> tuple[Names, list[str]]:
    """The names of a document that has these operations (`GET /orders/{id} Orders getOrder`), and what is told of them."""
    paths: dict[str, list[str]] = {}
    for operation in operations:
        method, path, tag, *given = operation.split(" ")
        said = f"tags: [{tag.replace('_', ' ')}], " if tag else ""
        said += f"operationId: {given[0]}, " if given else ""
        body = "{application/json: {schema: {type: object, properties: {a: {type: string}}}}}"
        body = f"{{description: Done., content: {body}}}"
        paths.setdefault(path, []).append(
            f"    {method.lower()}: {{{said}responses: {{200: {body}}}}}"
        )
    lines = ["openapi: 3.1.0", 'info: {title: Shop, version: "1"}', "paths:"]
    for path, written in paths.items():
        lines += [f'  "{path}":', *written]
    spec = tmp_path / "spec.yaml"
    spec.write_text("\n".join(lines) + "\n", "utf-8")
    report = Report()
    analysis = analyse(ApiConfig("shop", spec), report)
    assert analysis is not None, report.found
    names = settle_names(analysis.api, Lock(), report)
    return names, [one.code for one in report.found if one.code == "name-numbered"]


def _methods(names: Names) -> dict[str, str]:
    return {
        f"{one.method} {one.path}": names.methods[one.id]
        for resource in names.resources
        for one in resource.operations
    }


def _classes(names: Names) -> list[str]:
    return sorted(name for id_, name in names.types.items() if "/paths/" in id_)


@pytest.mark.parametrize(
    ("operation", "method"),
    [
        ("GET /orders Orders", "list"),
        ("POST /orders Orders", "create"),
        ("GET /v1/orders/{id} Orders", "get"),
        ("PATCH /orders/{id} Orders", "update"),
        ("PUT /orders/{id} Orders", "update"),
        ("POST /orders/{id} Orders", "update"),
        ("DELETE /orders/{id} Orders", "delete"),
        ("DELETE /orders Orders", "delete_all"),
        ("HEAD /orders/{id} Orders", "head"),
        ("GET /order/{id} Orders", "get"),
        ("GET /orders.json Orders", "list"),
        ("GET /orders/{id}.json Orders", "get"),
        ("GET /orders{format} Orders", "list"),
        ("GET /Orders({id}) Orders", "get"),
        ("GET /accounts/{account}/orders Orders", "list"),
        ("GET /orders/{id}/items Orders", "list_items"),
        ("GET /orders/{id}/items/{item} Orders", "get_item"),
        ("POST /orders/{id}/items Orders", "create_item"),
        ("DELETE /orders/{id}/items/{item} Orders", "delete_item"),
        ("GET /orders/{id}/items/{item}/notes Orders", "list_item_notes"),
        ("GET /orders/{id}/status Orders", "get_status"),
        ("PUT /orders/{id}/status Orders", "update_status"),
        ("POST /orders/{id}/cancel Orders", "cancel"),
        ("POST /orders/{id}:cancel Orders", "cancel"),
        ("POST /orders:batchGet Orders", "batch_get"),
        ("PUT /orders/{id}/approve Orders", "approve"),
        ("DELETE /orders/{id}/lock Orders", "delete_lock"),
        ("DELETE /orders/{id}/unlink Orders", "unlink"),
        ("POST /orders/{id}/items/{item}/move Orders", "move_item"),
        ("GET /orders/search Orders", "search"),
        ("GET /orders/metrics Orders", "get_metrics"),
        ("GET /settings Settings", "get"),
        ("GET /series Series", "list"),
        ("GET /servers/{id}/actions/{action} Server_Actions", "get"),
        ("POST /servers/{id}/actions/reset Server_Actions", "reset"),
        ("GET /users/{id} Administration", "get_user"),
        ("GET /users Administration", "list_users"),
        ("POST /user Administration", "create_user"),
        ("POST /login Authentication", "login"),
        ("POST /getUser Administration", "get_user"),
        ("GET /users Users_API", "list"),
        ("GET / Root", "get"),
        ("POST /search Search", "post"),
        ("GET /{id} Root", "get"),
        ("GET " + "/a" * 2000 + "/orders Orders", "list"),
    ],
)
def test_a_method_is_called_by_what_it_does(operation: str, method: str, tmp_path: Path) -> None:
    names, numbered = _named(tmp_path, operation)
    assert (list(names.methods.values()), numbered) == ([method], [])


def test_what_is_reached_by_way_of_something_else_gives_way(tmp_path: Path) -> None:
    names, numbered = _named(
        tmp_path,
        "GET /teams/{id}/users users",
        "GET /users users",
        "GET /admin/users users",
        "PUT /users/{id} users",
        "PATCH /users/{id} users",
        "GET /users/find users",
        "GET /users/find/{name} users",
    )
    assert numbered == []
    assert _methods(names) == {
        "GET /users": "list",
        "GET /teams/{id}/users": "list_by_team",
        "GET /admin/users": "list_in_admin",
        "PATCH /users/{id}": "update",
        "PUT /users/{id}": "replace",
        "GET /users/find": "find",
        "GET /users/find/{name}": "find_by_name",
    }


def test_groups_without_words_have_names_too(tmp_path: Path) -> None:
    names, _ = _named(tmp_path, "GET /a 名", "GET /b 文", "GET /c -controller", "GET /d Api")
    assert sorted(one.module for one in names.resources) == [
        *("api_resource", "api_resource_2", "api_resource_3", "controller")
    ]
    assert {one.module: one.sync for one in names.resources}["controller"] == "Controller"
    assert all(one.sync.startswith("Api") for one in names.resources if one.key[0] not in "-c")


def test_classes_say_what_is_done_to_what(tmp_path: Path) -> None:
    names, _ = _named(
        tmp_path,
        "GET /orders a",
        "POST /orders a",
        "GET /orders/{id} a",
        "GET /orders/{id}/items/{item} a",
        "POST /orders/{id}/cancel a",
        "PATCH /orders/{id} a",
        "PUT /orders/{id} a",
        "GET /stock a getStockNow",
    )
    assert _classes(names) == [
        "CancelOrderResponse",
        "CreateOrderResponse",
        "GetOrderItemResponse",
        "GetOrderResponse",
        "GetStockNowResponse",
        "ListOrdersResponse",
        "PatchOrdersIdResponse",
        "PutOrdersIdResponse",
    ]


def test_classes_leave_out_what_tools_add_to_ids(tmp_path: Path) -> None:
    names, _ = _named(
        tmp_path,
        "GET /items/{item_id} items read_item_items__item_id__get",
        "GET /users users findUsersUsingGET",
        "GET /teams teams findTeamsUsingGET",
        "GET /teams/{id} teams findTeamsUsingGET_1",
    )
    assert _classes(names) == [
        "FindTeamsUsingGET1Response",
        "FindTeamsUsingGETResponse",
        "FindUsersResponse",
        "ReadItemResponse",
    ]


def test_ids_that_a_tool_has_spelled_out_are_none(tmp_path: Path) -> None:
    made = ["GET /orders orders get-orders", "GET /orders/{id} orders get-orders-id"]
    names, _ = _named(tmp_path, *made, "POST /orders orders placeOrder")
    assert list(_methods(names).values()) == ["list", "place_order", "get"]
    # One that is like it by chance is an id like the others.
    names, _ = _named(
        tmp_path,
        "GET /orders orders getOrders",
        "GET /orders/{id} orders findOrder",
    )
    assert list(_methods(names).values()) == ["get_orders", "find_order"]


def test_such_ids_may_leave_out_what_stands_before_all_resources(tmp_path: Path) -> None:
    names, _ = _named(
        tmp_path,
        "GET /v1/charges charges GetCharges",
        "GET /v1/charges/{charge} charges GetChargesCharge",
        "POST /v1/charges/{charge} charges PostChargesCharge",
        "POST /v1/charges/{charge}/capture charges PostChargesChargeCapture",
    )
    assert list(_methods(names).values()) == ["list", "get", "update", "capture"]


def test_where_several_methods_update_the_usual_one_keeps_the_name(tmp_path: Path) -> None:
    names, _ = _named(tmp_path, "PATCH /a/{id} a", "PUT /a/{id} a", "POST /a/{id} a")
    assert list(_methods(names).values()) == ["update", "replace", "post"]


def test_numbers_that_tell_ids_of_two_resources_apart_are_left_out(tmp_path: Path) -> None:
    names, _ = _named(
        tmp_path,
        "GET /cats cats findAll",
        "GET /dogs dogs findAll_1",
        "GET /cats/old cats findAll_2",
        "GET /hens hens top_10",
    )
    assert list(_methods(names).values()) == ["find_all", "find_all_2", "find_all", "top_10"]


def test_long_names_on_the_wire_take_no_time(tmp_path: Path) -> None:
    # A pattern that may divide letters in many ways would never end here.
    names, _ = _named(tmp_path, f"GET /a/{{{'x' * 200}!}} a getA")
    assert list(_methods(names).values()) == ["get_a"]
