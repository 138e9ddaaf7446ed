import type { FastifyReply } from 'fastify';
import type { ComponentChildren } from 'preact';
import {
  closeAccount,
  type DecisionParts,
  decisionRefusal,
  longestDecisionReason,
  reopenAccount,
  takeFactors,
} from '../../../access/account-decisions.ts';
import { administratorRole } from '../../../access/administration.ts';
import { type AdministeredPerson, colleaguesAt, getPerson } from '../../../access/people.ts';
import type { AccountDecisionKind } from '../../../access/people-queries.ts';
import { Problem } from '../../../base/problem.ts';
import { type Locale, say } from '../../../base/texts.ts';
import { countInHands } from '../../../events/reassign-queries.ts';
import { textOf } from '../../http/inputs.ts';
import { getStaff, type Request, type Route } from '../../route.ts';
import { sendPage } from '../../send-page.ts';
import { Alert } from '../../ui/alert.tsx';
import { SelectField } from '../../ui/choice-field.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { clientOf } from '../client-of.ts';
import type { Desk } from '../desk.ts';
import { type DecisionForm, DecisionPage } from './decision-page.tsx';
import { decisionTexts as texts } from './decision-texts.ts';
import { peopleParts } from './people-parts.ts';
import { nameOf } from './people-page.tsx';
import { closePath, factorsPath, peoplePath, personPath, reopenPath } from './people-paths.ts';

/** What one decision needs besides what all have. */
interface Decision {
  readonly kind: AccountDecisionKind;
  readonly form: DecisionForm;
  readonly path: (account: string) => string;
  readonly done: string;
  /** Whether it is about an account that is closed. */
  readonly ofClosed: boolean;
  readonly carryOut: typeof closeAccount;
}

const closing: Decision = {
  kind: 'account-closed',
  form: { title: texts.closeOf, lead: texts.closeLead, button: texts.close, sure: texts.sure, danger: true },
  path: closePath,
  done: 'closed',
  ofClosed: false,
  carryOut: closeAccount,
};
const reopening: Decision = {
  kind: 'account-reopened',
  form: { title: texts.reopenOf, lead: texts.reopenLead, button: texts.reopen },
  path: reopenPath,
  done: 'reopened',
  ofClosed: true,
  carryOut: reopenAccount,
};
const taking: Decision = {
  kind: 'factors-taken',
  form: {
    title: texts.factorsOf,
    lead: texts.factorsLead,
    button: texts.factors,
    sure: texts.sureFactors,
    danger: true,
  },
  path: factorsPath,
  done: 'factors',
  ofClosed: false,
  carryOut: takeFactors,
};

