import type { Browser, Page } from 'playwright-core';
import type { Locale } from '../../src/base/texts.ts';
import { type Channel, usualChannel } from '../../src/definition/nouns/channels.ts';
import type { Field, FieldOf, Service } from '../../src/definition/service.ts';
import { behaviourOf } from '../../src/form/fields/all.ts';
import type { Answers, Given } from '../../src/form/fields/field-type.ts';
import { validate } from '../../src/form/validate.ts';
import type { World } from '../../src/form/world.ts';
import { newPage } from './browser.ts';
import { goOn, numbersOn } from './citizen.ts';
import { fillPage, type WantedAnswers } from './fill-page.ts';
import type { Player, Refused, Submitted } from './journey.ts';
import type { OpenProgram } from './open-program.ts';

export interface BrowserOptions {
  readonly locale: Locale;
  readonly javaScript: boolean;
  readonly width: number;
}

/** How often a page may come back with more to ask before something is wrong. */
const patience = 40;

/**
 * Plays journeys as people do: applicants on a phone, civil servants at a desk, by what the pages show.
 * @param places where they sit, civil servants by their e-mail addresses, one journey after another
 */
export const createBrowserPlayer = (
  program: OpenProgram,
  browser: Browser,
  service: Service,
  world: () => World,
  options: BrowserOptions,
  places: Map<string, Page>,
): Player => {
  /** A page in a browser that nobody has used yet: a new one takes a second to come up. */
  const applicant = async (): Promise<Page> => {
    const page = places.get('applicant') ?? (await newPage(browser, options));
    places.set('applicant', page);
    await page.context().clearCookies();
    await page.goto('about:blank');
    return page;
  };
  /** A civil servant's own computer at an address; who was away for long signs in again. */
  const desk = async (email: string, address: string): Promise<Page> => {
    const page = places.get(email) ?? (await newPage(browser, { ...options, width: 1280 }));
    places.set(email, page);
    await page.goto(address);
    if (new URL(page.url()).pathname !== '/staff/sign-in') return page;
    await page.fill('[name=email]', email);
    await page.fill('[name=password]', 'diwan-demo-2026');
    await page.locator('main form .actions button').first().click();
    await page.waitForURL((url) => url.pathname !== '/staff/sign-in');
    await page.goto(address);
    return page;
  };
  const wanted = (
    fields: Iterable<Field>,
    data: Readonly<Record<string, unknown>>,
    channel: Channel = usualChannel(service),
  ): WantedAnswers => wantedAnswers(fields, data, options.locale, world(), { channel });

  /** Fills and sends pages until the address says that it is done, or the page says what is wrong. */
  const walk = async (page: Page, answers: WantedAnswers, isDone: (path: string) => boolean): Promise<Refused> => {
    let last = '';
    for (let step = 0; step < patience; step++) {
      const path = new URL(page.url()).pathname;
      if (isDone(path)) return undefined;
      if ((await followTasks(page)) || (await openClosed(page))) continue;
      if (await fillPage(page, answers)) continue;
      await goOn(page);
      const again = new URL(page.url()).pathname + (await page.locator('main').innerText());
      const errors = page.locator('.ds-error-summary a');
      if (again === last && (await errors.count()) > 0) return wrongInputs(page);
      last = again;
    }
    throw new Error(`still at ${page.url()} after ${patience} pages:\n${await page.locator('main').innerText()}`);
  };

  return {
    knowsCodes: false,
    submit: async ({ by = 'applicant', channel }, data) => {
      const page =
        by === 'applicant' ? await applicant() : await desk(by, `${program.url}/staff/services/${service.id}/new`);
      if (by === 'applicant') await page.goto(`${program.url}/services/${service.id}/form`);
      const answers = wanted(service.fields.values(), data, channel as Channel | undefined);
      const isForm = (path: string) => path.includes(`/services/${service.id}/`);
      const refused = await walk(
        page,
        channel ? { ...answers, inputs: { ...answers.inputs, channel } } : answers,
        (path) => !isForm(path) || path.endsWith('/sent'),
      );
      if (refused) return { refused };
      const { reference, secret } = await numbersOn(page);
      return { reference, secret: secret || program.secretOf(reference) };
    },
    act: async (request, { by, action }, data) => {
      const declared = service.actions.get(action);
      const answers = wanted(declared?.fields ?? [], data);
      const before = by === 'applicant' ? `/track/${request.reference}` : `/staff/records/${request.reference}`;
      const page =
        by === 'applicant'
          ? await openAsApplicant(await applicant(), program.url, request)
          : await desk(by, program.url + before);
      if (by === 'applicant' && new URL(page.url()).pathname !== before) await page.goto(program.url + before);
      const href = `${before}/actions/${action}`;
      const link = page.locator(`a[href="${href}"], a[href^="${href}?"]`);
      if ((await link.count()) === 0) return 'not-offered';
      await link.first().click();
      await page.waitForLoadState('load');
      return walk(page, answers, (path) => !path.includes('/actions/'));
    },
  };
};

/** Opens the next part of a long form from its list, or what follows when all are done; false where there is no list. */
const followTasks = async (page: Page): Promise<boolean> => {
  if ((await page.locator('main ul.tasks').count()) === 0) return false;
  const onwards = page.locator('main .actions a[href$="/check"]');
  const next = (await onwards.count()) > 0 ? onwards : page.locator('main ul.tasks li:has(.ds-tag) a');
  await next.first().click();
  await page.waitForLoadState('load');
  return true;
};

/** Opens sensitive answers for a reason, where an action that changes them asks for that first; false where none are closed. */
const openClosed = async (page: Page): Promise<boolean> => {
  const form = page.locator('main #closed form');
  if ((await form.count()) === 0) return false;
  await form.locator('[type=radio]').first().check();
  await form.locator('button').click();
  await page.waitForLoadState('load');
  return true;
};

/** Names of the inputs to which the summary of errors leads, each with the code that stands in the address of no page: the words. */
const wrongInputs = async (page: Page): Promise<Refused> => {
  const links = await page.locator('.ds-error-summary a').all();
  const names = await Promise.all(
    links.map(async (link) => (await link.getAttribute('href'))?.replace(/^#/, '') ?? ''),
  );
  return Object.fromEntries(names.map((name) => [name, 'wrong']));
};

const openAsApplicant = async (page: Page, url: string, { reference, secret }: Submitted): Promise<Page> => {
  await page.goto(`${url}/o/${reference}/${secret.replaceAll(' ', '')}`);
  return page;
};

/** The answers as they would be typed, and in words; wrong ones are typed as they are. */
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
