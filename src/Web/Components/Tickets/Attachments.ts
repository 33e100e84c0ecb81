// A file that is too large, or one too many, is left out and said so before anything is sent; the others stay. Saving waits once, so that it is seen.
const unseen = new WeakSet<HTMLInputElement>();

document.addEventListener('change', event => {
  const field = event.target as HTMLInputElement;
  if (field.type !== 'file' || field.dataset.largest === undefined) return;
  const chosen = [...field.files ?? []];
  const large = chosen.filter(file => file.size > Number(field.dataset.largest));
  const fine = chosen.filter(file => !large.includes(file));
  const kept = fine.slice(0, Number(field.dataset.most));
  const wrong = large.map(file => field.dataset.tooLarge?.replace('{0}', file.name));
  if (kept.length < fine.length) wrong.push(field.dataset.tooMany);
  if (kept.length < chosen.length) {
    const rest = new DataTransfer();
    for (const file of kept) rest.items.add(file);
    field.files = rest.files;
    unseen.add(field);
    field.setAttribute('aria-invalid', 'true');
  } else {
    unseen.delete(field);
    field.removeAttribute('aria-invalid');
  }
  const error = document.getElementById(`${field.id}-error`);
  if (!error) return;
  error.hidden = wrong.length === 0;
  const words = error.querySelector('span');
  if (words) words.textContent = wrong.length === 0 ? '' : [...wrong, field.dataset.leftOut].join(' ');
});

document.addEventListener('submit', event => {
  if (event.submitter?.hasAttribute('formnovalidate')) return;
  const field = (event.target as HTMLFormElement).querySelector<HTMLInputElement>('input[type="file"]');
  if (!field || !unseen.delete(field)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  field.focus();
  field.scrollIntoView({ block: 'center' });
}, { capture: true });
