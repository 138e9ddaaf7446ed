import { say } from '../../base/texts.ts';
import { readReference } from '../../events/reference.ts';
import { textOf } from '../http/inputs.ts';
import type { Request } from '../route.ts';
import type { Desk } from './desk.ts';
import type { Done } from './record-page.tsx';
import { recordTexts as texts } from './record-texts.ts';

/** Carried to the page that follows an action: which action on which record. */
export const doneParameter = (reference: string, action: string): Readonly<Record<string, string>> => ({
  done: `${reference}.${action}`,
});

/** What was done, in words; undefined for an address that says nothing or nonsense. */
export const readDone = ({ parts }: Desk, request: Request): Done | undefined => {
  const [reference = '', name = ''] = textOf(request.query, 'done').split('.');
  const prefix = readReference(reference)?.prefix;
  const action = parts.catalogue.known
    .find(({ service }) => service.referencePrefix === prefix)
    ?.service.actions.get(name);
  return action && { reference, words: say(request.locale, texts.done, { action: action.label[request.locale] }) };
};
