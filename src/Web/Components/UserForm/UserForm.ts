// Whoever is chosen as contact person is most often the one who will log in: the address is there already.
document.querySelector('.user-form')?.addEventListener('picked', event => {
  const email = document.querySelector<HTMLInputElement>('[name="Input.Email"]');
  const known = (event as CustomEvent<DOMStringMap>).detail.email;
  if (email && known && !email.value) email.value = known;
});
