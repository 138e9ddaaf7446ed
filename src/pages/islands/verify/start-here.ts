import { tellOfCamera } from '../camera/camera.ts';
import { find, get } from './elements.ts';

/** What keeps this browser from checking by itself, as a name among the page's sentences. */
const obstacle = (): 'insecure' | 'old' | undefined => {
  if (!window.isSecureContext) return 'insecure';
  const able = 'subtle' in crypto && 'caches' in window && 'serviceWorker' in navigator;
  return able && typeof BigInt === 'function' && 'fromEntries' in Object ? undefined : 'old';
};

const loaded = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.readyState === 'complete') resolve();
    else window.addEventListener('load', () => resolve(), { once: true });
  });

/** The large part comes after the page is there: the page can be used meanwhile. */
export const startHere = async (): Promise<void> => {
  const camera = find('camera');
  // The page that the server answers a check with has no form to enhance.
  if (!camera) return;
  const refuse = (problem: 'insecure' | 'old') => {
    camera.hidden = false;
    find('camera-open')!.hidden = true;
    tellOfCamera(camera, problem);
  };
  const problem = obstacle();
  if (problem) {
    refuse(problem);
    return;
  }
  // Pressed before the rest is there, perhaps without connection: the form waits instead of leaving.
  const form = get('check');
  let pressed: Element | undefined;
  const wait = (event: Event) => {
    event.preventDefault();
    pressed = event.target as Element;
  };
  form.addEventListener('submit', wait);
  await loaded();
  try {
    const { checkHere } = await import('./check-here.tsx');
    checkHere();
  } catch {
    refuse('old');
  }
  form.removeEventListener('submit', wait);
  pressed?.querySelector('button')?.click();
};
