import type { ComponentChildren } from 'preact';
import { directionOf, type Locale, say } from '../../base/texts.ts';
import { splitLinks } from '../../outside/mail-html.ts';
import { smsParts } from '../../outside/sms-parts.ts';
import type { Words } from '../../reactions/delivery-sender.ts';
import type { MessageStatus, ShownMessage as Listed } from '../../reactions/outbox-queries.ts';
import { channelTexts, outboxTexts as texts, statusTexts } from '../messages-texts.ts';
import { Bdi } from '../ui/bdi.tsx';
import { Actions, ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/card.tsx';
import { LongDateTime } from '../ui/date-time.tsx';
import type { PageContext } from '../ui/page-context.ts';
import { Page, Title } from '../ui/page.tsx';
import { Tag, type Tone } from '../ui/tag.tsx';
import { Timeline } from '../ui/timeline.tsx';

export const outboxPath = '/demo/outbox';

export interface ShownMessage extends Listed {
  /** Undefined when they could not be made. */
  readonly words: Words | undefined;
}

export interface OutboxPageProps {
  readonly context: PageContext;
  readonly timeZone: string;
  readonly messages: readonly ShownMessage[];
  /** Pass as `before` for the page that follows. */
  readonly next: number | undefined;
  readonly isFirst: boolean;
}

const tones: Readonly<Record<MessageStatus, Tone>> = { waiting: 'neutral', sent: 'success', failed: 'danger' };

/** What would have arrived on telephones and in mailboxes; exists in the demonstration only, since it shows secrets. */
export const OutboxPage = ({ context, timeZone, messages, next, isFirst }: OutboxPageProps) => {
  const { locale } = context;
  return (
    <Page context={context} title={say(locale, texts.title)}>
      <Title>{say(locale, texts.title)}</Title>
      <p>{say(locale, texts.lead)}</p>
      {messages.length === 0 ? (
        <EmptyState icon="message" title={say(locale, texts.emptyTitle)}>
          <p>{say(locale, texts.empty)}</p>
        </EmptyState>
      ) : (
        <Timeline
          moments={messages.map((message) => ({
            icon: message.channel === 'sms' ? 'message' : 'mail',
            tone: tones[message.status],
            title: (
              <>
                {say(locale, texts.to, { channel: say(locale, channelTexts[message.channel]) })}{' '}
                <Bdi>{message.recipient || '•••'}</Bdi>
              </>
            ),
            byline: <Byline message={message} locale={locale} timeZone={timeZone} />,
            body: <Body message={message} locale={locale} />,
          }))}
        />
      )}
      <Actions>
        {next !== undefined && (
          <ButtonLink href={`${outboxPath}?before=${next}`} look="secondary">
            {say(locale, texts.older)}
          </ButtonLink>
        )}
        {!isFirst && (
          <ButtonLink href={outboxPath} look="tertiary">
            {say(locale, texts.newest)}
          </ButtonLink>
        )}
      </Actions>
    </Page>
  );
};

const Byline = ({
  message,
  locale,
  timeZone,
}: {
  readonly message: ShownMessage;
  readonly locale: Locale;
  readonly timeZone: string;
}) => (
  <>
    <LongDateTime locale={locale} at={message.createdAt} timeZone={timeZone} />{' '}
    <Tag tone={tones[message.status]}>{say(locale, statusTexts[message.status])}</Tag>
    {message.channel === 'sms' && message.words && (
      <> {say(locale, texts.parts, { parts: smsParts(message.words.body).parts })}</>
    )}
  </>
);

/** The words in the applicant's language, which need not be the reader's. */
const Body = ({
  message: { words, locale: own },
  locale,
}: {
  readonly message: ShownMessage;
  readonly locale: Locale;
}) =>
  words === undefined ? (
    <p>{say(locale, texts.noWords)}</p>
  ) : (
    <div lang={own} dir={directionOf(own)}>
      {words.subject !== undefined && (
        <p>
          <strong>{words.subject}</strong>
        </p>
      )}
      {words.body.split(/\n{2,}/).map((paragraph) => (
        <p>{paragraph.split('\n').flatMap((line, index) => [...(index > 0 ? [<br />] : []), ...linked(line)])}</p>
      ))}
    </div>
  );

const linked = (line: string): ComponentChildren[] =>
  splitLinks(line).map((part, index) =>
    index % 2 === 1 ? (
      <a class="ds-link" href={part}>
        <Bdi>{part}</Bdi>
      </a>
    ) : (
      part
    ),
  );
