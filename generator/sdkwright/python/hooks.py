"""The views of `webhooks.py` and `callbacks.py`: a class for each request that the API sends."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from ..ir.contents import Content, ContentKind
from ..ir.hooks import Hook, Signature
from ..ir.model import Api
from ..ir.types import Array, Ref, Scalar, ScalarKind, Type
from .annotations import Annotation, Scope, optional, result
from .answers import by_media
from .code import Code, code, compose, docstring, identifier, join, literal, split_union, tuple_of
from .docs import described, facts, paragraphs, source
from .imports import Import, import_block
from .names import Names
from .parameters import GROUPS, keyword, spelled_parameter
from .views import HooksView, HookView

_JSON = "application/json"
_MODULES = ("webhooks", "callbacks")
_ERRORS = ("InvalidSignatureError", "ReceivedRequestError")
_ITEMS = (ContentKind.LINES, ContentKind.SEQUENCE)
_PLAIN: Mapping[ContentKind, ScalarKind] = {
    ContentKind.TEXT: ScalarKind.STRING,
    ContentKind.EVENTS: ScalarKind.STRING,
    ContentKind.OCTETS: ScalarKind.BYTES,
}


def hook_modules(api: Api) -> Mapping[str, tuple[Hook, ...]]:
    """The modules of what an API sends, and which requests each has; those that would have none are left out."""
    ordered = sorted(api.hooks, key=lambda hook: bool(hook.within))
    groups = groupby(ordered, key=lambda hook: _MODULES[bool(hook.within)])
    return {module: tuple(hooks) for module, hooks in groups}


def hooks_view(
    api: Api, names: Names, module: str, hooks: tuple[Hook, ...], runtime: str
) -> HooksView:
    """Everything that a module of such requests shows. `runtime` is its module path as seen from there."""
    scope = Scope(api, names, ".models")
    needs = {Import("typing", "ClassVar")}
    needs |= {Import(runtime, name) for name in ("Expected", "ReceivedRequest", *_ERRORS)}
    exports: list[str] = [*_ERRORS, *(names.hooks[hook.id] for hook in hooks)]
    views = tuple(_view(hook, scope, runtime, needs) for hook in hooks)
    signature = () if api.signature is None else _signature(api.signature)
    if signature:
        needs.add(Import(runtime, "HmacSignature"))
        exports.append("SIGNATURE")
    either = listed = None
    if module == "webhooks":
        listed = tuple_of(view.name for view in views)
        either = join(" | ", [*(view.name for view in views), code("UnknownRequest")])
        needs |= {Import("typing", "TypeAlias"), Import(runtime, "UnknownRequest")}
        needs |= {Import(runtime, name) for name in ("ReceivedHeaders", "Verify", "first_match")}
        exports += ["AnyWebhook", "UnknownRequest", "parse_webhook"]
    shown = tuple(map(literal, sorted(exports)))
    doc = docstring(f"What {api.title} sends of its own accord: its {module}.", 0)
    return HooksView(doc, import_block(needs), shown, signature, views, either, listed)


def _view(hook: Hook, scope: Scope, runtime: str, needs: set[Import]) -> HookView:
    payload = _payload(hook, scope)
    needs |= payload.imports
    parameters = None if hook.described is None else result(Ref(hook.described), scope)
    needs |= set[Import]() if parameters is None else parameters.imports
    return HookView(
        identifier(scope.names.hooks[hook.id]),
        compose("ReceivedRequest[{}]", payload.code),
        docstring(_text(hook, scope), 4),
        None if parameters is None else parameters.code,
        None if parameters is None else docstring("What comes beside the payload.", 4),
        tuple(_expected(hook, scope, payload, runtime, needs)),
    )


def _payload(hook: Hook, scope: Scope) -> Annotation:
    """The annotation of the payload: that of its media type, or the union of several."""
    found = [result(_type(content), scope) for content in hook.contents]
    arms = dict.fromkeys(arm for one in found for arm in split_union(one.code))
    imports = frozenset[Import]().union(*(one.imports for one in found))
    whole = Annotation(join(" | ", arms), imports) if arms else Annotation(code("None"))
    is_bare = hook.required or whole.code in ("Any", "None")
    return whole if is_bare else optional(whole)


def _type(content: Content) -> Type:
    if content.kind in _ITEMS:
        return Array(content.type)
    plain = _PLAIN.get(content.kind)
    return content.type if plain is None else Scalar(plain)


def _expected(
    hook: Hook, scope: Scope, payload: Annotation, runtime: str, needs: set[Import]
) -> list[Code]:
    said = [literal(hook.name)]
    if hook.method != "POST":
        said.append(keyword("method", literal(hook.method)))
    if hook.contents:
        said.append(keyword("payload", _by_media(hook, scope, payload, runtime, needs)))
        medias = tuple(content.media for content in hook.contents)
        if medias != (_JSON,):
            said.append(keyword("media", tuple_of(map(literal, medias))))
    if hook.described is None:
        return said
    said.append(keyword("parameters", result(Ref(hook.described), scope).code))
    fields = scope.names.fields[hook.described]
    for word, location in GROUPS:
        pairs = [
            compose("{}: {}", literal(fields[name]), spelled_parameter(p, needs, runtime))
            for name, p in hook.parameters
            if p.location is location
        ]
        if pairs:
            said.append(keyword(word, compose("{{{}}}", join(", ", pairs))))
    needed = [literal(fields[name]) for name, p in hook.parameters if p.required]
    if needed:
        said.append(keyword("required", tuple_of(needed)))
    return said


def _by_media(
    hook: Hook, scope: Scope, payload: Annotation, runtime: str, needs: set[Import]
) -> Code:
    """What a payload is decoded as: one annotation, or one for each media type where they differ."""
    found = {content.media: result(_type(content), scope).code for content in hook.contents}
    if len(set(found.values())) == 1:
        return payload.code
    return by_media(found, runtime, needs)


def _signature(signature: Signature) -> tuple[Code, ...]:
    usual = Signature(signature.header)
    said = {
        "algorithm": (signature.algorithm, usual.algorithm),
        "encoding": (signature.encoding, usual.encoding),
        "prefix": (signature.prefix, usual.prefix),
        "timestamp": (signature.timestamp, usual.timestamp),
        "signed": (signature.signed, usual.signed),
    }
    told = [keyword(name, literal(own)) for name, (own, other) in said.items() if own != other]
    return (literal(signature.header), *told)


def _text(hook: Hook, scope: Scope) -> str:
    about = _about(hook, scope.names)
    told = described(hook.doc, "")
    answers = "\n".join(
        f"* {one.status}: {described(one.doc, 'what is answered.')}" for one in hook.responses
    )
    return paragraphs(
        told or about,
        facts(hook.doc),
        about if told and hook.within else "",
        f"It is answered with:\n\n{answers}" if answers else "",
        source(hook.origin.source),
    )


def _about(hook: Hook, names: Names) -> str:
    """What it is, and for a callback whose, as its caller knows it."""
    calls = [call for id_ in hook.within if (call := _call(id_, names)) is not None]
    kind = "callback" if hook.within else "webhook"
    return f"The {kind} `{hook.name}`{' of ' if calls else ''}{', '.join(calls)}."


def _call(id_: str, names: Names) -> str | None:
    for resource in names.resources:
        if any(operation.id == id_ for operation in resource.operations):
            return f"`client.{resource.module}.{names.methods[id_]}`"
    return None
