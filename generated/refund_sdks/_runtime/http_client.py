"""What is needed of an HTTP client, apart from what needs an HTTP library."""

from typing import Any, Protocol


class HttpClient(Protocol):
    """What is needed of a blocking HTTP client. `httpx2.Client` and `httpx.Client` have it."""

    @property
    def headers(self) -> Any: ...
    def build_request(
        self, method: str, url: Any, *, headers: Any, content: Any, extensions: Any
    ) -> Any: ...
    def send(self, request: Any, *, stream: bool, follow_redirects: bool) -> Any: ...
    def close(self) -> None: ...


class AsyncHttpClient(Protocol):
    """What is needed of an awaiting HTTP client. `httpx2.AsyncClient` and `httpx.AsyncClient` have it."""

    @property
    def headers(self) -> Any: ...
    def build_request(
        self, method: str, url: Any, *, headers: Any, content: Any, extensions: Any
    ) -> Any: ...
    async def send(self, request: Any, *, stream: bool, follow_redirects: bool) -> Any: ...
    async def aclose(self) -> None: ...
