"""The rules of Python about what is built and read: models, typed dictionaries, enumerations, aliases, exceptions."""

from __future__ import annotations

from collections.abc import Mapping

from .use import Row, Use
from .verdict import Python

_S, _T, _B, _D = Python.SOURCE, Python.TYPING, Python.BEHAVIOUR, Python.DEPRECATION
_A, _N = Python.ADDITION, Python.NONE

CLASSES: Mapping[str, Row] = {
    # --- constructors of models
    "py-field-required-added": (
        _S,
        "Building a model needs a further argument.",
        "pass `{new}`",
        (Use.OMIT,),
    ),
    "py-field-optional-added": (
        _A,
        "Building a model takes a further argument.",
        "see that no subclass has a member `{new}` of its own",
        (Use.SUBCLASS,),
    ),
    "py-field-removed": (
        _S,
        "Building a model takes an argument less.",
        "do not pass `{old}`",
        (Use.KEYWORD, Use.READ),
    ),
    "py-field-renamed": (
        _S,
        "A field has another name.",
        "write `{new}` for `{old}`",
        (Use.KEYWORD, Use.READ),
    ),
    "py-field-became-required": (_S, "A field must be given now.", "pass `{new}`", (Use.OMIT,)),
    "py-field-became-optional": (_A, "A field may be left out now.", "", ()),
    "py-field-default-changed": (
        _B,
        "A field that is left out stands for something else.",
        "pass `{new}` where the old value was meant",
        (Use.OMIT,),
    ),
    "py-field-order-changed": (
        _B,
        "Fields that are passed by position are in another order.",
        "pass them by name",
        (Use.POSITION,),
    ),
    # --- attributes of what callers get
    "py-attr-added": (
        _A,
        "An attribute is new.",
        "see that no subclass has a member `{new}` of its own",
        (Use.SUBCLASS,),
    ),
    "py-attr-removed": (_S, "An attribute is gone.", "do not read `{old}`", (Use.READ,)),
    "py-attr-renamed": (
        _S,
        "An attribute has another name.",
        "read `{new}` for `{old}`",
        (Use.READ,),
    ),
    "py-attr-became-required": (_N, "An attribute is always there now.", "", ()),
    "py-attr-required-added": (
        _A,
        "An attribute is new, and always there.",
        "give `{new}` where tests build it",
        (Use.SUBCLASS,),
    ),
    # --- classes, aliases, constants
    "py-class-removed": (_S, "A class is gone.", "do not use `{old}`", (Use.NAME,)),
    "py-class-renamed": (_S, "A class has another name.", "write `{new}` for `{old}`", (Use.NAME,)),
    "py-class-added": (_A, "A class is new.", "", ()),
    "py-class-became-alias": (
        _S,
        "A class became a name for a type, which can't be built, checked with `isinstance` or inherited from.",
        "use one of `{new}`",
        (Use.NAME,),
    ),
    "py-class-split": (
        _S,
        "What callers send has a class of its own now.",
        "build `{new}` where you send `{old}`",
        (Use.CALL,),
    ),
    "py-class-kind-changed": (
        _S,
        "A class is of another kind.",
        "build and read `{new}` as what it is now",
        (Use.NAME,),
    ),
    "py-class-base-removed": (
        _S,
        "A class no longer inherits from another.",
        "do not rely on `{old}`",
        (Use.NAME,),
    ),
    "py-class-base-added": (_A, "A class inherits from another.", "", ()),
    "py-class-deprecated": (
        _D,
        "A class is deprecated.",
        "look for another class: {new}",
        (Use.NAME,),
    ),
    "py-class-reactivated": (_N, "A class is no longer deprecated.", "", ()),
    "py-alias-removed": (_S, "A name for a type is gone.", "do not use `{old}`", (Use.NAME,)),
    "py-alias-renamed": (
        _S,
        "A name for a type has another name.",
        "write `{new}` for `{old}`",
        (Use.NAME,),
    ),
    "py-alias-values-added": (_A, "A list of known values has further ones.", "", ()),
    "py-alias-values-removed": (_N, "A list of known values has fewer.", "", ()),
    "py-alias-added": (_A, "A name for a type is new.", "", ()),
    "py-alias-became-class": (_A, "A name for a type became a class.", "", ()),
    "py-enum-member-removed": (
        _S,
        "A member of an enumeration is gone.",
        "do not use `{old}`",
        (Use.READ,),
    ),
    "py-enum-member-renamed": (
        _S,
        "A member of an enumeration has another name.",
        "write `{new}` for `{old}`",
        (Use.READ,),
    ),
    "py-enum-member-added": (_A, "A member of an enumeration is new.", "", ()),
    "py-enum-member-value-changed": (
        _B,
        "A member of an enumeration has another value.",
        "look where `{new}` is stored or compared",
        (Use.READ,),
    ),
    "py-constant-removed": (_S, "A named value is gone.", "do not use `{old}`", (Use.READ,)),
    "py-constant-renamed": (
        _S,
        "A named value has another name.",
        "write `{new}` for `{old}`",
        (Use.READ,),
    ),
    "py-constant-added": (_A, "A named value is new.", "", ()),
    "py-constant-value-changed": (
        _B,
        "A named value is another.",
        "look where `{new}` is stored or compared",
        (Use.READ,),
    ),
    "py-exception-removed": (_S, "An exception is gone.", "do not catch `{old}`", (Use.NAME,)),
    "py-exception-renamed": (
        _S,
        "An exception has another name.",
        "catch `{new}` for `{old}`",
        (Use.NAME,),
    ),
    "py-exception-added": (_A, "An exception is new.", "", ()),
    "py-exception-base-removed": (
        _S,
        "An exception is no longer caught by one of its parents.",
        "catch `{new}` as well",
        (Use.NAME,),
    ),
    # --- typed dictionaries
    "py-key-required-added": (
        _T,
        "A typed dictionary needs a further key.",
        "give `{new}`",
        (Use.OMIT,),
    ),
    "py-key-optional-added": (_A, "A typed dictionary takes a further key.", "", ()),
    "py-key-removed": (
        _T,
        "A key of a typed dictionary is gone.",
        "do not give `{old}`",
        (Use.KEYWORD, Use.READ),
    ),
    "py-key-renamed": (
        _T,
        "A key of a typed dictionary has another name.",
        "write `{new}` for `{old}`",
        (Use.KEYWORD, Use.READ),
    ),
    "py-key-became-required": (
        _T,
        "A key of a typed dictionary must be there.",
        "give `{new}`",
        (Use.OMIT,),
    ),
    "py-key-became-optional": (
        _T,
        "A key of a typed dictionary may be missing.",
        "read it with `.get()`",
        (Use.READ,),
    ),
}
"""Verdict, what has changed, what to do, and which uses are hit."""
