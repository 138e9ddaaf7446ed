/** Makes a button that prints the page wherever the page has a place for one. */
for (const place of document.querySelectorAll<HTMLElement>('[data-print]')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'ds-button';
  button.dataset['variant'] = 'secondary';
  button.textContent = place.dataset['print'] ?? '';
  button.addEventListener('click', () => window.print());
  place.replaceWith(button);
}
