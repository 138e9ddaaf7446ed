import type { AgreementRow, AgreementUseRow } from '../../../access/agreement-queries.ts';
import { stateField } from '../../../access/agreements.ts';
import type { SharedRecord } from '../../../access/shared-reading.ts';
import { say } from '../../../base/texts.ts';
import { getState, type Service } from '../../../definition/service.ts';
import type { Answer } from '../../../form/fields/field-type.ts';
import { pageOf } from '../../fields/all.ts';
import type { FieldTools } from '../../fields/field-page.ts';
import { Bdi } from '../../ui/bdi.tsx';
import { Actions, ButtonLink } from '../../ui/button.tsx';
import { CardGrid, EmptyState, LinkCard } from '../../ui/card.tsx';
import { Details } from '../../ui/details.tsx';
import { Page, Title } from '../../ui/page.tsx';
import type { PageContext } from '../../ui/page-context.ts';
import { SummaryList } from '../../ui/summary-list.tsx';
import { Table } from '../../ui/table.tsx';
import { agreementsTexts } from '../admin/agreements-texts.ts';
import { AgreementTerms, sayField, serviceOf } from '../admin/agreement-words.tsx';
import type { Desk } from '../desk.ts';
import { sharedPath, sharedRecordPath, sharedRecordsPath } from './shared-paths.ts';
import { sharedTexts as texts } from './shared-texts.ts';

interface Common {
  readonly context: PageContext;
  readonly desk: Desk;
}

/** The agreements in force under which somebody reads. */
export const SharedPage = ({
  context,
  desk,
  agreements,
}: Common & { readonly agreements: readonly AgreementRow[] }) => {
  const { locale } = context;
  return (
    <Page context={context} title={say(locale, texts.title)} layout="wide">
      <Title>{say(locale, texts.title)}</Title>
      <p class="lead">{say(locale, texts.lead)}</p>
      {agreements.length === 0 ? (
        <EmptyState icon="people" title={say(locale, texts.none)}>
          <p>{say(locale, texts.noneDetail)}</p>
        </EmptyState>
      ) : (
        <>
          <h2>{say(locale, agreementsTexts.title)}</h2>
          <CardGrid>
            {agreements.map((agreement) => (
              <LinkCard href={sharedRecordsPath(agreement.id)} title={agreement.purpose[locale]} icon="eye">
                {serviceOf(desk, agreement)?.texts.title[locale] ?? agreement.service} ·{' '}
                {desk.sayInstitution(agreement.giver, locale)}
              </LinkCard>
            ))}
          </CardGrid>
        </>
      )}
    </Page>
  );
};

interface RecordsProps extends Common {
  readonly agreement: AgreementRow;
  readonly use: AgreementUseRow | undefined;
  readonly records: readonly SharedRecord[];
  /** The reference before which older ones lie; undefined: these are all. */
  readonly before: string | undefined;
  readonly tools: FieldTools;
}

const mostColumns = 4;

/** What is sensitive is read one record at a time, on its own page. */
export const inList = (service: Service | undefined, fields: readonly string[]): readonly string[] =>
  fields.filter((name) => service?.fields.get(name)?.protect !== 'sensitive').slice(0, mostColumns);

/** The records of an agreement, the latest first, with the fields that it names. */
export const SharedRecordsPage = ({ context, desk, agreement, use, records, before, tools }: RecordsProps) => {
  const { locale } = context;
  const service = serviceOf(desk, agreement);
  return (
    <Page
      context={context}
      title={agreement.purpose[locale]}
      layout="wide"
      crumbs={[{ href: sharedPath, label: say(locale, texts.title) }]}
    >
      <Title above={service?.texts.title[locale]}>{agreement.purpose[locale]}</Title>
      <Details summary={say(locale, texts.terms)}>
        <AgreementTerms {...{ desk, agreement, use, locale }} timeZone={tools.world.timeZone} />
      </Details>
      {records.length === 0 ? (
        <EmptyState title={say(locale, texts.noRecords)}>
          <p>{say(locale, texts.noRecordsDetail)}</p>
        </EmptyState>
      ) : (
        <Table
          caption={say(locale, texts.records)}
          isCaptionHidden
          rows={records}
          columns={[
            {
              label: say(locale, texts.reference),
              isHeader: true,
              cell: ({ reference }) => (
                <a class="ds-link" href={sharedRecordPath(agreement.id, reference)}>
                  <Bdi>{reference}</Bdi>
                </a>
              ),
            },
            ...inList(service, agreement.fields).map((name) => ({
              label: sayField(service, name, locale),
              cell: (record: SharedRecord) => valueOf(record, name, tools) ?? '–',
            })),
          ]}
        />
      )}
      {before !== undefined && (
        <Actions>
          <ButtonLink href={`${sharedRecordsPath(agreement.id)}?before=${encodeURIComponent(before)}`} look="secondary">
            {say(locale, texts.older)}
          </ButtonLink>
        </Actions>
      )}
    </Page>
  );
};

interface RecordProps extends Common {
  readonly agreement: AgreementRow;
  readonly record: SharedRecord;
  readonly tools: FieldTools;
}

/** One record under an agreement: what that names, and nothing else. */
export const SharedRecordPage = ({ context, agreement, record, tools }: RecordProps) => {
  const { locale } = context;
  const { service, reference, withheld } = record;
  return (
    <Page
      context={context}
      title={reference}
      crumbs={[
        { href: sharedPath, label: say(locale, texts.title) },
        { href: sharedRecordsPath(agreement.id), label: agreement.purpose[locale] },
      ]}
    >
      <Title above={service.texts.record[locale]}>
        <Bdi>{reference}</Bdi>
      </Title>
      <SummaryList
        locale={locale}
        rows={agreement.fields.map((name) => {
          const missing = withheld.find(({ field }) => field === name);
          const purpose = missing && (service.purposes.get(missing.consent)?.label[locale] ?? missing.consent);
          return {
            label: sayField(service, name, locale),
            value:
              purpose === undefined ? (
                (valueOf(record, name, tools) ?? <span class="quiet">{say(locale, texts.notAnswered)}</span>)
              ) : (
                <span class="quiet">{say(locale, texts.withheld, { purpose })}</span>
              ),
          };
        })}
      />
    </Page>
  );
};

const valueOf = ({ service, answers, state }: SharedRecord, name: string, tools: FieldTools) => {
  if (name === stateField) return state === undefined ? undefined : getState(service, state).label[tools.locale];
  const field = service.fields.get(name);
  const answer = answers[name];
  return field === undefined || answer === undefined ? undefined : pageOf(field).show(answer as Answer, field, tools);
};
