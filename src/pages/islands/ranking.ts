/**
 * Lets options be put in order by moving them up and down. The numbers stay what is sent, and each is there once: who takes
 * another option's number gives it the own one.
 */
const enhance = (list: HTMLElement) => {
  const { up = '', down = '' } = list.dataset;
  const rows = () => [...list.querySelectorAll<HTMLElement>('.rank')];
  const numberOf = (row: HTMLElement) => row.querySelector('select');
  const valueOf = (row: HTMLElement) => Number(numberOf(row)?.value ?? 0);
  const put = (row: HTMLElement | undefined, value: number) => {
    const select = row && numberOf(row);
    if (select) select.value = value === 0 ? '' : String(value);
  };
  const held = new Map<HTMLElement, number>();
  const remember = () => rows().forEach((row) => held.set(row, valueOf(row)));

  /** Numbers what has none, after what has one. */
  const complete = () => {
    const all = rows();
    const order = [...all].sort((a, b) => (valueOf(a) || all.length + 1) - (valueOf(b) || all.length + 1));
    order.forEach((row, index) => put(row, index + 1));
    list.append(...order);
    remember();
  };
  const move = (row: HTMLElement, by: number, button: HTMLElement) => {
    complete();
    const from = valueOf(row);
    const other = rows().find((each) => valueOf(each) === from + by);
    if (!other) return;
    put(other, from);
    put(row, from + by);
    complete();
    button.focus();
  };

  remember();
  for (const row of rows()) {
    const words = row.querySelector('label')?.textContent ?? '';
    const buttons = document.createElement('span');
    buttons.className = 'moves';
    for (const [by, label, path] of [
      [-1, up, 'M5 15l7-7 7 7'],
      [1, down, 'M5 9l7 7 7-7'],
    ] as const) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'ds-button';
      button.dataset['variant'] = 'secondary';
      button.innerHTML = `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"/></svg>`;
      button.setAttribute('aria-label', `${label}: ${words}`);
      button.addEventListener('click', () => move(row, by, button));
      buttons.append(button);
    }
    row.append(buttons);
    numberOf(row)?.addEventListener('change', () => {
      const twin = rows().find((each) => each !== row && valueOf(each) === valueOf(row));
      put(twin, held.get(row) ?? 0);
      remember();
    });
  }
};

for (const list of document.querySelectorAll<HTMLElement>('[data-ranking]')) enhance(list);
