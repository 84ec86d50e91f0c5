"""A comparison as one HTML page that needs nothing else: no network, no other file. Every text of a spec is escaped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from ..rules.breaking.verdict import Python, PythonChange, Site, Wire
from ..text.printable import clipped, printable
from .approvals import Approval
from .model import Change, Comparison
from .show import place, proof, sentence

_STYLE = """
:root { color-scheme: light dark; --ink: #1b1f24; --soft: #57606a; --paper: #ffffff; --line: #d0d7de;
  --card: #f6f8fa; --bad: #b3261e; --mind: #7a4d00; --good: #1a6334; --gone: #ffebe9; --came: #e6ffec; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --soft: #a3adb8; --paper: #0d1117; --line: #30363d;
  --card: #161b22; --bad: #ff9a92; --mind: #e3b341; --good: #7ee2a0; --gone: #3c1618; --came: #12321d; } }
* { box-sizing: border-box; }
body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
header, main { max-width: 72rem; margin: 0 auto; padding: 1rem; }
form { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; }
fieldset { border: 1px solid var(--line); border-radius: .4rem; padding: .2rem .6rem; }
label { white-space: nowrap; }
input[type=search] { font: inherit; padding: .3rem .5rem; min-width: 14rem; color: inherit; background: var(--card);
  border: 1px solid var(--line); border-radius: .4rem; }
article { border: 1px solid var(--line); border-radius: .5rem; margin: 1rem 0; padding: .5rem 1rem; background: var(--card); }
article:target { outline: 3px solid var(--mind); }
h2 { font-size: 1.05rem; margin: .3rem 0; overflow-wrap: anywhere; }
p { margin: .3rem 0; overflow-wrap: anywhere; }
.soft { color: var(--soft); }
.breaking, .source, .typing { color: var(--bad); font-weight: 600; }
.warning, .behaviour, .upgrade { color: var(--mind); font-weight: 600; }
.compatible, .addition, .deprecation { color: var(--good); }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(18rem, 1fr)); gap: .5rem; }
pre { margin: .3rem 0; padding: .4rem; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere;
  border: 1px solid var(--line); border-radius: .3rem; background: var(--paper); font: .85rem/1.4 ui-monospace, monospace; }
