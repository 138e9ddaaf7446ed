import type { ComponentChildren } from 'preact';
import type { RequestRow } from '../../access/applicant-queries.ts';
import { sayPhone } from '../../base/phone.ts';
import { type Locale, say } from '../../base/texts.ts';
import { getState, type Service } from '../../definition/service.ts';
import { referenceOf } from '../../events/reference.ts';
import { sayInstant } from '../../form/fields/datetime.ts';
import { Alert } from '../ui/alert.tsx';
import { Bdi, withCodes } from '../ui/bdi.tsx';
import { Actions, Button, ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/card.tsx';
import { checkbox } from '../ui/choice-field.tsx';
import type { FieldProblem } from '../ui/error-summary.tsx';
import type { PageContext } from '../ui/page-context.ts';
import { Page, Title } from '../ui/page.tsx';
import { type Task, TaskList } from '../ui/task-list.tsx';
import { OneTimeCodeField } from '../ui/one-time-code-field.tsx';
import { PhoneField } from '../ui/text-field.tsx';
import { meaningTones } from './standing.ts';
import { trackPath } from './track-paths.ts';
import { requestsTexts as texts } from './requests-texts.ts';

export const requestsPath = '/requests';

interface AskPageProps {
  readonly context: PageContext;
  readonly csrfToken: string;
  readonly typed: string;
  readonly problems: readonly FieldProblem[];
  /** What has just been done, to say that it was. */
  readonly done?: string | undefined;
}

/** Asks for the phone number. */
export const AskPhonePage = ({ context, csrfToken, typed, problems, done }: AskPageProps) => {
  const { locale } = context;
  return (
    <Page context={context} title={say(locale, texts.title)} problems={problems} backHref="/track">
      {done !== undefined && <Done>{done}</Done>}
      <Title>{say(locale, texts.title)}</Title>
      <p>{say(locale, texts.lead)}</p>
      <form method="post" action={`${requestsPath}/code`} noValidate>
        <input type="hidden" name="_csrf" value={csrfToken} />
        <PhoneField
          locale={locale}
          name="phone"
          label={say(locale, texts.phone)}
          hint={say(locale, texts.phoneHint)}
          error={problems.find(({ name }) => name === 'phone')?.message}
          value={typed}
          required
        />
        <Actions>
          <Button>{say(locale, texts.send)}</Button>
        </Actions>
      </form>
      <p>
        {say(locale, texts.notNeeded)}{' '}
        <a class="ds-link" href="/track">
          {say(locale, texts.byReference)}
        </a>
      </p>
    </Page>
  );
};

const Done = ({ children }: { readonly children: ComponentChildren }) => (
  <Alert tone="success">
    <p>{children}</p>
  </Alert>
);

interface CodePageProps {
  readonly context: PageContext;
  readonly csrfToken: string;
  readonly problems: readonly FieldProblem[];
}

/** Asks for the code that was sent. */
export const CodePage = ({ context, csrfToken, problems }: CodePageProps) => {
  const { locale } = context;
  return (
    <Page context={context} title={say(locale, texts.codeTitle)} problems={problems} backHref={requestsPath}>
      <Title>{say(locale, texts.codeTitle)}</Title>
      <p>{say(locale, texts.codeLead)}</p>
      <form method="post" action={`${requestsPath}/sign-in`} noValidate>
        <input type="hidden" name="_csrf" value={csrfToken} />
        <OneTimeCodeField
          locale={locale}
          label={say(locale, texts.code)}
          hint={say(locale, texts.codeHint)}
          problems={problems}
          isNumber
        />
        <div class="field">
          {checkbox(
            { locale, name: 'own', label: '', options: [], values: [] },
            { value: '1', label: say(locale, texts.ownPhone) },
            0,
          )}
        </div>
        <Actions>
          <Button>{say(locale, texts.open)}</Button>
          <ButtonLink href={requestsPath} look="tertiary">
            {say(locale, texts.otherNumber)}
          </ButtonLink>
        </Actions>
      </form>
    </Page>
  );
};

export interface ShownRequest extends RequestRow {
  readonly service: Service;
}

interface RequestsPageProps {
  readonly context: PageContext;
  readonly csrfToken: string;
  readonly timeZone: string;
  readonly phone: string;
  readonly requests: readonly ShownRequest[];
}

/** All requests of a person, the newest first. */
export const RequestsPage = ({ context, csrfToken, timeZone, phone, requests }: RequestsPageProps) => {
  const { locale } = context;
  return (
    <Page context={context} title={say(locale, texts.title)}>
      <Title above={withCodes(say(locale, texts.whose, { phone: sayPhone(phone) }))}>{say(locale, texts.title)}</Title>
      {requests.length === 0 ? (
        <EmptyState title={say(locale, texts.emptyTitle)}>
          <p>{say(locale, texts.empty)}</p>
        </EmptyState>
      ) : (
        <>
          <TaskList tasks={requests.map((request) => lineOf(request, locale, timeZone))} />
          <p class="quiet">{say(locale, texts.more)}</p>
        </>
      )}
      <Actions>
        <ButtonLink href="/#services">{say(locale, texts.services)}</ButtonLink>
        <ButtonLink href="/track" look="secondary">
          {say(locale, texts.byReference)}
        </ButtonLink>
      </Actions>
      <form method="post" action={`${requestsPath}/leave`}>
        <input type="hidden" name="_csrf" value={csrfToken} />
        <Actions>
          <Button look="secondary">{say(locale, texts.leave)}</Button>
          <Button look="tertiary" name="everywhere" value="1">
            {say(locale, texts.leaveEverywhere)}
          </Button>
          <ButtonLink href={`${requestsPath}/forget`} look="tertiary">
            {say(locale, texts.forget)}
          </ButtonLink>
        </Actions>
      </form>
    </Page>
  );
};

const lineOf = (request: ShownRequest, locale: Locale, timeZone: string): Task => {
  const { service, id, state, submittedAt } = request;
  const reference = referenceOf(service.referencePrefix, id);
  const { label, meaning } = getState(service, state);
  return {
    label: (
      <>
        {service.texts.record[locale]} <Bdi>{reference}</Bdi>
      </>
    ),
    href: trackPath(reference),
    hint: say(locale, texts.submitted, { date: sayInstant(submittedAt, locale, timeZone) }),
    status: label[locale],
    tone: meaningTones[meaning],
  };
};

/** Asks before the list is deleted. */
export const ForgetPage = ({ context, csrfToken }: Omit<CodePageProps, 'problems'>) => {
  const { locale } = context;
  return (
    <Page context={context} title={say(locale, texts.forget)} backHref={requestsPath}>
      <Title>{say(locale, texts.forget)}</Title>
      <p>{say(locale, texts.forgetLead)}</p>
      <form method="post" action={`${requestsPath}/forget`}>
        <input type="hidden" name="_csrf" value={csrfToken} />
        <Actions>
          <Button danger>{say(locale, texts.forget)}</Button>
          <ButtonLink href={requestsPath} look="secondary">
            {say(locale, texts.title)}
          </ButtonLink>
        </Actions>
      </form>
    </Page>
  );
};
