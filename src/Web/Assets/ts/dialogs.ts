// <button data-open="id"> opens that dialog, <button data-close> closes the one it stands in.
document.addEventListener('click', event => {
  const target = event.target as Element;
  const opener = target.closest<HTMLElement>('[data-open]');
  if (opener) (document.getElementById(opener.dataset.open!) as HTMLDialogElement | null)?.showModal();
  if (target.closest('[data-close]')) target.closest('dialog')?.close();
  // A click on the backdrop lands on the dialog itself.
  if (target instanceof HTMLDialogElement && target.dataset.dismiss !== undefined) target.close();
});
