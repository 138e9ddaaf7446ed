import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';

/**
 * Makes and uses passkeys. Its forms are hidden until this script finds that the browser can do it: the page is complete
 * without them. What the browser answers is sent with the form itself.
 */
const prepare = (form: HTMLFormElement): void => {
  const { passkey, options = '', failed = '' } = form.dataset;
  const status = form.querySelector<HTMLElement>('[role=status]');
  const answerInput = form.querySelector<HTMLInputElement>('[name=answer]');
  const token = form.querySelector<HTMLInputElement>('[name=_csrf]')?.value ?? '';
  if (!answerInput) return;

  const ask = async (): Promise<unknown> => {
    const asked = await fetch(options, { method: 'POST', headers: { 'x-csrf-token': token } });
    if (!asked.ok) throw new Error(`options: ${asked.status}`);
    const given: unknown = await asked.json();
    return passkey === 'make'
      ? startRegistration({ optionsJSON: given as PublicKeyCredentialCreationOptionsJSON })
      : startAuthentication({ optionsJSON: given as PublicKeyCredentialRequestOptionsJSON });
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (status) status.textContent = '';
    ask().then(
      (answer) => {
        answerInput.value = JSON.stringify(answer);
        form.submit();
      },
      () => {
        if (status) status.textContent = failed;
      },
    );
  });
  form.hidden = false;
};

// Browsers offer passkeys only to pages that came over a secure connection.
if (window.isSecureContext && 'PublicKeyCredential' in window) {
  for (const words of document.querySelectorAll<HTMLElement>('[data-without-passkeys]')) words.hidden = true;
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) prepare(form);
}
