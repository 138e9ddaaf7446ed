import type { Locale } from '../../src/base/texts.ts';
import { type Channel, usualChannel } from '../../src/definition/nouns/channels.ts';
import type { Field, FieldOf, Service } from '../../src/definition/service.ts';
import { behaviourOf } from '../../src/form/fields/all.ts';
import type { Answers, Given } from '../../src/form/fields/field-type.ts';
import { validate } from '../../src/form/validate.ts';
import type { World } from '../../src/form/world.ts';
import type { BrowserOptions } from './browser.ts';
import type { WantedAnswers } from './fill-page.ts';
import type { Player, Refused, Submitted } from './journey.ts';
import type { OpenProgram } from './open-program.ts';
import type { Screen, Screens } from './screen.ts';

/** How often a page may come back with more to ask before something is wrong. */
const patience = 40;

/**
 * Plays journeys as people do: applicants on a phone, civil servants at a desk, by what the pages show. Forms are filled on
 * `screens`, what follows is done at `desks`.
 * @param places where they sit, civil servants by their e-mail addresses, one journey after another
 */
export const createBrowserPlayer = (
  program: OpenProgram,
  { screens, desks }: { readonly screens: Screens; readonly desks: Screens },
  service: Service,
  world: () => World,
  options: BrowserOptions,
  places: Map<string, Screen>,
): Player => {
  /** A screen that nobody has used yet: a new one takes a second to come up. */
  const applicant = async (): Promise<Screen> => {
    const screen = places.get('applicant') ?? (await screens.open(options));
    places.set('applicant', screen);
    await screen.forget();
    return screen;
  };
  /** A civil servant's own computer at an address; who was away for long signs in again. */
  const desk = async (email: string, address: string, on: Screens): Promise<Screen> => {
    const place = on === screens ? `${email} with a form` : email;
    const screen = places.get(place) ?? (await on.open({ ...options, width: 1280 }));
    places.set(place, screen);
    await screen.open(address);
    if (screen.path() !== '/staff/sign-in') return screen;
    await screen.fill({ inputs: { email, password: 'diwan-demo-2026' }, words: {} });
    await screen.press('main form .actions button');
    if (screen.path() === '/staff/sign-in') throw new Error(`${email} cannot sign in: ${await mainOf(screen)}`);
    await screen.open(address);
    return screen;
  };
  const wanted = (
    fields: Iterable<Field>,
    data: Readonly<Record<string, unknown>>,
    channel: Channel = usualChannel(service),
  ): WantedAnswers => wantedAnswers(fields, data, options.locale, world(), { channel });

  /** Fills and sends pages until the address says that it is done, or the page says what is wrong. */
  const walk = async (screen: Screen, answers: WantedAnswers, isDone: (path: string) => boolean): Promise<Refused> => {
    let last = '';
    for (let step = 0; step < patience; step++) {
      if (isDone(screen.path())) return undefined;
      if ((await followTasks(screen)) || (await openClosed(screen))) continue;
      if (await screen.fill(answers)) continue;
      await screen.press('main form .actions button[type=submit]');
      const again = screen.path() + (await mainOf(screen));
      if (again === last && (await screen.count('.ds-error-summary a')) > 0) return wrongInputs(screen);
      last = again;
    }
    throw new Error(`still at ${screen.path()} after ${patience} pages:\n${await mainOf(screen)}`);
  };

  return {
    knowsCodes: false,
    submit: async ({ by = 'applicant', channel }, data) => {
      const screen =
        by === 'applicant'
          ? await applicant()
          : await desk(by, `${program.url}/staff/services/${service.id}/new`, screens);
      if (by === 'applicant') await screen.open(`${program.url}/services/${service.id}/form`);
      const answers = wanted(service.fields.values(), data, channel as Channel | undefined);
      const isForm = (path: string) => path.includes(`/services/${service.id}/`);
      const refused = await walk(
        screen,
        channel ? { ...answers, inputs: { ...answers.inputs, channel } } : answers,
        (path) => !isForm(path) || path.endsWith('/sent'),
      );
      if (refused) return { refused };
      const [reference = '', secret = ''] = (await screen.texts('.keep .code')).map((text) => text.trim());
      return { reference, secret: secret || program.secretOf(reference) };
    },
    act: async (request, { by, action }, data) => {
      const declared = service.actions.get(action);
      const answers = wanted(declared?.fields ?? [], data);
      const before = by === 'applicant' ? `/track/${request.reference}` : `/staff/records/${request.reference}`;
      const screen =
        by === 'applicant'
          ? await openAsApplicant(await applicant(), program.url, request)
          : await desk(by, program.url + before, desks);
      if (by === 'applicant' && screen.path() !== before) await screen.open(program.url + before);
      const href = `${before}/actions/${action}`;
      const link = `a[href="${href}"], a[href^="${href}?"]`;
      if ((await screen.count(link)) === 0) return 'not-offered';
      await screen.press(link);
      return walk(screen, answers, (path) => !path.includes('/actions/'));
    },
  };
};

