import { say } from '../../base/texts.ts';
import type { Action } from '../../definition/service.ts';
import type { RecordEvent } from '../../record/events.ts';
import { institutionOf } from '../../record/institution-of.ts';
import { createInstitutionFinder } from '../../record/nouns/route.ts';
import { mayStay } from '../../record/nouns/transfer.ts';
import { findTarget } from '../../record/target.ts';
import { Alert } from '../ui/alert.tsx';
import type { FieldTools } from '../fields/field-page.ts';
import type { PageNoun } from '../noun.ts';
import type { RecordView } from '../public/record-view.ts';
import { saidWith } from '../said-with.tsx';
import type { DeskRecord } from '../staff/record-data.ts';
import { transferTexts as texts } from './transfer-texts.ts';

const nameOf = (code: string, { territory, locale }: FieldTools): string =>
  territory.findInstitution(code)?.name[locale] ?? code;

const transferredBy = (event: RecordEvent) => (event.kind === 'acted' ? event.facts.transferred : undefined);

const outcomesOf = ({ service, record, tools }: DeskRecord, action: Action): readonly string[] => {
  const { transfer: declared } = action;
  if (!declared) return [];
  const { locale, territory } = tools;
  const to =
    declared.to && (findTarget(declared.to, record.answers, createInstitutionFinder(territory)) ?? service.owner);
  return [
    to === undefined
      ? say(locale, mayStay(record, action) ? texts.dealsWith : texts.goesToChosen)
      : say(locale, texts.goesTo, { institution: nameOf(to, tools) }),
    ...(record.deadline ? [say(locale, declared.deadlineAnew ? texts.deadlineAnew : texts.deadlineGoesOn)] : []),
  ];
};

/** Who has the request now and why, for the person who made it, once it is not where it came in. */
const NowWith = ({ view }: { readonly view: RecordView }) => {
  const placed = view.events.findLast((event) => institutionOf(event) !== undefined);
  const last = placed?.kind === 'acted' ? placed : undefined;
  const transferred = last && transferredBy(last);
  const { meaning } = view.service.states.get(view.record.state) ?? {};
  if (!last || !transferred || (meaning !== 'open' && meaning !== 'waiting')) return null;
  const { tools, record } = view;
  return (
    <Alert tone="info" title={say(tools.locale, texts.nowWith, { institution: nameOf(record.institution, tools) })}>
      <p>{say(tools.locale, texts.handedOverToYou, { from: nameOf(transferred.from, tools) })}</p>
      {saidWith(view, last)}
    </Alert>
  );
};

export const transfer: PageNoun = {
  outcomes: (_desk, opened, action) => outcomesOf(opened, action),
  outcomesForMany: (_service, { transfer: declared }, { locale }) =>
    declared ? [say(locale, declared.to ? texts.goesToDeclared : texts.goesToChosen)] : [],
  staffStep: (_desk, { tools }, event) => {
    const transferred = transferredBy(event);
    if (!transferred) return [];
    const { from, to } = transferred;
    return [say(tools.locale, texts.handedOver, { from: nameOf(from, tools), to: nameOf(to, tools) })];
  },
  applicantStep: ({ tools }, event) => {
    const transferred = transferredBy(event);
    return transferred ? [say(tools.locale, texts.sentOn, { to: nameOf(transferred.to, tools) })] : [];
  },
  applicantPart: (view) => <NowWith view={view} />,
  json: ({ events }) => {
    const transfers = events.flatMap((event, index) => {
      const transferred = transferredBy(event);
      return transferred ? [{ event: index + 1, from: transferred.from, to: transferred.to }] : [];
    });
    return transfers.length > 0 ? { transfers } : {};
  },
};

/** In place of what a record needs now, for who gave it away. */
export const HandedOver = ({ institution, tools }: { readonly institution: string; readonly tools: FieldTools }) => (
  <Alert tone="info" title={say(tools.locale, texts.leftTitle, { institution: nameOf(institution, tools) })}>
    <p>{say(tools.locale, texts.left)}</p>
  </Alert>
);
