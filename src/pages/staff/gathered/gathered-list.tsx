import { readerOf } from '../../../access/record-access.ts';
import { say } from '../../../base/texts.ts';
import type { Field, Service } from '../../../definition/service.ts';
import { referenceOf } from '../../../events/reference.ts';
import { nameOfRecord } from '../../../form/applicant.ts';
import type { Gathered } from '../../../projections/gathered.ts';
import type { GatheredRow } from '../../../projections/gathered-queries.ts';
import { hiddenFrom, withoutAnswers } from '../../../record/field-access.ts';
import type { FieldTools } from '../../fields/field-page.ts';
import { Bdi } from '../../ui/bdi.tsx';
import { EmptyState } from '../../ui/card.tsx';
import { Table } from '../../ui/table.tsx';
import { Chips } from '../chips.tsx';
import { type Desk, getVersion, type Work } from '../desk.ts';
import { gistOf, StateTag } from '../record-words.tsx';
import { ShortDateTime } from '../short-date-time.tsx';
import { totalOf } from './gathered-data.ts';
import { gatheredTexts as texts } from './gathered-texts.ts';

interface Props {
  readonly desk: Desk;
  readonly work: Work;
  readonly tools: FieldTools;
  readonly gathered: Gathered;
  /** The service whose rows are shown; '' for all. */
  readonly service: string;
  /** The address of this list with other parameters. */
  readonly href: (parameters: { readonly service?: string; readonly below?: string }) => string;
  readonly isContinued: boolean;
}

interface ServiceCount {
  readonly service: Service;
  readonly total: number;
  readonly states: readonly { readonly state: string; readonly count: number; readonly service: Service }[];
}

/** What there is of each service, the most first; states that several versions share are one. */
const byService = (work: Work, { counts }: Gathered): readonly ServiceCount[] => {
  const known = counts.map((each) => ({ ...each, service: getVersion(work, each.versionId) }));
  return [...Map.groupBy(known, ({ service }) => service.id).values()]
    .map((of) => ({
      service: of.at(-1)?.service as Service,
      total: of.reduce((sum, { count }) => sum + count, 0),
      states: [...Map.groupBy(of, ({ state }) => state)].map(([state, same]) => ({
        state,
        service: same[0]?.service as Service,
        count: same.reduce((sum, { count }) => sum + count, 0),
      })),
    }))
    .toSorted((a, b) => b.total - a.total);
};

/** Records that have something in common: how many of each service and state, and which. */
export const GatheredList = ({ desk, work, tools, gathered, service, href, isContinued }: Props) => {
  const { locale } = tools;
  const counts = byService(work, gathered);
  if (counts.length === 0)
    return (
      <EmptyState icon="list" title={say(locale, texts.none)}>
        <p>{say(locale, texts.noneDetail)}</p>
      </EmptyState>
    );
  return (
    <>
      <p class="quiet">{say(locale, texts.only)}</p>
      <Table
        caption={say(locale, texts.byService)}
        rows={counts}
        columns={[
          {
            label: say(locale, texts.service),
            isHeader: true,
            cell: (each) => (
              <a class="ds-link" href={href({ service: each.service.id })}>
                {each.service.texts.title[locale]}
              </a>
            ),
          },
          {
            label: say(locale, texts.states),
            cell: ({ states }) => (
              <span class="tags">
                {states.map((each) => (
                  <>
                    <StateTag service={each.service} state={each.state} locale={locale} />
                    <bdi>{each.count}</bdi>
                  </>
                ))}
              </span>
            ),
          },
          { label: say(locale, texts.number), isNumber: true, cell: ({ total }) => total },
        ]}
      />
      {counts.length > 1 && (
        <Chips
          label={say(locale, texts.service)}
          chips={[
            { href: href({}), label: say(locale, texts.all), count: totalOf(gathered), isCurrent: service === '' },
            ...counts.map((each) => ({
              href: href({ service: each.service.id }),
              label: each.service.texts.title[locale],
              count: each.total,
              isCurrent: each.service.id === service,
            })),
          ]}
        />
      )}
      <Rows {...{ desk, work, tools, gathered }} />
      <nav class="pages actions" aria-label={say(locale, texts.newest)}>
        {isContinued && (
          <a class="ds-link" href={href({ service })}>
            {say(locale, texts.fromStart)}
          </a>
        )}
        {gathered.below !== undefined && (
          <a class="ds-link" href={href({ service, below: String(gathered.below) })} rel="next">
            {say(locale, texts.older)}
          </a>
        )}
      </nav>
    </>
  );
};

const Rows = ({ desk, work, tools, gathered }: Pick<Props, 'desk' | 'work' | 'tools' | 'gathered'>) => {
  const { locale, world } = tools;
  return (
    <Table
      caption={say(locale, texts.newest)}
      rows={gathered.rows.map((row) => seenRow(desk, work, row))}
      rowId={({ row }) => `r-${row.id}`}
      columns={[
        {
          label: say(locale, texts.record),
          isHeader: true,
          cell: ({ row, service }) => {
            const reference = referenceOf(service.referencePrefix, row.id);
            return (
              <a class="ds-link row-link" href={`/staff/records/${reference}`}>
                <Bdi>{reference}</Bdi>
              </a>
            );
          },
        },
        {
          label: say(locale, texts.about),
          cell: ({ service, answers, row }) => (
            <span class="two-lines">
              <bdi>{nameOfRecord(service, answers, tools) ?? service.texts.record[locale]}</bdi>
              <span class="quiet">
                {[
                  service.texts.record[locale],
                  desk.sayInstitution(row.institution, locale),
                  gistOf(service, answers, tools),
                ]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </span>
            </span>
          ),
        },
        {
          label: say(locale, texts.state),
          cell: ({ row, service }) => <StateTag service={service} state={row.state} locale={locale} />,
        },
        {
          label: say(locale, texts.why),
          cell: ({ row, service, hidden }) =>
            row.paths
              .filter((path) => !hidden.has(path.split('.')[0] ?? ''))
              .flatMap((path) => fieldAt(service.fields, path)?.label[locale] ?? [])
              .join(locale === 'ar' ? '، ' : ', '),
        },
        {
          label: say(locale, texts.came),
          cell: ({ row }) => <ShortDateTime locale={locale} at={row.submittedAt} world={world} />,
        },
      ]}
    />
  );
};

/** A row with no more of its answers than this account may see. */
const seenRow = ({ parts: { covers } }: Desk, work: Work, row: GatheredRow) => {
  const service = getVersion(work, row.versionId);
  const hidden = hiddenFrom(service, readerOf(work.staff, service, { ...row, tasks: [] }, covers));
  return { row, service, hidden, answers: withoutAnswers(row.data, hidden) };
};

const fieldAt = (fields: ReadonlyMap<string, Field>, path: string): Field | undefined => {
  const [name = '', inner] = path === '' ? [] : path.split('.');
  const field = fields.get(name);
  return inner === undefined || field?.type !== 'rows' ? field : field.fields.find((each) => each.name === inner);
};
