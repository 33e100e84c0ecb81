// What is typed into a long form and not sent yet outlives a reload, a way back and a refused try: in this tab alone, and until
// one logs out (Clear-Site-Data). What the server keeps is what was sent rightly.
const mark = 'keep:';
const kept = document.querySelector<HTMLFormElement>('form[data-keep]');

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
const isTyped = (field: Element): field is Field => field.matches('select, textarea, input:not([type=hidden], [type=file], [type=password])') && (field as Field).name !== '';
const isBox = (field: Field): field is HTMLInputElement => field.matches('[type=checkbox], [type=radio]');

function write(form: HTMLFormElement) {
  const values = [...form.elements].filter(isTyped).map(field => [field.name, field.value, isBox(field) ? field.checked : null]);
  sessionStorage.setItem(mark + location.pathname, JSON.stringify(values));
}

function read(form: HTMLFormElement) {
  const stored = sessionStorage.getItem(mark + location.pathname);
  if (stored === null) return;
  for (const [name, value, checked] of JSON.parse(stored) as [string, string, boolean | null][]) {
    const fields = [...form.elements].filter(isTyped).filter(field => field.name === name);
    if (checked !== null) for (const box of fields.filter(isBox).filter(box => box.value === value)) box.checked = checked;
    else for (const field of fields) if (!(field instanceof HTMLSelectElement) || [...field.options].some(option => option.value === value)) field.value = value;
  }
  for (const field of form.elements) if (isTyped(field)) field.dispatchEvent(new Event('change', { bubbles: true }));
}

// The next step says that the server has it now.
const done = document.querySelector<HTMLElement>('[data-keep-done]');
if (done) sessionStorage.removeItem(mark + done.dataset.keepDone!);
if (kept) {
  read(kept);
  kept.addEventListener('input', () => write(kept));
}
