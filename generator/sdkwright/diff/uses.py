"""The uses that somebody's code makes of a package: which symbols it names, calls, reads, and what it does with them."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from enum import StrEnum

from msgspec import Struct, field

from ..rules.breaking.annotation import Named
from ..rules.breaking.surface import Class, Kind, Surface
from .own import arguments_in
from .values import UNKNOWN, Module, Scope, Symbol, Thing, Value, bound


class Way(StrEnum):
    """How code uses a symbol, or a value that it has from one."""

    NAME = "names it"
    ANNOTATION = "names it in an annotation"
    IMPORT = "imports it"
    CALL = "calls it"
    READ = "reads it"
    INHERIT = "inherits from it"
    MEMBER = "uses a member of the value"
    ITEM = "uses an item of the value"
    LOOP = "loops over the value"
    UNPACK = "unpacks the value"
    COMPARE = "compares the value"
    COMPUTE = "computes with the value"
    PASS = "passes the value on"
    ASSIGN = "keeps the value under an annotation"


class Passed(Struct, frozen=True):
    """What a call is given: positional values, values by name, and whether more may come by `*` or `**`."""

    positional: tuple[tuple[ast.expr, Thing], ...] = ()
    keywords: tuple[tuple[str, ast.expr, Thing], ...] = ()
    open: bool = False


class Seen(Struct, frozen=True):
    """A use: the symbol, the way, where, and what belongs to it: a member's name, a value compared with, arguments."""

    symbol: str
    way: Way
    node: ast.expr | ast.stmt
    member: str = ""
    passed: Passed = field(default_factory=Passed)


def uses(
    tree: ast.Module, surface: Surface, is_ours: Callable[[str], bool], own: frozenset[str]
) -> Iterator[Seen]:
    """All uses of a module. `is_ours` tells the modules of the package by their dotted names.

    `own` are the names in `surface` that are those of the code itself.
    """
    reader = _Reader(surface, is_ours, own)
    yield from reader.body(tree.body, bound(surface, {}))


def imported_by(tree: ast.Module, surface: Surface, is_ours: Callable[[str], bool]) -> Scope:
    """The names that a module imports from a package."""
    scope = bound(surface, {})
    reader = _Reader(surface, is_ours)
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom | ast.Import):
            for _ in reader.statement(node, scope):
                pass
    return scope


