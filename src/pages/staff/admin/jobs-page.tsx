import { intlLocale, say } from '../../../base/texts.ts';
import type { Job } from '../../../reactions/jobs.ts';
import { LongDateTime } from '../../ui/date-time.tsx';
import { Table } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';
import { sayInstant } from '../../../form/fields/datetime.ts';
import { type AdminContext, AdminPage } from './admin-page.tsx';
import { adminTexts } from './admin-texts.ts';
import { jobTexts, runningTexts as texts } from './running-texts.ts';

interface Props {
  readonly context: AdminContext;
  readonly jobs: readonly Job[];
  /** How far those are that will be done one day, by name. */
  readonly progress: Readonly<Record<string, string>>;
}

/** What runs in the background, and how it goes. */
export const JobsPage = ({ context, jobs, progress }: Props) => {
  const { locale, timeZone } = context;
  const at = (instant: Date | undefined) =>
    instant ? <LongDateTime locale={locale} at={instant} timeZone={timeZone} /> : say(locale, texts.never);
  return (
    <AdminPage context={context} title={say(locale, adminTexts.jobs)} lead={say(locale, texts.jobsLead)}>
      <Table
        caption={say(locale, adminTexts.jobs)}
        isCaptionHidden
        rows={jobs}
        rowTone={({ failuresInARow }) => (failuresInARow > 0 ? 'danger' : undefined)}
        columns={[
          {
            label: say(locale, texts.job),
            isHeader: true,
            cell: ({ name, lastFailure }) => (
              <span>
                {jobTexts[name]?.[locale] ?? name}
                {progress[name] !== undefined && (
                  <>
                    <br />
                    <span class="quiet">{progress[name]}</span>
                  </>
                )}
                {lastFailure && (
                  <>
                    <br />
                    <span class="quiet">
                      {say(locale, texts.lastFailure, {
                        at: sayInstant(lastFailure.at, locale, timeZone),
                        message: lastFailure.message,
                      })}
                    </span>
                  </>
                )}
              </span>
            ),
          },
          {
            label: say(locale, texts.state),
            cell: ({ failuresInARow, isRunning }) =>
              failuresInARow > 0 ? (
                <Tag tone="danger">{say(locale, texts.failing)}</Tag>
              ) : (
                <Tag tone={isRunning ? 'info' : 'success'}>{say(locale, isRunning ? texts.running : texts.good)}</Tag>
              ),
          },
          { label: say(locale, texts.last), cell: ({ began }) => at(began) },
          {
            label: say(locale, texts.took),
            isNumber: true,
            cell: ({ milliseconds }) =>
              milliseconds === undefined ? (
                '–'
              ) : (
                <bdi>
                  {say(locale, texts.milliseconds, {
                    ms: new Intl.NumberFormat(intlLocale[locale], {
                      maximumFractionDigits: milliseconds < 10 ? 1 : 0,
                    }).format(milliseconds),
                  })}
                </bdi>
              ),
          },
          { label: say(locale, texts.runs), isNumber: true, cell: ({ runs }) => runs },
          { label: say(locale, texts.failures), isNumber: true, cell: ({ failures }) => failures },
          { label: say(locale, texts.next), cell: ({ next }) => at(next) },
        ]}
      />
    </AdminPage>
  );
};
