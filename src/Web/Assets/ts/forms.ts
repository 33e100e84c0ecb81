// A select that acts at once, and a button that cannot be pressed twice while its form is on its way.
document.addEventListener('change', event => {
  const field = event.target as HTMLInputElement | HTMLSelectElement;
  if (field.matches('[data-autosubmit]')) field.form?.requestSubmit();
});

document.addEventListener('submit', event => {
  const form = event.target as HTMLFormElement;
  if (event.defaultPrevented || form.method !== 'post') return;
  if (form.dataset.sent !== undefined) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = '';
  // A download answers without leaving the page, and Back brings the page as it was.
  setTimeout(() => delete form.dataset.sent, 4000);
});

window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-sent]')) delete form.dataset.sent;
});

// What went wrong is read out and reached by keyboard at once.
document.querySelector<HTMLElement>('.error-summary')?.focus();

// What is wrong is said beside the field, in the portal's language, not in the browser's bubble.
for (const form of document.querySelectorAll<HTMLFormElement>('form[method="post"]')) form.noValidate = true;
