import { render } from 'preact';
import type { Locale } from '../../../base/texts.ts';
import type { Dictionary } from '../../verify/dictionary.ts';
import { VerdictScreen } from '../../verify/verdict-screen.tsx';
import { viewOf } from '../../verify/verdict-view.ts';
import { createCamera } from '../camera/camera.ts';
import { createCodeReader } from '../camera/code-reader.ts';
import { createDevice } from './device.ts';
import { get, tell } from './elements.ts';
import { isClockWrong, judge } from './judge.ts';
import { keepOffline } from './keep-offline.ts';
import { createOfficerCounts } from './officer-counts.ts';

/** Milliseconds after which a verdict that is still shown is looked at again: time passes, lists arrive. */
const lookAgain = 15_000;

const loadDictionary = async (): Promise<Dictionary> => {
  const answer = await fetch('/verify/dictionary.json', { credentials: 'omit' });
  if (!answer.ok) throw new Error(`the dictionary answered ${answer.status}`);
  return (await answer.json()) as Dictionary;
};

/** Checks documents on this phone: from its camera, a picture, or the text of a code. */
export const checkHere = (): void => {
  const locale = document.documentElement.lang as Locale;
  const place = get('verdict-place');
  const form = get('check');
  const pageTitle = document.title;
  let words: Dictionary = { timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, issuers: {}, services: {} };
  const dictionary = loadDictionary().then((loaded) => (words = loaded));
  let shown: { readonly text: string; readonly byCamera: boolean } | undefined;

  const counts = createOfficerCounts(locale);
  const device = createDevice(
    () => ({ locale, timeZone: words.timeZone, now: new Date() }),
    () => void refreshVerdict(),
  );
  const loadReader = () => import('../camera/read-qr.ts').then(({ readPixels }) => readPixels);
  const reader = createCodeReader({ formats: ['qr'], own: loadReader, always: true });
  const camera = createCamera(get('camera'), reader.readFrame, (text) => void check(text, true));

  /** Undefined when there is nothing to check with. */
  const draw = async (text: string) => {
    const material = await device.material();
    if (!material) return undefined;
    await dictionary.catch(() => undefined);
    const now = new Date();
    const verdict = await judge(text, material, now);
    const view = viewOf(verdict, { locale, dictionary: words, now, text, isClockWrong: isClockWrong(material) });
    return { verdict, view };
  };

  const show = ({ view }: { readonly view: ReturnType<typeof viewOf> }) => {
    render(<VerdictScreen view={view} locale={locale} />, place);
    document.title = `${view.word} – ${pageTitle}`;
  };

  const check = async (text: string, byCamera: boolean): Promise<void> => {
    const at = Date.now();
    const drawn = await draw(text);
    if (!drawn) {
      tell('device-problem', 'nothing');
      get('device-problem').scrollIntoView();
      return;
    }
    if (!shown) history.pushState({ verdict: true }, '');
    shown = { text, byCamera };
    form.hidden = true;
    show(drawn);
    get('verdict-word').focus({ preventScroll: true });
    place.scrollIntoView();
    navigator.vibrate?.(drawn.view.tone === 'good' ? 80 : [250, 120, 250]);
    counts.count(drawn.verdict, at);
  };

  const refreshVerdict = async () => {
    const before = shown;
    if (!before) return;
    const drawn = await draw(before.text);
    if (drawn && shown === before) show(drawn);
  };

  const leave = () => {
    if (!shown) return;
    const { byCamera } = shown;
    shown = undefined;
    render(null, place);
    form.hidden = false;
    document.title = pageTitle;
    get<HTMLTextAreaElement>('f-code').value = '';
    get<HTMLFormElement>('picture-form').reset();
    window.scrollTo(0, 0);
    if (byCamera) void camera.open();
    else get('camera-open').focus();
  };

  const isVerdictEntry = (): boolean => (history.state as { verdict?: boolean } | null)?.verdict === true;
  place.addEventListener('click', (event) => {
    if (!(event.target as Element).closest('[data-next]')) return;
    event.preventDefault();
    leave();
    if (isVerdictEntry()) history.back();
  });
  // The browser's own way back leads from the verdict to the form. A link within the page leads nowhere else.
  window.addEventListener('popstate', () => {
    if (!isVerdictEntry() && location.hash === '') leave();
  });
  document.addEventListener('visibilitychange', () => void refreshVerdict());
  setInterval(() => void refreshVerdict(), lookAgain);

  const codeForm = get<HTMLFormElement>('code-form');
  codeForm.addEventListener('submit', (event) => {
    const text = get<HTMLTextAreaElement>('f-code').value.trim();
    if (text === '') return;
    event.preventDefault();
    void check(text, false);
  });

  const pictureForm = get<HTMLFormElement>('picture-form');
  const input = get<HTMLInputElement>('f-picture');
  const checkPicture = async () => {
    const [file] = input.files ?? [];
    tell('picture-problem');
    tell('picture-status', 'reading');
    const found = file ? await reader.readPicture(file) : ({ problem: 'no-picture' } as const);
    tell('picture-status');
    tell('picture-problem', 'problem' in found ? found.problem : undefined);
    if ('text' in found) await check(found.text, false);
  };
  input.addEventListener('change', () => void checkPicture());
  pictureForm.addEventListener('submit', (event) => {
    event.preventDefault();
    void checkPicture();
  });

  get('camera').hidden = false;
  const privacy = get('privacy');
  privacy.textContent = privacy.dataset['here'] ?? '';
  void keepOffline(locale);
  // So that it is there when the connection is not, also where no service worker could keep it.
  void loadReader().catch(() => undefined);
};
