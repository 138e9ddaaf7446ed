import type { CodeFormat } from '../../definition/fields/code.ts';
import { createCamera, tellOfCamera } from './camera/camera.ts';
import { createCodeReader } from './camera/code-reader.ts';

/**
 * Reads a code for its question: live from the camera, or from a picture that is chosen. Either is looked at here and sent
 * to nobody. Without this the question is typed, or the picture is sent along and read by the program.
 */
const offered = new WeakSet<Element>();

const offer = (question: HTMLElement): void => {
  if (offered.has(question)) return;
  offered.add(question);
  const answer = question.querySelector<HTMLInputElement>('input[type=text]');
  const place = question.querySelector<HTMLElement>('.camera');
  const picture = question.querySelector<HTMLInputElement>('input[type=file]');
  const status = question.querySelector<HTMLElement>('[role=status][data-reading]');
  if (!answer || !place || !picture || !status) return;
  const formats = (question.dataset['scan'] ?? '').split(' ') as CodeFormat[];
  const ownReader = () => import('./camera/read-codes.ts').then((own) => own.createBarcodeReader(formats));
  let own: ReturnType<typeof ownReader> | undefined;
  const reader = createCodeReader({ formats, own: () => (own ??= ownReader()) });

  const say = (words: 'reading' | 'read' | 'none' | 'damaged') => {
    status.textContent = status.dataset[words] ?? '';
  };
  const take = (text: string) => {
    answer.value = text;
    say('read');
    navigator.vibrate?.(80);
    answer.dispatchEvent(new Event('change', { bubbles: true }));
  };

  place.hidden = false;
  if (window.isSecureContext) {
    const camera = createCamera(place, reader.readFrame, (text) => {
      take(text);
      answer.focus();
    });
    // The next page has to find it free.
    answer.form?.addEventListener('submit', camera.close);
  } else {
    place.querySelector<HTMLElement>('[data-camera=open]')!.hidden = true;
    tellOfCamera(place, 'insecure');
  }

  question.querySelector<HTMLElement>('[data-send]')?.remove();
  picture.addEventListener('change', () => {
    const [file] = picture.files ?? [];
    // It is not sent with the page.
    if (!file) return;
    say('reading');
    void reader.readPicture(file).then((found) => {
      picture.value = '';
      if ('text' in found) take(found.text);
      else say(found.problem === 'damaged' ? 'damaged' : 'none');
    });
  });
};

const offerAll = () => {
  for (const question of document.querySelectorAll<HTMLElement>('[data-scan]')) offer(question);
};
offerAll();
// Questions come onto the page when an answer calls for them.
new MutationObserver(offerAll).observe(document.body, { childList: true, subtree: true });
