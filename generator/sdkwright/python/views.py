"""What templates are given: small frozen values whose every text is finished source."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from .code import Code
from .imports import Imports
from .reserved import DATETIME

OF_DATETIME = ("of_datetime_", f"{DATETIME}.")
"""What stands before a type of the module `datetime` for a printer, which knows no dots in names, and what is meant by it."""


class FieldView(Struct, frozen=True):
    """An attribute of a model. `settings` are arguments of pydantic's `Field`: a wire name that the class's convention
    does not give, a value that `repr` hides. `doc` is None where nothing is known but name and type; such attributes
    follow each other without the blank line that is before one that stands `apart`.
    """

    name: Code
    annotation: Code
    settings: Code | None
    optional: bool
    doc: Code | None
    apart: bool
    schema: Mapping[str, Any]


class ModelView(Struct, frozen=True):
    """A class of `models.py`. `extra` is the annotation of undeclared properties where the document gives them a type."""

    name: Code
    base: Code
    doc: Code
    fields: tuple[FieldView, ...]
    extra: Code | None


class AliasView(Struct, frozen=True):
    """A type alias of `models.py`; name and annotation also as text, for one that contains itself.

    `marker` is what tells the members of a union apart; the annotation has it already.
    """

    name: Code
    quoted_name: Code
    annotation: Code
    quoted_annotation: Code
    marker: Code | None
    doc: Code
    recursive: bool
    schema: Mapping[str, Any]


class ConstantView(Struct, frozen=True):
    """A named value of an enumeration."""

    name: Code
    value: Code
    doc: Code


class ConstantsView(Struct, frozen=True):
    """The class that holds the named values of an enumeration."""

    name: Code
    doc: Code
    members: tuple[ConstantView, ...]


class ModelsView(Struct, frozen=True):
    """The module of the models: definitions in the order in which they can be executed. `setting` as in `ResourceView`."""

    doc: Code
    setting: Code | None
    imports: Imports
    typing_imports: tuple[Code, ...]
    definitions: tuple[ModelView | AliasView, ...]
    constants: tuple[ConstantsView, ...]


class WholeView(Struct, frozen=True):
    """The class of the whole response of a method: what it holds besides what every response has.

    `fields` are annotated names, each with its docstring.
    """

    name: Code
    base: Code
    doc: Code
    fields: tuple[FieldOfWhole, ...]


class FieldOfWhole(Struct, frozen=True):
    """One such field."""

    name: Code
    annotation: Code
    doc: Code


class StreamView(Struct, frozen=True):
    """The second declaration of an operation, and the method that it is offered under."""

    method: Code
    name: Code
    item: Code
    value: Code


class PageView(Struct, frozen=True):
    """The class of the pages of an operation."""

    name: Code
    bases: Code
    doc: Code


class EndingView(Struct, frozen=True):
    """A further constant of an operation: what it answers with when that is done which is waited for.

    `waits` says what that is, where it is not what the operation itself is declared with.
    """

    name: Code
    result: Code
    waits: Code


class DeclarationView(Struct, frozen=True):
    """The declaration of an operation: the constant's name, the type of its result and the keyword arguments.

    `stream` is that of the same operation read piece by piece, where it can be, `endings` those of what it is in the end.
    """

    name: Code
    result: Code
    arguments: tuple[Code, ...]
    stream: StreamView | None = None
    endings: tuple[EndingView, ...] = ()


class MethodView(Struct, frozen=True):
    """A method: signature, docstring and `value`, the call that it gives; `definition` is the word for one that blocks or
    awaits.
    """

    name: Code
    signature: Code
    result: Code
    doc: Code
    value: Code
    deprecated: Code | None
    definition: Code
    whole: Code | None = None
    links: Code | None = None


class StartView(Struct, frozen=True):
    """A method that begins something, `begun` by the call `first`, and gives what it is in the end."""

    method: MethodView
    begun: Code
    first: Code


class FollowUpView(Struct, frozen=True):
    """A method for a link: `home` is the statement that imports the declaration, where another module has it."""

    method: MethodView
    home: Code | None


class LinksView(Struct, frozen=True):
    """The class of what can be called next."""

    name: Code
    base: Code
    doc: Code
    methods: tuple[FollowUpView, ...]


class FlavourView(Struct, frozen=True):
    """What differs between the synchronous and the asynchronous class."""

    name: Code
    whole: Code
    base: Code
    respond: Code
    doc: Code
    whole_doc: Code
    methods: tuple[MethodView, ...]
    starts: tuple[StartView, ...]
    streaming: Code
    stream: Code
    streaming_doc: Code


class ResourceView(Struct, frozen=True):
    """A module of `resources/`. `setting` is a comment that tells type checkers something about all of it."""

    doc: Code
    setting: Code | None
    imports: Imports
    declarations: tuple[DeclarationView, ...]
    streams: tuple[StreamView, ...]
    pages: tuple[PageView, ...]
    wholes: tuple[WholeView, ...]
    links: tuple[LinksView, ...]
    flavours: tuple[FlavourView, ...]


class HookView(Struct, frozen=True):
    """The class of a request that the API sends: what it holds, and what is expected of it.

    `parameters` is the annotation of what comes beside the payload.
    """

    name: Code
    base: Code
    doc: Code
    parameters: Code | None
    parameters_doc: Code | None
    expected: tuple[Code, ...]


class HooksView(Struct, frozen=True):
    """`webhooks.py` or `callbacks.py`. `signature` are the arguments of how requests are signed.

    `all` are the classes, where one of them is to be found for what has come.
    """

    doc: Code
    imports: Imports
    exports: tuple[Code, ...]
    signature: tuple[Code, ...]
    hooks: tuple[HookView, ...]
    either: Code | None
    all: Code | None


class ResourceLinkView(Struct, frozen=True):
    """A resource as an attribute of a client."""

    name: Code
    type: Code
    module: Code
    doc: Code


class ClientView(Struct, frozen=True):
    """A client class."""

    name: Code
    base: Code
    http_client: Code
    middleware: Code
    doc: Code
    credentials: tuple[Code, ...]
    credential_map: Code
    environment: Code | None
    variables: Code | None
    base_url: Code
    resources: tuple[ResourceLinkView, ...]


class ClientModuleView(Struct, frozen=True):
    """The module `client.py`."""

    doc: Code
    imports: Imports
    typing_imports: tuple[Code, ...]
    api: tuple[Code, ...]
    clients: tuple[ClientView, ...]


class ExportView(Struct, frozen=True):
    """A public name and the module that it comes from."""

    name: Code
    quoted: Code
    module: Code
    home: Code


class PackageView(Struct, frozen=True):
    """The `__init__.py` of an API's package."""

    doc: Code
    lazy: Code
    statements: tuple[Code, ...]
    exports: tuple[ExportView, ...]


