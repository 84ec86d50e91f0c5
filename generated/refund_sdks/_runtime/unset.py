"""The one value that says "the caller gave nothing", as distinct from `None`, which is sent as null."""

from typing import Final, final


@final
class Unset:
    """The type of `UNSET`. There is one instance; it is falsy and stays itself through copy and pickle."""

    __slots__ = ()

    def __new__(cls) -> "Unset":
        return _UNSET

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return "UNSET"

    def __copy__(self) -> "Unset":
        return self

    def __deepcopy__(self, memo: object) -> "Unset":
        return self

    def __reduce__(self) -> str:
        # A bare name: pickle looks it up in this module, wherever the package was vendored.
        return "UNSET"


_UNSET: Final = object.__new__(Unset)

UNSET: Final[Unset] = _UNSET
"""An argument that is not given. It is left out of what is sent."""
