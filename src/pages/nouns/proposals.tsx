import type { ComponentChildren } from 'preact';
import { say } from '../../base/texts.ts';
import type { Action } from '../../definition/service.ts';
import type { Answer } from '../../form/fields/field-type.ts';
import { actionsFor } from '../../record/allowed-actions.ts';
import { changesOf, statesAfter } from '../../record/changes.ts';
import type { RecordEvent } from '../../record/events.ts';
import { differing, type Proposal, proposalsFor } from '../../record/nouns/proposals.ts';
import { ChangeList } from '../change-list.tsx';
import type { FieldTools } from '../fields/field-page.ts';
import type { PageNoun } from '../noun.ts';
import type { OpenedRecord } from '../record-access.ts';
import type { Desk } from '../staff/desk.ts';
import { actionHref } from '../staff/record-actions.tsx';
import type { DeskRecord } from '../staff/record-data.ts';
import { sayActor } from '../staff/say-actor.ts';
import { Actions, ButtonLink } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { LongDateTime } from '../ui/date-time.tsx';
import { proposalTexts as texts } from './proposals-texts.ts';

type Told = Pick<OpenedRecord, 'service' | 'record' | 'events'> & { readonly tools: FieldTools };

/** What a proposal would change of the answers as they are now, with a mark where they are not what they were. */
const ProposalChanges = ({ told, proposal }: { readonly told: Told; readonly proposal: Proposal }) => {
  const { service, record, tools } = told;
  const { fields, values, base } = proposal;
  const isSeen = (name: string): boolean => name in values || name in base || name in record.answers;
  const shown = fields.filter(isSeen);
  if (shown.length === 0) return <p class="quiet">{say(tools.locale, texts.hidden)}</p>;
  const changes = shown.map((field) => ({ field, before: record.answers[field], after: values[field] }));
  const moved = differing(shown, base, record.answers);
  const then = new Map<string, Answer | undefined>(moved.map((name) => [name, base[name]]));
  return <ChangeList service={service} changes={changes} tools={tools} then={then} />;
};

const proposalNumber = (number: number, { locale }: FieldTools): string => say(locale, texts.number, { number });

/** The proposals that an action decides on, as they stand; what one proposes is seen when it is confirmed. */
const outcomesOf = (opened: DeskRecord, action: Action): readonly ComponentChildren[] => {
  const { service, record, whole, candidate, tools } = opened;
  if (action.propose.length > 0) return [say(tools.locale, texts.proposes)];
  if (action.accept === undefined && !action.decline) return [];
  const numbers = new Set(proposalsFor(service, whole.record, action, candidate).map(({ number }) => number));
  return [
    <>
      {say(tools.locale, action.decline ? texts.declines : texts.accepts)}
      {record.proposals
        .filter(({ number }) => numbers.has(number))
        .map((proposal) => (
          <div class="proposal">
            <strong>{proposalNumber(proposal.number, tools)}</strong>
            <ProposalChanges told={opened} proposal={proposal} />
          </div>
        ))}
    </>,
  ];
};

const ProposalsCard = ({ desk, opened }: { readonly desk: Desk; readonly opened: DeskRecord }) => {
  const { service, record, whole, candidate, reference, tools } = opened;
  const { locale, world } = tools;
  const deciding = actionsFor(service, whole.record, candidate, world.now).flatMap(({ action, refusal }) =>
    refusal === undefined && (action.accept !== undefined || action.decline) ? [action] : [],
  );
  return (
    <Card title={say(locale, texts.title)}>
      <ul class="plain-list">
        {record.proposals.map((proposal) => (
          <li>
            <strong>{proposalNumber(proposal.number, tools)}</strong>
            <span class="quiet">
              {sayActor(desk, opened, proposal.by, 'acted')} ·{' '}
              <LongDateTime locale={locale} at={proposal.at} timeZone={world.timeZone} />
            </span>
            <ProposalChanges told={opened} proposal={proposal} />
            <Actions>
              {deciding
                .filter((action) =>
                  proposalsFor(service, whole.record, action, candidate).some(
                    ({ number }) => number === proposal.number,
                  ),
                )
                .map((action) => (
                  <ButtonLink
                    href={`${actionHref(reference, action, undefined)}?proposal=${proposal.number}`}
                    look="secondary"
                  >
                    {action.label[locale]}
                  </ButtonLink>
                ))}
            </Actions>
          </li>
        ))}
      </ul>
    </Card>
  );
};

/** What a step had to do with proposals. */
const told = ({ service, record, events, tools }: Told, event: RecordEvent): readonly ComponentChildren[] => {
  if (event.kind !== 'acted') return [];
  const { locale } = tools;
  const { proposed, accepted, declined } = event.facts;
  if (accepted !== undefined) return [say(locale, texts.accepted, { number: accepted })];
  if (declined !== undefined) return [say(locale, texts.declined, { number: declined })];
  if (!proposed) return [];
  const number = events.indexOf(event) + 1;
  const before = statesAfter(record.id, events)[number - 2];
  const changes = changesOf(proposed, before?.answers ?? {}, event.content ?? {});
  return [
    `${proposalNumber(number, tools)}. ${say(locale, changes.length > 0 ? texts.proposed : texts.hidden)}`,
    changes.length > 0 && <ChangeList service={service} changes={changes} tools={tools} />,
  ];
};

export const proposals: PageNoun = {
  outcomes: (_desk, opened, action) => outcomesOf(opened, action),
  staffStep: (_desk, opened, event) => told(opened, event),
  applicantStep: (view, event) => told(view, event),
  staffCard: (desk, opened) =>
    opened.record.proposals.length > 0 ? <ProposalsCard desk={desk} opened={opened} /> : undefined,
  applicantPart: (view) => {
    const own = view.record.proposals.filter(({ by }) => by.kind === 'applicant');
    return own.length === 0 ? undefined : (
      <>
        <h2>{say(view.tools.locale, texts.yours)}</h2>
        {own.map((proposal) => (
          <ProposalChanges told={view} proposal={proposal} />
        ))}
      </>
    );
  },
  json: ({ record, candidate }) => {
    const shown = record.proposals.filter(({ by }) => candidate.kind === 'account' || by.kind === 'applicant');
    return shown.length === 0
      ? {}
      : {
          proposals: shown.map(({ number, at, by, fields, values }) => ({
            number,
            at: at.toISOString(),
            by:
              by.kind === 'account' ? { kind: 'staff', role: by.role, institution: by.institution } : { kind: by.kind },
            fields,
            data: values,
          })),
        };
  },
};
