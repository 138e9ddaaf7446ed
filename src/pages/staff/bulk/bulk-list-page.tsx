import type { BulkRow } from '../../../access/bulk/bulk-queries.ts';
import { type Locale, say } from '../../../base/texts.ts';
import { bulkTexts as texts } from '../../bulk-texts.ts';
import { findActionOf } from '../../bulk-desk.ts';
import { Bdi } from '../../ui/bdi.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/card.tsx';
import { Page, Title } from '../../ui/page.tsx';
import type { PageContext } from '../../ui/page-context.ts';
import { Table } from '../../ui/table.tsx';
import { Tag, type Tone } from '../../ui/tag.tsx';
import type { Desk } from '../desk.ts';
import type { FieldTools } from '../../fields/field-page.ts';
import { ShortDateTime } from '../short-date-time.tsx';
import { bulkPath } from './bulk-paths.ts';

const tones: Readonly<Record<BulkRow['status'], Tone>> = {
  choosing: 'warning',
  waiting: 'warning',
  running: 'info',
  done: 'success',
  stopped: 'neutral',
  failed: 'danger',
};

export const BulkStatusTag = ({ row, locale }: { readonly row: BulkRow; readonly locale: Locale }) => (
  <Tag tone={tones[row.status]}>{say(locale, texts[row.status])}</Tag>
);

/** Of the chosen, those on which it was not done: left out at first, or refused at their turn. */
export const notDone = ({ chosen, possible, refused }: BulkRow): number => chosen - possible + refused;

export const number = (value: number): string => new Intl.NumberFormat('en').format(value);

interface ListProps {
  readonly context: PageContext;
  readonly desk: Desk;
  readonly rows: readonly BulkRow[];
  readonly tools: FieldTools;
}

/** What this person did on many records at once, and how far it has come. */
export const BulkListPage = ({ context, desk, rows, tools }: ListProps) => {
  const { locale } = context;
  const title = say(locale, texts.title);
  const nameOf = (row: BulkRow) => findActionOf(desk.parts, row);
  return (
    <Page context={context} title={title} layout="wide" backHref="/staff">
      <Title>{title}</Title>
      <p class="lead">{say(locale, texts.lead)}</p>
      {rows.length === 0 ? (
        <EmptyState icon="list" title={say(locale, texts.nothingYet)}>
          <p>{say(locale, texts.howTo)}</p>
          <ButtonLink href="/staff" look="secondary">
            {say(locale, texts.toWorklist)}
          </ButtonLink>
        </EmptyState>
      ) : (
        <Table
          caption={title}
          isCaptionHidden
          rows={rows}
          columns={[
            {
              label: say(locale, texts.action),
              isHeader: true,
              cell: (row) => (
                <span class="two-lines">
                  <a class="ds-link row-link" href={bulkPath(row.id)}>
                    {nameOf(row)?.action.label[locale] ?? row.action}
                  </a>
                  <span class="quiet">{nameOf(row)?.service.texts.title[locale]}</span>
                </span>
              ),
            },
            {
              label: say(locale, texts.begun),
              cell: ({ started_at: began, created_at: made }) => (
                <ShortDateTime locale={locale} at={began ?? made} world={tools.world} />
              ),
            },
            { label: say(locale, texts.standing), cell: (row) => <BulkStatusTag row={row} locale={locale} /> },
            { label: say(locale, texts.ofChosen), isNumber: true, cell: ({ chosen }) => number(chosen) },
            { label: say(locale, texts.wasDone), isNumber: true, cell: ({ done }) => number(done) },
            { label: say(locale, texts.wasNot), isNumber: true, cell: (row) => number(notDone(row)) },
          ]}
        />
      )}
    </Page>
  );
};

export interface CountProps {
  readonly counts: readonly (readonly [label: string, count: number, name?: string])[];
}

/** A few figures beside one another. */
export const Counts = ({ counts }: CountProps) => (
  <dl class="import-counts" aria-live="polite">
    {counts.map(([label, count, name]) => (
      <div>
        <dt>{label}</dt>
        <dd data-count={name}>
          <Bdi>{number(count)}</Bdi>
        </dd>
      </div>
    ))}
  </dl>
);
