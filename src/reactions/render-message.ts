import { directionOf, formatMessage, type Locale } from '../base/texts.ts';
import type { StateMeaning } from '../definition/nouns/states.ts';
import { sayInstant } from '../form/fields/datetime.ts';
import { economicalSms } from '../outside/sms-parts.ts';
import type { Channel } from './delivery-queries.ts';
import type { MessageTexts, StandardMessage } from './message-texts.ts';

/** What a message can say. Instants are written in the country's time zone; free text is shortened in text messages. */
export interface MessageValues {
  /** What the service calls its records, in the reader's language. */
  readonly service: string;
  readonly reference: string;
  /** The label of the state that the record is in now, in the reader's language. */
  readonly state: string;
  /** Where the record is followed. */
  readonly link: string;
  /** In the first message of a record only. */
  readonly secret?: string | undefined;
  readonly by?: Date | undefined;
  readonly from?: Date | undefined;
  readonly until?: Date | undefined;
  readonly reason?: string | undefined;
  readonly question?: string | undefined;
  /** What was written with an action of which the applicant is told by itself. */
  readonly said?: string | undefined;
}

/** Which of the platform's messages tells that a record has come from one state (undefined: just submitted) to another. */
export const standardMessageFor = (arrival: {
  readonly from: StateMeaning | undefined;
  readonly to: StateMeaning;
  /** What led here revoked a document. */
  readonly revoked: boolean;
}): StandardMessage => {
  switch (arrival.to) {
    case 'open':
      if (arrival.from === undefined) return 'received';
      return arrival.from === 'refused' ? 'reviewing' : 'progress';
    case 'waiting':
      return 'question';
    case 'granted':
      return 'approved';
    case 'refused':
      return arrival.revoked ? 'revoked' : 'rejected';
    case 'closed':
      return 'progress';
  }
};

const optional = ['secret', 'by', 'from', 'until', 'reason', 'question', 'said'] as const;
const longestInSms = 60;

/** The words of a message. Throws when a text names a value that is not there. */
export const renderMessage = (message: {
  readonly texts: MessageTexts;
  readonly channel: Channel;
  readonly locale: Locale;
  readonly values: MessageValues;
  /** IANA name of the country's time zone. */
  readonly timeZone: string;
}): { subject?: string; body: string } => {
  const { texts, channel, locale, values } = message;
  const given: Record<string, string> = {
    service: values.service,
    reference: values.reference,
    state: values.state,
    link: values.link,
  };
  const sameDay = isSameDay(values.from, values.until, message.timeZone);
  given['same_day'] = sameDay ? 'yes' : 'no';
  for (const name of optional) {
    const value = values[name];
    given[`has_${name}`] = value === undefined ? 'no' : 'yes';
    if (value === undefined) continue;
    if (value instanceof Date) given[name] = writeInstant(value, { ...message, timeOnly: name === 'until' && sameDay });
    else given[name] = name === 'secret' ? inDigitOrder(value, locale) : quote(value, channel);
  }
  const format = (text: string) => formatMessage(locale, text, given);
  switch (channel) {
    case 'sms':
      return { body: economicalSms(oneLine(format(texts.sms[locale]))) };
    case 'email':
      return {
        subject: oneLine(format(texts.subject[locale])),
        body: format(texts.email[locale])
          .trim()
          .replaceAll(/\n{3,}/g, '\n\n'),
      };
  }
};

/** Groups of digits in Arabic words stand from right to left, last group first to the eye, unless a mark (U+200E) precedes them. */
const inDigitOrder = (code: string, locale: Locale): string => (directionOf(locale) === 'rtl' ? `\u200e${code}` : code);

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** Free text: cut at a word in a text message, and kept from reordering the words around it in an e-mail (U+2068, U+2069). */
const quote = (text: string, channel: Channel): string => {
  if (channel === 'email') return `\u2068${text.trim()}\u2069`;
  const line = oneLine(text);
  if (line.length <= longestInSms) return line;
  const whole = [...line].slice(0, longestInSms).join('');
  return `${whole.replace(/\s+\S*$/, '')}...`;
};

const isSameDay = (one: Date | undefined, other: Date | undefined, timeZone: string): boolean => {
  const day = (instant: Date) => write(instant, timeZone, { dateStyle: 'short' });
  return one !== undefined && other !== undefined && day(one) === day(other);
};

const write = (instant: Date, timeZone: string, how: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('en-GB', { ...how, timeZone }).format(instant);

/** `12/03 14:30` in a text message, the long form in an e-mail. */
const writeInstant = (
  instant: Date,
  { locale, timeZone, channel, timeOnly }: { locale: Locale; timeZone: string; channel: Channel; timeOnly: boolean },
): string => {
  const time = write(instant, timeZone, { hour: '2-digit', minute: '2-digit' });
  if (timeOnly) return time;
  switch (channel) {
    case 'sms':
      return `${write(instant, timeZone, { day: '2-digit', month: '2-digit' })} ${time}`;
    case 'email':
      return sayInstant(instant, locale, timeZone);
  }
};
