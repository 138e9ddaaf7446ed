import { say } from '../../base/texts.ts';
import { channelTexts } from '../../definition/nouns/channel-texts.ts';
import type { Service } from '../../definition/service.ts';
import type { PageReading } from '../../form/read-form.ts';
import type { EntryDraft } from '../../intake/entry-drafts.ts';
import type { FieldTools } from '../fields/field-page.ts';
import { checkRows } from '../public/check-page.tsx';
import { FormSteps } from '../public/form-page.tsx';
import { PrintButton, printIsland } from '../public/print-button.tsx';
import { recordTexts as publicTexts } from '../public/record-texts.ts';
import { Alert } from '../ui/alert.tsx';
import { Actions, Button, ButtonLink } from '../ui/button.tsx';
import { Page, Title } from '../ui/page.tsx';
import type { PageContext } from '../ui/page-context.ts';
import { KeepCode, KeepCodes, StatusBanner } from '../ui/status-banner.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import type { Desk } from './desk.ts';
import { hasApplicant } from './entry-page.tsx';
import { entryTexts as texts } from './entry-texts.ts';
import { entryPath, entryWays } from './entry-ways.ts';

interface EntryCheckPageProps {
  readonly context: PageContext;
  readonly desk: Desk;
  readonly csrfToken: string;
  readonly service: Service;
  readonly entry: EntryDraft;
  readonly readings: readonly PageReading[];
  readonly tools: FieldTools;
}

/** What was entered, before it is sent, and under whose name. */
export const EntryCheckPage = ({ context, desk, csrfToken, service, entry, readings, tools }: EntryCheckPageProps) => {
  const { locale } = context;
  const ways = entryWays(service.id, entry.id);
  const title = say(locale, texts.checkTitle);
  const last = readings.findLast(({ shown }) => shown.length > 0);
  const { role, institution } = entry.actor;
  return (
    <Page context={context} title={title} backHref={last ? ways.page(last.page.name) : ways.leave}>
      <FormSteps readings={readings} now={undefined} locale={locale} />
      <Title above={service.texts.title[locale]}>{title}</Title>
      <SummaryList locale={locale} rows={checkRows(ways, readings, tools)} />
      <Alert tone="info">
        {hasApplicant(service) && <p>{say(locale, texts.readOut)}</p>}
        <p>
          {say(locale, texts.enteredAs, {
            role: desk.sayRole(role, locale, service),
            institution: desk.sayInstitution(institution, locale),
            channel: channelTexts[entry.channel]?.[locale] ?? entry.channel,
          })}
        </p>
      </Alert>
      <form method="post" action={ways.check}>
        <input type="hidden" name="_csrf" value={csrfToken} />
        <Actions>
          <Button icon="check">{say(locale, texts.send)}</Button>
        </Actions>
      </form>
      <form method="post" action={ways.discard}>
        <input type="hidden" name="_csrf" value={csrfToken} />
        <Button look="tertiary">{say(locale, texts.discardThis)}</Button>
      </form>
    </Page>
  );
};

interface EntrySentPageProps {
  readonly context: PageContext;
  readonly desk: Desk;
  readonly service: Service;
  readonly reference: string;
  /** In whose basket it lies now. */
  readonly institution: string;
  /** For the person concerned, where there is one. */
  readonly secret: string | undefined;
  /** The account may read what it has entered. */
  readonly mayOpen: boolean;
}

/** What was entered has its number: what to hand over, and how to go on. */
export const EntrySentPage = (props: EntrySentPageProps) => {
  const { context, desk, service, reference, institution, secret, mayOpen } = props;
  const { locale } = context;
  const title = say(locale, texts.sentTitle);
  return (
    <Page context={context} title={`${title} – ${reference}`} islands={[printIsland]}>
      <p class="above">{service.texts.record[locale]}</p>
      <StatusBanner tone="success" title={title}>
        <p>{say(locale, texts.routed, { institution: desk.sayInstitution(institution, locale) })}</p>
      </StatusBanner>
      {secret !== undefined && <p>{say(locale, texts.giveThem)}</p>}
      <KeepCodes>
        <KeepCode label={say(locale, publicTexts.reference)} code={reference} />
        {secret !== undefined && (
          <KeepCode label={say(locale, publicTexts.secret)} code={secret} hint={say(locale, texts.secretHint)} />
        )}
      </KeepCodes>
      <Actions>
        <ButtonLink href={entryPath(service.id)} icon="plus">
          {say(locale, texts.another)}
        </ButtonLink>
        {mayOpen && (
          <ButtonLink href={`/staff/records/${reference}`} look="secondary">
            {say(locale, texts.open)}
          </ButtonLink>
        )}
        {secret !== undefined && <PrintButton label={say(locale, texts.print)} />}
        <ButtonLink href="/staff" look="tertiary">
          {say(locale, texts.toList)}
        </ButtonLink>
      </Actions>
    </Page>
  );
};
