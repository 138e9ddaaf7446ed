import { say } from '../../../base/texts.ts';
import type { KnownService } from '../../../catalogue/catalogue.ts';
import type { ProposalRow, PublicationRow } from '../../../catalogue/publication-queries.ts';
import { Alert } from '../../ui/alert.tsx';
import { Bdi } from '../../ui/bdi.tsx';
import { Actions, ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/card.tsx';
import { LongDateTime } from '../../ui/date-time.tsx';
import { Page, Title } from '../../ui/page.tsx';
import type { PageContext } from '../../ui/page-context.ts';
import { Table } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';
import { actTexts, servicesTexts as texts } from './services-texts.ts';
import type { Act } from './who.ts';

export const servicesPath = '/staff/services';
export const uploadPath = '/staff/proposals/new';
export const proposalPath = (id: string): string => `/staff/proposals/${id}`;

interface Props {
  readonly context: PageContext;
  readonly timeZone: string;
  readonly services: readonly KnownService[];
  readonly lastSteps: ReadonlyMap<string, PublicationRow>;
  readonly proposals: readonly Omit<ProposalRow, 'files'>[];
  readonly sayWho: (act: Act) => string;
  readonly done: string | undefined;
}

/** Every service that this person may publish, with what waits. */
export const ServicesPage = ({ context, timeZone, services, lastSteps, proposals, sayWho, done }: Props) => {
  const { locale } = context;
  const title = say(locale, texts.title);
  const titleOf = (id: string) => services.find(({ service }) => service.id === id)?.service.texts.title[locale] ?? id;
  return (
    <Page context={context} title={title} layout="wide">
      {done !== undefined && (
        <Alert tone="success" urgent>
          <p>{done}</p>
        </Alert>
      )}
      <Title>{title}</Title>
      <p class="lead">{say(locale, texts.lead)}</p>
      <Actions>
        <ButtonLink href={uploadPath} icon="plus" look={services.length > 0 ? 'secondary' : 'primary'}>
          {say(locale, texts.newService)}
        </ButtonLink>
      </Actions>
      {proposals.length > 0 && (
        <Table
          caption={say(locale, texts.waiting)}
          rows={proposals}
          rowTone={() => 'info'}
          columns={[
            {
              label: say(locale, texts.service),
              isHeader: true,
              cell: ({ id, service }) => (
                <a class="ds-link" href={proposalPath(id)}>
                  {titleOf(service)}
                </a>
              ),
            },
            { label: say(locale, texts.version), cell: ({ digest }) => <Bdi>{digest.slice(0, 8)}</Bdi> },
            { label: say(locale, texts.who), cell: (row) => sayWho(row) },
            {
              label: say(locale, texts.when),
              cell: ({ at }) => <LongDateTime locale={locale} at={at} timeZone={timeZone} />,
            },
          ]}
        />
      )}
      {services.length === 0 ? (
        <EmptyState icon="document" title={say(locale, texts.noServices)}>
          <p>{say(locale, texts.noServicesDetail)}</p>
        </EmptyState>
      ) : (
        <Table
          caption={title}
          isCaptionHidden
          rows={services}
          columns={[
            {
              label: say(locale, texts.service),
              isHeader: true,
              cell: ({ service }) => (
                <a class="ds-link" href={`${servicesPath}/${service.id}`}>
                  {service.texts.title[locale]}
                </a>
              ),
            },
            {
              label: say(locale, texts.state),
              cell: ({ isWithdrawn }) => (
                <Tag tone={isWithdrawn ? 'neutral' : 'success'}>
                  {say(locale, isWithdrawn ? texts.withdrawn : texts.offered)}
                </Tag>
              ),
            },
            { label: say(locale, texts.version), cell: ({ service }) => <Bdi>{service.digest.slice(0, 8)}</Bdi> },
            {
              label: say(locale, texts.last),
              cell: ({ service }) => <LastStep step={lastSteps.get(service.id)} {...{ context, timeZone, sayWho }} />,
            },
          ]}
        />
      )}
    </Page>
  );
};

const LastStep = ({
  step,
  context: { locale },
  timeZone,
  sayWho,
}: Pick<Props, 'context' | 'timeZone' | 'sayWho'> & { readonly step: PublicationRow | undefined }) =>
  step ? (
    <span>
      {actTexts[step.act][locale]} · <LongDateTime locale={locale} at={step.at} timeZone={timeZone} />
      <br />
      <span class="quiet">{sayWho(step)}</span>
    </span>
  ) : null;
