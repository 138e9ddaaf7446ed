import { say } from '../../base/texts.ts';
import { erasureReasons } from '../../definition/nouns/erase-texts.ts';
import type { RecordEvent } from '../../record/events.ts';
import type { CaseRecord } from '../../record/fold.ts';
import { erasedBy, type ErasureRule } from '../../record/nouns/erase.ts';
import type { FieldTools } from '../fields/field-page.ts';
import type { PageNoun } from '../noun.ts';
import { Alert } from '../ui/alert.tsx';
import { LongDate } from '../ui/date-time.tsx';
import { erasePageTexts as texts } from './erase-texts.ts';

type Tools = Pick<FieldTools, 'locale' | 'world'>;

export const sayRule = (rule: ErasureRule, { locale }: Pick<Tools, 'locale'>): string =>
  rule.rule === 'decided'
    ? say(locale, texts.decided, { reason: say(locale, erasureReasons[rule.reason]) })
    : say(locale, texts['kept-long-enough'], { months: rule.months });

/** That what a record said of a person is gone, since when and under which rule. */
export const ErasedNotice = ({ record, tools }: { readonly record: CaseRecord; readonly tools: Tools }) => {
  const { locale, world } = tools;
  if (!record.erased) return null;
  const [before = '', after = ''] = say(locale, texts.erased, { date: '\0' }).split('\0');
  return (
    <Alert tone="info">
      <p>
        <strong>
          {before}
          <LongDate locale={locale} at={record.erased.at} timeZone={world.timeZone} />
          {after}
        </strong>{' '}
        {sayRule(record.erased.rule, tools)}
      </p>
      <p>{say(locale, texts.stays)}</p>
    </Alert>
  );
};

const stepOf = (event: RecordEvent, tools: Tools) => {
  const rule = erasedBy(event);
  return rule ? [sayRule(rule, tools)] : [];
};

export const erase: PageNoun = {
  outcomes: (_desk, { tools: { locale } }, action) => (action.erase ? [say(locale, texts.outcome)] : []),
  staffStep: (_desk, { tools }, event) => stepOf(event, tools),
  applicantStep: ({ tools }, event) => stepOf(event, tools),
  json: ({ record: { erased } }) => (erased ? { erased: { at: erased.at.toISOString(), ...erased.rule } } : {}),
};
