// A look-up box above many choices hides those that do not match. The boxes keep their ticks.
document.addEventListener('input', event => {
  const field = event.target as HTMLInputElement;
  if (!field.matches('[data-list-lookup]')) return;
  const wanted = field.value.trim().toLocaleLowerCase('sv');
  for (const label of field.parentElement!.querySelectorAll<HTMLElement>('label.check')) {
    const ticked = label.querySelector('input')!.checked;
    label.hidden = !ticked && !label.textContent!.toLocaleLowerCase('sv').includes(wanted);
  }
});

// Rows to choose: the box in the head takes the page's, and the button says how many there are. What is chosen stays so while pages are turned:
// it is kept here, and goes along with the form.
const chosen = new Set<string>();

// An address has an end: what a server takes at least, less the rest of it.
const longestQuery = 7000;

function boxesOf(list: HTMLElement) {
  return [...list.querySelectorAll<HTMLInputElement>('td.is-choice input')];
}

function tellChosen(list: HTMLElement) {
  const boxes = boxesOf(list);
  const here = boxes.filter(box => box.checked).length;
  const all = list.querySelector<HTMLInputElement>('[data-list-choose-all]');
  if (all) {
    all.hidden = boxes.length === 0;
    all.checked = here > 0 && here === boxes.length;
    all.indeterminate = here > 0 && here < boxes.length;
  }
  const button = list.querySelector<HTMLButtonElement>('[data-list-chosen]');
  if (!button) return;
  const most = Math.floor(longestQuery / ((boxes[0]?.name.length ?? 0) + Math.max(1, ...[...chosen].map(value => encodeURIComponent(value).length)) + 2));
  button.disabled = chosen.size === 0 || chosen.size > most;
  button.querySelector('span')!.textContent = button.dataset.listChosen! + (chosen.size === 0 ? '' : chosen.size > most ? ` (${chosen.size} > ${most})` : ` (${chosen.size})`);
}

function keepChosen(list: HTMLElement) {
  for (const box of boxesOf(list)) {
    if (box.checked) chosen.add(box.value);
    else chosen.delete(box.value);
  }
  tellChosen(list);
}

function listsToChooseIn() {
  return document.querySelectorAll<HTMLElement>('.list:has([data-list-chosen])');
}

document.addEventListener('change', event => {
  const box = event.target as HTMLInputElement;
  if (!box.matches('td.is-choice input, [data-list-choose-all]')) return;
  const list = box.closest<HTMLElement>('.list')!;
  if (box.matches('[data-list-choose-all]')) for (const row of boxesOf(list)) row.checked = box.checked;
  keepChosen(list);
});
document.addEventListener('htmx:afterSettle', () => {
  for (const list of listsToChooseIn()) {
    for (const box of boxesOf(list)) box.checked = chosen.has(box.value);
    tellChosen(list);
  }
});
addEventListener('pageshow', () => {
  for (const list of listsToChooseIn()) keepChosen(list);
});
document.addEventListener('formdata', event => {
  const form = event.target as HTMLFormElement;
  if (form.id !== 'list-choose') return;
  const boxes = boxesOf(form.closest<HTMLElement>('.list')!);
  const name = boxes[0]?.name;
  const shown = new Set(boxes.map(box => box.value));
  if (name) for (const value of chosen) if (!shown.has(value)) event.formData.append(name, value);
});

// The first field of a filter is where typing starts.
document.addEventListener('toggle', event => {
  const popover = event.target as HTMLElement;
  if (!popover.matches('.list-popover') || (event as ToggleEvent).newState !== 'open') return;
  popover.querySelector<HTMLElement>('input:not([type="hidden"])')?.focus();
}, true);

// A filter that could not be read is mended where it was filled in.
document.addEventListener('htmx:afterSettle', event => {
  const list = event.target as HTMLElement;
  if (list.id !== 'list') return;
  const sheet = list.querySelector<HTMLElement>('.list-narrow')?.checkVisibility() ? '.list-sheet' : '.list-popover';
  const wrong = list.querySelector<HTMLElement>(`${sheet}:has(.field-error)`);
  if (wrong) list.querySelector<HTMLElement>(`[popovertarget="${wrong.id}"]`)?.click();
});
