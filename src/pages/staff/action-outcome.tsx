import type { ComponentChildren } from 'preact';
import { sayPhone } from '../../base/phone.ts';
import { say } from '../../base/texts.ts';
import type { Action } from '../../definition/service.ts';
import { phoneOfApplicant } from '../../form/applicant.ts';
import { stateAfter } from '../../record/decide.ts';
import { hiddenFrom } from '../../record/field-access.ts';
import { messageAfter } from '../../record/message.ts';
import { pageNouns } from '../nouns.ts';
import { Bdi } from '../ui/bdi.tsx';
import { actionTexts as texts } from './action-texts.ts';
import type { Desk } from './desk.ts';
import { maskRecipient } from './mask-recipient.ts';
import type { DeskRecord } from './record-data.ts';
import { StateTag } from './record-words.tsx';

/** What an action will bring about, before it is confirmed: each thing that others will see. */
export const outcomesOf = (desk: Desk, opened: DeskRecord, action: Action): readonly ComponentChildren[] => {
  const { service, record, whole, reader, tools } = opened;
  const { locale } = tools;
  const state = stateAfter(record, action);
  const phone = phoneOfApplicant(service, whole.record.answers);
  const isHidden = hiddenFrom(service, reader).has(service.applicant.phone ?? '');
  const isTold = messageAfter(service, record, { ...record, state }, action) !== undefined && phone !== undefined;
  return [
    <>
      {say(locale, state === record.state ? texts.stateSame : texts.stateAfter)}{' '}
      <StateTag service={service} state={state} locale={locale} />
    </>,
    ...pageNouns.flatMap((noun) => noun.outcomes?.(desk, opened, action) ?? []),
    isTold ? (
      <>
        {say(locale, texts.message)} <Bdi>{isHidden ? maskRecipient(phone) : sayPhone(phone)}</Bdi>
      </>
    ) : (
      // Where nobody is ever written to, nobody wonders.
      service.applicant.phone !== undefined && say(locale, texts.noMessage)
    ),
    say(locale, texts.recorded),
  ].filter((outcome) => outcome !== false);
};
