import type { Secrets } from '../base/secrets.ts';
import { getState, type Service } from '../definition/service.ts';
import { findRecord, type LoadParts } from '../events/load-record.ts';
import { referenceOf } from '../events/reference.ts';
import { secretOf } from '../events/secret.ts';
import { phoneOfApplicant } from '../form/applicant.ts';
import type { Acted } from '../record/events.ts';
import { fold } from '../record/fold.ts';
import { readTemplate } from '../record/message.ts';
import { isSaidToStaff } from '../record/nouns/said-to.ts';
import type { Render } from './delivery-sender.ts';
import { messageTextsFrom, standardMessages } from './message-texts.ts';
import { renderMessage, standardMessageFor } from './render-message.ts';

export interface RecordMessageParts extends LoadParts {
  readonly secrets: Secrets;
  readonly publicUrl: string;
  readonly timeZone: string;
}

/**
 * Makes the words of a message to an applicant when it is sent. It tells of the record as it was when the event that
 * caused the message happened, so that a late message does not mix two stories.
 */
export const createRecordMessages = ({ secrets, publicUrl, timeZone, ...parts }: RecordMessageParts): Render => {
  return async ({ recordId, template, channel, locale, values, recipient }) => {
    if (recordId === null) throw new Error('a message about a record has none');
    const loaded = await findRecord(parts, recordId);
    if (!loaded) throw new Error(`record ${recordId} of a message does not exist`);
    const { service, events } = loaded;
    const told = events.slice(0, Number(values['event']) || events.length);
    const cause = told.at(-1);
    const record = fold(recordId, told);
    const before = told.filter(({ at }) => cause && at < cause.at);
    const earlier = before.length > 0 ? fold(recordId, before) : undefined;
    const reference = referenceOf(service.referencePrefix, recordId);
    const secret = secretOf(secrets, reference);
    const about = readTemplate(template);
    const state = 'state' in about ? about.state : record.state;
    const { meaning } = getState(service, state);
    const own = 'state' in about ? service.messages.get(state) : service.actions.get(about.action)?.message;
    const said = cause?.kind === 'acted' ? writtenWith(service, cause) : undefined;
    const document = record.documents.findLast(({ revoked }) => !revoked);
    const validity = meaning === 'granted' ? document : undefined;
    const texts = own
      ? messageTextsFrom(own)
      : standardMessages[
          'action' in about
            ? cause?.kind === 'acted' && cause.facts.deadline?.change === 'extended'
              ? 'extended'
              : 'news'
            : standardMessageFor({
                from: earlier && getState(service, earlier.state).meaning,
                to: meaning,
                revoked: cause?.kind === 'acted' && (cause.facts.revoked?.length ?? 0) > 0,
              })
        ];
    const words = renderMessage({
      texts,
      channel,
      locale,
      timeZone,
      values: {
        service: service.texts.record[locale],
        reference,
        state: getState(service, record.state).label[locale],
        // As short as can be: a text message in Arabic has 70 characters.
        link: `${publicUrl}/o/${reference.replaceAll('-', '')}/${secret.replaceAll(' ', '')}`,
        ...(!earlier && { secret }),
        ...(record.deadline && 'dueAt' in record.deadline && { by: record.deadline.dueAt }),
        ...(validity?.from && { from: new Date(validity.from) }),
        ...(validity?.until && { until: new Date(validity.until) }),
        ...(said !== undefined && 'action' in about && { said }),
        ...(said !== undefined && meaning === 'refused' && { reason: said }),
        ...(said !== undefined && meaning === 'waiting' && { question: said }),
      },
    });
    return recipient === '' ? { ...words, to: phoneOfApplicant(service, loaded.record.answers) ?? '' } : words;
  };
};

/** What was written with an action for the applicant to read: its first text. */
const writtenWith = (service: Service, event: Acted): string | undefined => {
  const action = service.actions.get(event.facts.action);
  if (!action || isSaidToStaff(service, event)) return undefined;
  const texts = action.fields.flatMap(({ name, type }) => {
    const value = event.content?.[name];
    const isText = type === 'text' || type === 'long-text';
    return isText && typeof value === 'string' && !action.edit.includes(name) ? [value] : [];
  });
  return texts[0];
};
