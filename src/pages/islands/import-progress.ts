/** Shows how far a file has been read without the page being loaded again; when it is over, the page tells what became of it. */
const bar = document.querySelector<HTMLProgressElement>('progress[data-source]');
const source = bar?.dataset['source'];
const rest = 2_000;

interface Progress {
  readonly isOver: boolean;
  readonly share: number;
  readonly [count: string]: boolean | number;
}

const show = (progress: Progress) => {
  if (bar) bar.value = progress.share;
  for (const place of document.querySelectorAll<HTMLElement>('[data-count]')) {
    const count = progress[place.dataset['count'] ?? ''];
    const words = place.querySelector('bdi') ?? place;
    if (typeof count === 'number') words.textContent = new Intl.NumberFormat('en').format(count);
  }
};

const look = async (): Promise<void> => {
  try {
    const answer = await fetch(source ?? '', { headers: { accept: 'application/json' } });
    if (answer.ok) {
      const progress = (await answer.json()) as Progress;
      if (progress.isOver) {
        location.reload();
        return;
      }
      show(progress);
    }
  } catch {
    // Without a connection the numbers stay; they go on when it is back.
  }
  setTimeout(() => void look(), rest);
};

if (source) setTimeout(() => void look(), rest);