.gone { background: var(--gone); } .came { background: var(--came); }
a { color: inherit; }
[hidden] { display: none; }
"""

_SCRIPT = """
const cards = [...document.querySelectorAll('article')];
const search = document.querySelector('#search');
const count = document.querySelector('#count');
const boxes = [...document.querySelectorAll('input[type=checkbox]')];
function apply() {
  const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
  const on = new Set(boxes.filter(box => box.checked).map(box => box.name + ' ' + box.value));
  let shown = 0;
  for (const card of cards) {
    const text = card.textContent.toLowerCase();
    const fits = on.has('wire ' + card.dataset.wire) && on.has('python ' + card.dataset.python);
    card.hidden = !(fits && words.every(word => text.includes(word)));
    shown += card.hidden ? 0 : 1;
  }
  count.textContent = shown + ' of ' + cards.length + ' changes';
}
search.addEventListener('input', apply);
boxes.forEach(box => box.addEventListener('change', apply));
document.addEventListener('keydown', event => {
  if (event.key === '/' && document.activeElement !== search) { event.preventDefault(); search.focus(); }
});
apply();
"""

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
_ROOM = 900_000
_AROUND = 2


def as_page(comparison: Comparison, approvals: Mapping[str, Approval]) -> str:
    """The page. Beyond its limit of size, changes are counted and no longer shown."""
    cards: list[str] = []
    room = _ROOM
    for one in comparison.changes:
        card = "\n".join(_card(one, comparison, approvals.get(one.fingerprint)))
        room -= len(card)
        if room < 0:
            break
        cards.append(card)
    left = len(comparison.changes) - len(cards)
    more = f"<p>and {left:,} more: see <code>sdkwright diff -f json</code></p>" if left else ""
    return "\n".join([*_top(comparison), *cards, more, *_calls(comparison), *_bottom()]) + "\n"


def _top(comparison: Comparison) -> Iterator[str]:
    yield '<!doctype html><html lang="en"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>Review: {comparison.bump.value} version</title><style>{_STYLE}</style></head><body>"
    yield f"<header><h1>What changes: a {comparison.bump.value} version</h1>"
    yield f"<p><code>{_text(comparison.old)}</code> → <code>{_text(comparison.new)}</code></p>"
    for api in comparison.apis:
        for why in (api.unjudged, api.wire_unjudged):
            if why is not None:
                yield f"<p class=mind>{_text(api.name)}: not judged: {_text(why)}</p>"
    wire, python = comparison.counts()
    yield '<form onsubmit="return false" role="search">'
    yield '<label>Search (press /)<br><input type="search" id="search" autocomplete="off"></label>'
    yield from _boxes("wire", "On the wire", [*(w.value for w in wire), Wire.NONE.value])
    yield from _boxes("python", "In Python", [*(p.value for p in python), Python.NONE.value])
    yield '</form><p id="count" role="status"></p></header><main>'


def _boxes(name: str, title: str, values: list[str]) -> Iterator[str]:
    yield f"<fieldset><legend>{title}</legend>"
    for value in values:
        yield f'<label><input type="checkbox" name="{name}" value="{value}" checked> {value}</label>'
    yield "</fieldset>"


def _card(one: Change, comparison: Comparison, approval: Approval | None) -> Iterator[str]:
    attributes = f'data-wire="{one.wire.value}" data-python="{one.python.value}"'
    yield f'<article id="{one.fingerprint}" {attributes}>'
    verdicts = " · ".join(
        f'<span class="{word}">{word}</span>' for word in (one.wire.value, one.python.value)
    )
    yield f'<h2>{_text(one.rule)} <span class="soft">({verdicts})</span></h2>'
    yield f"<p>{_text(sentence(one))} "
    yield f'<a class="soft" href="#{one.fingerprint}">#{one.fingerprint}</a></p>'
    if approval is not None:
        yield f"<p>Approved by {_text(approval.who)}: {_text(approval.reason)}</p>"
    sides = [
        _lines(word, site, comparison) for word, site in (("Before", one.old), ("After", one.new))
    ]
    yield f'<div class="pair">{"".join(sides)}</div>'
    for effect in one.effects:
        yield from _effect(effect, comparison)
    yield "</article>"


def _lines(word: str, site: Site | None, comparison: Comparison) -> str:
    """The lines of the specification around a place."""
    if site is None:
        return ""
    at, file = site.span.line, site.span.file
    numbers = range(max(1, at - _AROUND + 1), at + _AROUND + 1)
    found = [(n, comparison.sources.line(file, n)) for n in numbers]
    text = "\n".join(f"{n:>5}  {_text(line)}" for n, line in found if line is not None)
    where = _text(place(comparison.place(site.span)))
    return f'<div><p class="soft">{word}: {where}</p><pre tabindex="0">{text}</pre></div>'


def _effect(effect: PythonChange, comparison: Comparison) -> Iterator[str]:
    yield f"<p><code>{_text(effect.symbol)}</code> <span class='soft'>{_text(effect.rule)}</span></p>"
    if effect.before != effect.after:
        shown = (("gone", effect.before), ("came", effect.after))
        blocks = [
            f'<pre tabindex="0" class="{kind}">{_text(text)}</pre>'
            for kind, text in shown
            if text is not None
        ]
        yield f'<div class="pair">{"".join(blocks)}</div>'
    if effect.migration:
        yield f"<p>→ {_text(effect.migration)}</p>"
    if comparison.witnesses is not None and not effect.is_harmless:
        yield f"<p>→ {_text(proof(comparison.witnesses.get(effect)))}</p>"


def _calls(comparison: Comparison) -> Iterator[str]:
    if not comparison.usage:
        return
    yield "<h2>In your code</h2><ul>"
    for hit in comparison.usage:
        told = f"{_text(place(hit.span))}: <code>{_text(clipped(hit.line))}</code>"
        yield f"<li>{told} → {_text(hit.change.migration)}</li>"
    yield "</ul>"


def _bottom() -> Iterator[str]:
    yield f"</main><script>{_SCRIPT}</script></body></html>"


def _text(text: str) -> str:
    return escape(printable(text), quote=True)
