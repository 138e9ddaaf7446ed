import type { Locale } from '../../base/texts.ts';
import type { RecordSettings } from '../../definition/fields/record.ts';
import type { ReferredRecord, World } from '../world.ts';
import { type BehaviourOf, type FieldType, singleInput } from './field-type.ts';

/** Whether a record may be named as an answer, in the state in which it is. */
export const mayBeNamed = ({ service, states }: RecordSettings, record: ReferredRecord): boolean =>
  record.service.id === service && (states.length === 0 || states.includes(record.state));

/** What of a record is shown with its number, in words; its own references to others are not followed. */
export const sayShown = (
  behaviourOf: BehaviourOf,
  { shows }: RecordSettings,
  { service, answers }: ReferredRecord,
  locale: Locale,
  world: World,
): string =>
  shows
    .flatMap((name) => {
      const field = service.fields.get(name);
      const answer = answers[name];
      return !field || field.type === 'record' || answer === undefined
        ? []
        : [behaviourOf(field).say(answer, field, locale, world)];
    })
    .join(locale === 'ar' ? '، ' : ', ');

/**
 * The reference of a record. Which records there are is not known here: the world holds those that were looked up before,
 * among them every one that was sent.
 */
export const recordOf = (behaviourOf: BehaviourOf): FieldType<'record', string> => ({
  ...singleInput,
  missing: 'required-choice',
  read: (sent, field, world) => {
    if (typeof sent !== 'string') return { fault: 'wrong-type' };
    const found = world.findRecord?.(sent);
    if (found?.service.id !== field.service) return { fault: 'no-such-record' };
    return mayBeNamed(field, found) ? { value: found.reference } : { fault: 'record-not-now' };
  },
  say: (value, field, locale, world) => {
    const found = world.findRecord?.(value);
    const shown = found ? sayShown(behaviourOf, field, found, locale, world) : '';
    return shown === '' ? value : `${value} – ${shown}`;
  },
  jsonSchema: ({ service }) => ({ type: 'string', description: `Reference of a record of ${service}` }),
});
