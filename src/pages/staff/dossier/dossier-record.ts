import { intlLocale, say } from '../../../base/texts.ts';
import { getState } from '../../../definition/service.ts';
import type { DossierPart, DossierRecord } from '../../../documents/dossier.ts';
import { filesIn } from '../../../events/uploads.ts';
import { nameOfRecord } from '../../../form/applicant.ts';
import { behaviourOf } from '../../../form/fields/all.ts';
import { sayInstant } from '../../../form/fields/datetime.ts';
import { notFor } from '../../../record/field-access.ts';
import { taskInWords } from '../../nouns/tasks.tsx';
import { wordsOf } from '../../words-of.tsx';
import type { Desk } from '../desk.ts';
import type { DeskRecord } from '../record-data.ts';
import { historyOf } from '../record-history.tsx';
import { dossierTexts as texts } from './dossier-texts.ts';

/** A record as its reader has it on paper: nothing that the page would not show. */
export const dossierRecord = (desk: Desk, opened: DeskRecord, relation: string): DossierRecord => {
  const { service, record, reference, tools } = opened;
  const { locale, world } = tools;
  const instant = (at: Date) => sayInstant(at, locale, world.timeZone);
  const state = getState(service, record.state).staffLabel[locale];
  const title = service.texts.record[locale];
  return {
    reference,
    name: [title, nameOfRecord(service, record.answers, tools)].filter((part) => part !== undefined).join(' · '),
    title: `${title} ${reference}`,
    state,
    relation,
    about: [
      { label: say(locale, texts.service), value: service.texts.title[locale] },
      { label: say(locale, texts.state), value: state },
      { label: say(locale, texts.withWhom), value: desk.sayInstitution(record.institution, locale) },
      { label: say(locale, texts.came), value: instant(record.submittedAt) },
      { label: say(locale, texts.changed), value: instant(record.updatedAt) },
    ],
    parts: [answersPart(opened), tasksPart(opened), filesPart(opened), historyPart(desk, opened)].filter(
      ({ lines, rows }) => lines.length + rows.length > 0,
    ),
  };
};

const answersPart = ({ service, record, whole, closed, reader, tools }: DeskRecord): DossierPart => {
  const { locale, world } = tools;
  const fields = [...service.fields.values()];
  const others = notFor(service, reader);
  const kept = fields.filter(({ name }) => others.has(name) && whole.record.answers[name] !== undefined);
  const questions = new Intl.ListFormat(intlLocale[locale]).format(kept.map(({ label }) => label[locale]));
  return {
    title: say(locale, texts.answers),
    rows: fields.flatMap((field) => {
      const { name, label } = field;
      const answer = record.answers[name];
      if (answer !== undefined)
        return [{ label: label[locale], value: behaviourOf(field).say(answer, field, locale, world) }];
      const isClosed = closed.includes(name) && whole.record.answers[name] !== undefined;
      return isClosed ? [{ label: label[locale], value: say(locale, texts.closed) }] : [];
    }),
    lines: kept.length > 0 ? [say(locale, texts.notRead, { questions })] : [],
  };
};

const tasksPart = (opened: DeskRecord): DossierPart => ({
  title: say(opened.tools.locale, texts.tasks),
  rows: opened.record.tasks.map((task) => taskInWords(opened, task)),
  lines: [],
});

const filesPart = ({ service, record, tools: { locale } }: DeskRecord): DossierPart => ({
  title: say(locale, texts.files),
  rows: filesIn(service, record.answers).map(({ file, label }) => ({
    label: label[locale],
    value: `${file.name}\n${file.type} · ${new Intl.NumberFormat(intlLocale[locale]).format(file.size)} B\nSHA-256 ${file.sha256}`,
  })),
  lines: [],
});

/** So many steps are printed, the latest of them. */
const mostSteps = 300;

const historyPart = (desk: Desk, opened: DeskRecord): DossierPart => {
  const { locale } = opened.tools;
  const all = historyOf(desk, opened);
  const shown = all.slice(0, mostSteps).toReversed();
  return {
    title: say(locale, texts.history),
    rows: shown.map(({ title, byline, body }) => ({
      label: wordsOf(byline).join(' '),
      value: [wordsOf(title).join(' '), ...wordsOf(body)].join('\n'),
    })),
    lines: all.length > shown.length ? [say(locale, texts.earlier, { count: all.length - shown.length })] : [],
  };
};
