import { intlLocale, say } from '../../../base/texts.ts';
import type { Service } from '../../../definition/service.ts';
import type { Job } from '../../../reactions/jobs.ts';
import type { ErasurePreview } from '../../../reactions/retention.ts';
import { LongDate, LongDateTime } from '../../ui/date-time.tsx';
import { Table } from '../../ui/table.tsx';
import type { AdminContext } from './admin-page.tsx';
import { retentionTexts as texts } from './retention-texts.ts';

export interface RetentionState {
  readonly preview: ErasurePreview;
  readonly job: Job | undefined;
  readonly services: ReadonlyMap<string, Service>;
}

/** What rules will erase soon, when they did it last, and what is in the way. */
export const RetentionPart = ({
  context,
  state,
}: {
  readonly context: AdminContext;
  readonly state: RetentionState;
}) => {
  const { locale, timeZone } = context;
  const { preview, job, services } = state;
  return (
    <>
      <h2>{say(locale, texts.title)}</h2>
      {preview.due.length === 0 ? (
        <p>{say(locale, texts.nothing)}</p>
      ) : (
        <Table
          caption={say(locale, texts.title)}
          isCaptionHidden
          rows={preview.due}
          columns={[
            {
              label: say(locale, texts.service),
              isHeader: true,
              cell: ({ service }) => services.get(service)?.texts.title[locale] ?? service,
            },
            {
              label: say(locale, texts.kept),
              cell: ({ service }) => {
                const months = services.get(service)?.keepMonths;
                return months === undefined ? '–' : say(locale, texts.months, { months });
              },
            },
            {
              label: say(locale, texts.records),
              isNumber: true,
              cell: ({ count }) => new Intl.NumberFormat(intlLocale[locale]).format(count),
            },
            {
              label: say(locale, texts.first),
              cell: ({ first }) => <LongDate locale={locale} at={first} timeZone={timeZone} />,
            },
          ]}
        />
      )}
      <p class="quiet">
        {say(locale, texts.lastRun)}
        {locale === 'fr' ? ' : ' : ': '}
        {job?.began ? <LongDateTime locale={locale} at={job.began} timeZone={timeZone} /> : say(locale, texts.neverRun)}
      </p>
      {preview.failures.length > 0 && (
        <p>
          {say(locale, texts.failed, {
            count: preview.failures.length,
            references: preview.failures.map(({ reference }) => reference).join(locale === 'ar' ? '، ' : ', '),
          })}
        </p>
      )}
    </>
  );
};