class _Reader(Struct, frozen=True):
    surface: Surface
    is_ours: Callable[[str], bool]
    own: frozenset[str] = frozenset()

    def body(self, body: list[ast.stmt], scope: Scope) -> Iterator[Seen]:
        # What is defined later is known to functions that stand above.
        for statement in body:
            if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                name = statement.name
                scope.names.setdefault(name, Symbol(name) if name in self.own else UNKNOWN)
        for statement in body:
            yield from self.statement(statement, scope)

    def statement(self, node: ast.stmt, scope: Scope) -> Iterator[Seen]:
        match node:
            case ast.ImportFrom() | ast.Import():
                yield from self._imported(node, scope)
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                yield from self._definition(node, scope)
            case ast.If(test, body, orelse):
                yield from self._if(test, body, orelse, scope)
            case ast.For(target, source, body, orelse) | ast.AsyncFor(target, source, body, orelse):
                yield from self.expression(source, scope, Way.LOOP)
                scope.bind(target, scope.element(scope.thing(source)))
                yield from self.body([*body, *orelse], scope)
            case ast.With(items, body) | ast.AsyncWith(items, body):
                yield from self._entered(items, scope)
                yield from self.body(body, scope)
            case ast.AnnAssign(target, annotation, value):
                yield from self._annotation(annotation, scope)
                if value is not None:
                    yield from self.expression(value, scope, Way.ASSIGN)
                scope.bind(target, scope.annotated(annotation))
            case ast.Assign(targets, value):
                unpacked = any(isinstance(one, ast.Tuple | ast.List) for one in targets)
                yield from self.expression(value, scope, Way.UNPACK if unpacked else None)
                for target in targets:
                    scope.bind(target, scope.thing(value))
            case _:
                yield from self._other(node, scope)

    def _entered(self, items: list[ast.withitem], scope: Scope) -> Iterator[Seen]:
        for item in items:
            yield from self.expression(item.context_expr, scope, None)
            if item.optional_vars is not None:
                scope.bind(item.optional_vars, scope.thing(item.context_expr))

    def _other(self, node: ast.stmt, scope: Scope) -> Iterator[Seen]:
        """A statement that binds nothing: its expressions, then its blocks."""
        way = None if isinstance(node, ast.Expr | ast.Assert) else Way.COMPUTE
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.expr):
                yield from self.expression(child, scope, way)
            elif isinstance(child, ast.ExceptHandler):
                if child.type is not None:
                    yield from self.expression(child.type, scope, None)
                yield from self.body(child.body, scope)
            elif isinstance(child, ast.match_case):
                for part in ast.walk(child.pattern):
                    if isinstance(part, ast.MatchClass):
                        yield from self.expression(part.cls, scope, None)
                yield from self.body(child.body, scope)
            elif isinstance(child, ast.stmt):
                yield from self.statement(child, scope)

    def _imported(self, node: ast.ImportFrom | ast.Import, scope: Scope) -> Iterator[Seen]:
        if isinstance(node, ast.Import):
            for alias in node.names:
                if self.is_ours(alias.name) and alias.asname:
                    scope.names[alias.asname] = Module()
            return
        if not self.is_ours(f"{'.' * node.level}{node.module or ''}"):
            for alias in node.names:
                if self.is_ours(f"{node.module or ''}.{alias.name}"):
                    scope.names[alias.asname or alias.name] = Module()
                elif alias.name in self.own:
                    scope.names[alias.asname or alias.name] = Symbol(alias.name)
            return
        for alias in node.names:
            if alias.name == "*":
                for name in self.surface.symbols:
                    scope.names[name] = Symbol(name)
            elif alias.name in self.surface.symbols:
                scope.names[alias.asname or alias.name] = Symbol(alias.name)
                yield Seen(alias.name, Way.IMPORT, node)

    def _definition(
        self, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef, scope: Scope
    ) -> Iterator[Seen]:
        if isinstance(node, ast.ClassDef):
            yield from self._class(node, scope)
        else:
            yield from self._function(node, scope)

    def _function(
        self,
        node: ast.FunctionDef | ast.AsyncFunctionDef,
        scope: Scope,
        owner: str | None = None,
    ) -> Iterator[Seen]:
        inner = arguments_in(node, scope, owner)
        given = node.args
        for one in (*given.posonlyargs, *given.args, *given.kwonlyargs):
            if one.annotation is not None:
                yield from self._annotation(one.annotation, scope)
        if node.returns is not None:
            yield from self._annotation(node.returns, scope)
        for default in (*given.defaults, *(d for d in given.kw_defaults if d is not None)):
            yield from self.expression(default, scope, Way.PASS)
        yield from self.body(node.body, inner)

    def _class(self, node: ast.ClassDef, scope: Scope) -> Iterator[Seen]:
        for base in node.bases:
            thing = scope.thing(base)
            if isinstance(thing, Symbol):
                yield Seen(thing.name, Way.INHERIT, node)
            yield from self.expression(base, scope, None)
        inner = scope.inner()
        known = scope.thing(node.bases[0]) if node.bases else UNKNOWN
        owner = known.name if isinstance(known, Symbol) and node.name not in self.own else node.name
        for statement in node.body:
            if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
                yield from self._function(statement, inner, owner)
            else:
                yield from self.statement(statement, inner)
        if isinstance(known, Symbol) and known.name not in self.own:
            # An instance of a subclass is used as one of its parent.
            scope.names[node.name] = known

    def _if(
        self, test: ast.expr, body: list[ast.stmt], orelse: list[ast.stmt], scope: Scope
    ) -> Iterator[Seen]:
        yield from self.expression(test, scope, None)
        match test:
            case ast.Call(ast.Name("isinstance"), [ast.Name(name), kind]):
                thing = scope.thing(kind)
                if isinstance(thing, Symbol):
                    shape = Named(thing.name)
                    yield from self.body(body, scope.narrowed(name, shape))
                    rest = scope.without(name, shape)
                    yield from self.body(orelse, rest)
                    if body and isinstance(body[-1], ast.Return | ast.Raise | ast.Continue):
                        scope.names.update(rest.names)
                    return
            case _:
                pass
        yield from self.body(body, scope)
        yield from self.body(orelse, scope)

    def _annotation(self, node: ast.expr, scope: Scope) -> Iterator[Seen]:
        for child in ast.walk(node):
            if isinstance(child, ast.Name | ast.Attribute):
                thing = scope.thing(child)
                if isinstance(thing, Symbol):
                    yield Seen(thing.name, Way.ANNOTATION, child)

    # --- expressions

    def expression(self, node: ast.expr, scope: Scope, way: Way | None) -> Iterator[Seen]:
        """The uses in an expression whose value is used in `way` (None: in no way that matters)."""
        yield from self._own(node, scope, way)
        match node:
            case ast.Call():
                yield from self._call(node, scope)
            case ast.Attribute(base, name):
                yield from self._members(node, base, name, scope)
            case ast.Subscript(base, index):
                yield from self.expression(base, scope, Way.ITEM)
                yield from self.expression(index, scope, Way.PASS)
            case ast.Compare(left, _, others):
                yield from self._compared(node, [left, *others], scope)
            case ast.BinOp(left, _, right):
                yield from self.expression(left, scope, Way.COMPUTE)
                yield from self.expression(right, scope, Way.COMPUTE)
            case ast.Await(inner):
                yield from self.expression(inner, scope, None)
            case ast.ListComp() | ast.SetComp() | ast.GeneratorExp() | ast.DictComp():
                yield from self._comprehension(node, scope)
            case ast.Lambda(_, inner):
                yield from self.expression(inner, scope.inner(), None)
            case ast.FormattedValue(inner, _, format_spec):
                # A value is printed whatever it is; a format asks for a type.
                yield from self.expression(inner, scope, Way.COMPUTE if format_spec else None)
            case ast.JoinedStr() | ast.BoolOp() | ast.UnaryOp():
                yield from self._children(node, scope, None)
            case _:
                yield from self._children(node, scope, Way.PASS)

    def _children(self, node: ast.expr, scope: Scope, way: Way | None) -> Iterator[Seen]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.expr):
                yield from self.expression(child, scope, way)

    def _own(self, node: ast.expr, scope: Scope, way: Way | None) -> Iterator[Seen]:
        if isinstance(node, ast.Constant):
            return
        thing = scope.thing(node)
        if isinstance(thing, Symbol) and isinstance(node, ast.Name | ast.Attribute):
            yield Seen(thing.name, Way.NAME, node)
        elif isinstance(thing, Value) and way is not None:
            for origin in thing.origins:
                yield Seen(origin, way, node)

    def _members(
        self, node: ast.Attribute, base: ast.expr, name: str, scope: Scope
    ) -> Iterator[Seen]:
        thing = scope.thing(base)
        if isinstance(thing, Symbol):
            yield Seen(f"{thing.name}.{name}", Way.READ, node)
        for one in scope.classes(thing):
            found = scope.attribute_of(one, name)
            if found is not None and name in found[0].attributes:
                yield Seen(f"{found[0].name}.{name}", Way.READ, node)
            if one.kind is Kind.CLIENT and name in one.attributes:
                yield Seen(f"client.{name}", Way.READ, node)
        for origin in thing.origins if isinstance(thing, Value) else ():
            yield Seen(origin, Way.MEMBER, node, member=name)
        yield from self.expression(base, scope, None)

    def _compared(self, node: ast.Compare, parts: list[ast.expr], scope: Scope) -> Iterator[Seen]:
        constants = [ast.unparse(one) for one in parts if isinstance(one, ast.Constant)]
        for part in parts:
            yield from self.expression(part, scope, None)
            thing = scope.thing(part)
            for origin in thing.origins if isinstance(thing, Value) else ():
                yield Seen(origin, Way.COMPARE, node, member=" ".join(constants))

    def _comprehension(
        self, node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp, scope: Scope
    ) -> Iterator[Seen]:
        inner = scope.inner()
        for one in node.generators:
            yield from self.expression(one.iter, inner, Way.LOOP)
            inner.bind(one.target, inner.element(inner.thing(one.iter)))
            for test in one.ifs:
                yield from self.expression(test, inner, None)
        made = [node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt]
        for part in made:
            yield from self.expression(part, inner, None)

    def _call(self, node: ast.Call, scope: Scope) -> Iterator[Seen]:
        called = scope.thing(node.func)
        yield from self.expression(node.func, scope, None)
        values = [*node.args, *(word.value for word in node.keywords)]
        for value in values:
            yield from self.expression(value, scope, Way.PASS)
        if not isinstance(called, Symbol):
            return
        positional = tuple(
            (one, scope.thing(one)) for one in node.args if not isinstance(one, ast.Starred)
        )
        keywords = tuple((w.arg, w.value, scope.thing(w.value)) for w in node.keywords if w.arg)
        is_open = len(positional) < len(node.args) or len(keywords) < len(node.keywords)
        yield Seen(called.name, Way.CALL, node, "", Passed(positional, keywords, is_open))
        yield from self._displays(called.name, positional, keywords, scope)

    def _displays(
        self,
        name: str,
        positional: tuple[tuple[ast.expr, Thing], ...],
        keywords: tuple[tuple[str, ast.expr, Thing], ...],
        scope: Scope,
    ) -> Iterator[Seen]:
        """Dictionaries that are written out where a typed dictionary is wanted: they build one."""
        function = scope.function(name)
        if function is None:
            return
        by_name = {one.name: one for one in function.arguments}
        given = [
            (one, node) for one, (node, _) in zip(function.arguments, positional, strict=False)
        ]
        given += [(by_name[word], node) for word, node, _ in keywords if word in by_name]
        for argument, node in given:
            found = self.surface.symbols.get(argument.annotation)
            is_dict = isinstance(found, Class) and found.kind is Kind.TYPED_DICT
            if is_dict and isinstance(node, ast.Dict):
                pairs = zip(node.keys, node.values, strict=True)
                words = tuple(
                    (str(key.value), value, scope.thing(value))
                    for key, value in pairs
                    if isinstance(key, ast.Constant)
                )
                passed = Passed((), words, len(words) < len(node.keys))
                yield Seen(argument.annotation, Way.CALL, node, "", passed)