/** Closing an account, opening it again, and taking away a second factor that was lost. */
export const decisionRoutes = (desk: Desk): readonly Route[] => {
  const { factors, passkeys, sessions, wakeDelivery, territory, catalogue, database } = desk.parts;
  const parts: DecisionParts = { ...peopleParts(desk.parts), sessions, afterWrite: wakeDelivery };

  const open = async (request: Request, { kind, ofClosed }: Decision): Promise<AdministeredPerson> => {
    const { account } = request.params as { account: string };
    const person = await getPerson(parts, getStaff(request), account);
    const refusal = decisionRefusal(getStaff(request), person, kind);
    if (refusal === 'outside-administration') throw new Problem('outside-administration');
    if (refusal !== undefined) throw new Problem('not-allowed');
    if ((person.closedAt !== null) !== ofClosed) throw new Problem('state-changed');
    return person;
  };

  const workOf = async (person: AdministeredPerson, locale: Locale): Promise<ComponentChildren> => {
    const held = await database.run(countInHands, [person.id]);
    if (held.length === 0) return <p>{say(locale, texts.noWork)}</p>;
    const titleOf = (id: string) =>
      catalogue.known.find(({ service }) => service.id === id)?.service.texts.title[locale] ?? id;
    const colleagues = await colleaguesAt(
      parts,
      person.grants.map(({ institution }) => institution),
      person.id,
    );
    return (
      <>
        <h2>{say(locale, texts.work)}</h2>
        <ul>
          {held.map(({ service, institution, records }) => (
            <li>
              {say(locale, texts.workOf, {
                n: records,
                service: titleOf(service),
                institution: territory.findInstitution(institution)?.name[locale] ?? institution,
              })}
            </li>
          ))}
        </ul>
        <SelectField
          locale={locale}
          name="work"
          label={say(locale, texts.whatOfWork)}
          hint={say(locale, texts.workHint)}
          options={[
            { value: 'basket', label: say(locale, texts.toBasket) },
            ...colleagues.map((colleague) => ({ value: colleague.id, label: nameOf(colleague, locale) })),
          ]}
          value="basket"
        />
      </>
    );
  };

  const aboveOf = async (
    { kind }: Decision,
    person: AdministeredPerson,
    locale: Locale,
  ): Promise<ComponentChildren> => {
    switch (kind) {
      case 'account-closed':
        return workOf(person, locale);
      case 'account-reopened':
        return (
          <ul class="grants">
            {person.grants.map(({ role, institution }) => (
              <li>
                {desk.nameRole(role, locale)} · {desk.sayInstitution(institution, locale)}
              </li>
            ))}
          </ul>
        );
      case 'factors-taken': {
        const { totpSince, codesLeft } = await factors.stateOf(person.id);
        const hasAny = totpSince !== undefined || codesLeft > 0 || (await passkeys.list(person.id)).length > 0;
        return (
          <Alert tone="warning">
            <p>{say(locale, hasAny ? texts.factorsWarning : texts.noFactors)}</p>
          </Alert>
        );
      }
    }
  };

  const show = async (
    decision: Decision,
    request: Request,
    reply: FastifyReply,
    reason = '',
    problems: readonly FieldProblem[] = [],
  ) => {
    const person = await open(request, decision);
    return sendPage(
      reply,
      <DecisionPage
        context={desk.contextOf(request, reply)}
        csrfToken={reply.generateCsrf()}
        person={person}
        form={decision.form}
        action={decision.path(person.id)}
        reason={reason}
        problems={problems}
      >
        {await aboveOf(decision, person, request.locale)}
      </DecisionPage>,
    );
  };

  const send = async (decision: Decision, request: Request, reply: FastifyReply) => {
    const { locale, body } = request;
    const person = await open(request, decision);
    const reason = textOf(body, 'reason').trim().toWellFormed().replaceAll('\0', '');
    const problems = [
      ...(reason === '' || reason.length > longestDecisionReason
        ? [{ name: 'reason', message: say(locale, texts.reasonMissing) }]
        : []),
      ...(decision.form.sure && textOf(body, 'sure') !== 'yes'
        ? [{ name: 'sure', message: say(locale, texts.sureMissing) }]
        : []),
    ];
    if (problems.length > 0) return show(decision, request, reply.code(422), reason, problems);
    const wanted = textOf(body, 'work');
    const institutions = person.grants.map(({ institution }) => institution);
    const workTo = (await colleaguesAt(parts, institutions, person.id)).find(({ id }) => id === wanted)?.id;
    const client = clientOf(request);
    await decision.carryOut(parts, getStaff(request), { accountId: person.id, reason, workTo, client });
    return reply.redirect(`${personPath(person.id)}?done=${decision.done}`, 303);
  };

  const access = { roles: [administratorRole] };
  return [closing, reopening, taking].flatMap((decision): readonly Route[] => {
    const path = `${peoplePath}/:account${decision.path('').slice(personPath('').length)}`;
    return [
      { method: 'GET', path, access, fresh: true, handler: (request, reply) => show(decision, request, reply) },
      {
        method: 'POST',
        path,
        access,
        fresh: true,
        perMinute: 30,
        handler: (request, reply) => send(decision, request, reply),
      },
    ];
  });
};
