# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from .._runtime import (
    UNSET,
    AsyncResource,
    Operation,
    Options,
    Resource,
    Unset,
    async_responding,
    responding,
)
from ..models import Filter, Owner, PutRulesRequest

PUT_RULES: Operation[None] = Operation(
    "PUT",
    "/rules",
    body=PutRulesRequest,
    body_required=True,
)


class Rules(Resource):
    """The operations on rules."""

    def put_rules(
        self,
        *,
        filter: Filter | Sequence[Filter],
        owner: Owner | Mapping[str, object] | Unset = UNSET,
        options: Options | None = None,
    ) -> None:
        """`PUT /rules`.

        Args:
            options: Settings for this call alone.
        """
        return self._call(PUT_RULES, (), body={"filter": filter, "owner": owner}, options=options)

    @cached_property
    def with_response(self) -> RulesWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return RulesWithResponse(self)


class RulesWithResponse:
    """The methods of `Rules`, each giving the whole response."""

    def __init__(self, resource: Rules) -> None:
        self.put_rules = responding(resource.put_rules)


class AsyncRules(AsyncResource):
    """The operations on rules."""

    async def put_rules(
        self,
        *,
        filter: Filter | Sequence[Filter],
        owner: Owner | Mapping[str, object] | Unset = UNSET,
        options: Options | None = None,
    ) -> None:
        """`PUT /rules`.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(
            PUT_RULES, (), body={"filter": filter, "owner": owner}, options=options
        )

    @cached_property
    def with_response(self) -> AsyncRulesWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncRulesWithResponse(self)


class AsyncRulesWithResponse:
    """The methods of `AsyncRules`, each giving the whole response."""

    def __init__(self, resource: AsyncRules) -> None:
        self.put_rules = async_responding(resource.put_rules)
