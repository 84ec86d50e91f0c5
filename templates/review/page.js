'use strict';
const cards = [...document.querySelectorAll('article')];
const parts = [...document.querySelectorAll('.part[data-group]')];
const search = document.querySelector('#search');
const count = document.querySelector('#count');
const chips = [...document.querySelectorAll('.chips button')];
const links = new Map([...document.querySelectorAll('nav a')].map(link => [link.hash.slice(1), link]));
const texts = new Map(cards.map(card => [card, (card.closest('.part').querySelector('h2').textContent + ' ' + card.textContent).toLowerCase()]));

function apply() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const off = new Set(chips.filter(chip => chip.getAttribute('aria-pressed') === 'false').map(chip => chip.dataset.verdict));
  let shown = 0;
  for (const card of cards) {
    const fits = !off.has('wire ' + card.dataset.wire) && !off.has('python ' + card.dataset.python);
    card.hidden = !(fits && words.every(word => texts.get(card).includes(word)));
    shown += card.hidden ? 0 : 1;
  }
  for (const part of parts) {
    part.hidden = !part.querySelector('article:not([hidden])');
    const link = links.get(part.id);
    if (link) link.hidden = part.hidden;
  }
  count.textContent = shown + ' of ' + cards.length + (cards.length === 1 ? ' change' : ' changes');
}

function show(id) {
  const card = id && document.getElementById(id);
  if (!card || card.tagName !== 'ARTICLE') return;
  if (card.hidden) {
    search.value = '';
    chips.forEach(chip => chip.setAttribute('aria-pressed', 'true'));
    apply();
  }
  card.querySelector('details').open = true;
  card.scrollIntoView();
}

function step(by) {
  const seen = cards.filter(card => !card.hidden);
  const at = seen.indexOf(document.activeElement.closest('article'));
  const next = seen[at < 0 ? (by > 0 ? 0 : seen.length - 1) : Math.min(Math.max(at + by, 0), seen.length - 1)];
  if (next) next.querySelector('summary').focus();
}

search.addEventListener('input', apply);
search.form.addEventListener('submit', event => event.preventDefault());
chips.forEach(chip => chip.addEventListener('click', () => {
  chip.setAttribute('aria-pressed', String(chip.getAttribute('aria-pressed') === 'false'));
  apply();
}));
window.addEventListener('hashchange', () => show(location.hash.slice(1)));
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (document.activeElement === search) {
    if (event.key === 'Escape') { search.value = ''; apply(); search.blur(); }
    return;
  }
  if (event.key === '/') { event.preventDefault(); search.focus(); }
  if (event.key === 'j') step(1);
  if (event.key === 'k') step(-1);
});
apply();
show(location.hash.slice(1));
