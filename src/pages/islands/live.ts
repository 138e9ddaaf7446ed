/**
 * Follows what happens while a page is open, and says so in a bar over its end. Only while the page is looked at:
 * browsers allow few connections to one program, and nobody reads a page in the background.
 */
const place = document.querySelector<HTMLElement>('.live');
const bar = place?.querySelector<HTMLElement>('.live-bar');
const words = bar?.querySelector('[data-words]');
const retryAfter = 60_000;

if (place && bar && words && 'EventSource' in window) {
  let source: EventSource | undefined;
  let waiting = 0;

  const tell = (event: Event) => {
    const { words: text } = JSON.parse((event as MessageEvent<string>).data) as { words: string };
    if (words.textContent !== text) words.textContent = text;
    bar.hidden = text === '';
  };
  const close = () => {
    clearTimeout(waiting);
    source?.close();
    source = undefined;
  };
  const open = () => {
    if (source || document.hidden) return;
    source = new EventSource(place.dataset['stream'] ?? '');
    source.addEventListener('news', tell);
    source.addEventListener('signed-out', (event) => {
      tell(event);
      close();
    });
    source.addEventListener('error', () => {
      // The browser tries again by itself after a broken line, but not after a refusal.
      if (source?.readyState !== EventSource.CLOSED) return;
      close();
      waiting = window.setTimeout(open, retryAfter);
    });
  };
  document.addEventListener('visibilitychange', () => (document.hidden ? close() : open()));
  window.addEventListener('pagehide', close);
  window.addEventListener('pageshow', open);
  open();
}
