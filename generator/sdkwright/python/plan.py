"""Which files a package consists of, and what each of them shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TypeAlias

from ..ir.model import Api
from ..text.diagnostic import Report
from .annotations import Scope
from .client import client_view
from .fakes import fake_resource_view, fake_view
from .hooks import hook_modules, hooks_view
from .lock import FILE, write_lock
from .models import Module, models_view, usual_base
from .modules import model_modules
from .names import Names
from .package import has_client, models_package_view, package_view
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


@dataclass(frozen=True, slots=True)
class Page:
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


@dataclass(frozen=True, slots=True)
class Models:
    """A module of models: a model printer prints the classes, a template the page around them."""

    view: ModelsView


@dataclass(frozen=True, slots=True)
class Text:
    """A file whose text is ready."""

    text: str


Content: TypeAlias = Page | Models | Text
Plan: TypeAlias = Mapping[PurePosixPath, Content]


def plan_api(
    api: Api, names: Names, folder: PurePosixPath, report: Report, *, testing: bool = True
) -> Plan:
    """The files of one API, in `folder` of the package: `.` where the package is this API alone; with a fake for
    tests where `testing` says so.

    The runtime stands at the root of the package, so modules deeper down reach it with more leading dots.
    """
    dots = "." * (len(folder.parts) + 1)
    runtime = f"{dots}{RUNTIME}"
    plan: dict[PurePosixPath, Content] = {
        folder / "__init__.py": Page("package.py.jinja", package_view(api, names, runtime)),
        folder / FILE: Text(write_lock(names.lock)),
    }
    if has_client(api):
        title = f'"""The resources of {names.client}, a module each."""\n'
        plan[folder / "client.py"] = Page("client.py.jinja", client_view(api, names, runtime))
        plan[folder / "resources" / "__init__.py"] = Text(title)
    plan |= _models(api, names, folder, runtime)
    for module, hooks in hook_modules(api).items():
        sent = hooks_view(api, names, module, hooks, runtime)
        plan[folder / f"{module}.py"] = Page("hooks.py.jinja", sent)
    for resource in names.resources:
        view = resource_view(api, names, resource, "..models", f".{runtime}")
        plan[folder / "resources" / f"{resource.module}.py"] = Page("resource.py.jinja", view)
    if testing and has_client(api):
        plan |= _fakes(api, names, folder / "testing", f".{runtime}")
    return plan


def _fakes(api: Api, names: Names, folder: PurePosixPath, runtime: str) -> Plan:
    """The fake of the API, a module a resource: a test loads those that it uses."""
    plan: dict[PurePosixPath, Content] = {
        folder / "__init__.py": Page("fake.py.jinja", fake_view(api, names, runtime))
    }
    for resource in names.resources:
        view = fake_resource_view(api, names, resource, runtime)
        plan[folder / f"{resource.module}.py"] = Page("fake_resource.py.jinja", view)
    return plan


def _models(api: Api, names: Names, folder: PurePosixPath, runtime: str) -> Plan:
    """One `models.py`, or a package of modules where there are many models."""
    modules = model_modules(api, names.types)
    usual = usual_base(Scope(api, names, None))
    if not modules:
        whole = Module(tuple(api.definitions.values()), f"The models of {api.title}.", lazy=False)
        view = models_view(whole, Scope(api, names, None), runtime, usual)
        return {folder / "models.py": Models(view)}
    homes = {d.id: f".{module.name}" for module in modules for d in module.definitions}
    package = folder / "models"
    plan: dict[PurePosixPath, Content] = {
        package
        / "__init__.py": Page(
            "package.py.jinja", models_package_view(api, names, homes, f".{runtime}")
        )
    }
    for module in modules:
        scope = Scope(api, names, homes, here=f".{module.name}")
        title = f"Models of {api.title}: {names.types[module.root]} and what belongs to it."
        part = Module(module.definitions, title, module.lazy)
        view = models_view(part, scope, f".{runtime}", usual)
        plan[package / f"{module.name}.py"] = Models(view)
    return plan
