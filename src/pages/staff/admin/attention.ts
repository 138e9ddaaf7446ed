import { say, type Locale } from '../../../base/texts.ts';
import { countLeftBehind } from '../../../events/succession-queries.ts';
import { countMessages } from '../../../reactions/outbox-queries.ts';
import { addDays } from '../../../base/calendar-day.ts';
import { endsSoon } from '../../../territory/calendar.ts';
import { countPlaceImports } from '../../../territory/place-import-queries.ts';
import { successionsIn } from '../../../territory/successions.ts';
import type { Parts } from '../../parts.ts';
import type { IconName } from '../../ui/icons.ts';
import type { Tone } from '../../ui/tag.tsx';
import { calendarPath, institutionsPath, jobsPath, placeImportPath, settingsPath, storagePath } from './admin-paths.ts';
import { servicesNaming } from './institution-facts.ts';
import { overviewTexts as texts } from './overview-texts.ts';
import { diskOf } from './running-routes.tsx';
import { jobTexts } from './running-texts.ts';
import { sayBytes } from './say-bytes.ts';

/** Something that somebody should look at, worst first. */
export interface Attention {
  readonly tone: Exclude<Tone, 'neutral' | 'success'>;
  readonly icon: IconName;
  readonly words: string;
  readonly href: string;
}

const leastFree = 0.1;
const leastFreeBytes = 2_000_000_000;
const noticeDays = 60;
const order = ['danger', 'warning', 'info'] as const;

export const attentionOf = async (parts: Parts, locale: Locale): Promise<readonly Attention[]> => {
  const found = await Promise.all([
    ofJobs(parts, locale),
    ofDisk(parts, locale),
    ofFiles(parts, locale),
    ofScanner(parts, locale),
    ofMessages(parts, locale),
    ofSuccession(parts, locale),
    ofImports(parts, locale),
    ofCalendar(parts, locale),
    ofOperator(parts, locale),
  ]);
  return found.flat().toSorted((a, b) => order.indexOf(a.tone) - order.indexOf(b.tone));
};

type Look = (parts: Parts, locale: Locale) => Promise<readonly Attention[]> | readonly Attention[];

const ofJobs: Look = ({ jobs }, locale) =>
  jobs
    .list()
    .filter(({ failuresInARow }) => failuresInARow > 0)
    .map(({ name, failuresInARow, lastFailure }) => ({
      tone: 'danger',
      icon: 'error',
      href: jobsPath,
      words: say(locale, texts.jobFails, {
        job: jobTexts[name]?.[locale] ?? name,
        count: failuresInARow,
        message: lastFailure?.message ?? '',
      }),
    }));

const ofDisk: Look = async ({ config }, locale) => {
  const { free, total } = await diskOf(config.dataFolder);
  return free / total < leastFree && free < 10 * leastFreeBytes
    ? [
        {
          tone: free < leastFreeBytes ? 'danger' : 'warning',
          icon: 'warning',
          href: storagePath,
          words: say(locale, texts.diskLow, { free: sayBytes(free, locale) }),
        },
      ]
    : [];
};

const ofFiles: Look = async ({ engine: { files } }, locale) =>
  (await files.faultOf(files.home)) === undefined
    ? []
    : [{ tone: 'danger', icon: 'error', href: storagePath, words: say(locale, texts.filesAway) }];

const ofScanner: Look = async ({ engine: { scan } }, locale) => {
  const isAway = await scan.scanner?.version().then(
    () => false,
    () => true,
  );
  return isAway ? [{ tone: 'danger', icon: 'error', href: storagePath, words: say(locale, texts.scannerAway) }] : [];
};

const ofMessages: Look = async ({ database }, locale) => {
  const count = (await countMessages(database))
    .filter(({ status }) => status === 'failed')
    .reduce((sum, row) => sum + row.count, 0);
  return count === 0
    ? []
    : [
        {
          tone: 'warning',
          icon: 'message',
          href: '/staff/messages',
          words: say(locale, texts.failedMessages, { count }),
        },
      ];
};

const ofSuccession: Look = async (parts, locale) => {
  const { liveCountry, database, territory, catalogue } = parts;
  const codes = [...successionsIn(liveCountry.changes()).keys()];
  const left = codes.length === 0 ? [] : await database.run(countLeftBehind, [codes]);
  const count = left.reduce((sum, { records, tasks }) => sum + records + tasks, 0);
  const away = new Set(
    catalogue.services.length === 0
      ? []
      : territory.institutionCodes.filter((code) => territory.findInstitution(code)?.retired),
  );
  const services = servicesNaming(parts, away).map((service) => service.texts.title[locale]);
  return [
    ...(services.length > 0
      ? [
          {
            tone: 'warning' as const,
            icon: 'document' as const,
            href: '/staff/services',
            words: say(locale, texts.namedAway, { services: services.join(locale === 'ar' ? '، ' : ', ') }),
          },
        ]
      : []),
    ...(count > 0
      ? [
          {
            tone: 'info' as const,
            icon: 'people' as const,
            href: institutionsPath,
            words: say(locale, texts.leftBehind, { count }),
          },
        ]
      : []),
  ];
};

const ofImports: Look = async ({ database }, locale) => {
  const [row] = await database.run(countPlaceImports);
  const count = row?.count ?? 0;
  return count === 0
    ? []
    : [{ tone: 'info', icon: 'pin', href: placeImportPath, words: say(locale, texts.importsWait, { count }) }];
};

const ofCalendar: Look = ({ liveCountry: { calendar }, world }, locale) => {
  const { now } = world();
  const today = calendar.dayOf(now);
  const last = addDays(today, noticeDays);
  const expected = Object.entries(calendar.content.moving)
    .filter(([day, { basis }]) => basis === 'expected' && day >= today && day <= last)
    .map(([day, { name }]) => `${name[locale]} (${day})`);
  return [
    ...(expected.length > 0
      ? [
          {
            tone: 'warning' as const,
            icon: 'calendar' as const,
            href: calendarPath,
            words: say(locale, texts.expectedSoon, { days: expected.join(locale === 'ar' ? '، ' : ', ') }),
          },
        ]
      : []),
    ...(endsSoon(calendar, now)
      ? [
          {
            tone: 'warning' as const,
            icon: 'calendar' as const,
            href: calendarPath,
            words: say(locale, texts.calendarEnds, { year: String(calendar.content.lastYear) }),
          },
        ]
      : []),
  ];
};

const ofOperator: Look = ({ country, territory }, locale) =>
  country.operator !== undefined && territory.findInstitution(country.operator)?.retired === false
    ? []
    : [{ tone: 'warning', icon: 'building', href: settingsPath, words: say(locale, texts.noOperator) }];
