import { say } from '../../../base/texts.ts';
import { sayDay } from '../../../form/fields/date.ts';
import { sayInstant } from '../../../form/fields/datetime.ts';
import type { RecountedRecord } from '../../../events/recount.ts';
import { Bdi } from '../../ui/bdi.tsx';
import { Actions, Button, ButtonLink } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Table } from '../../ui/table.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type AdminContext, AdminForm, AdminPage } from './admin-page.tsx';
import { calendarPath } from './admin-paths.ts';
import { adminTexts } from './admin-texts.ts';
import type { AskedOfCalendar } from './calendar-asked.ts';
import { calendarTexts as texts } from './calendar-texts.ts';

/** What a change of the calendar would do to what runs; undefined: there is too much to count it while somebody waits. */
export interface CalendarEffect {
  readonly looked: number;
  readonly differing: number;
  readonly sample: readonly RecountedRecord[];
}

interface Props {
  readonly context: AdminContext;
  readonly asked: AskedOfCalendar;
  /** Days of the next two years on which offices open or close otherwise than before. */
  readonly closes: readonly string[];
  readonly opens: readonly string[];
  readonly effect: CalendarEffect | undefined;
  readonly running: number;
}

/** Beyond as many running time limits the effect is not counted on the page. */
export const mostCounted = 2_000;
const mostDays = 8;

export const CalendarPreviewPage = ({ context, asked, closes, opens, effect, running }: Props) => {
  const { locale, timeZone } = context;
  const list = (days: readonly string[]) =>
    days
      .slice(0, mostDays)
      .map((day) => sayDay(day, locale))
      .join(locale === 'ar' ? '، ' : ', ') +
    (days.length > mostDays ? ` ${say(locale, texts.more, { count: days.length - mostDays })}` : '');
  const due = (at: Date | string | undefined) => (at === undefined ? '–' : sayInstant(new Date(at), locale, timeZone));
  return (
    <AdminPage
      context={context}
      title={say(locale, texts.previewTitle)}
      lead={say(locale, texts.previewFrom)}
      crumbs={[{ href: calendarPath, label: say(locale, adminTexts.calendar) }]}
    >
      <Card>
        <ul class="ds-list">
          {closes.length > 0 && <li>{say(locale, texts.closes, { days: list(closes) })}</li>}
          {opens.length > 0 && <li>{say(locale, texts.opens, { days: list(opens) })}</li>}
          <li>
            {effect
              ? say(locale, texts.effect, { differing: effect.differing, looked: effect.looked })
              : say(locale, texts.tooMany, { count: running, most: mostCounted })}
          </li>
        </ul>
      </Card>
      {effect && effect.sample.length > 0 && (
        <Table
          caption={say(locale, texts.effect, { differing: effect.differing, looked: effect.looked })}
          isCaptionHidden
          rows={effect.sample}
          columns={[
            {
              label: say(locale, texts.record),
              isHeader: true,
              cell: ({ reference }) => (
                <a class="ds-link" href={`/staff/records/${reference}`}>
                  <Bdi>{reference}</Bdi>
                </a>
              ),
            },
            {
              label: say(locale, texts.was),
              cell: ({ before: { deadline } }) => (
                <bdi>{due(deadline && 'dueAt' in deadline ? deadline.dueAt : undefined)}</bdi>
              ),
            },
            {
              label: say(locale, texts.becomes),
              cell: ({ facts: { deadline } }) => (
                <bdi>{due(deadline && 'dueAt' in deadline ? String(deadline.dueAt) : undefined)}</bdi>
              ),
            },
          ]}
        />
      )}
      <AdminForm context={context} action={calendarPath}>
        {Object.entries(asked).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {(!effect || effect.differing > 0) && (
          <div class="field">
            <div class="choice">
              <input class="ds-input" type="checkbox" id="f-recount" name="recount" value="yes" checked />
              <label for="f-recount">{say(locale, texts.recount)}</label>
            </div>
          </div>
        )}
        <TextField
          locale={locale}
          name="note"
          label={say(locale, adminTexts.note)}
          hint={say(locale, adminTexts.noteHint)}
          maxLength={300}
          optional
        />
        <Actions>
          <Button name="step" value="confirm">
            {say(locale, texts.confirmChange)}
          </Button>
          <ButtonLink href={calendarPath} look="tertiary">
            {say(locale, adminTexts.back)}
          </ButtonLink>
        </Actions>
      </AdminForm>
    </AdminPage>
  );
};
