import { readPictureFile } from './verify/code-reader.ts';

/** Offers to read a code from a picture, on a phone from its camera. The picture is read here and sent to nobody. */
const offer = (question: HTMLElement): void => {
  const answer = question.querySelector<HTMLInputElement>('input[type=text]');
  if (!answer) return;
  const { scan = '', none = '', read = '', reading = '' } = question.dataset;
  const picture = document.createElement('input');
  picture.type = 'file';
  picture.accept = 'image/*';
  picture.setAttribute('capture', 'environment');
  picture.hidden = true;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'ds-button';
  button.dataset['variant'] = 'secondary';
  button.textContent = scan;
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  button.addEventListener('click', () => picture.click());
  picture.addEventListener('change', () => {
    const [file] = picture.files ?? [];
    if (!file) return;
    status.textContent = reading;
    void readPictureFile(file).then((outcome) => {
      status.textContent = 'text' in outcome ? read : none;
      if ('text' in outcome) {
        answer.value = outcome.text;
        answer.dispatchEvent(new Event('change', { bubbles: true }));
      }
      picture.value = '';
    });
  });
  question.querySelector('.field')?.append(button, picture, status);
};

for (const question of document.querySelectorAll<HTMLElement>('[data-scan]')) offer(question);
