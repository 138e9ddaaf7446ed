import { intlLocale, say } from '../../../base/texts.ts';
import { referenceOf } from '../../../events/reference.ts';
import type { DueRow } from '../../../projections/due-queries.ts';
import type { FieldTools } from '../../fields/field-page.ts';
import { priorityLevelTexts } from '../../nouns/priority.tsx';
import { Bdi } from '../../ui/bdi.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';
import { type Desk, getVersion } from '../desk.ts';
import { StateTag } from '../record-words.tsx';
import { ShortDateTime } from '../short-date-time.tsx';
import { staffTexts } from '../staff-texts.ts';
import type { CalendarData } from './calendar-data.ts';
import { calendarTexts as texts } from './calendar-texts.ts';

interface DueTableProps {
  readonly desk: Desk;
  readonly calendar: CalendarData;
  readonly tools: FieldTools;
  readonly caption: string;
  readonly rows: readonly DueRow[];
  /** Under the heading of a day, where the hour is enough. */
  readonly isOfOneDay?: boolean;
}

/** What is due, each leading to its record. Nothing of what people wrote is in it: a calendar is printed and hung up. */
export const DueTable = ({ desk, calendar, tools, caption, rows, isOfOneDay = false }: DueTableProps) => {
  const { locale, world } = tools;
  const { work, names, query } = calendar;
  const time = new Intl.DateTimeFormat(intlLocale[locale], {
    timeZone: world.timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
  const inCharge: Column<DueRow> = {
    label: say(locale, texts.inCharge),
    cell: ({ assignee }) => {
      if (assignee === null) return <span class="quiet">–</span>;
      const isYou = assignee === work.scope.account;
      return isYou ? <strong>{say(locale, staffTexts.you)}</strong> : <bdi>{names.get(assignee)?.[locale]}</bdi>;
    },
  };
  return (
    <Table
      caption={caption}
      isCaptionHidden
      rows={rows}
      rowTone={({ escalated, dueAt }) => (escalated || dueAt <= world.now ? 'danger' : undefined)}
      columns={[
        {
          label: say(locale, texts.at),
          cell: ({ dueAt }) =>
            isOfOneDay ? (
              <time datetime={dueAt.toISOString()}>
                <bdi>{time.format(dueAt)}</bdi>
              </time>
            ) : (
              <ShortDateTime locale={locale} at={dueAt} world={world} />
            ),
        },
        {
          label: say(locale, texts.record),
          isHeader: true,
          cell: ({ id, versionId, task }) => {
            const service = getVersion(work, versionId);
            const reference = referenceOf(service.referencePrefix, id);
            return (
              <span class="two-lines">
                <a class="ds-link" href={`/staff/records/${reference}`}>
                  <Bdi>{reference}</Bdi>
                </a>
                <span class="quiet">
                  {task === null
                    ? service.texts.record[locale]
                    : say(locale, texts.task, { task: service.tasks.get(task)?.label[locale] ?? task })}
                </span>
              </span>
            );
          },
        },
        {
          label: say(locale, texts.state),
          cell: ({ versionId, state, urgent, escalated }) => (
            <span class="tags">
              {urgent && (
                <Tag tone="danger" icon="warning">
                  {priorityLevelTexts.high[locale]}
                </Tag>
              )}
              {escalated && (
                <Tag tone="danger" icon="bell">
                  {say(locale, staffTexts.escalated)}
                </Tag>
              )}
              <StateTag service={getVersion(work, versionId)} state={state} locale={locale} />
            </span>
          ),
        },
        ...(query.circle === 'below' || query.circle === 'all'
          ? [
              {
                label: say(locale, texts.where),
                cell: ({ institution }: DueRow) => desk.sayInstitution(institution, locale),
              },
            ]
          : []),
        ...(query.circle === 'me' ? [] : [inCharge]),
      ]}
    />
  );
};
