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

// Rows to choose: the box in the head takes the page's, and the button says how many there are.
function tellChosen(list: HTMLElement) {
  const boxes = [...list.querySelectorAll<HTMLInputElement>('[data-list-choice]')];
  const chosen = boxes.filter(box => box.checked).length;
  const all = list.querySelector<HTMLInputElement>('[data-list-choose-all]');
  if (all) {
    all.hidden = boxes.length === 0;
    all.checked = chosen > 0 && chosen === boxes.length;
    all.indeterminate = chosen > 0 && chosen < boxes.length;
  }
  const button = list.querySelector<HTMLButtonElement>('[data-list-chosen]');
  if (!button) return;
  button.disabled = chosen === 0;
  button.querySelector('span')!.textContent = button.dataset.listChosen! + (chosen === 0 ? '' : ` (${chosen})`);
}

function tellAllChosen() {
  for (const list of document.querySelectorAll<HTMLElement>('.list:has([data-list-chosen])')) tellChosen(list);
}

document.addEventListener('change', event => {
  const box = event.target as HTMLInputElement;
  if (!box.matches('[data-list-choice], [data-list-choose-all]')) return;
  const list = box.closest<HTMLElement>('.list')!;
  if (box.matches('[data-list-choose-all]')) for (const row of list.querySelectorAll<HTMLInputElement>('[data-list-choice]')) row.checked = box.checked;
  tellChosen(list);
});
document.addEventListener('htmx:afterSettle', tellAllChosen);
addEventListener('pageshow', tellAllChosen);

// The first field of a filter is where typing starts.
document.addEventListener('toggle', event => {
  const popover = event.target as HTMLElement;
  if (!popover.matches('.list-popover') || (event as ToggleEvent).newState !== 'open') return;
  popover.querySelector<HTMLElement>('input:not([type="hidden"])')?.focus();
}, true);
