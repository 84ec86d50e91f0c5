"""The styles of parameters, held against the tables of the specification and another implementation."""

from urllib.parse import unquote, urlsplit

import httpx2
import pytest
import uritemplate
from hypothesis import given
from hypothesis import strategies as st

from runtime import (
    UNSET,
    Client,
    InCookie,
    InHeader,
    InPath,
    InQuery,
    Operation,
    RequestValidationError,
    Resource,
)
from runtime.operation import Api
from runtime.parameters import cookie_pairs, fill, header_fields, query_string

ARRAY = ["blue", "black", "brown"]
OBJECT = {"R": 100, "G": 200, "B": 150}

# OpenAPI 3.1.1, "Style Examples": style, explode, then empty text, text, array and object, for a parameter `color`.
TABLE = [
    ("matrix", False, ";color", ";color=blue", ";color=blue,black,brown", ";color=R,100,G,200,B,150"),
    ("matrix", True, ";color", ";color=blue", ";color=blue;color=black;color=brown", ";R=100;G=200;B=150"),
    ("label", False, ".", ".blue", ".blue,black,brown", ".R,100,G,200,B,150"),
    ("label", True, ".", ".blue", ".blue.black.brown", ".R=100.G=200.B=150"),
    ("simple", False, "", "blue", "blue,black,brown", "R,100,G,200,B,150"),
    ("simple", True, "", "blue", "blue,black,brown", "R=100,G=200,B=150"),
    ("form", False, "color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"),
    ("form", True, "color=", "color=blue", "color=blue&color=black&color=brown", "R=100&G=200&B=150"),
    ("spaceDelimited", False, None, None, "color=blue%20black%20brown", "color=R%20100%20G%20200%20B%20150"),
    ("pipeDelimited", False, None, None, "color=blue%7Cblack%7Cbrown", "color=R%7C100%7CG%7C200%7CB%7C150"),
    ("deepObject", True, None, None, None, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
]  # fmt: skip
CELLS = [
    (style, explode, value, expected)
    for style, explode, *row in TABLE
    for value, expected in zip(("", "blue", ARRAY, OBJECT), row, strict=True)
    if expected is not None
]
IN_PATH = ("matrix", "label", "simple")


@pytest.mark.parametrize(("style", "explode", "value", "expected"), CELLS)
def test_the_table_of_the_specification(
    style: str, explode: bool, value: object, expected: str
) -> None:
    if style not in IN_PATH:
        declared = {"c": InQuery("color", style, explode)}  # type: ignore[arg-type]
        assert query_string(declared, {"c": value}) == expected
        return
    segment = InPath("color", style, explode)  # type: ignore[arg-type]
    if expected in ("", "."):  # would be the address of something else
        with pytest.raises(RequestValidationError):
            fill("/x/{color}", [value], (segment,))
    else:
        assert fill("/x/{color}", [value], (segment,)) == f"/x/{expected}"
    if style == "simple":
        header = {"c": InHeader("X-Color", "simple", explode)}
        ((_, text),) = header_fields(header, {"c": value})
        assert text.reveal() == expected


OPERATORS = {"matrix": ";", "label": ".", "simple": "", "form": "?"}
texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)
# The other implementation sorts the members of objects, and takes 0 for nothing.
objects = st.dictionaries(texts, texts, min_size=1).map(lambda made: dict(sorted(made.items())))
values = texts | st.integers(1) | st.lists(texts, min_size=1) | objects


@given(st.sampled_from(sorted(OPERATORS)), st.booleans(), values)
def test_as_another_implementation_of_rfc_6570_has_it(
    style: str, explode: bool, value: object
) -> None:
    template = f"{{{OPERATORS[style]}color{'*' if explode else ''}}}"
    expected = uritemplate.expand(template, color=value)
    if style == "form":
        made = "?" + query_string({"c": InQuery("color", explode=explode)}, {"c": value})
    else:
        segment = InPath("color", style, explode)  # type: ignore[arg-type]
        try:
            made = fill("/{color}", [value], (segment,))[1:]
        except RequestValidationError:
            assert expected in (".", "..")
            return
    assert made == expected


