import { say } from '../../base/texts.ts';
import { sayInstant } from '../../form/fields/datetime.ts';
import { type OpenedByException, reasonKey } from '../../record/nouns/break-glass.ts';
import type { FieldTools } from '../fields/field-page.ts';
import type { OpenedRecord } from '../record-access.ts';
import { paragraphs } from '../paragraphs.tsx';
import { Alert } from '../ui/alert.tsx';
import type { Moment } from '../ui/timeline.tsx';
import { breakGlassTexts as texts } from './break-glass-texts.ts';

/** The step in the history: to civil servants and to the applicant, each with the reason. */
export const momentOfException = (
  { tools, ...opened }: { readonly tools: FieldTools; readonly reader?: OpenedRecord['reader'] },
  { facts, content }: OpenedByException,
): Omit<Moment, 'byline'> => {
  const { locale, world } = tools;
  const reason = content?.[reasonKey];
  return {
    title: say(locale, texts.moment),
    tone: 'warning',
    icon: 'lock',
    body: paragraphs(
      opened.reader === undefined || opened.reader.kind === 'applicant'
        ? say(locale, texts.forApplicant)
        : say(locale, texts.until, { until: sayInstant(new Date(facts.until), locale, world.timeZone) }),
      reason !== undefined && say(locale, texts.reason, { reason }),
    ),
  };
};

/** Said above a record that somebody has opened so. */
export const ExceptionAlert = ({ until, tools }: { readonly until: Date; readonly tools: FieldTools }) => (
  <Alert tone="warning">
    <p>{say(tools.locale, texts.openNow, { until: sayInstant(until, tools.locale, tools.world.timeZone) })}</p>
  </Alert>
);
