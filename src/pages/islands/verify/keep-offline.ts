import { cookieName } from '../../http/cookie-name.ts';
import { get } from './elements.ts';
import { dataCache } from './material-store.ts';

/** Puts the page and all it needs on this phone, says when that is done, and offers to install it. */
export const keepOffline = async (locale: string): Promise<void> => {
  // The page may come from what is kept, without the server having seen the choice of language.
  if (new URLSearchParams(location.search).has('lang')) {
    const secure = location.protocol === 'https:';
    document.cookie = `${cookieName({ secure }, 'lang')}=${locale}; path=/; max-age=31536000; samesite=lax${secure ? '; secure' : ''}`;
  }
  await (await caches.open(dataCache)).put('/verify/language', new Response(locale));

  offerInstallation();
  await navigator.serviceWorker.register('/sw.js', { scope: '/verify', updateViaCache: 'none' });
  // Ready means active, and active means that everything has been kept.
  const registration = await navigator.serviceWorker.ready;
  get('device-not-ready').hidden = true;
  get('device-ready').hidden = false;
  await (registration as Registration).periodicSync
    ?.register('verify-material', { minInterval: 3_600_000 })
    .catch(() => undefined);
};

/** Not in every browser yet: installed pages may be woken up now and then. */
interface Registration extends ServiceWorkerRegistration {
  readonly periodicSync?: { readonly register: (tag: string, options: { minInterval: number }) => Promise<void> };
}

interface InstallEvent extends Event {
  readonly prompt: () => Promise<unknown>;
}

const offerInstallation = () => {
  const button = get('device-install');
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    button.hidden = false;
    button.onclick = () => {
      button.hidden = true;
      void (event as InstallEvent).prompt();
    };
  });
};
