"""An annotation to its compiled form, made once."""

from typing import Annotated, Any, Final

from pydantic import TypeAdapter

from .annotations import model_of
from .exact import Exact
from .nesting import nested

# By identity, since not every annotation hashes. The annotation is kept beside, so that its identity stays its own.
_adapters: Final[dict[int, tuple[Any, TypeAdapter[Any]]]] = {}


def adapter(annotation: Any) -> TypeAdapter[Any]:
    """The compiled form of an annotation, with exact leaves."""
    known = _adapters.get(id(annotation))
    if known is None:
        model = model_of(annotation)
        if model is not None and not model.__pydantic_complete__:
            # Complete, the class lends its own compiled form.
            model.model_rebuild()
        # A model is exact of its own accord.
        marked: Any = annotation if model else Annotated[annotation, Exact()]
        with nested():
            known = _adapters.setdefault(id(annotation), (annotation, TypeAdapter(marked)))
    return known[1]
