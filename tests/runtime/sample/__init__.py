"""A hand-written SDK of the shape that is generated, over the runtime in `templates/`."""

from .client import AsyncRefundsAPI, RefundsAPI

__all__ = ["AsyncRefundsAPI", "RefundsAPI"]
