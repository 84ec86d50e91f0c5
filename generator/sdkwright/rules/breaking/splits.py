"""Classes that callers build by another name now, because what is sent and what is received differ since."""

from __future__ import annotations

from collections.abc import Mapping, Set

from .renames import Package
from .surface import Class


def split_classes(
    old: Package, new: Package, given: Set[str], given_now: Set[str]
) -> Mapping[str, str]:
    """Classes that callers built and now only get, by the name of the new class that they build instead.

    `given` are the types that callers gave, `given_now` those that they give. Both classes come from one place.
    """
    before, after = old.surface.symbols, new.surface.symbols
    places = {
        new.sites[name].span: name
        for name in given_now - before.keys()
        if name in new.sites and isinstance(after.get(name), Class)
    }
    return {
        name: places[new.sites[name].span]
        for name in given & before.keys() & after.keys() - given_now
        if isinstance(before[name], Class) and name in new.sites and new.sites[name].span in places
    }
