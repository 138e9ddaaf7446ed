/**
 * Shows a question as soon as an answer on the same page calls for it, and takes it away again. The page says which
 * answers those are; the question waits in a template, so that without a script it is neither seen nor sent.
 */
for (const place of document.querySelectorAll<HTMLElement>('[data-when]')) {
  const { when = '', values = '' } = place.dataset;
  const calling = new Set(values.split(' '));
  const waiting = place.querySelector('template');
  const question = [...(waiting ? waiting.content : place).childNodes];
  waiting?.remove();
  const follow = () => {
    const answer = place.closest('form')?.elements.namedItem(when);
    const value = answer && 'value' in answer ? answer.value : '';
    if (!calling.has(value)) place.textContent = '';
    else if (place.childNodes.length === 0) place.append(...question);
  };
  place.closest('form')?.addEventListener('change', follow);
  follow();
}
