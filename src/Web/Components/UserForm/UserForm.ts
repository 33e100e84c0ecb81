// Whoever is chosen as contact person is most often the one who will log in: the address is there already, until another is written.
let filled = '';
document.querySelector('.user-form')?.addEventListener('picked', event => {
  const email = document.querySelector<HTMLInputElement>('[name="Input.Email"]');
  if (!email || email.value !== filled) return;
  filled = (event as CustomEvent<DOMStringMap>).detail.email ?? filled;
  email.value = filled;
});
