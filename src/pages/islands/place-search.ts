/**
 * Turns the search for a place into a box that offers names while one types: a combobox with a list (WAI-ARIA APG). The
 * chosen code goes into a hidden input; whatever is typed and not chosen is still sent, for the server to make sense of.
 */
interface FoundPlace {
  readonly code: string;
  readonly name: Readonly<Record<string, string>>;
  readonly parent: string | null;
}

const locale = document.documentElement.lang;
const offered = 8;
const pause = 200;

const nameIn = ({ name }: FoundPlace): string => name[locale] ?? '';

const search = async (level: string, q: string): Promise<readonly FoundPlace[]> => {
  const answer = await fetch(`/api/v1/places?${new URLSearchParams({ level, q, lang: locale })}`);
  return answer.ok ? ((await answer.json()) as { places: FoundPlace[] }).places.slice(0, offered) : [];
};

const enhance = (frame: HTMLElement) => {
  const place = frame.querySelector<HTMLElement>('[data-place]');
  const box = place?.querySelector<HTMLInputElement>('input[type=search]');
  if (!place || !box) return;
  const { placeLevel = '', chosen = '', nothing = '', where = '{}' } = frame.dataset;
  const whereOf = JSON.parse(where) as Readonly<Record<string, string>>;
  const name = place.dataset['place'] ?? '';

  const whereIs = (each: FoundPlace): string =>
    (whereOf[each.parent ?? ''] ?? '')
      .split(/(?<=[،,]) /)
      .filter((above) => above.replace(/[،,]$/, '') !== nameIn(each))
      .join(' ');

  const code = document.createElement('input');
  code.type = 'hidden';
  code.name = name;
  const before = place.querySelector<HTMLInputElement>('input[type=radio]:checked');
  code.value = before?.value ?? '';
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
  if (code.value) box.value = chosen;
  box.type = 'text';
  for (const [attribute, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-controls': list.id,
    'aria-expanded': 'false',
  }))
    box.setAttribute(attribute, value);
  place.append(list, said, code);

  let found: readonly FoundPlace[] = [];
  let active = -1;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = 0;

  const close = () => {
    list.textContent = '';
    active = -1;
    box.setAttribute('aria-expanded', 'false');
    box.removeAttribute('aria-activedescendant');
  };
  const choose = (chosenPlace: FoundPlace) => {
    box.value = nameIn(chosenPlace);
    code.value = chosenPlace.code;
    said.textContent = whereIs(chosenPlace);
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
  const offer = (places: readonly FoundPlace[]) => {
    close();
    found = places;
    said.textContent = places.length === 0 ? nothing : '';
    places.forEach((each, index) => {
      const option = document.createElement('li');
      option.id = `${list.id}-${index}`;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      option.textContent = nameIn(each);
      const lies = document.createElement('span');
      lies.className = 'where';
      lies.textContent = ` ${whereIs(each)}`;
      option.append(lies);
      // Before the box loses the focus, which closes the list.
      option.addEventListener('pointerdown', (event) => event.preventDefault());
      option.addEventListener('click', () => choose(each));
      list.append(option);
    });
    box.setAttribute('aria-expanded', String(places.length > 0));
  };

  box.addEventListener('input', () => {
    code.value = '';
    clearTimeout(timer);
    const q = box.value.trim();
    const turn = ++latest;
    if (q.length < 2) {
      said.textContent = '';
      close();
      return;
    }
    timer = setTimeout(() => {
      void search(placeLevel, q).then(
        // An answer that a later one has overtaken is of no use.
        (places) => turn === latest && offer(places),
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
    const same = found.filter((each) => nameIn(each) === wanted);
    if (!code.value && same.length === 1 && same[0]) choose(same[0]);
    else close();
  });
};

for (const frame of document.querySelectorAll<HTMLElement>('[data-place-level]')) enhance(frame);
