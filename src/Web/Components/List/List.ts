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

// The first field of a filter is where typing starts.
document.addEventListener('toggle', event => {
  const popover = event.target as HTMLElement;
  if (!popover.matches('.list-popover') || (event as ToggleEvent).newState !== 'open') return;
  popover.querySelector<HTMLElement>('input:not([type="hidden"])')?.focus();
}, true);
