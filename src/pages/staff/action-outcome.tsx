import type { ComponentChildren } from 'preact';
import { sayPhone } from '../../base/phone.ts';
import { say } from '../../base/texts.ts';
import { type Action, getState } from '../../definition/service.ts';
import { phoneOfApplicant } from '../../form/applicant.ts';
import { stateAfter } from '../../record/decide.ts';
import { messageAfter } from '../../record/message.ts';
import { Bdi } from '../ui/bdi.tsx';
import { actionTexts as texts } from './action-texts.ts';
import type { DeskRecord } from './record-data.ts';
import { StateTag } from './record-words.tsx';

/** What an action will bring about, before it is confirmed: each thing that others will see. */
export const outcomesOf = (
  { service, record, tools: { locale } }: DeskRecord,
  action: Action,
): readonly ComponentChildren[] => {
  const state = stateAfter(record, action);
  const titleOf = (kind: string) => service.documents.get(kind)?.title[locale] ?? kind;
  const phone = phoneOfApplicant(service, record.answers);
  const isTold = messageAfter(service, record, { ...record, state }) !== undefined && phone !== undefined;
  const holdsDocument = record.documents.some(({ kind, revoked }) => kind === action.revoke && !revoked);
  return [
    <>
      {say(locale, state === record.state ? texts.stateSame : texts.stateAfter)}{' '}
      <StateTag service={service} state={state} locale={locale} />
    </>,
    action.issue !== undefined && say(locale, texts.issues, { document: titleOf(action.issue) }),
    action.revoke !== undefined && holdsDocument && say(locale, texts.revokes, { document: titleOf(action.revoke) }),
    getState(service, state).meaning === 'waiting' && record.deadline !== undefined && say(locale, texts.pauses),
    isTold ? (
      <>
        {say(locale, texts.message)} <Bdi>{sayPhone(phone ?? '')}</Bdi>
      </>
    ) : (
      say(locale, texts.noMessage)
    ),
    say(locale, texts.recorded),
  ].filter((outcome) => outcome !== false);
};
