"""What a method gives and what it raises: the parts of declarations, signatures and docstrings that responses make."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from ..ir.answers import successes
from ..ir.contents import Content, ContentKind
from ..ir.model import Operation, Response
from ..ir.types import Ref, Scalar, ScalarKind, Type
from .annotations import Annotation, Scope, result
from .code import Code, code, compose, join, literal, split_union, tuple_of
from .docs import REDIRECT, described, error_class, section
from .imports import Import
from .parameters import keyword

_NONE = Annotation(code("None"))


class Answer(Struct, frozen=True):
    """A way in which a call succeeds: the response, what is asked for of it, and what the method gives then."""

    response: Response
    contents: tuple[Content, ...]
    given: Annotation


def returned(operation: Operation, scope: Scope) -> Annotation:
    """The annotation of what a method gives: that of its one answer, or the union of several."""
    found = [answer.given for answer in answers_of(operation, scope)]
    arms: dict[Code, None] = {}
    for annotation in found:
        arms |= dict.fromkeys(split_union(annotation.code))
    if code("None") in arms:
        del arms[code("None")]
        arms[code("None")] = None
    imports = frozenset[Import]().union(*(annotation.imports for annotation in found))
    return Annotation(join(" | ", arms), imports) if arms else _NONE


def answers_of(operation: Operation, scope: Scope) -> tuple[Answer, ...]:
    """The answers of success."""
    return tuple(_answer(operation, response, scope) for response in successes(operation))


def _answer(operation: Operation, response: Response, scope: Scope) -> Answer:
    asked = asked_of(operation, response)
    if not asked:
        # A success that is not described may carry a body all the same: it is given as it comes.
        return Answer(response, (), _NONE)
    annotations = [result(content.type, scope) for content in asked]
    arms = dict.fromkeys(arm for one in annotations for arm in split_union(one.code))
    imports = frozenset[Import]().union(*(one.imports for one in annotations))
    return Answer(response, asked, Annotation(join(" | ", arms), imports))


def asked_of(operation: Operation, response: Response) -> tuple[Content, ...]:
    """The media types of a response that a method asks for: all JSON ones, else all texts, else whatever there is."""
    if operation.method == "HEAD":
        return ()
    values = tuple(content for content in response.contents if not content.is_stream)
    json = tuple(content for content in values if content.kind is ContentKind.JSON)
    if json:
        return tuple(_told_apart(json))
    texts = tuple(content for content in values if content.kind is ContentKind.TEXT)
    return texts if len(texts) == len(values) else _as_octets(values)


def _told_apart(contents: tuple[Content, ...]) -> Iterator[Content]:
    """Without those that differ from an earlier one by a parameter alone (`application/json;stream=watch`)."""
    seen: list[tuple[str, Type]] = []
    for content in contents:
        essence = (content.media.partition(";")[0], content.type)
        if essence not in seen:
            seen.append(essence)
            yield content


def _as_octets(contents: tuple[Content, ...]) -> tuple[Content, ...]:
    octets = Scalar(ScalarKind.BYTES)
    return tuple(replace(content, kind=ContentKind.OCTETS, type=octets) for content in contents)


def accepted(operation: Operation) -> str:
    """The header field Accept of a call."""
    asked = (c for response in successes(operation) for c in asked_of(operation, response))
    return ", ".join(dict.fromkeys(map(_spelled, asked))) or _USUAL


def _spelled(content: Content) -> str:
    """A media type as it is asked for. JSON has one charset (RFC 8259), and `*/*` that holds JSON means JSON."""
    if content.kind is not ContentKind.JSON:
        return content.media
    return _USUAL if "*" in content.media else _CHARSET.sub("", content.media)


_USUAL = "application/json"
_CHARSET = re.compile(r" *; *charset=[^;]*", re.IGNORECASE)


def declared_answers(
    operation: Operation,
    scope: Scope,
    runtime: str,
    needs: set[Import],
    *,
    failures: bool = False,
) -> list[Code]:
    """The keyword arguments of a declaration that say what may come back, or only what `failures` bring.

    `needs` grows by what they import.
    """
    found = [] if failures else _declared_successes(operation, scope, runtime, needs)
    errors = _errors(operation, scope, runtime, needs)
    if errors:
        found.append(keyword("errors", compose("{{{}}}", join(", ", errors))))
    marked = [
        literal(int(r.status))
        for r in operation.responses
        if r.authentication and r.status.isdigit()
    ]
    if marked:
        found.append(keyword("authentication", tuple_of(marked)))
    return found


def _declared_successes(
    operation: Operation, scope: Scope, runtime: str, needs: set[Import]
) -> list[Code]:
    found: list[Code] = []
    answers = answers_of(operation, scope)
    for answer in answers:
        needs |= answer.given.imports
    usual = next((a.given.code for a in answers if a.given.code != "None"), code("None"))
    if usual != "None":
        found.append(keyword("returns", usual))
    if any(a.given.code != usual or _differs(a, scope) for a in answers):
        pairs = [
            compose("{}: {}", _status(a.response), _by_media(a, scope, runtime, needs))
            for a in answers
        ]
        found.append(keyword("answers", compose("{{{}}}", join(", ", pairs))))
    accept = accepted(operation)
    if accept != _USUAL:
        found.append(keyword("accept", literal(accept)))
    return found


def _differs(answer: Answer, scope: Scope) -> bool:
    return len({result(content.type, scope).code for content in answer.contents}) > 1


def _by_media(answer: Answer, scope: Scope, runtime: str, needs: set[Import]) -> Code:
    """What an answer is decoded as: one annotation, or one for each media type where they differ."""
    if not _differs(answer, scope):
        return answer.given.code
    found = {content.media: result(content.type, scope).code for content in answer.contents}
    return by_media(found, runtime, needs)


def by_media(annotations: Mapping[str, Code], runtime: str, needs: set[Import]) -> Code:
    """One annotation for each media type."""
    needs.add(Import(runtime, "ByMedia"))
    pairs = (compose("{}: {}", literal(media), one) for media, one in annotations.items())
    return compose("ByMedia({{{}}})", join(", ", pairs))


def _status(response: Response) -> Code:
    return literal(int(response.status) if response.status.isdigit() else response.status)


def told_answers(
    operation: Operation,
    scope: Scope,
    indent: int,
    stream: Code | None = None,
    ends: Sequence[tuple[str, str]] = (),
) -> tuple[str, str]:
    """The sections `Returns` and `Raises` of a docstring; empty where there is nothing to tell.

    `stream` is the annotation of what a method gives that reads its answer piece by piece, `ends` what it raises besides.
    """
    answers = answers_of(operation, scope)
    if stream is not None:
        answers = tuple(replace(a, given=Annotation(stream)) for a in answers[:1])
    several = len(answers) > 1
    more = (
        " The first page; iterating goes over the items of all pages." if operation.paging else ""
    )
    given = [
        (
            answer.given.code,
            (f"{answer.response.status}: " if several else "")
            + described(answer.response.doc, "What the server answers.")
            + more,
        )
        for answer in answers
        if several or answer.contents or stream is not None
    ]
    raised = [
        (name, _failure(operation, response, scope))
        for response in operation.responses
        if (name := error_class(response)) is not None
    ]
    return section("Returns", given, indent), section("Raises", [*ends, *raised], indent)


def _failure(operation: Operation, response: Response, scope: Scope) -> str:
    """When an error is raised and what it holds."""
    status = "Any other status" if response.status == "default" else response.status
    if error_class(response) == REDIRECT:
        where = "Not followed to another origin; `headers` has its `location`."
        return f"{status}: {described(response.doc, 'it is elsewhere.')} {where}"
    told = f"{status}: {described(response.doc, 'the request failed.')}"
    body, headers = _answer(operation, response, scope), operation.error_headers
    if body.contents:
        told += f" `body` is `{body.given.code}`."
    if headers is not None and response.headers:
        told += f" `typed_headers` is `{result(Ref(headers.id), scope).code}`."
    return told


def _errors(operation: Operation, scope: Scope, runtime: str, needs: set[Import]) -> list[Code]:
    pairs: list[Code] = []
    for response in operation.responses:
        body = _answer(operation, response, scope)
        if body.contents and error_class(response) is not None:
            needs |= body.given.imports
            pairs.append(
                compose("{}: {}", _status(response), _by_media(body, scope, runtime, needs))
            )
    return pairs
