"""The class of objects that a description does not know."""

from .model import Model


class Unknown(Model):
    """An object that is none of the variants that the description knows.

    Its members are attributes where their names allow it, and all stand in `model_extra`; it goes back as it came.
    """