const mainOf = async (screen: Screen): Promise<string> => (await screen.texts('main')).join();

/** Opens the next part of a long form from its list, or what follows when all are done; false where there is no list. */
const followTasks = async (screen: Screen): Promise<boolean> => {
  if ((await screen.count('main ul.tasks')) === 0) return false;
  const onwards = 'main .actions a[href$="/check"]';
  await screen.press((await screen.count(onwards)) > 0 ? onwards : 'main ul.tasks li:has(.ds-tag) a');
  return true;
};

/** Opens sensitive answers for a reason, where an action that changes them asks for that first; false where none are closed. */
const openClosed = async (screen: Screen): Promise<boolean> => {
  if ((await screen.count('main #closed form')) === 0) return false;
  await screen.choose('main #closed form [type=radio]');
  await screen.press('main #closed form button');
  return true;
};

/** Names of the inputs to which the summary of errors leads, each with the code that stands in the address of no page: the words. */
const wrongInputs = async (screen: Screen): Promise<Refused> => {
  const links = await screen.attributes('.ds-error-summary a', 'href');
  return Object.fromEntries(links.map((link) => [link.replace(/^#/, ''), 'wrong']));
};

const openAsApplicant = async (screen: Screen, url: string, { reference, secret }: Submitted): Promise<Screen> => {
  await screen.open(`${url}/o/${reference}/${secret.replaceAll(' ', '')}`);
  return screen;
};

/** What to type into searches within rows. */
const wordsInRows = (
  { name, fields }: FieldOf<'rows'>,
  rows: readonly Answers[],
  locale: Locale,
  world: World,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    rows.flatMap((row, index) =>
      fields.flatMap((field) => {
        const answer = row[field.name];
        const words = answer === undefined ? undefined : behaviourOf(field).say(answer, field, locale, world);
        return words === undefined ? [] : [[`${name}.${index}.${field.name}`, words] as const];
      }),
    ),
  );

/** The answers as they would be typed, and in words; wrong ones are typed as they are. */
const wantedAnswers = (
  fields: Iterable<Field>,
  data: Readonly<Record<string, unknown>>,
  locale: Locale,
  world: World,
  given: Given,
): WantedAnswers => {
  const list = [...fields];
  const { answers } = validate(list, data, world, given);
  const inputs: Record<string, string> = {};
  const words: Record<string, string> = {};
  for (const field of list) {
    const answer = answers[field.name];
    const raw = data[field.name];
    if (answer === undefined) {
      if (typeof raw === 'string') inputs[field.name] = raw;
      // Which records there are is not known here: they are searched by their reference.
      if (typeof raw === 'string' && field.type === 'record') words[field.name] = raw;
      continue;
    }
    Object.assign(inputs, behaviourOf(field).toInputs(answer, field, world));
    words[field.name] = behaviourOf(field).say(answer, field, locale, world);
    if (field.type === 'rows') Object.assign(words, wordsInRows(field, answer as readonly Answers[], locale, world));
  }
  return { inputs, words };
};