class RootView(Struct, frozen=True):
    """The `__init__.py` above several APIs."""

    doc: Code


class FakedView(Struct, frozen=True):
    """An operation in a fake: its attribute, and what declares it."""

    method: Code
    value: Code


class ExamplesView(Struct, frozen=True):
    """The examples of an operation by status."""

    name: Code
    pairs: tuple[Code, ...]


class FakeResourceView(Struct, frozen=True):
    """A module of `testing/` about a resource. `setting` as in `ResourceView`."""

    doc: Code
    setting: Code | None
    imports: Imports
    typing_import: Code
    name: Code
    resource: Code
    class_doc: Code
    faked: tuple[FakedView, ...]
    streaming: Code
    streaming_resource: Code
    streaming_doc: Code
    streams: tuple[FakedView, ...]
    examples: tuple[ExamplesView, ...]


class FakeLinkView(Struct, frozen=True):
    """A resource as an attribute of a fake."""

    name: Code
    module: Code
    type: Code
    doc: Code


class FakeModuleView(Struct, frozen=True):
    """The `__init__.py` of `testing/`."""

    doc: Code
    imports: Imports
    typing_imports: tuple[Code, ...]
    exports: tuple[Code, ...]
    name: Code
    class_doc: Code
    client: Code
    async_client: Code
    client_doc: Code
    async_client_doc: Code
    resources: Code
    links: tuple[FakeLinkView, ...]
