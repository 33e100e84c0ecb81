// The search field: "/" reaches it, arrows walk through the suggestions, Enter opens one, Escape closes them (WAI-ARIA combobox).
const field = document.querySelector<HTMLInputElement>('#search');
const hits = document.querySelector<HTMLElement>('#search-hits');

if (field && hits) {
  const options = () => [...hits.querySelectorAll<HTMLAnchorElement>('a[role="option"]')];
  let active = -1;
  let dismissed = false; // an answer that comes after Escape is dropped

  const choose = (index: number) => {
    const all = options();
    active = all.length === 0 ? -1 : (index + all.length) % all.length;
    all.forEach((option, i) => option.setAttribute('aria-selected', String(i === active)));
    if (active < 0) field.removeAttribute('aria-activedescendant');
    else {
      field.setAttribute('aria-activedescendant', all[active].id);
      all[active].scrollIntoView({ block: 'nearest' });
    }
  };
  const show = (open: boolean) => {
    hits.hidden = !open;
    field.setAttribute('aria-expanded', String(open));
    active = -1;
    field.removeAttribute('aria-activedescendant');
  };

  hits.addEventListener('htmx:afterSwap', () => show(!dismissed && hits.childElementCount > 0 && field.value.trim() !== '' && document.activeElement === field));
  field.addEventListener('input', () => {
    dismissed = false;
    if (field.value.trim() === '') show(false);
  });
  field.addEventListener('focus', () => {
    if (hits.childElementCount > 0 && field.value.trim() !== '') show(true);
  });
  field.form!.addEventListener('focusout', event => {
    if (!field.form!.contains(event.relatedTarget as Node | null)) show(false);
  });
  field.addEventListener('keydown', event => {
    if (event.key === 'Escape') dismissed = true;
    if (event.key === 'Escape' && !hits.hidden) {
      event.preventDefault();
      show(false);
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && hits.childElementCount > 0) {
      event.preventDefault();
      if (hits.hidden) show(true);
      if (active < 0) choose(event.key === 'ArrowDown' ? 0 : -1);
      else choose(active + (event.key === 'ArrowDown' ? 1 : -1));
    } else if (event.key === 'Enter' && active >= 0 && !hits.hidden) {
      event.preventDefault();
      options()[active].click();
    }
  });
  document.addEventListener('keydown', event => {
    const target = event.target as HTMLElement;
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || target.closest('input, textarea, select, [contenteditable], dialog[open]')) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
}
