"""Which files a package consists of, and what each of them shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import PurePosixPath
from typing import TypeAlias

from msgspec import Struct

from ..ir.hooks import Hook
from ..ir.model import Api
from .annotations import Scope
from .basis import Basis
from .client import client_view
from .exports import has_client
from .fakes import examples_of, fake_resource_view, fake_view
from .hooks import hook_modules, hooks_view
from .lock import FILE, write_lock
from .models import Module, models_view, usual_base
from .modules import ModelModule, model_modules
from .names import Names, ResourceName
from .package import models_package_view, package_view
from .resources import resource_view
from .views import (
    ClientModuleView,
    FakeModuleView,
    FakeResourceView,
    HooksView,
    ModelsView,
    PackageView,
    ResourceView,
    RootView,
)

RUNTIME = "_runtime"


class Page(Struct, frozen=True):
    """A file that a template prints from a view."""

    template: str
    view: (
        PackageView
        | ClientModuleView
        | HooksView
        | ResourceView
        | FakeModuleView
        | FakeResourceView
        | RootView
    )


class Models(Struct, frozen=True):
    """A module of models: a model printer prints the classes, a template the page around them."""

    view: ModelsView


class Text(Struct, frozen=True):
    """A file whose text is ready."""

    text: str


Content: TypeAlias = Page | Models | Text
Plan: TypeAlias = Mapping[PurePosixPath, Content]

Sheet: TypeAlias = Callable[[Basis], Content]
"""A file that has yet to be planned. A function of a module with its arguments, so that equal sheets can be told by them;
all else that the file follows from it takes out of the basis.
"""


class Sheets(Struct, frozen=True):
    """The files of a package, and what they are planned from. Each is planned on its own, in whatever order."""

    basis: Basis
    by_path: Mapping[PurePosixPath, Sheet]

    def plan(self) -> Plan:
        """All files planned."""
        return {path: sheet(self.basis) for path, sheet in self.by_path.items()}


def plan_api(api: Api, names: Names, folder: PurePosixPath, *, testing: bool = True) -> Sheets:
    """The files of one API, in `folder` of the package: `.` where the package is this API alone; with a fake for
    tests where `testing` says so.

    The runtime stands at the root of the package, so modules deeper down reach it with more leading dots.
    """
    dots = "." * (len(folder.parts) + 1)
    runtime = f"{dots}{RUNTIME}"
    modules = model_modules(api, names.types)
    homes = {d.id: f".{module.name}" for module in modules for d in module.definitions}
    files = dict(_sheets(api, names, modules, runtime, testing=testing))
    basis = Basis(api, names, homes, examples_of(api))
    return Sheets(basis, {folder / path: sheet for path, sheet in files.items()})


def _sheets(
    api: Api, names: Names, modules: tuple[ModelModule, ...], runtime: str, *, testing: bool
) -> Iterator[tuple[str, Sheet]]:
    called = has_client(api)
    yield "__init__.py", partial(_package, runtime)
    yield FILE, _names
    if called:
        yield "client.py", partial(_client, runtime)
        yield "resources/__init__.py", _resources
    usual = usual_base(Scope(api, names, None))
    if modules:
        yield "models/__init__.py", partial(_models_package, f".{runtime}")
    else:
        yield "models.py", partial(_all_models, runtime, usual)
    for module in modules:
        ids = tuple(definition.id for definition in module.definitions)
        sheet = partial(_models, module.name, module.root, ids, module.lazy, f".{runtime}", usual)
        yield f"models/{module.name}.py", sheet
    for name, hooks in hook_modules(api).items():
        yield f"{name}.py", partial(_hooks, name, hooks, runtime)
    for resource in names.resources:
        path = f"resources/{resource.module}.py"
        yield path, partial(_resource, resource, f".{runtime}")
    if testing and called:
        # The fake of the API, a module a resource: a test loads those that it uses.
        yield "testing/__init__.py", partial(_fake, f".{runtime}")
        for resource in names.resources:
            yield f"testing/{resource.module}.py", partial(_fakes, resource, f".{runtime}")


def _package(runtime: str, basis: Basis) -> Content:
    return Page("package.py.jinja", package_view(basis.api, basis.names, runtime))


def _names(basis: Basis) -> Content:
    return Text(write_lock(basis.names.lock))


def _client(runtime: str, basis: Basis) -> Content:
    return Page("client.py.jinja", client_view(basis.api, basis.names, runtime))


def _resources(basis: Basis) -> Content:
    return Text(f'"""The resources of {basis.names.client}, a module each."""\n')


def _models_package(runtime: str, basis: Basis) -> Content:
    view = models_package_view(basis.api, basis.names, basis.homes, runtime)
    return Page("package.py.jinja", view)


def _all_models(runtime: str, usual: str, basis: Basis) -> Content:
    api = basis.api
    whole = Module(tuple(api.definitions.values()), f"The models of {api.title}.", lazy=False)
    return Models(models_view(whole, Scope(api, basis.names, None), runtime, usual))


def _models(
    name: str,
    root: str,
    ids: tuple[str, ...],
    lazy: bool,
    runtime: str,
    usual: str,
    basis: Basis,
) -> Content:
    scope = Scope(basis.api, basis.names, basis.homes, here=f".{name}")
    title = f"Models of {basis.api.title}: {basis.names.types[root]} and what belongs to it."
    definitions = tuple(basis.api.definitions[id_] for id_ in ids)
    return Models(models_view(Module(definitions, title, lazy), scope, runtime, usual))


def _hooks(module: str, hooks: tuple[Hook, ...], runtime: str, basis: Basis) -> Content:
    view = hooks_view(basis.api, basis.names, module, hooks, runtime)
    return Page("hooks.py.jinja", view)


def _resource(resource: ResourceName, runtime: str, basis: Basis) -> Content:
    view = resource_view(basis.api, basis.names, resource, "..models", runtime)
    return Page("resource.py.jinja", view)


def _fake(runtime: str, basis: Basis) -> Content:
    return Page("fake.py.jinja", fake_view(basis.api, basis.names, runtime))


def _fakes(resource: ResourceName, runtime: str, basis: Basis) -> Content:
    view = fake_resource_view(basis.api, basis.names, basis.examples, resource, runtime)
    return Page("fake_resource.py.jinja", view)
