"""Names that generated code must leave alone, scope by scope (a test holds these tables to the runtime)."""

from __future__ import annotations

from ..ir.types import ScalarKind

FIELDS = frozenset(
    [
        "construct",
        "copy",
        "dict",
        "fields_set",
        "from_orm",
        "json",
        "model_computed_fields",
        "model_config",
        "model_construct",
        "model_copy",
        "model_dump",
        "model_dump_json",
        "model_extra",
        "model_fields",
        "model_fields_set",
        "model_json_schema",
        "model_parametrized_name",
        "model_post_init",
        "model_rebuild",
        "model_validate",
        "model_validate_json",
        "model_validate_strings",
        "mro",
        "parse_file",
        "parse_obj",
        "parse_raw",
        "register",
        "schema",
        "schema_json",
        "update_forward_refs",
        "validate",
        "list",
        "str",
        "int",
        "bool",
        "float",
        "bytes",
        "object",
        "type",
        "set",
        "tuple",
    ]
)
"""Attributes of the model base class and of its metaclass, and the built-in types that annotations in a class body spell."""

LIBRARIES = frozenset({"httpx2", "httpcore2", "msgspec", "pydantic", "pydantic_core", "sdkwright"})
"""Packages that a package of ours uses, or that stand beside it: one of the same name would hide them."""

DATES = {
    ScalarKind.DATE: "date",
    ScalarKind.DATE_TIME: "datetime",
    ScalarKind.TIME: "time",
}
"""Types in lower case that are likely names of fields too."""

DATETIME = "dt"
"""What the module `datetime` is called where an attribute has the name of a type in it."""

_OF_PYTHON = """
    ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError
    BrokenPipeError BufferError BytesWarning ChildProcessError ConnectionAbortedError
    ConnectionError ConnectionRefusedError ConnectionResetError DeprecationWarning EOFError
    Ellipsis EncodingWarning EnvironmentError Exception ExceptionGroup False FileExistsError
    FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError ImportError
    ImportWarning IndentationError IndexError InterruptedError IsADirectoryError KeyError
    KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError None
    NotADirectoryError NotImplemented NotImplementedError OSError OverflowError
    PendingDeprecationWarning PermissionError ProcessLookupError PythonFinalizationError
    RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration
    StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError True
    TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError
    UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning WindowsError
    ZeroDivisionError
"""
_BUILTIN = frozenset(_OF_PYTHON.split())
"""What Python calls by a capital letter, of any version: a class that is used above its own lines would be taken for it."""

MODEL_MODULE = frozenset(
    [
        "Any",
        "Literal",
        "TypeAlias",
        "TypeAliasType",
        "Unknown",
        "Variants",
        "deprecated",
        "Final",
        "Decimal",
        "UUID",
        "date",
        "datetime",
        "AliasChoices",
        "Annotated",
        "Field",
        "Model",
        "CamelModel",
        "PascalModel",
        "BaseModel",
        "RootModel",
        "annotations",
        *_BUILTIN,
    ]
)
"""What `models.py` imports or Python calls by a capital letter."""

