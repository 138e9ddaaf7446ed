import { say } from '../../base/texts.ts';
import type { Service } from '../../definition/service.ts';
import { Alert } from '../ui/alert.tsx';
import { Actions, Button, ButtonLink } from '../ui/button.tsx';
import { Page, Title } from '../ui/page.tsx';
import type { PageContext } from '../ui/page-context.ts';
import { SummaryList } from '../ui/summary-list.tsx';
import { sayMonths } from '../duration-texts.ts';
import { sayFee, sayHowLong } from './service-facts.ts';
import { servicePath } from './service-of.ts';
import { servicePageTexts as texts } from './service-texts.ts';

interface ServicePageProps {
  readonly context: PageContext;
  readonly service: Service;
  /** The institution that answers for it. */
  readonly ownerName: string;
  readonly currency: string;
  /** Set when this browser holds a draft of it: the token that protects its removal. */
  readonly draftToken: string | undefined;
}

export const ServicePage = ({ context, service, ownerName, currency, draftToken }: ServicePageProps) => {
  const { locale } = context;
  const { title, summary, who, needs, whoSees } = service.texts;
  const fee = sayFee(service, currency, locale);
  const isOffered = service.channels.has('web');
  return (
    <Page context={context} title={title[locale]} backHref="/">
      {draftToken !== undefined && <Unfinished locale={locale} service={service.id} token={draftToken} />}
      <Title>{title[locale]}</Title>
      <p class="lead">{summary[locale]}</p>
      <SummaryList
        locale={locale}
        rows={[
          ...(isOffered ? [{ label: say(locale, texts.howLong), value: sayHowLong(service, locale) }] : []),
          ...(fee === undefined ? [] : [{ label: say(locale, texts.fee), value: fee }]),
          { label: say(locale, texts.owner), value: ownerName },
        ]}
      />
      {isOffered && needs && (
        <>
          <h2>{say(locale, texts.needs)}</h2>
          <ul class="ds-list">
            {needs[locale]
              .split('\n')
              .filter((line) => line.trim() !== '')
              .map((line) => (
                <li>{line}</li>
              ))}
          </ul>
        </>
      )}
      {!isOffered && (
        <Alert tone="info" title={say(locale, texts.notOffered)}>
          <p>{say(locale, texts.enteredBy, { roles: enteringRoles(service, locale) })}</p>
        </Alert>
      )}
      {isOffered && draftToken === undefined && (
        <>
          <Actions>
            <ButtonLink href={`${servicePath(service.id)}/form`} icon="arrow">
              {say(locale, texts.start)}
            </ButtonLink>
          </Actions>
          <p class="quiet">{say(locale, texts.noAccount)}</p>
        </>
      )}
      {isOffered && who && (
        <>
          <h2>{say(locale, texts.who)}</h2>
          <p>{who[locale]}</p>
        </>
      )}
      <h2>{say(locale, texts.whoSees)}</h2>
      <p>{whoSees[locale]}</p>
      <SummaryList
        locale={locale}
        rows={[
          {
            label: say(locale, texts.kept),
            value: say(locale, texts.keptFor, { months: sayMonths(service.keepMonths, locale) }),
          },
        ]}
      />
    </Page>
  );
};

const enteringRoles = ({ enteredBy, roles }: Service, locale: PageContext['locale']): string =>
  new Intl.ListFormat(locale, { type: 'disjunction' }).format(
    enteredBy.roles.map((role) => roles.get(role)?.[locale] ?? role),
  ) || '–';

const Unfinished = ({
  locale,
  service,
  token,
}: {
  readonly locale: PageContext['locale'];
  readonly service: string;
  readonly token: string;
}) => (
  <Alert tone="info" title={say(locale, texts.unfinished)}>
    <p>{say(locale, texts.unfinishedDetail)}</p>
    <form method="post" action={`${servicePath(service)}/discard`}>
      <input type="hidden" name="_csrf" value={token} />
      <Actions>
        <ButtonLink href={`${servicePath(service)}/form`}>{say(locale, texts.resume)}</ButtonLink>
        <Button look="secondary">{say(locale, texts.discard)}</Button>
      </Actions>
    </form>
  </Alert>
);
