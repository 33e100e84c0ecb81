// Popovers without CSS anchors: placed below their button. Browsers with anchors never run this.
if (!CSS.supports('position-area', 'bottom span-right')) {
  document.addEventListener('toggle', event => {
    const menu = event.target as HTMLElement;
    if (!menu.matches('.popover') || (event as ToggleEvent).newState !== 'open') return;
    const button = document.querySelector(`[popovertarget="${CSS.escape(menu.id)}"]`);
    if (!button) return;
    const box = button.getBoundingClientRect();
    menu.style.setProperty('left', `${Math.max(8, Math.min(box.left, innerWidth - menu.offsetWidth - 8))}px`);
    menu.style.setProperty('top', `${box.bottom}px`);
  }, true);
}
