/** Adds a place to draw a signature on. Strokes are kept as SVG path data in the hidden input beside the typed name. */
const svgNames = 'http://www.w3.org/2000/svg';
const width = 600;
const height = 200;
/** As many points as the form accepts, with room to spare. */
const mostPoints = 2_000;

const offer = (question: HTMLElement): void => {
  const { signature: name = '', draw = '', clear = '' } = question.dataset;
  const kept = question.querySelector<HTMLInputElement>(`input[name="${CSS.escape(name)}"]`);
  if (!kept) return;
  const board = document.createElementNS(svgNames, 'svg');
  board.setAttribute('viewBox', `0 0 ${width} ${height}`);
  board.setAttribute('class', 'signature-board');
  // Whoever cannot draw has typed the name, which stands for it.
  board.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(svgNames, 'path');
  line.setAttribute('d', kept.value);
  board.append(line);
  const words = document.createElement('p');
  words.className = 'hint';
  words.textContent = draw;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'ds-button';
  button.dataset['variant'] = 'tertiary';
  button.textContent = clear;

  let isDrawing = false;
  const keep = (path: string) => {
    kept.value = path;
    line.setAttribute('d', path);
  };
  const pointOf = (event: PointerEvent): string => {
    const box = board.getBoundingClientRect();
    const at = (value: number, size: number, most: number) =>
      Math.max(0, Math.min(most - 1, Math.round((value / size) * most)));
    return `${at(event.clientX - box.left, box.width, width)} ${at(event.clientY - box.top, box.height, height)}`;
  };
  let start = '';
  board.addEventListener('pointerdown', (event) => {
    isDrawing = true;
    start = pointOf(event);
    board.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  board.addEventListener('pointermove', (event) => {
    if (!isDrawing || kept.value.split('L').length > mostPoints) return;
    const point = pointOf(event);
    keep(start === '' ? `${kept.value}L${point}` : `${kept.value}M${start}L${point}`);
    start = '';
  });
  const end = () => {
    isDrawing = false;
  };
  board.addEventListener('pointerup', end);
  board.addEventListener('pointercancel', end);
  button.addEventListener('click', () => keep(''));
  question.append(words, board, button);
};

for (const question of document.querySelectorAll<HTMLElement>('[data-signature]')) offer(question);
