import { say } from '../../base/texts.ts';
import type { Campaign } from '../../definition/nouns/campaign.ts';
import type { Field, Service } from '../../definition/service.ts';
import { behaviourOf } from '../../form/fields/all.ts';
import { sayDay } from '../../form/fields/date.ts';
import type { Answers, Inputs } from '../../form/fields/field-type.ts';
import { uploadsAt } from '../fields/tools-of.ts';
import { sendsFiles } from '../fields/row-table.tsx';
import type { CampaignRow } from '../../intake/campaign-queries.ts';
import type { Institution } from '../../territory/place.ts';
import { askedInput } from '../fields/ask-group.tsx';
import { pageOf } from '../fields/all.ts';
import type { FieldTools } from '../fields/field-page.ts';
import { islandsFor, questions } from '../public/questions.tsx';
import { Actions, Button, ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/card.tsx';
import { checkbox } from '../ui/choice-field.tsx';
import { LongDate } from '../ui/date-time.tsx';
import { Details } from '../ui/details.tsx';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { inputId } from '../ui/field-frame.tsx';
import { Page, Title } from '../ui/page.tsx';
import type { PageContext } from '../ui/page-context.ts';
import { SummaryList } from '../ui/summary-list.tsx';
import { Table } from '../ui/table.tsx';
import { campaignTexts as texts, institutionTypeTexts } from './campaign-texts.ts';

export const campaignsPath = '/staff/campaigns';
export const newCampaignPath = (service: string): string => `${campaignsPath}/${service}/new`;
export const campaignPath = (service: string, id: string): string => `${campaignsPath}/${service}/${id}`;

export const institutionInput = '_institution';
/** A button that brings the page back with other institutions chosen: `all`, `none` or a type. */
export const chooseInput = '_choose';
export const stepInput = '_step';
export const idInput = '_id';

/** What a campaign is called: the answer that names the round. */
export const roundOf = ({ survey, fields }: Service, answers: Answers, { locale, world }: FieldTools): string => {
  const field = survey && fields.get(survey.round);
  const answer = field && answers[field.name];
  return field && answer !== undefined ? behaviourOf(field).say(answer, field, locale, world) : '';
};

interface CampaignsPageProps {
  readonly context: PageContext;
  readonly tools: FieldTools;
  readonly services: readonly { readonly service: Service; readonly campaigns: readonly CampaignRow[] }[];
}

/** Every campaign of the services for which the account opens some. */
export const CampaignsPage = ({ context, tools, services }: CampaignsPageProps) => {
  const { locale } = context;
  return (
    <Page context={context} title={say(locale, texts.title)} layout="wide">
      <Title>{say(locale, texts.title)}</Title>
      {services.map(({ service, campaigns }) => (
        <section>
          <h2>{service.texts.title[locale]}</h2>
          <Actions>
            <ButtonLink href={newCampaignPath(service.id)} icon="plus">
              {say(locale, texts.open)}
            </ButtonLink>
          </Actions>
          {campaigns.length === 0 ? (
            <EmptyState title={say(locale, texts.none)}>
              <p>{say(locale, texts.noneHint)}</p>
            </EmptyState>
          ) : (
            <Table
              caption={service.texts.title[locale]}
              isCaptionHidden
              rows={campaigns}
              columns={[
                {
                  label: say(locale, texts.campaign),
                  isHeader: true,
                  cell: ({ id, answers }) => (
                    <a class="ds-link row-link" href={campaignPath(service.id, id)}>
                      <bdi>{roundOf(service, answers, tools)}</bdi>
                    </a>
                  ),
                },
                {
                  label: say(locale, texts.openedAt),
                  cell: ({ openedAt }) => <LongDate locale={locale} at={openedAt} timeZone={tools.world.timeZone} />,
                },
                {
                  label: say(locale, texts.dueOn),
                  cell: ({ dueOn }) => (dueOn === null ? say(locale, texts.noDue) : sayDay(dueOn, locale)),
                },
              ]}
            />
          )}
        </section>
      ))}
    </Page>
  );
};

/** The institutions on offer, by type in the order of the declaration. */
export interface Offer {
  readonly type: string;
  readonly institutions: readonly Institution[];
}

interface NewCampaignProps {
  readonly context: PageContext;
  readonly tools: FieldTools;
  readonly csrfToken: string;
  readonly service: Service;
  readonly campaign: Campaign;
  readonly offers: readonly Offer[];
  readonly inputs: Inputs;
  readonly shown: readonly Field[];
  readonly problems: readonly FieldProblem[];
  readonly chosen: ReadonlySet<string>;
}

/** What is the same for all, and for whom. */
export const NewCampaignPage = (props: NewCampaignProps) => {
  const { context, tools, csrfToken, service, campaign, offers, inputs, shown, problems, chosen } = props;
  const { locale } = context;
  const wrong = problems.find(({ name }) => name === institutionInput)?.message;
  const choose = (value: string, words: string) => (
    <Button name={chooseInput} value={value} look="tertiary" skipValidation>
      {words}
    </Button>
  );
  return (
    <Page
      context={context}
      title={say(locale, texts.open)}
      problems={problems}
      backHref={campaignsPath}
      islands={islandsFor(campaign.fields)}
    >
      <Title above={service.texts.title[locale]}>{say(locale, texts.open)}</Title>
      <form
        method="post"
        action={newCampaignPath(service.id)}
        encType={sendsFiles(campaign.fields) ? 'multipart/form-data' : undefined}
        noValidate
      >
        <input type="hidden" name="_csrf" value={csrfToken} />
        <input type="hidden" name={stepInput} value="preview" />
        {/* What the enter key presses: never a button that changes who is chosen. */}
        <button type="submit" class="ds-sr-only" tabIndex={-1} aria-hidden="true" />
        <h2>{say(locale, texts.what)}</h2>
        {questions({
          fields: campaign.fields,
          shown,
          inputs,
          problems,
          tools: { ...tools, uploadsAt: uploadsAt(service) },
          given: {},
        })}
        <h2 id={inputId(institutionInput)} tabIndex={-1}>
          {say(locale, texts.whom)}
        </h2>
        {wrong && <p class="ds-validation-message">{wrong}</p>}
        <p>{say(locale, texts.chosen, { count: chosen.size })}</p>
        <div class="actions">
          {choose('all', say(locale, texts.all))}
          {choose('none', say(locale, texts.nobody))}
        </div>
        {offers.map(({ type, institutions }) => {
          const own = institutions.filter(({ code }) => chosen.has(code)).length;
          return (
            <Details
              summary={`${sayType(type, locale)} (${own}/${institutions.length})`}
              open={own > 0 && own < institutions.length}
            >
              <fieldset class="choices">
                <legend class="ds-sr-only">{sayType(type, locale)}</legend>
                {institutions.map(({ code, name }, position) =>
                  checkbox(
                    {
                      locale,
                      name: `${institutionInput}-${type}`,
                      label: '',
                      options: [],
                      values: [...chosen],
                      inputNameOf: () => institutionInput,
                    },
                    { value: code, label: name[locale] },
                    position,
                  ),
                )}
              </fieldset>
              {choose(type, say(locale, texts.allOf))}
            </Details>
          );
        })}
        <Actions>
          <Button>{say(locale, texts.preview)}</Button>
        </Actions>
      </form>
    </Page>
  );
};

export const sayType = (type: string, locale: PageContext['locale']): string =>
  institutionTypeTexts[type]?.[locale] ?? type;

interface PreviewProps extends Omit<NewCampaignProps, 'problems' | 'campaign'> {
  /** Under which it will be opened, once. */
  readonly id: string;
  readonly answers: Answers;
}

/** What will be opened, before it is. */
export const PreviewCampaignPage = (props: PreviewProps) => {
  const { context, tools, csrfToken, service, offers, inputs, shown, chosen, id, answers } = props;
  const { locale } = context;
  const kept = (
    <>
      <input type="hidden" name="_csrf" value={csrfToken} />
      <input type="hidden" name={idInput} value={id} />
      {Object.entries(inputs).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {shown.map(({ name }) => (
        <input type="hidden" name={askedInput} value={name} />
      ))}
      {[...chosen].map((code) => (
        <input type="hidden" name={institutionInput} value={code} />
      ))}
    </>
  );
  return (
    <Page context={context} title={say(locale, texts.previewTitle)} backHref={newCampaignPath(service.id)}>
      <Title above={service.texts.title[locale]}>{say(locale, texts.previewTitle)}</Title>
      <SummaryList
        locale={locale}
        rows={shown.flatMap((field) => {
          const answer = answers[field.name];
          return answer === undefined
            ? []
            : [{ label: field.label[locale], value: pageOf(field).show(answer, field, tools) }];
        })}
      />
      <p class="lead">{say(locale, texts.willOpen, { count: chosen.size })}</p>
      {offers.flatMap(({ type, institutions }) => {
        const own = institutions.filter(({ code }) => chosen.has(code));
        return own.length === 0
          ? []
          : [
              <Details summary={`${sayType(type, locale)} (${own.length})`}>
                <ul>
                  {own.map(({ name }) => (
                    <li>{name[locale]}</li>
                  ))}
                </ul>
              </Details>,
            ];
      })}
      <p>{say(locale, texts.cannotTakeBack)}</p>
      <form method="post" action={newCampaignPath(service.id)}>
        {kept}
        <Actions>
          <Button name={stepInput} value="confirm" icon="check">
            {say(locale, texts.confirm)}
          </Button>
          <Button name={stepInput} value="change" look="secondary">
            {say(locale, texts.change)}
          </Button>
        </Actions>
      </form>
    </Page>
  );
};