RUNTIME = frozenset(
    [
        "APIError",
        "APIConnectionError",
        "APITimeoutError",
        "APIStatusError",
        "AuthenticationError",
        "BadRequestError",
        "ConflictError",
        "DecodingError",
        "MissingCredentialsError",
        "NotFoundError",
        "PermissionDeniedError",
        "RateLimitError",
        "RedirectError",
        "RequestValidationError",
        "ServerError",
        "UnprocessableEntityError",
        "Api",
        "ApiKey",
        "AsyncClient",
        "AsyncHttpClient",
        "AsyncMiddleware",
        "HttpRequest",
        "HttpResponse",
        "Middleware",
        "AsyncResource",
        "Basic",
        "Bearer",
        "Client",
        "ClientCertificate",
        "HttpAuthentication",
        "MutualTLS",
        "OAuth2",
        "OAuthFlow",
        "OpenIdConnect",
        "HttpClient",
        "Mismatch",
        "OnMismatch",
        "Operation",
        "Options",
        "BodyContent",
        "ByMedia",
        "FileContent",
        "FilePart",
        "FormData",
        "FormPart",
        "Iterable",
        "InCookie",
        "InHeader",
        "InPath",
        "InQuery",
        "Resource",
        "Response",
        "Secret",
        "Timeout",
        "Unset",
        "UNSET",
        "Mapping",
        "Sequence",
        "TYPE_CHECKING",
        "DEFAULT_TIMEOUT",
        "cached_property",
        "builtins",
        "responding",
        "async_responding",
        "streaming",
        "async_streaming",
        "ResponseStream",
        "ResponseTooLargeError",
        "AsyncResponseStream",
        "ServerSentEvent",
        "AsyncListPage",
        "AsyncPaged",
        "AsyncPages",
        "ListPage",
        "Paged",
        "PagedBy",
        "PaginationError",
        "ClientCredentialsGrant",
        "RefreshTokenGrant",
        "AuthorizationCodeGrant",
        "TokenSource",
        "TypedHeaders",
        "Links",
        "AsyncLinks",
        "UnresolvedLinkError",
        "AnyWebhook",
        "ClassVar",
        "Expected",
        "HmacSignature",
        "InvalidSignatureError",
        "ReceivedHeaders",
        "ReceivedRequest",
        "ReceivedRequestError",
        "UnknownRequest",
        "Verify",
        "first_match",
        "WaitError",
        "WaitFailedError",
        "WaitFor",
        "WaitTimeoutError",
        "ServiceFake",
        "UnexpectedCall",
        "RecordedCall",
        "FaultKind",
        "FAULTS",
        "ExamplesByStatus",
        "tracing",
        "async_tracing",
    ]
)
"""What the client and resource modules and fakes import from the runtime and the standard library."""

TYPES = MODEL_MODULE | RUNTIME

METHODS = frozenset(
    [
        "with_response",
        "with_streaming",
        "self",
        "cached_property",
        "deprecated",
        "date",
        "datetime",
        "time",
    ]
)
"""Attributes of a resource, and what the body of its class spells in lower case, save for built-in types."""

DECLARATIONS = frozenset(["UNSET", "UUID", "TYPE_CHECKING"])
"""What resource modules, and the fakes beside them, import that is spelled like a constant."""

CLIENT = frozenset(
    [
        "respond",
        "stream",
        "close",
        "aclose",
        "options",
        "base_url",
        "credentials",
        "environment",
        "variables",
        "timeout",
        "retries",
        "strict",
        "http_client",
        "on_mismatch",
        "allow_insecure_http",
        "middleware",
        "with_options",
        "request",
        "send",
    ]
)
"""Attributes of a client, and the names of its constructor's own arguments."""

CREDENTIALS = CLIENT | frozenset({"self", "super"})
ARGUMENTS = frozenset({"self", "options", "body"})
"""Arguments that every method may have."""

DEVICES = frozenset(
    [
        *("con", "prn", "aux", "nul", "conin", "conout"),
        *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)),
    ]
)
"""Names of files that Windows takes for devices, whatever their ending."""

MODULES = DEVICES | {"__init__", "client", "bool", "cached_property", "super"}
"""Names that no module of a resource may have: a fake stands in the same folder, has a `client`, and looks the others up,
which once a module is imported are that module.
"""

MODEL_MODULES = DEVICES | {"__init__", "list", "load", "sorted", "str"}
"""Names that no module of models may have: the package around them looks them up."""

FAKES = frozenset(
    [
        "client",
        "async_client",
        "all_calls",
        "seconds_slept",
        "assert_all_used",
        "as_fixture",
        "probed",
    ]
)
"""Attributes of a fake for tests besides its resources."""