@pytest.mark.parametrize(
    ("parameter", "value", "text"),
    [
        (InQuery("a", "deepObject"), {"b": {"c": [1, {"d": "x"}]}},
         "a%5Bb%5D%5Bc%5D%5B0%5D=1&a%5Bb%5D%5Bc%5D%5B1%5D%5Bd%5D=x"),
        (InQuery("a", "deepObject"), ["x", "y"], "a%5B0%5D=x&a%5B1%5D=y"),
        (InQuery("a", "deepObject"), {"b": None, "c": UNSET, "d": False}, "a%5Bd%5D=false"),
        (InQuery("a"), {"b": [1, 2], "c": {"d": 1}}, "b=1&b=2&c=%7B%22d%22%3A1%7D"),
        (InQuery("a", "json"), {"b": ["ü"]}, "a=%7B%22b%22%3A%5B%22%C3%BC%22%5D%7D"),
        (InQuery("a", "json"), "x", "a=%22x%22"),
        (InQuery("", "json"), [1], "%5B1%5D"),
        (InQuery("", "simple"), "$.a[0]", "%24.a%5B0%5D"),
        (InQuery("a", reserved=True), "https://x.example/?b=c&d#e+f%20%zz [x]",
         "a=https://x.example/?b=c%26d%23e%2Bf%20%25zz%20%5Bx%5D"),
        (InQuery("a"), [None, "x", UNSET], "a=x"),
        (InQuery("a", explode=False), {}, ""),
        (InQuery("a"), [True, 1.5], "a=true&a=1.5"),
    ],
)  # fmt: skip
def test_what_the_specification_leaves_open(parameter: InQuery, value: object, text: str) -> None:
    assert query_string({"p": parameter}, {"p": value}) == text


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_reserved_characters_never_end_a_value(text: str) -> None:
    made = query_string({"p": InQuery("p", reserved=True)}, {"p": text})
    assert urlsplit(f"https://x.example/?{made}").query == made
    assert made.count("&") == 0
    assert "+" not in made
    if "%" not in text:
        assert unquote(made[2:]) == text
    path = "x" + text
    filled = fill("/{p}", [path], (InPath("p", reserved=True),))
    assert filled.count("/") == 1
    assert not set("?#[]") & set(filled)


@pytest.mark.parametrize(
    ("cookie", "value", "text"),
    [
        (InCookie("a"), "x;y z", "a=x%3By%20z"),
        (InCookie("a"), ["x", "y"], "a=x; a=y"),
        (InCookie("a", explode=False), ["x", "y"], "a=x,y"),
        (InCookie("a"), {"b": 1, "c": 2}, "b=1; c=2"),
        (InCookie("a", "cookie"), "x%20y", "a=x%20y"),
        (InCookie("a", "json"), [1], "a=%5B1%5D"),
    ],
)
def test_cookies(cookie: InCookie, value: object, text: str) -> None:
    pairs = cookie_pairs({"c": cookie}, {"c": value})
    assert pairs is not None
    assert pairs.reveal() == text
    assert cookie_pairs({"c": cookie}, {"c": None}) is None


def test_a_cookie_takes_no_other_along() -> None:
    with pytest.raises(RequestValidationError):
        cookie_pairs({"c": InCookie("a", "cookie")}, {"c": "x; admin=1"})


def test_parameters_of_all_places_are_sent_together() -> None:
    operation: Operation[None] = Operation(
        "GET",
        "/x/{color}",
        segments=(InPath("color", "matrix"),),
        query={"q": InQuery("q")},
        headers={"h": InHeader("X-H", "json")},
        cookies={"c": InCookie("c")},
    )
    sent: list[httpx2.Request] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        sent.append(request)
        return httpx2.Response(204)

    http = httpx2.Client(transport=httpx2.MockTransport(answer))
    api = Api("x", "X", "1", {"production": "https://x.example"})
    resource = Resource(Client(api, credentials={}, http_client=http))
    resource._call(
        operation, (["a", "b"],), query={"q": 1}, headers={"h": {"a": [1]}}, cookies={"c": "d"}
    )
    (request,) = sent
    assert request.url.raw_path == b"/x/;color=a,b?q=1"
    assert (request.headers["x-h"], request.headers["cookie"]) == ('{"a":[1]}', "c=d")


def test_octets_are_base64_text_where_they_are_declared_and_refused_elsewhere() -> None:
    assert fill("/{key}", [b"\x00\xff"], (InPath("key", type=bytes),)) == "/AP8%3D"
    assert query_string({"key": InQuery("key", type=bytes)}, {"key": b"\x00\xff"}) == "key=AP8%3D"
    for octets in (b"x", bytearray(b"x")):
        with pytest.raises(RequestValidationError):
            fill("/{key}", [octets])
        with pytest.raises(RequestValidationError):
            query_string({"key": InQuery("key")}, {"key": octets})
