/**
 * Turns a search for one among many into a box that offers names while one types: a combobox with a list (WAI-ARIA APG).
 * What was chosen goes into a hidden input; whatever is typed and not chosen is still sent, for the server to make sense of.
 */
interface Offer {
  readonly value: string;
  readonly label: string;
  readonly where?: string;
}

const locale = document.documentElement.lang;
const offered = 8;
const pause = 200;

const search = async (address: string): Promise<readonly Offer[]> => {
  const answer = await fetch(address);
  return answer.ok ? ((await answer.json()) as { options: Offer[] }).options.slice(0, offered) : [];
};

const enhance = (frame: HTMLElement) => {
  const lookup = frame.querySelector<HTMLElement>('[data-lookup]');
  const box = lookup?.querySelector<HTMLInputElement>('input[type=search]');
  if (!lookup || !box) return;
  const { options = '', chosen = '', nothing = '', prefix = '', given = '{}' } = frame.dataset;
  const narrowedBy = Object.entries(JSON.parse(given) as Readonly<Record<string, string>>);
  const name = lookup.dataset['lookup'] ?? '';

  /** What an earlier question is answered on this page, else what it was when the page was made. */
  const answerOf = (field: string, before: string): string => {
    for (const input of [prefix + field, field]) {
      const found = box.form?.elements.namedItem(input);
      if (found && 'value' in found) return String(found.value);
    }
    return before;
  };
  const addressFor = (q: string): string => {
    const address = new URL(options, location.href);
    address.searchParams.set('q', q);
    address.searchParams.set('lang', locale);
    for (const [field, before] of narrowedBy) address.searchParams.set(`given.${field}`, answerOf(field, before));
    return address.href;
  };

  const value = document.createElement('input');
  value.type = 'hidden';
  value.name = name;
  const before = lookup.querySelector<HTMLInputElement>('input[type=radio]:checked');
  value.value = before?.value ?? '';
  const list = document.createElement('ul');
  list.id = `l-${name}`;
  list.className = 'options';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', box.getAttribute('aria-label') ?? '');
  const said = document.createElement('p');
  said.className = 'chosen';
  said.setAttribute('role', 'status');
  said.textContent = before?.parentElement?.querySelector('.where')?.textContent ?? '';

  for (const element of frame.querySelectorAll('.results, .nothing, button')) element.remove();
  if (value.value) box.value = chosen;
  box.type = 'text';
  for (const [attribute, text] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-controls': list.id,
    'aria-expanded': 'false',
  }))
    box.setAttribute(attribute, text);
  lookup.append(list, said, value);

  let found: readonly Offer[] = [];
  let active = -1;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = 0;

  const narrowing = () => narrowedBy.map(([field, then]) => answerOf(field, then)).join('\n');
  let chosenUnder = narrowing();
  // What was chosen for one district is not offered in another.
  box.form?.addEventListener('change', () => {
    if (narrowing() === chosenUnder) return;
    chosenUnder = narrowing();
    box.value = '';
    value.value = '';
    said.textContent = '';
  });

  const close = () => {
    list.textContent = '';
    active = -1;
    box.setAttribute('aria-expanded', 'false');
    box.removeAttribute('aria-activedescendant');
  };
  const choose = (offer: Offer) => {
    box.value = offer.label;
    value.value = offer.value;
    said.textContent = offer.where ?? '';
    // Other questions may hang on it.
    value.dispatchEvent(new Event('change', { bubbles: true }));
    close();
  };
  const mark = (index: number) => {
    active = index;
    [...list.children].forEach((option, position) => option.setAttribute('aria-selected', String(position === index)));
    const option = list.children[index];
    if (option) {
      box.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    }
  };
  const offer = (offers: readonly Offer[]) => {
    close();
    found = offers;
    said.textContent = offers.length === 0 ? nothing : '';
    offers.forEach((each, index) => {
      const option = document.createElement('li');
      option.id = `${list.id}-${index}`;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      option.textContent = each.label;
      const lies = document.createElement('span');
      lies.className = 'where';
      lies.textContent = each.where ? ` ${each.where}` : '';
      option.append(lies);
      // Before the box loses the focus, which closes the list.
      option.addEventListener('pointerdown', (event) => event.preventDefault());
      option.addEventListener('click', () => choose(each));
      list.append(option);
    });
    box.setAttribute('aria-expanded', String(offers.length > 0));
  };

  box.addEventListener('input', () => {
    value.value = '';
    clearTimeout(timer);
    const q = box.value.trim();
    const turn = ++latest;
    if (q.length < 2) {
      said.textContent = '';
      close();
      return;
    }
    timer = setTimeout(() => {
      void search(addressFor(q)).then(
        // An answer that a later one has overtaken is of no use.
        (offers) => turn === latest && offer(offers),
        () => undefined,
      );
    }, pause);
  });
  box.addEventListener('keydown', (event) => {
    const count = list.children.length;
    const marked = found[active];
    if (event.key === 'Escape' && count > 0) close();
    else if (event.key === 'ArrowDown' && count > 0) mark((active + 1) % count);
    else if (event.key === 'ArrowUp' && count > 0) mark((active - 1 + count) % count);
    else if (event.key === 'Enter' && marked) choose(marked);
    else return;
    event.preventDefault();
  });
  box.addEventListener('blur', () => {
    const wanted = box.value.trim();
    const same = found.filter((each) => each.label === wanted);
    if (!value.value && same.length === 1 && same[0]) choose(same[0]);
    else close();
  });
};

for (const frame of document.querySelectorAll<HTMLElement>('[data-options]')) enhance(frame);
