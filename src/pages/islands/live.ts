/**
 * Follows what happens while a page is open, and says so in a bar over its end and in the bell's number. Only while the page is looked at:
 * browsers allow few connections to one program, and nobody reads a page in the background.
 */
const place = document.querySelector<HTMLElement>('.live');
const bar = place?.querySelector<HTMLElement>('.live-bar');
const words = bar?.querySelector('[data-words]');
const bell = document.querySelector<HTMLElement>('.bell');
const stream = place?.dataset['stream'] ?? bell?.dataset['stream'];
const retryAfter = 60_000;

if (stream !== undefined && 'EventSource' in window) {
  let source: EventSource | undefined;
  let waiting = 0;

  const dataOf = (event: Event) =>
    JSON.parse((event as MessageEvent<string>).data) as Readonly<Record<'words' | 'unread' | 'label', string>>;
  const tell = (event: Event) => {
    const { words: text } = dataOf(event);
    if (!bar || !words) return;
    if (words.textContent !== text) words.textContent = text;
    bar.hidden = text === '';
  };
  const ring = (event: Event) => {
    const { unread, label } = dataOf(event);
    const count = bell?.querySelector<HTMLElement>('.count');
    const spoken = bell?.querySelector('.ds-sr-only');
    if (!count || !spoken || count.textContent === unread) return;
    count.textContent = unread;
    count.hidden = unread === '';
    spoken.textContent = label;
  };
  const close = () => {
    clearTimeout(waiting);
    source?.close();
    source = undefined;
  };
  const open = () => {
    if (source || document.hidden) return;
    source = new EventSource(stream);
    source.addEventListener('news', tell);
    source.addEventListener('unread', ring);
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
