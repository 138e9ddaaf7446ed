import { tokenOf } from '../../form/file-token.ts';
import type { KeptFile } from '../../form/fields/files.ts';
import { forget, recall, remember } from './upload/remember.ts';
import { Refused, send, type Sending } from './upload/send.ts';

/**
 * Sends files in pieces as soon as they are chosen, with progress, pause and going on when the line breaks or the page is
 * loaded again. Small ones go with the page as they do without a script.
 */
const smallBytes = 256 * 1024;

interface Words {
  readonly tooLarge: string;
  readonly waiting: string;
  readonly pause: string;
  readonly goOn: string;
  readonly giveUp: string;
  readonly sent: string;
  readonly hold: string;
}

interface Job extends Sending {
  readonly file: File;
  readonly id: string;
}

const serve = (question: HTMLElement): void => {
  const { uploads: at = '', name = '', locale = 'en', keep } = question.dataset;
  const words = JSON.parse(question.dataset['words'] ?? '{}') as Words;
  const [count, most] = [Number(question.dataset['count']), Number(question.dataset['most'])];
  const form = question.closest('form');
  const model = question.querySelector('template');
  const chooser = question.querySelector<HTMLElement>('.choose-file');
  const input = chooser?.querySelector<HTMLInputElement>('input[type=file]');
  if (!form || !model || !chooser || !input) return;

  const jobs = new Set<Job>();
  /** The page was to be sent, by that button, and waits for its files. */
  let held: HTMLElement | null | undefined;
  const place = `${location.pathname} ${name}`;
  const list = question.querySelector<HTMLElement>('.sent-files') ?? document.createElement('ul');
  if (!list.isConnected) {
    list.className = 'sent-files';
    question.prepend(list);
  }
  const status = document.createElement('p');
  status.className = 'file-status';
  status.setAttribute('role', 'status');
  list.after(status);

  const tokens = () => [...list.querySelectorAll<HTMLInputElement>('input[type=hidden]')];
  const sayMegabytes = (bytes: number) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(
      bytes / 1024 / 1024,
    );
  const settle = () => {
    chooser.hidden = tokens().length + jobs.size >= count;
    list.hidden = list.children.length === 0;
    if (held === undefined || jobs.size > 0) return;
    const submitter = held;
    held = undefined;
    form.requestSubmit(submitter);
  };
  const button = (text: string, about: string, press: (self: HTMLButtonElement) => void): HTMLButtonElement => {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'ds-button';
    made.dataset['variant'] = 'tertiary';
    const hidden = document.createElement('span');
    hidden.className = 'ds-sr-only';
    hidden.textContent = ` ${about}`;
    made.append(text, hidden);
    made.addEventListener('click', () => press(made));
    return made;
  };

  const showKept = (file: KeptFile, picture: File): void => {
    if (tokens().some(({ value }) => value.startsWith(file.id))) return;
    const index = tokens().length;
    const item = model.content.firstElementChild?.cloneNode(true) as HTMLElement;
    const [hidden, remove] = [item.querySelector('input'), item.querySelector('button')];
    if (hidden) [hidden.name, hidden.value] = [`${name}.file.${index}`, tokenOf(file)];
    if (remove) remove.name = `${name}.remove.${index}`;
    for (const each of item.querySelectorAll('[data-file-name]')) each.textContent = file.name;
    const size = item.querySelector('[data-file-size]');
    if (size) size.textContent = sayMegabytes(file.size);
    const image = item.querySelector('img');
    if (picture.type.startsWith('image/') && image) image.src = URL.createObjectURL(picture);
    else image?.remove();
    const before = list.querySelector('.sending');
    list.insertBefore(item, before);
    hidden?.dispatchEvent(new Event('change', { bubbles: true }));
    status.textContent = words.sent.replace('{name}', file.name);
  };

  const start = (file: File, known?: { readonly id: string; readonly url: string }): void => {
    const job: Job = {
      file,
      id: known?.id ?? crypto.randomUUID(),
      url: known?.url,
      isGone: false,
      isPaused: false,
      wake: () => undefined,
    };
    jobs.add(job);
    const item = document.createElement('li');
    item.className = 'sending';
    const label = document.createElement('span');
    const shown = document.createElement('bdi');
    shown.textContent = file.name;
    const figure = document.createElement('span');
    figure.className = 'quiet';
    label.append(shown, ' ', figure);
    const bar = document.createElement('progress');
    bar.max = file.size;
    bar.value = 0;
    bar.setAttribute('aria-label', file.name);
    const showFigure = (sent: number) => {
      bar.value = sent;
      figure.textContent = `${sayMegabytes(sent)} / ${sayMegabytes(file.size)}`;
    };
    showFigure(0);
    const pause = button(words.pause, file.name, (self) => {
      job.isPaused = !job.isPaused;
      (self.firstChild as Text).data = job.isPaused ? words.goOn : words.pause;
      job.wake();
    });
    const over = () => {
      jobs.delete(job);
      item.remove();
      settle();
    };
    const giveUp = button(words.giveUp, file.name, () => {
      job.isGone = true;
      job.wake();
      void forget(job.id);
      over();
      input.focus();
    });
    item.append(label, bar, pause, giveUp);
    list.append(item);
    settle();
    void send(
      job,
      { file, at, question: name.replaceAll(/\.\d+\./g, '.') },
      {
        begun: (url) => (keep === undefined ? undefined : void remember(place, job.id, url, file)),
        progress: showFigure,
        waiting: (isWaiting) => {
          item.classList.toggle('waiting', isWaiting);
          status.textContent = isWaiting ? words.waiting : '';
        },
      },
    ).then(
      (kept) => {
        if (kept) showKept(kept, file);
        over();
      },
      (error: unknown) => {
        status.textContent = error instanceof Refused && error.message !== '' ? error.message : words.waiting;
        void forget(job.id);
        // What is wrong is read before the page goes on.
        held = undefined;
        over();
      },
    );
  };

  input.addEventListener('change', () => {
    const chosen = [...(input.files ?? [])];
    if (chosen.every(({ size }) => size <= smallBytes)) return;
    input.value = '';
    for (const file of chosen) {
      if (tokens().length + jobs.size >= count) break;
      if (file.size > most) status.textContent = words.tooLarge;
      else start(file);
    }
  });
  window.addEventListener('online', () => {
    for (const job of jobs) job.wake();
  });
  // A page that is sent while a file is on its way waits for it: nothing that was chosen is left out unseen.
  form.addEventListener('submit', (event) => {
    if (jobs.size === 0) {
      void recall(place).then((all) => all.forEach(({ id }) => void forget(id)));
      return;
    }
    event.preventDefault();
    held = event.submitter;
    status.textContent = words.hold;
  });
  if (keep !== undefined) void recall(place).then((all) => all.forEach((each) => start(each.file, each)));
};

for (const question of document.querySelectorAll<HTMLElement>('.files[data-uploads]')) serve(question);
