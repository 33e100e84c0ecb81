// Counts down what may not be done yet, and lets it be done when it is over. The server has the last word.
for (const told of document.querySelectorAll<HTMLElement>('[data-countdown]')) {
  const over = Date.now() + Number(told.dataset.countdown) * 1000;
  const button = told.closest('form')!.querySelector('button')!;
  const tick = () => {
    const left = Math.ceil((over - Date.now()) / 1000);
    button.disabled = left > 0;
    told.textContent = left > 0 ? told.dataset.text!.replace('{0}', String(left)) : '';
    if (left > 0) setTimeout(tick, 250);
  };
  tick();
}
