"""The views of the `__init__.py` files: what a package offers, loaded at first use (PEP 562)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import chain

from ..ir.model import Api
from .code import Code, compose, docstring, dotted, identifier, join, literal
from .docs import described, paragraphs, source
from .exports import has_client, runtime_exports
from .hooks import hook_modules
from .names import Names
from .views import ExportView, PackageView, RootView


def package_view(api: Api, names: Names, runtime: str) -> PackageView:
    """What `__init__.py` of an API's package shows. `runtime` is the module path of the runtime as seen from there."""
    homes = dict.fromkeys(runtime_exports(api), runtime)
    if has_client(api):
        homes |= dict.fromkeys((names.client, names.async_client), ".client")
    for resource in names.resources:
        wholes = (names.wholes.get(operation.id) for operation in resource.operations)
        homes |= {whole: f".resources.{resource.module}" for whole in wholes if whole is not None}
        links = (names.links.get(operation.id) for operation in resource.operations)
        both = ((link, f"Async{link}") for link in links if link is not None)
        homes |= dict.fromkeys(chain.from_iterable(both), f".resources.{resource.module}")
    for module, hooks in hook_modules(api).items():
        homes |= dict.fromkeys((names.hooks[hook.id] for hook in hooks), f".{module}")
    homes |= dict.fromkeys((*names.types.values(), *names.constants.values()), ".models")
    for resource in names.resources:
        paged = [names.pages[op.id] for op in resource.operations if op.id in names.pages]
        home = f".resources.{resource.module}"
        homes |= dict.fromkeys((*paged, *(f"Async{name}" for name in paged)), home)
    return PackageView(
        docstring(_text(api, names), 0),
        dotted(f"{runtime}.lazy"),
        tuple(_statements(homes)),
        tuple(_export(name, homes[name]) for name in sorted(homes)),
    )


def models_package_view(
    api: Api, names: Names, homes: Mapping[str, str], runtime: str
) -> PackageView:
    """What `__init__.py` of a package of models shows: every model, imported when it is first asked for."""
    found = {names.types[id_]: home for id_, home in homes.items()}
    found |= {names.constants[id_]: homes[id_] for id_ in names.constants}
    return PackageView(
        docstring(f"The models of {api.title}.", 0),
        dotted(f"{runtime}.lazy"),
        tuple(_statements(found)),
        tuple(_export(name, found[name]) for name in sorted(found)),
    )


def _export(name: str, home: str) -> ExportView:
    return ExportView(identifier(name), literal(name), dotted(home), literal(home))


def _statements(homes: dict[str, str]) -> Iterable[Code]:
    # `X as X` is how a stub or typed package says that a name is public.
    public: dict[str, list[Code]] = defaultdict(list)
    for name in sorted(homes):
        public[homes[name]].append(compose("{0} as {0}", identifier(name)))
    for home in sorted(public, reverse=True):
        yield compose("from {} import {}", dotted(home), join(", ", public[home]))


def _text(api: Api, names: Names) -> str:
    offered = f"`{names.client}` and `{names.async_client}`"
    return paragraphs(
        f"{api.title}, version {api.version}: {offered if has_client(api) else 'its webhooks'}.",
        described(api.doc, ""),
        source(api.origin.source),
    )


def root_view(package: str, apis: Iterable[str]) -> RootView:
    """What the `__init__.py` above several APIs shows."""
    names = tuple(apis)
    text = "\n".join(
        ["Typed clients, a sub-package an API:", "", *(f"* `{package}.{name}`" for name in names)]
    )
    return RootView(docstring(text, 0))
