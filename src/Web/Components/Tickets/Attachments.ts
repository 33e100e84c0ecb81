// A file that is too large is said so before it is sent: what has been typed stays.
document.addEventListener('change', event => {
  const field = event.target as HTMLInputElement;
  if (field.type !== 'file' || field.dataset.largest === undefined) return;
  const error = document.getElementById(`${field.id}-error`);
  const chosen = [...field.files ?? []];
  const large = chosen.find(file => file.size > Number(field.dataset.largest));
  const wrong = large ? field.dataset.tooLarge?.replace('{0}', large.name) : chosen.length > Number(field.dataset.most) ? field.dataset.tooMany : undefined;
  if (wrong !== undefined) field.value = '';
  field.toggleAttribute('aria-invalid', wrong !== undefined);
  if (wrong !== undefined) field.setAttribute('aria-invalid', 'true');
  if (!error) return;
  error.hidden = wrong === undefined;
  const words = error.querySelector('span');
  if (words) words.textContent = wrong ?? '';
});
