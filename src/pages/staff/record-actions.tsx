import { say } from '../../base/texts.ts';
import { type Action, getState, type Service } from '../../definition/service.ts';
import { sayRefusal } from '../../events/engine.ts';
import { GuardConditions } from '../nouns/explanations.tsx';
import { findOpenTask } from '../../record/nouns/tasks.ts';
import { actionsFor, isForOthers, type Refusal } from '../../record/allowed-actions.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Details } from '../ui/details.tsx';
import { Icon } from '../ui/icon.tsx';
import type { IconName } from '../ui/icons.ts';
import type { Desk } from './desk.ts';
import { type DeskRecord, enumerate } from './record-data.ts';
import { recordTexts as texts } from './record-texts.ts';
import { listParameter, type WorklistQuery } from './worklist-query.ts';

/** Actions that a civil servant could do, whoever it is. */
const isForStaff = ({ by }: Action): boolean => by.some((role) => role !== 'applicant');

/** What an action leads to, as its button shows it. */
export const lookOf = (
  { states }: Service,
  { to, edit, propose, accept, decline }: Action,
): { readonly icon: IconName; readonly danger: boolean } => {
  if (accept !== undefined) return { icon: 'check', danger: false };
  if (decline) return { icon: 'close', danger: false };
  if (edit.length + propose.length > 0 && to === undefined) return { icon: 'edit', danger: false };
  switch (states.get(to ?? '')?.meaning) {
    case 'granted':
      return { icon: 'check', danger: false };
    case 'waiting':
      return { icon: 'message', danger: false };
    case 'refused':
      return { icon: 'close', danger: true };
    case 'open':
    case 'closed':
    case undefined:
      return { icon: 'arrow', danger: false };
  }
};

/** Roles that may do it, and where: "permit agent or permit supervisor, Ministry of Interior". */
export const sayWho = (
  desk: Desk,
  { service, record, tools: { locale } }: DeskRecord,
  action: Action,
  isAnother = false,
): string => {
  const roles = enumerate(
    action.by.filter((role) => role !== 'applicant').map((role) => desk.sayRole(role, locale, service)),
    locale,
  );
  const institution = findOpenTask(record, action.answers ?? '')?.institution ?? record.institution;
  const who = isAnother ? say(locale, texts.anotherWith, { roles }) : roles;
  return say(locale, texts.roleAt, { roles: who, institution: desk.sayInstitution(institution, locale) });
};

export const actionHref = (reference: string, action: Action, list: WorklistQuery | undefined): string =>
  `/staff/records/${reference}/actions/${action.name}${listParameter(list)}`;

interface ActionsProps {
  readonly desk: Desk;
  readonly opened: DeskRecord;
  readonly list: WorklistQuery | undefined;
}

/** The buttons that this person may press, and beneath them those that need somebody else, with who that is. */
export const RecordActions = ({ desk, opened, list }: ActionsProps) => {
  const { service, whole, reference, candidate, tools } = opened;
  const { locale } = tools;
  const all = actionsFor(service, whole.record, candidate, tools.world.now);
  const allowed = all.flatMap(({ action, refusal }) => (refusal ? [] : [action]));
  // That nothing is proposed keeps nobody from anything.
  const refused = all.flatMap(({ action, refusal }) =>
    refusal && refusal !== 'nothing-proposed' && isForStaff(action) ? [{ action, refusal }] : [],
  );
  const ofApplicant = all
    .filter(({ action }) => action.by.includes('applicant'))
    .map(({ action }) => action.label[locale]);
  return (
    <>
      {allowed.length > 0 && (
        <div class="actions" id="actions">
          {allowed.map((action, position) => {
            const { icon, danger } = lookOf(service, action);
            return (
              <ButtonLink
                href={actionHref(reference, action, list)}
                icon={icon}
                danger={danger}
                look={position === 0 && !danger ? 'primary' : 'secondary'}
              >
                {action.label[locale]}
              </ButtonLink>
            );
          })}
        </div>
      )}
      {[true, false].map((forOthers) => {
        const those = refused.filter(({ refusal }) => isForOthers(refusal) === forOthers);
        return (
          those.length > 0 && (
            <>
              <h3>{say(locale, forOthers ? texts.refused : texts.notNow)}</h3>
              <ul class="refused">
                {groupsOf(those).map((group) => (
                  <Refused desk={desk} opened={opened} group={group} />
                ))}
              </ul>
            </>
          )
        );
      })}
      {ofApplicant.length > 0 && (
        <p class="quiet">{say(locale, texts.applicantMay, { actions: enumerate(ofApplicant, locale) })}</p>
      )}
    </>
  );
};

interface RefusedAction {
  readonly action: Action;
  readonly refusal: Refusal;
}

/** Actions that are refused for the same reason and that the same people can do, together. */
const groupsOf = (refused: readonly RefusedAction[]): readonly (readonly RefusedAction[])[] => [
  ...Map.groupBy(
    refused,
    ({ action, refusal }) => `${refusal} ${refusal === 'condition' ? action.name : ''} ${action.by.join(' ')}`,
  ).values(),
];

const Refused = ({
  desk,
  opened,
  group,
}: {
  readonly desk: Desk;
  readonly opened: DeskRecord;
  readonly group: readonly RefusedAction[];
}) => {
  const { locale } = opened.tools;
  const [first] = group;
  if (!first) return null;
  return (
    <li>
      <Icon name="lock" />
      <span>
        <strong>{group.map(({ action }) => action.label[locale]).join(' · ')}</strong>
        <span class="why">
          {say(locale, sayRefusal(first.refusal, first.action))}{' '}
          {isForOthers(first.refusal) &&
            say(locale, texts.doneBy, { who: sayWho(desk, opened, first.action, first.refusal === 'other-person') })}
        </span>
        {first.refusal === 'condition' && <GuardConditions opened={opened} action={first.action} />}
      </span>
    </li>
  );
};

/** What the present state does not allow, and which one would. */
export const OtherActions = ({ desk, opened }: { readonly desk: Desk; readonly opened: DeskRecord }) => {
  const { service, record, tools } = opened;
  const { locale } = tools;
  const others = [...service.actions.values()].filter(
    (action) => isForStaff(action) && !action.from.includes(record.state),
  );
  if (others.length === 0) return null;
  return (
    <Details summary={say(locale, texts.otherStates)}>
      <ul class="refused">
        {others.map((action) => (
          <li>
            <Icon name="clock" />
            <span>
              <strong>{action.label[locale]}</strong>
              <span class="why">
                {say(locale, texts.whenState, {
                  states: enumerate(
                    action.from.map((state) => getState(service, state).staffLabel[locale]),
                    locale,
                  ),
                })}
                {' · '}
                {sayWho(desk, opened, action)}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Details>
  );
};
