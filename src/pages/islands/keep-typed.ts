/**
 * Over a line that breaks, nothing that was typed on a page is lost. Where the phone knows that it is offline the page is
 * not left at all. Else what is sent is kept until the next page arrives, in the storage of this tab, which ends with it;
 * the same page asked for again after it never arrived shows it as it was. Files stay with the page only.
 */
interface Kept {
  readonly path: string;
  /** Milliseconds; what nobody came back for is not shown to who uses the tab next. */
  readonly at: number;
  readonly entries: readonly (readonly [string, string])[];
}

const key = 'diwan-typed';
const longest = 30 * 60_000;

const read = (): Kept | undefined => {
  try {
    const text = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    const kept = text === null ? undefined : (JSON.parse(text) as Kept);
    return kept && Date.now() - kept.at < longest ? kept : undefined;
  } catch {
    return undefined;
  }
};

const keep = (form: HTMLFormElement): void => {
  const entries = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && !name.startsWith('_') ? [[name, value] as const] : [],
  );
  try {
    sessionStorage.setItem(key, JSON.stringify({ path: location.pathname, at: Date.now(), entries } satisfies Kept));
  } catch {
    // Storage is full or closed: the browser's own ways remain.
  }
};

/** Gives whether anything on the page differs from what it came with. */
const restore = (form: HTMLFormElement, { entries }: Kept): boolean => {
  const typed = new Map<string, string[]>();
  for (const [name, value] of entries) typed.set(name, [...(typed.get(name) ?? []), value]);
  let isChanged = false;
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type)) {
      const isChecked = typed.get(control.name)?.includes(control.value) ?? false;
      isChanged ||= control.checked !== isChecked;
      control.checked = isChecked;
      continue;
    }
    const isText =
      control instanceof HTMLTextAreaElement ||
      control instanceof HTMLSelectElement ||
      (control instanceof HTMLInputElement && !['hidden', 'file', 'submit'].includes(control.type));
    const value = isText ? typed.get(control.name)?.[0] : undefined;
    if (!isText || value === undefined || control.value === value) continue;
    control.value = value;
    isChanged = true;
  }
  if (isChanged) form.dispatchEvent(new Event('change', { bubbles: true }));
  return isChanged;
};

const kept = read();
const place = document.querySelector<HTMLElement>('[data-line]');
const form = place?.closest('form');
if (place && form) {
  const words = place.dataset;
  const tell = (text: string | undefined): void => {
    place.textContent = '';
    const line = document.createElement('p');
    line.textContent = text ?? '';
    place.append(line);
    place.hidden = false;
  };
  // What the program answered to this very page is newer than what was sent to it.
  if (kept?.path === location.pathname && words['line'] !== 'answered' && restore(form, kept)) tell(words['kept']);
  form.addEventListener('submit', (event) => {
    if (event.defaultPrevented) return;
    if (navigator.onLine) return keep(form);
    event.preventDefault();
    tell(words['offline']);
    place.scrollIntoView({ block: 'nearest' });
  });
  window.addEventListener('online', () => {
    if (!place.hidden) tell(words['online']);
  });
}
