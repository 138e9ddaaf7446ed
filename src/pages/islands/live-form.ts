import type { Locale } from '../../base/texts.ts';
import type { Field } from '../../definition/service.ts';
import type { Given, Inputs } from '../../form/fields/field-type.ts';
import { findLive, isAsked, readLive } from '../../form/live/live-form.ts';
import { liveBehaviourOf } from '../../form/live/live-fields.ts';
import { unpack, unpackField } from '../../form/live/pack.ts';
import type { World } from '../../form/world.ts';

/**
 * Follows what is typed on a page by the rules of the declaration: questions come and go, calculated answers change, and a
 * question that is left says which of its checks does not hold. What counts is said by the program when the page is sent.
 */
interface LiveData {
  readonly locale: Locale;
  readonly timeZone: string;
  readonly currency: string;
  readonly given: unknown;
  readonly fields: readonly unknown[];
}

const follow = (form: HTMLFormElement, data: LiveData): void => {
  const { locale, timeZone, currency } = data;
  const fields = data.fields.map(unpackField);
  const given = unpack(data.given) as Given;
  // Nothing of what a browser reads by itself asks for a place, an institution or a number's country.
  const worldNow = (): World => ({
    now: new Date(),
    timeZone,
    currency,
    findPlace: () => undefined,
    findInstitution: () => undefined,
    readPhone: () => undefined,
  });
  const questions = [...form.querySelectorAll<HTMLElement>('[data-live]')].map((place) => {
    const waiting = place.querySelector('template');
    const nodes = [...(waiting ? waiting.content : place).childNodes];
    waiting?.remove();
    return { place, nodes, path: place.dataset['live'] ?? '' };
  });
  const calculated = [...form.querySelectorAll<HTMLElement>('[data-calculated]')].map((output) => ({
    output,
    path: output.dataset['calculated'] ?? '',
    nothing: output.dataset['nothing'] ?? '',
  }));

  const showQuestions = (): void => {
    // One that comes can call for the next.
    for (let step = 0; step <= questions.length; step++) {
      const inputs = typedIn(form);
      const world = worldNow();
      const { values: onPage } = readLive(fields, inputs, given, world);
      let changed = false;
      for (const { place, nodes, path } of questions) {
        const found = findLive(fields, path, inputs, onPage, world);
        const asked = found !== undefined && isAsked(found.field, found.values, world.now);
        if (asked === place.childNodes.length > 0) continue;
        if (asked) place.append(...nodes);
        else place.textContent = '';
        changed = true;
      }
      if (!changed) return;
    }
  };
  const calculate = (): void => {
    const inputs = typedIn(form);
    const world = worldNow();
    const { values: onPage } = readLive(fields, inputs, given, world);
    for (const { output, path, nothing } of calculated) {
      const found = findLive(fields, path, inputs, onPage, world);
      if (!found) continue;
      const { field, values } = found;
      const behaviour = liveBehaviourOf(field);
      const answer = isAsked(field, values, world.now) ? behaviour.compute?.(field, values, world) : undefined;
      const words = answer === undefined ? nothing : behaviour.say(answer, field, locale, world);
      if (output.textContent === words) continue;
      const said = document.createElement(answer === undefined ? 'span' : 'bdi');
      if (answer === undefined) said.className = 'quiet';
      said.textContent = words;
      output.textContent = '';
      output.append(said);
    }
  };
  const check = (input: string): void => {
    const field = questionOf(fields, input);
    if (!field) return;
    const { errors } = readLive(fields, typedIn(form), given, worldNow());
    const error = errors.find(({ path }) => path === field.path);
    const broken = error && field.checks.find(({ name }) => name === error.code);
    sayCheck(form, field.path, broken?.message[locale]);
  };

  let waiting = 0;
  const soon = (): void => {
    clearTimeout(waiting);
    waiting = window.setTimeout(
      () =>
        whenStill(() => {
          showQuestions();
          calculate();
        }),
      150,
    );
  };
  const now = ({ target }: Event): void =>
    whenStill(() => {
      showQuestions();
      calculate();
      if (target instanceof HTMLElement) check((target as HTMLInputElement).name ?? '');
    });
  form.addEventListener('input', soon);
  form.addEventListener('change', now);
  showQuestions();
  calculate();
};

let isPressing = false;
let postponed: (() => void)[] = [];

/** While something is being pressed the page does not move: a button would slip away from under the finger. */
const whenStill = (work: () => void): void => {
  if (isPressing) postponed.push(work);
  else work();
};
const release = (): void => {
  isPressing = false;
  const works = postponed;
  postponed = [];
  for (const work of works) work();
};
document.addEventListener('pointerdown', () => void (isPressing = true), true);
for (const end of ['pointerup', 'pointercancel']) document.addEventListener(end, () => void setTimeout(release), true);

/** What would be sent of the form now; of several inputs of one name the first counts, as for the program. */
const typedIn = (form: HTMLFormElement): Inputs => {
  const inputs: Record<string, string> = {};
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && !Object.hasOwn(inputs, name)) inputs[name] = value;
  return inputs;
};

interface Question {
  readonly path: string;
  readonly checks: Field['checks'];
}

/** The question that an input belongs to, in a row or not. */
const questionOf = (fields: readonly Field[], input: string): Question | undefined => {
  const field = fields.find(({ name }) => input === name || input.startsWith(`${name}.`));
  if (field?.type !== 'rows') return field && { path: field.name, checks: field.checks };
  const [, index = '', rest = ''] = /^\.(\d+)\.(.+)$/.exec(input.slice(field.name.length)) ?? [];
  const inner = questionOf(field.fields, rest);
  return inner && { ...inner, path: `${field.name}.${index}.${inner.path}` };
};

/** Says under a question what is wrong with its answer, or takes that away; what the program said goes with it. */
const sayCheck = (form: HTMLFormElement, path: string, words: string | undefined): void => {
  const id = `e-${path}`;
  const old = document.getElementById(id);
  const control = [...form.elements].find(
    (each) => 'name' in each && (each.name === path || String(each.name).startsWith(`${path}.`)),
  );
  const frame = old?.closest('.field') ?? control?.closest('.field');
  if (!frame || !control) return;
  frame.classList.toggle('wrong', words !== undefined);
  if (words === undefined) {
    old?.remove();
    return;
  }
  const message = old ?? document.createElement('p');
  message.id = id;
  message.className = 'ds-validation-message';
  message.setAttribute('role', 'status');
  message.textContent = words;
  if (!old) {
    const heading = frame.querySelector(':scope > .hint') ?? frame.querySelector(':scope > .ds-label, :scope > legend');
    heading?.after(message);
    const described = control.getAttribute('aria-describedby');
    if (!described?.includes(id)) control.setAttribute('aria-describedby', [described, id].filter(Boolean).join(' '));
  }
};

const place = document.getElementById('live-form');
const form = place?.closest('form');
if (place && form) follow(form, JSON.parse(place.textContent) as LiveData);
