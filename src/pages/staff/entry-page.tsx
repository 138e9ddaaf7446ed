import { type Locale, locales, say } from '../../base/texts.ts';
import { channelTexts } from '../../definition/nouns/channel-texts.ts';
import { isStaffChannel } from '../../definition/nouns/channels.ts';
import type { Service } from '../../definition/service.ts';
import type { EntryDraft } from '../../intake/entry-drafts.ts';
import type { AccountActor } from '../../record/events.ts';
import { Actions, Button, ButtonLink } from '../ui/button.tsx';
import { CardGrid, LinkCard } from '../ui/card.tsx';
import { Radios } from '../ui/choice-field.tsx';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { Page, Title } from '../ui/page.tsx';
import type { PageContext } from '../ui/page-context.ts';
import { Table } from '../ui/table.tsx';
import type { FieldTools } from '../fields/field-page.ts';
import type { Desk } from './desk.ts';
import { entryTexts as texts } from './entry-texts.ts';
import { entryPath, entryWays } from './entry-ways.ts';
import { languageTexts } from './record-texts.ts';
import { ShortDateTime } from './short-date-time.tsx';

/** Names of the inputs with which an entry begins. */
export const channelInput = 'channel';
export const postInput = 'institution';
export const languageInput = 'language';

/** Somebody is concerned who is written to and who follows the record. */
export const hasApplicant = ({ applicant }: Service): boolean =>
  applicant.name !== undefined || applicant.phone !== undefined;

/** What may be entered, for who may enter records of several services. */
export const EntryChoicePage = ({
  context,
  services,
}: {
  readonly context: PageContext;
  readonly services: readonly Service[];
}) => {
  const { locale } = context;
  const title = say(locale, texts.newRecord);
  return (
    <Page context={context} title={title} layout="wide" backHref="/staff">
      <Title>{title}</Title>
      <h2>{say(locale, texts.which)}</h2>
      <CardGrid>
        {services.map((service) => (
          <LinkCard href={entryPath(service.id)} title={service.texts.title[locale]} icon="plus">
            {service.texts.summary[locale]}
          </LinkCard>
        ))}
      </CardGrid>
    </Page>
  );
};

interface EntryPageProps {
  readonly context: PageContext;
  readonly desk: Desk;
  readonly csrfToken: string;
  readonly service: Service;
  readonly posts: readonly AccountActor[];
  readonly begun: readonly EntryDraft[];
  readonly tools: FieldTools;
  readonly problems: readonly FieldProblem[];
}

/** Where the entry of a record begins: how it came in, for which institution, and what was begun and not sent. */
export const EntryPage = (props: EntryPageProps) => {
  const { context, desk, csrfToken, service, posts, begun, tools, problems } = props;
  const { locale } = context;
  const title = say(locale, texts.newOf, { record: service.texts.record[locale] });
  const all = [...service.channels].filter(isStaffChannel);
  // What comes in a file is not typed.
  const typed = all.filter((channel) => channel !== 'import');
  const channels = typed.length > 0 ? typed : all;
  const institutions = [...new Set(posts.map(({ institution }) => institution))];
  const [only] = channels;
  return (
    <Page context={context} title={title} problems={problems} backHref="/staff">
      <Title above={service.texts.title[locale]}>{title}</Title>
      <form method="post" action={entryPath(service.id)} noValidate>
        <input type="hidden" name="_csrf" value={csrfToken} />
        {channels.length > 1 ? (
          <Radios
            locale={locale}
            name={channelInput}
            label={say(locale, texts.channel)}
            error={problems[0]?.message}
            options={channels.map((channel) => ({ value: channel, label: say(locale, texts[channel]) }))}
          />
        ) : (
          <input type="hidden" name={channelInput} value={only} />
        )}
        {institutions.length > 1 && (
          <Radios
            locale={locale}
            name={postInput}
            label={say(locale, texts.post)}
            options={institutions.map((code) => ({ value: code, label: desk.sayInstitution(code, locale) }))}
            value={institutions[0]}
          />
        )}
        {hasApplicant(service) && (
          <Radios
            locale={locale}
            name={languageInput}
            label={say(locale, texts.language)}
            options={locales.map((each) => ({ value: each, label: languageName(each, locale) }))}
            value={locales[0]}
          />
        )}
        <Actions>
          <Button icon="plus">{say(locale, texts.begin)}</Button>
        </Actions>
      </form>
      {begun.length > 0 && (
        <>
          <h2>{say(locale, texts.begun)}</h2>
          <p class="quiet">{say(locale, texts.begunDetail)}</p>
          <Begun service={service} begun={begun} tools={tools} csrfToken={csrfToken} />
        </>
      )}
    </Page>
  );
};

const languageName = (language: Locale, locale: Locale): string => languageTexts[language]?.[locale] ?? language;

const Begun = ({
  service,
  begun,
  tools: { locale, world },
  csrfToken,
}: Pick<EntryPageProps, 'service' | 'begun' | 'tools' | 'csrfToken'>) => (
  <Table
    caption={say(locale, texts.begun)}
    isCaptionHidden
    rows={begun}
    columns={[
      {
        label: say(locale, texts.name),
        isHeader: true,
        cell: ({ name }) => (name ? <bdi>{name}</bdi> : <span class="quiet">{say(locale, texts.unnamed)}</span>),
      },
      {
        label: say(locale, texts.lastTouched),
        cell: ({ updatedAt }) => <ShortDateTime locale={locale} at={updatedAt} world={world} />,
      },
      { label: say(locale, texts.channel), cell: ({ channel }) => channelTexts[channel]?.[locale] ?? channel },
      {
        label: say(locale, texts.goOn),
        isLabelHidden: true,
        cell: ({ id }) => {
          const ways = entryWays(service.id, id);
          return (
            <form method="post" action={ways.discard}>
              <input type="hidden" name="_csrf" value={csrfToken} />
              <Actions>
                <ButtonLink href={ways.start} look="secondary">
                  {say(locale, texts.goOn)}
                </ButtonLink>
                <Button look="tertiary">{say(locale, texts.discard)}</Button>
              </Actions>
            </form>
          );
        },
      },
    ]}
  />
);
