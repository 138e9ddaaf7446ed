import type { ComponentChildren } from 'preact';
import { sayPhone } from '../../base/phone.ts';
import { say } from '../../base/texts.ts';
import type { Action } from '../../definition/service.ts';
import { phoneOfApplicant } from '../../form/applicant.ts';
import { stateAfter } from '../../record/decide.ts';
import { messageAfter } from '../../record/message.ts';
import { pageNouns } from '../nouns.ts';
import { Bdi } from '../ui/bdi.tsx';
import { actionTexts as texts } from './action-texts.ts';
import type { Desk } from './desk.ts';
import type { DeskRecord } from './record-data.ts';
import { StateTag } from './record-words.tsx';

/** What an action will bring about, before it is confirmed: each thing that others will see. */
export const outcomesOf = (desk: Desk, opened: DeskRecord, action: Action): readonly ComponentChildren[] => {
  const { service, record, tools } = opened;
  const { locale } = tools;
  const state = stateAfter(record, action);
  const phone = phoneOfApplicant(service, record.answers);
  const isTold = messageAfter(service, record, { ...record, state }, action) !== undefined && phone !== undefined;
  return [
    <>
      {say(locale, state === record.state ? texts.stateSame : texts.stateAfter)}{' '}
      <StateTag service={service} state={state} locale={locale} />
    </>,
    ...pageNouns.flatMap((noun) => noun.outcomes?.(desk, opened, action) ?? []),
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
