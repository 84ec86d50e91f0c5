"""The rules of Python about what is called: functions, methods, their arguments, and clients."""

from __future__ import annotations

from collections.abc import Mapping

from .use import Row, Use
from .verdict import Python

_S, _B, _D = Python.SOURCE, Python.BEHAVIOUR, Python.DEPRECATION
_A, _N = Python.ADDITION, Python.NONE

CALLS: Mapping[str, Row] = {
    # --- modules, functions and methods
    "py-method-removed": (
        _S,
        "A method is gone.",
        "call another method than `{old}`",
        (Use.CALL, Use.SUBCLASS),
    ),
    "py-method-renamed": (
        _S,
        "A method has another name.",
        "write `{new}` for `{old}`",
        (Use.CALL, Use.SUBCLASS),
    ),
    "py-method-moved": (
        _S,
        "A method stands on another resource.",
        "write `{new}` for `{old}`",
        (Use.CALL,),
    ),
    "py-method-added": (_A, "A method is new.", "", ()),
    "py-method-became-async": (
        _S,
        "A method has to be awaited.",
        "write `await {new}(…)`",
        (Use.CALL,),
    ),
    "py-method-became-sync": (
        _S,
        "A method is no longer awaited.",
        "take `await` away",
        (Use.CALL,),
    ),
    "py-method-deprecated": (
        _D,
        "A method is deprecated.",
        "look for another method: {new}",
        (Use.CALL,),
    ),
    "py-method-reactivated": (_N, "A method is no longer deprecated.", "", ()),
    "py-function-removed": (
        _S,
        "A function is gone.",
        "call another function than `{old}`",
        (Use.NAME,),
    ),
    "py-function-renamed": (
        _S,
        "A function has another name.",
        "write `{new}` for `{old}`",
        (Use.NAME,),
    ),
    "py-function-added": (_A, "A function is new.", "", ()),
    # --- what errors carry
    "py-error-body-added": (
        _B,
        "The body of an error is of a class now, and not plain JSON.",
        "read attributes of `error.body`",
        (Use.CALL,),
    ),
    "py-error-body-removed": (
        _B,
        "The body of an error is plain JSON now, and of no class.",
        "read keys of `error.body`",
        (Use.CALL,),
    ),
    "py-error-body-changed": (
        _B,
        "The body of an error is of another type.",
        "expect `{new}` in `error.body`",
        (Use.CALL,),
    ),
    # --- arguments of methods
    "py-arg-required-added": (
        _S,
        "A method needs a further argument.",
        "pass `{new}`",
        (Use.OMIT, Use.SUBCLASS),
    ),
    "py-arg-optional-added": (
        _A,
        "A method takes a further argument.",
        "take `{new}` in methods that override it",
        (Use.SUBCLASS,),
    ),
    "py-arg-removed": (_S, "An argument is gone.", "do not pass `{old}`", (Use.KEYWORD,)),
    "py-arg-renamed": (
        _S,
        "An argument has another name.",
        "write `{new}=` for `{old}=`",
        (Use.KEYWORD,),
    ),
    "py-arg-became-required": (_S, "An argument must be passed now.", "pass `{new}`", (Use.OMIT,)),
    "py-arg-became-optional": (_A, "An argument may be left out now.", "", ()),
    "py-arg-default-changed": (
        _B,
        "An argument that is left out stands for something else.",
        "pass `{new}` where the old value was meant",
        (Use.OMIT,),
    ),
    "py-arg-order-changed": (
        _B,
        "Arguments that are passed by position are in another order.",
        "pass them by name: `{new}`",
        (Use.POSITION,),
    ),
    "py-arg-became-keyword-only": (
        _S,
        "An argument can be passed by name only.",
        "write `{new}=…`",
        (Use.POSITION,),
    ),
    "py-arg-became-positional": (_N, "An argument can be passed by position.", "", ()),
    # --- clients
    "py-client-removed": (_S, "A client is gone.", "use another client than `{old}`", (Use.NAME,)),
    "py-client-renamed": (
        _S,
        "A client has another name.",
        "write `{new}` for `{old}`",
        (Use.NAME,),
    ),
    "py-client-added": (_A, "A client is new.", "", ()),
    "py-client-arg-required-added": (
        _S,
        "Building a client needs a further argument.",
        "pass `{new}`",
        (Use.OMIT,),
    ),
    "py-client-arg-optional-added": (_A, "Building a client takes a further argument.", "", ()),
    "py-client-arg-removed": (
        _S,
        "Building a client takes an argument less.",
        "do not pass `{old}`",
        (Use.KEYWORD,),
    ),
    "py-client-arg-renamed": (
        _S,
        "An argument of the client has another name.",
        "write `{new}=` for `{old}=`",
        (Use.KEYWORD,),
    ),
    "py-client-arg-became-required": (
        _S,
        "An argument of the client must be given.",
        "pass `{new}`",
        (Use.OMIT,),
    ),
    "py-client-arg-became-optional": (_A, "An argument of the client may be left out.", "", ()),
    "py-client-arg-default-changed": (
        _B,
        "The client does something else where an argument is left out.",
        "pass `{new}` where the old value was meant",
        (Use.OMIT,),
    ),
    "py-client-arg-order-changed": (
        _B,
        "Arguments of the client are in another order.",
        "pass them by name",
        (Use.POSITION,),
    ),
    "py-client-arg-became-keyword-only": (
        _S,
        "An argument of the client can be passed by name only.",
        "write `{new}=…`",
        (Use.POSITION,),
    ),
    "py-client-arg-became-positional": (
        _N,
        "An argument of the client can be passed by position.",
        "",
        (),
    ),
    "py-wait-changed": (
        _B,
        "A method waits for something else.",
        "look whether callers rely on what the wait ended with, or failed by",
        (Use.CALL,),
    ),
    "py-token-url-changed": (
        _B,
        "Credentials are sent to another address to get a token.",
        "see that the new address is meant",
        (Use.CALL,),
    ),
    "py-base-url-changed": (
        _B,
        "The client talks to another server.",
        "pass `base_url` where the old address was meant",
        (Use.CALL,),
    ),
    "py-base-url-added": (_A, "The client knows another server.", "", ()),
    "py-base-url-removed": (
        _S,
        "The client no longer knows a server.",
        "pass `base_url` for `{old}`",
        (Use.CALL,),
    ),
    "py-idempotency-added": (
        _B,
        "Calls carry a key of their own, and are repeated where they fail on the way.",
        "see that the server knows {new}",
        (Use.CALL,),
    ),
    "py-idempotency-removed": (
        _B,
        "Calls carry no key any more, and are not repeated.",
        "repeat them yourself where that is safe",
        (Use.CALL,),
    ),
    "py-idempotency-changed": (
        _B,
        "The key that makes calls safe to repeat is in another header field.",
        "see that the server knows {new}",
        (Use.CALL,),
    ),
    "py-module-renamed": (
        _S,
        "The package is imported from elsewhere.",
        "import `{new}` instead of `{old}`",
        (Use.NAME,),
    ),
    "py-module-removed": (_S, "A module is gone.", "do not import `{old}`", (Use.NAME,)),
    "py-module-added": (_A, "A module is new.", "", ()),
    "py-resource-removed": (_S, "A group of methods is gone.", "do not use `{old}`", (Use.READ,)),
    "py-resource-renamed": (
        _S,
        "A group of methods has another name.",
        "write `{new}` for `{old}`",
        (Use.READ,),
    ),
    "py-resource-added": (_A, "A group of methods is new.", "", ()),
}
"""Verdict, what has changed, what to do, and which uses are hit."""
