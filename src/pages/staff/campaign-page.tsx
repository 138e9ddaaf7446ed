import { say } from '../../base/texts.ts';
import type { Service } from '../../definition/service.ts';
import { referenceOf } from '../../events/reference.ts';
import { sayDay } from '../../form/fields/date.ts';
import type { CampaignRow } from '../../intake/campaign-queries.ts';
import type { FieldTools } from '../fields/field-page.ts';
import { sayScore, sayShare } from '../say-number.ts';
import { Alert } from '../ui/alert.tsx';
import { Actions, Button } from '../ui/button.tsx';
import { LongDate } from '../ui/date-time.tsx';
import { Page, Title } from '../ui/page.tsx';
import type { PageContext } from '../ui/page-context.ts';
import { SummaryList } from '../ui/summary-list.tsx';
import { Table } from '../ui/table.tsx';
import { Tag } from '../ui/tag.tsx';
import { Chips } from './chips.tsx';
import { campaignPath, campaignsPath, roundOf } from './campaign-pages.tsx';
import { type CampaignFigures, type Progress, standings } from './campaign-progress.ts';
import { campaignTexts as texts } from './campaign-texts.ts';
import { StateTag } from './record-words.tsx';

export const filters = ['all', ...standings, 'late'] as const;
export type CampaignFilter = (typeof filters)[number];

interface CampaignPageProps {
  readonly context: PageContext;
  readonly tools: FieldTools;
  readonly csrfToken: string;
  readonly service: Service;
  readonly serviceOf: (versionId: number) => Service;
  readonly campaign: CampaignRow;
  readonly figures: CampaignFigures;
  /** Those that pass the filter. */
  readonly progress: readonly Progress[];
  readonly filter: CampaignFilter;
  readonly sayInstitution: (code: string) => string;
}

/** A campaign: how many have come how far, and each institution with its figures. */
export const CampaignPage = (props: CampaignPageProps) => {
  const { context, tools, csrfToken, service, campaign, figures, progress, filter, sayInstitution } = props;
  const { locale } = context;
  const { id, answers, openedAt, dueOn } = campaign;
  const { waiting, failed } = figures;
  const round = roundOf(service, answers, tools);
  return (
    <Page context={context} title={`${service.texts.title[locale]} – ${round}`} layout="wide" backHref={campaignsPath}>
      <Title above={service.texts.title[locale]}>
        <bdi>{round}</bdi>
      </Title>
      {waiting > 0 && (
        <Alert tone="info">
          <p>{say(locale, texts.opening, { count: waiting })}</p>
        </Alert>
      )}
      {failed > 0 && (
        <Alert tone="warning">
          <p>{say(locale, texts.failed, { count: failed })}</p>
          <form method="post" action={`${campaignPath(service.id, id)}/retry`}>
            <input type="hidden" name="_csrf" value={csrfToken} />
            <Actions>
              <Button look="secondary">{say(locale, texts.retry)}</Button>
            </Actions>
          </form>
        </Alert>
      )}
      <SummaryList
        locale={locale}
        rows={[
          {
            label: say(locale, texts.openedAt),
            value: <LongDate locale={locale} at={openedAt} timeZone={tools.world.timeZone} />,
          },
          { label: say(locale, texts.dueOn), value: dueOn === null ? say(locale, texts.noDue) : sayDay(dueOn, locale) },
          {
            label: say(locale, texts.average),
            value: figures.completion === undefined ? undefined : sayShare(figures.completion, locale),
          },
        ]}
      />
      <Chips
        label={say(locale, texts.institutions)}
        chips={filters.map((each) => ({
          label: say(locale, texts.figures[each]),
          href: each === 'all' ? campaignPath(service.id, id) : `${campaignPath(service.id, id)}?show=${each}`,
          isCurrent: each === filter,
          count: each === 'all' ? figures.institutions : figures.counts[each],
        }))}
      />
      {progress.length === 0 ? (
        <p class="quiet">{say(locale, texts.nothingHere)}</p>
      ) : (
        <ProgressTable {...props} caption={`${say(locale, texts.institutions)} – ${round}`} say={sayInstitution} />
      )}
    </Page>
  );
};

const ProgressTable = ({
  context: { locale },
  service,
  serviceOf,
  progress,
  caption,
  say: sayInstitution,
}: CampaignPageProps & { readonly caption: string; readonly say: (code: string) => string }) => {
  const score = (value: number | null) => (value === null ? '–' : sayScore(value, locale));
  return (
    <Table
      caption={caption}
      isCaptionHidden
      rows={progress}
      rowTone={({ isLate }) => (isLate ? 'danger' : undefined)}
      columns={[
        {
          label: say(locale, texts.institution),
          isHeader: true,
          cell: ({ row }) =>
            row.isVisible && row.recordId !== null ? (
              <a class="ds-link row-link" href={`/staff/records/${referenceOf(service.referencePrefix, row.recordId)}`}>
                {sayInstitution(row.institution)}
              </a>
            ) : (
              sayInstitution(row.institution)
            ),
        },
        {
          label: say(locale, texts.state),
          cell: ({ row, isLate }) => (
            <span class="tags">
              {row.versionId !== null && row.state !== null ? (
                <StateTag service={serviceOf(row.versionId)} state={row.state} locale={locale} />
              ) : (
                <Tag tone={row.fault === null ? 'neutral' : 'warning'}>
                  {say(
                    locale,
                    row.fault !== null ? texts.couldNot : row.recordId === null ? texts.notOpened : texts.notYours,
                  )}
                </Tag>
              )}
              {isLate && <Tag tone="danger">{say(locale, texts.late)}</Tag>}
            </span>
          ),
        },
        {
          label: say(locale, texts.completion),
          isNumber: true,
          cell: ({ row }) => (row.completion === null ? '–' : sayShare(row.completion, locale)),
        },
        { label: say(locale, texts.score), isNumber: true, cell: ({ row }) => score(row.score) },
        { label: say(locale, texts.verifiedScore), isNumber: true, cell: ({ row }) => score(row.verifiedScore) },
      ]}
    />
  );
};
