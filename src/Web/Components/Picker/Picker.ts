// A field that picks an account or a person: suggestions for what is typed, after the WAI-ARIA combobox pattern. Without this script the same is typed.
declare const htmx: { ajax(verb: string, address: string, options: { target: Element; swap: string }): Promise<void> };

function equip(box: HTMLElement) {
  if (box.dataset.ready) return;
  box.dataset.ready = '1';
  const field = box.querySelector('input')!;
  const list = box.querySelector<HTMLElement>('[role=listbox]')!;
  let timer = 0;
  // The answer that is waited for; 0 when none is.
  let awaited = 0;
  let turn = 0;

  const options = () => [...list.querySelectorAll<HTMLElement>('[role=option]:not([aria-disabled])')];
  const show = (open: boolean) => {
    list.hidden = !open;
    field.setAttribute('aria-expanded', String(open));
    if (!open) mark(null);
  };
  const mark = (option: HTMLElement | null | undefined) => {
    for (const other of options()) other.setAttribute('aria-selected', String(other === option));
    if (option) {
      field.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else field.removeAttribute('aria-activedescendant');
  };
  const dismiss = () => {
    clearTimeout(timer);
    awaited = 0;
    show(false);
  };
  const choose = (option: HTMLElement) => {
    field.value = option.dataset.value!;
    dismiss();
    field.dispatchEvent(new CustomEvent('picked', { bubbles: true, detail: option.dataset }));
  };
  const ask = async () => {
    const mine = awaited = ++turn;
    await htmx.ajax('GET', `${box.dataset.picker!}?q=${encodeURIComponent(field.value.trim())}`, { target: list, swap: 'innerHTML' });
    if (mine !== awaited || document.activeElement !== field) return;
    awaited = 0;
    show(true);
  };

  Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id }).forEach(([name, value]) => field.setAttribute(name, value));
  field.addEventListener('input', () => {
    clearTimeout(timer);
    awaited = ++turn;
    timer = setTimeout(() => void ask(), 150);
  });
  field.addEventListener('click', () => { if (list.hidden && !field.value) void ask(); });
  field.addEventListener('blur', dismiss);
  field.addEventListener('keydown', event => {
    const all = options();
    const at = all.findIndex(option => option.getAttribute('aria-selected') === 'true');
    if (event.key === 'ArrowDown' && list.hidden) void ask();
    else if (event.key === 'ArrowDown') mark(all[(at + 1) % all.length]);
    else if (event.key === 'ArrowUp') mark(all.at(at - 1));
    else if (event.key === 'Enter' && !list.hidden && at >= 0) choose(all[at]);
    else if (event.key === 'Escape' && (awaited || !list.hidden)) dismiss();
    else return;
    event.preventDefault();
  });
  // Before the field loses the focus.
  list.addEventListener('pointerdown', event => {
    event.preventDefault();
    const option = (event.target as Element).closest<HTMLElement>('[role=option]:not([aria-disabled])');
    if (option) choose(option);
  });
}

document.querySelectorAll<HTMLElement>('[data-picker]').forEach(equip);
document.addEventListener('htmx:load', event => (event.target as Element).querySelectorAll<HTMLElement>('[data-picker]').forEach(equip));
