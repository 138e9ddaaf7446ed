/** The parts of the page, by id; the server gives them their words. */
export const find = (id: string): HTMLElement | null => document.getElementById(id);

export const get = <Kind extends HTMLElement = HTMLElement>(id: string): Kind => find(id) as Kind;

/** Puts one of the page's sentences into an element; nothing when there is nothing to say. */
export const tell = (id: string, problem?: string): void => {
  const place = get(id);
  const words = get<HTMLTemplateElement>('problem-words').content;
  const sentence = problem === undefined ? null : words.querySelector(`[data-problem="${problem}"]`);
  place.textContent = sentence?.textContent ?? '';
  place.hidden = !sentence;
};

export const setWords = (id: string, words: string | undefined): void => {
  const place = get(id);
  place.hidden = words === undefined;
  if (words !== undefined && place.textContent !== words) place.textContent = words;
};
