import type { Queryable } from '../base/database.ts';
import type { Secrets } from '../base/secrets.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { getState } from '../definition/service.ts';
import { findRecord } from '../events/load-record.ts';
import { referenceOf } from '../events/reference.ts';
import { secretOf } from '../events/secret.ts';
import { fold } from '../record/fold.ts';
import type { Render } from './delivery-sender.ts';
import { messageTextsFrom, standardMessages } from './message-texts.ts';
import { renderMessage, standardMessageFor } from './render-message.ts';

export interface RecordMessageParts {
  readonly database: Queryable;
  readonly catalogue: Catalogue;
  readonly secrets: Secrets;
  readonly publicUrl: string;
  readonly timeZone: string;
}

/**
 * Makes the words of a message to an applicant when it is sent. It tells of the record as it was when the event that
 * caused the message happened, so that a late message does not mix two stories.
 */
export const createRecordMessages = ({
  database,
  catalogue,
  secrets,
  publicUrl,
  timeZone,
}: RecordMessageParts): Render => {
  return async ({ recordId, template, channel, locale, values }) => {
    const loaded = await findRecord(database, catalogue, recordId);
    if (!loaded) throw new Error(`record ${recordId} of a message does not exist`);
    const { service, events } = loaded;
    const told = events.slice(0, Number(values['event']) || events.length);
    const cause = told.at(-1);
    const record = fold(recordId, told);
    const before = told.filter(({ at }) => cause && at < cause.at);
    const earlier = before.length > 0 ? fold(recordId, before) : undefined;
    const reference = referenceOf(service.referencePrefix, recordId);
    const secret = secretOf(secrets, reference);
    const meaning = getState(service, template).meaning;
    const own = service.messages.get(template);
    const said =
      cause?.kind === 'acted' ? Object.values(cause.content ?? {}).find((each) => typeof each === 'string') : undefined;
    const document = record.documents.findLast(({ revoked }) => !revoked);
    const validity = meaning === 'granted' ? document : undefined;
    const texts = own
      ? messageTextsFrom(own)
      : standardMessages[
          standardMessageFor({
            from: earlier && getState(service, earlier.state).meaning,
            to: meaning,
            revoked: cause?.kind === 'acted' && (cause.facts.revoked?.length ?? 0) > 0,
          })
        ];
    return renderMessage({
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
        ...(said !== undefined && meaning === 'refused' && { reason: said }),
        ...(said !== undefined && meaning === 'waiting' && { question: said }),
      },
    });
  };
};
