// The account tree after the WAI-ARIA pattern: one stop for Tab, arrows inside it, branches fetched when they are first opened.
// Without this script every arrow and name is a plain link.
declare const htmx: { ajax(verb: string, address: string, options: { target: Element; swap: string }): Promise<void> };

const lineOf = (item: Element) => item.closest('li')!;
const items = (tree: Element) => [...tree.querySelectorAll<HTMLElement>('[role=treeitem]')].filter(item => !item.closest('[role=group][hidden]'));
const arrowOf = (item: Element) => lineOf(item).querySelector<HTMLElement>(':scope > .tree-line > a.tree-arrow');
const groupOf = (item: Element) => lineOf(item).querySelector<HTMLElement>(':scope > [role=group]');
const itemOf = (line: Element | null | undefined) => line?.querySelector<HTMLElement>(':scope > .tree-line > [role=treeitem], :scope > [role=treeitem]');
const aboveOf = (item: Element) => itemOf(lineOf(item).parentElement!.closest('li'));

// Only one of the items takes part in the order of Tab, and the arrows in none: the keys do their work.
function prepare(tree: Element) {
  for (const arrow of tree.querySelectorAll<HTMLElement>('a.tree-arrow')) {
    arrow.tabIndex = -1;
    arrow.setAttribute('aria-hidden', 'true');
  }
  const all = [...tree.querySelectorAll<HTMLElement>('[role=treeitem]')];
  const current = all.find(item => item.getAttribute('tabindex') === '0') ?? all[0];
  for (const item of all) item.tabIndex = item === current ? 0 : -1;
}

function focus(item: HTMLElement | null | undefined) {
  if (!item) return;
  for (const other of item.closest('[data-tree]')!.querySelectorAll<HTMLElement>('[role=treeitem][tabindex="0"]')) other.tabIndex = -1;
  item.tabIndex = 0;
  item.focus();
}

async function open(item: HTMLElement) {
  const arrow = arrowOf(item);
  if (!arrow || item.getAttribute('aria-expanded') === 'true' || item.ariaBusy === 'true') return;
  const known = groupOf(item);
  if (known) known.hidden = false;
  else {
    item.ariaBusy = 'true';
    await htmx.ajax('GET', arrow.dataset.branch!, { target: lineOf(item), swap: 'beforeend' });
    item.ariaBusy = null;
    const group = groupOf(item);
    if (!group) return;
    item.setAttribute('aria-owns', group.id);
    prepare(item.closest('[data-tree]')!);
  }
  item.setAttribute('aria-expanded', 'true');
}

function close(item: HTMLElement) {
  const group = groupOf(item);
  if (!group || item.getAttribute('aria-expanded') !== 'true') return false;
  const within = group.contains(document.activeElement);
  group.hidden = true;
  item.setAttribute('aria-expanded', 'false');
  if (within) focus(item);
  return true;
}

async function more(item: HTMLElement) {
  const tree = item.closest('[data-tree]')!;
  const before = lineOf(item).previousElementSibling;
  await htmx.ajax('GET', item.dataset.more!, { target: lineOf(item), swap: 'outerHTML' });
  prepare(tree);
  focus(itemOf(before?.nextElementSibling));
}

document.addEventListener('click', event => {
  const target = event.target as Element;
  if (!target.closest('[data-tree]') || event.ctrlKey || event.metaKey) return;
  const rest = target.closest<HTMLElement>('[data-more]');
  const arrow = target.closest('a.tree-arrow');
  if (!rest && !arrow) return;
  event.preventDefault();
  if (rest) return void more(rest);
  const item = itemOf(lineOf(arrow!))!;
  if (!close(item)) void open(item);
});

let typed = '';
let typedAt = 0;
// The same letter again and again goes from one item to the next that begins with it; other letters spell a name.
function byLetter(all: HTMLElement[], item: HTMLElement, key: string) {
  const sign = key.toLocaleLowerCase('sv');
  typed = Date.now() - typedAt > 800 ? sign : typed + sign;
  typedAt = Date.now();
  const wanted = [...typed].every(other => other === sign) ? sign : typed;
  const start = all.indexOf(item) + (wanted.length === 1 ? 1 : 0);
  const round = [...all.slice(start), ...all.slice(0, start)];
  focus(round.find(other => other.textContent!.trim().toLocaleLowerCase('sv').startsWith(wanted)));
}

document.addEventListener('keydown', event => {
  const item = event.target as HTMLElement;
  if (!item.matches?.('[data-tree] [role=treeitem]') || event.ctrlKey || event.metaKey || event.altKey) return;
  const all = items(item.closest('[data-tree]')!);
  const at = all.indexOf(item);
  const opened = item.getAttribute('aria-expanded') === 'true';
  switch (event.key) {
    case 'ArrowDown': focus(all[at + 1]); break;
    case 'ArrowUp': focus(all[at - 1]); break;
    case 'Home': focus(all[0]); break;
    case 'End': focus(all.at(-1)); break;
    case 'ArrowRight': if (opened) focus(all[at + 1]); else void open(item); break;
    case 'ArrowLeft': if (!close(item)) focus(aboveOf(item)); break;
    case 'Enter': item.click(); break;
    default:
      if (event.key.length !== 1 || event.key === ' ') return;
      event.preventDefault();
      return byLetter(all, item, event.key);
  }
  typed = '';
  event.preventDefault();
});

const start = () => document.querySelectorAll('[data-tree]').forEach(prepare);
document.addEventListener('htmx:afterSettle', event => (event.target as Element).id === 'tree-result' && start());
start();
