/**
 * Keys for those who handle two hundred records a day: through the list, into a record, to its actions, and on. They do
 * nothing while something is being typed, and can be switched off (WCAG 2.2, 2.1.4).
 */
const help = document.querySelector<HTMLDetailsElement>('#keys');
const toggle = document.querySelector<HTMLInputElement>('#keys-on');
const memory = 'diwan-keys';

const remembered = (): boolean => {
  try {
    return localStorage.getItem(memory) !== 'off';
  } catch {
    return true;
  }
};

const remember = (isOn: boolean) => {
  try {
    localStorage.setItem(memory, isOn ? 'on' : 'off');
  } catch {
    // Where nothing may be kept, it holds for this page.
  }
};

const rows = (): HTMLAnchorElement[] => Array.from(document.querySelectorAll<HTMLAnchorElement>('.row-link'));

/** Along the list from where the focus is; from the first where it is elsewhere. */
const move = (step: number) => {
  const links = rows();
  const current = document.activeElement?.closest('tr')?.querySelector<HTMLAnchorElement>('.row-link');
  const at = current ? links.indexOf(current) + step : 0;
  const next = links[Math.min(Math.max(at, 0), links.length - 1)];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
};

const follow = (selector: string) => document.querySelector<HTMLAnchorElement>(selector)?.click();

const showHelp = () => {
  if (!help) return;
  help.open = !help.open;
  if (help.open) help.querySelector('summary')?.focus();
};

const commands: Readonly<Record<string, () => void>> = {
  j: () => move(1),
  k: () => move(-1),
  o: () => document.activeElement?.closest('tr')?.querySelector<HTMLAnchorElement>('.row-link')?.click(),
  x: () => document.activeElement?.closest('tr')?.querySelector<HTMLInputElement>('.bulk-box')?.click(),
  a: () => document.querySelector<HTMLElement>('#actions a')?.focus(),
  n: () => follow('#next'),
  u: () => follow('#back'),
  '/': () => document.querySelector<HTMLInputElement>('input[type="search"]')?.focus(),
  '?': showHelp,
};

/** The key's letter; on a keyboard of another script, the letter that a Latin one has in its place. */
const nameOf = ({ key, code, shiftKey }: KeyboardEvent): string => {
  if (key === '؟') return '?';
  if (key.length === 1 && key <= '~') return key.toLowerCase();
  if (code === 'Slash') return shiftKey ? '?' : '/';
  return code.startsWith('Key') ? code.slice(3).toLowerCase() : key;
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
  !(target instanceof HTMLInputElement && target.type === 'checkbox');

if (help && toggle) {
  help.hidden = false;
  toggle.checked = remembered();
  toggle.addEventListener('change', () => remember(toggle.checked));
  document.addEventListener('keydown', (event) => {
    if (
      event.defaultPrevented ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      !toggle.checked ||
      isTyping(event.target)
    )
      return;
    const command = commands[nameOf(event)];
    if (!command) return;
    event.preventDefault();
    command();
  });
}
