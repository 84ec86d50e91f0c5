"""What generated code declares: an API, and each of its operations."""

from collections.abc import Mapping
from typing import Generic, Literal, TypeVar

from msgspec import Struct

from .auth import Scheme, Security

T = TypeVar("T")

Style = Literal["form", "spaceDelimited", "pipeDelimited", "deepObject"]


class Api(Struct, frozen=True):
    """One API: where it is and how callers show who they are. The first of `servers` is the default."""

    name: str
    title: str
    version: str
    servers: Mapping[str, str]
    schemes: Mapping[str, Scheme] = {}


class Query(Struct, frozen=True):
    """A query parameter: its wire name and how lists and objects are written (OpenAPI 3.1, "Style Values")."""

    name: str
    style: Style = "form"
    explode: bool = True


class Operation(Struct, Generic[T], frozen=True, eq=False):
    """One operation, answering with a T.

    `path` has `{name}` for each path argument, in the order in which they are given. `query` and `headers` are keyed
    by Python name. `returns` and `body` are annotations, None for no body. `errors` has the annotation of an error
    body by status, by range (`"4XX"`), or as `"default"`. `authentication` are the statuses, beside 401, which mean
    that the credentials are not accepted. `idempotency_header` names the field that makes a repetition harmless.
    """

    method: str
    path: str
    returns: object = None
    body: object = None
    body_required: bool = True
    query: Mapping[str, Query] = {}
    headers: Mapping[str, str] = {}
    errors: Mapping[int | str, object] = {}
    authentication: tuple[int, ...] = ()
    security: Security = ()
    idempotency_header: str | None = None

    def __str__(self) -> str:
        return f"{self.method} {self.path}"

    def error_type(self, status: int) -> object:
        """The annotation of the body that the description has for a failing status."""
        for key in (status, f"{status // 100}XX", "default"):
            if key in self.errors:
                return self.errors[key]
        return None
