"""A text that is used on the wire and shown nowhere else."""

from typing import NoReturn, final


@final
class Secret:
    """Hides a credential from repr, str, format, pickle and traceback locals.

    Only `reveal` gives the text back; it is called where bytes for the wire are made.
    """

    __slots__ = ("__text",)

    def __init__(self, text: str) -> None:
        self.__text = text

    def reveal(self) -> str:
        """The text itself."""
        return self.__text

    def __repr__(self) -> str:
        return "Secret('***')"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a Secret is neither copied nor pickled")
