# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from ._runtime import Model

Values: TypeAlias = (
    Literal['"', "\\", "\n", "'''", '"""', "{{ x }}", "\x00", "\u202e", "#", ""] | str
)
"""`Values` of the API.

* `"\\""`: "
* `"\\\\"`: \\
* `"\\n"`: a b
* `"'''"`: '''
* `"\\"\\"\\""`: \"\"\"
* `"{{ x }}"`: {{ x }}
* `"\\x00"`: \x00
* `"\\u202e"`: \u202e
* `"#"`: #
* `""`: empty
"""


class Quoted(Model):
    """He said \"\"\"stop\"\"\" and 'go' and "."""

    backslash: str | None = None
    """C:\\new\\table\\x41 \\."""

    ends: str | None = None
    """\"\"\"."""

    ends_escaped: str | None = None
    """\\\"\"\"."""

    jinja: str | None = None
    """{{ 7 * 7 }} {% raw %} {# no #}."""

    braces: str | None = None
    """{} {0} {name!r} %s %(a)s ${x}.

    Default: `"{{ 1 }}"`.
    """

    control: str | None = None
    """bell \x07 escape \x1b[31m nul \x00 del \x7f nel \x85 ls \u2028 ps \u2029 end."""

    bidi: str | None = None
    """\u202eright to left\u202c zero\u200bwidth \ufeffmark."""

    lines: str | None = None
    """one two three four\x1cfive."""

    list_: Annotated[str | None, Field(alias="list")] = None
    """Values:

    * `a`: the first
    * `b`: the second

        indented = "code".
    """
