import type { FastifyReply } from 'fastify';
import { moveGrants } from '../../../access/move-grants.ts';
import { Problem } from '../../../base/problem.ts';
import { say } from '../../../base/texts.ts';
import type { CountryContent, NewChange } from '../../../territory/country-change.ts';
import { getInService, mergeInstitutions, splitInstitution } from '../../../territory/institution-changes.ts';
import { textOf } from '../../http/inputs.ts';
import { getStaff, type Request, type Route } from '../../route.ts';
import { sendPage } from '../../send-page.ts';
import { sureInput } from '../services/sure-box.tsx';
import { type AdminDesk, adminRoutesFor, noteOf, paramOf, typedIn } from './admin-desk.ts';
import { institutionPath, institutionsPath } from './admin-paths.ts';
import { adminTexts } from './admin-texts.ts';
import { factsOf, institutionOptions } from './institution-facts.ts';
import { problemsIn } from './problems-in.ts';
import { fateInput, mostSuccessors, SuccessionPage, type SuccessionPlan } from './succession-page.tsx';

type Kind = 'merge' | 'split';

interface Asked {
  readonly kind: Kind;
  readonly code: string;
  readonly codes: readonly string[];
  readonly into: readonly string[];
}

/** Merging institutions and splitting one: what hangs on them is shown and decided on before anything happens. */
export const successionRoutes = (desk: AdminDesk): readonly Route[] => {
  const { parts } = desk;
  const { liveCountry } = parts;
  const { get, post } = adminRoutesFor(desk, false);

  const readAsked = (request: Request, kind: Kind): Asked => {
    const code = paramOf(request, 'code');
    const others = typedIn(request, 'others').split(/[\s,،]+/);
    const into = Array.from({ length: kind === 'merge' ? 1 : mostSuccessors }, (_, index) =>
      typedIn(request, index === 0 ? 'into' : `into${index}`),
    );
    return {
      kind,
      code,
      codes: [...new Set([code, ...(kind === 'merge' ? others : [])])].filter((each) => each !== ''),
      into: [...new Set(into)].filter((each) => each !== ''),
    };
  };

  /** Whoever does this administers all that it concerns. */
  const getAllowed = (request: Request, codes: readonly string[]): void => {
    const staff = getStaff(request);
    for (const code of codes) if (!desk.mayAdminister(staff, code)) throw new Problem('not-allowed');
  };

  const changeOf = (content: CountryContent, { kind, code, codes, into }: Asked): NewChange =>
    kind === 'merge' ? mergeInstitutions(content, codes, into[0] ?? '') : splitInstitution(content, code, into);

  const planOf = async (request: Request, asked: Asked): Promise<SuccessionPlan> => {
    const change = changeOf(liveCountry.content(), asked);
    const facts = await factsOf(parts, asked.codes, request.locale);
    const children = (change.effect.institutions ?? []).filter(
      ({ code, set }) => !asked.codes.includes(code) && !asked.into.includes(code) && set.parent !== undefined,
    );
    return { codes: asked.codes, into: asked.into, facts, children: children.length };
  };

  const fatesOf = (request: Request, { facts, into }: SuccessionPlan): ReadonlyMap<string, string> =>
    new Map(
      facts.grants.flatMap(({ id }) => {
        const fate = textOf(request.body, fateInput(id));
        return fate === 'end' || into.includes(fate) ? [[id, fate] as const] : [];
      }),
    );

  const send = (
    request: Request,
    reply: FastifyReply,
    { kind, code, into }: Asked,
    more: {
      readonly plan?: SuccessionPlan;
      readonly fates?: ReadonlyMap<string, string>;
      readonly error?: unknown;
      readonly message?: string;
    } = {},
  ) => {
    const staff = getStaff(request);
    const problems = [
      ...(more.error === undefined ? [] : problemsIn(more.error, request.locale)),
      ...(more.message === undefined ? [] : [{ name: sureInput, message: more.message }]),
    ];
    return sendPage(
      problems.length > 0 ? reply.code(422) : reply,
      <SuccessionPage
        {...{ desk, kind, code, into, problems }}
        context={desk.adminContextOf(request, reply, `${institutionPath(code)}/${kind}`)}
        options={institutionOptions(
          parts,
          request.locale,
          (institution) => institution.code !== code && desk.mayAdminister(staff, institution.code),
        )}
        others={typedIn(request, 'others')}
        note={noteOf(request).note ?? ''}
        plan={more.plan}
        fates={more.fates ?? new Map()}
      />,
    );
  };

  const show = (kind: Kind) => (request: Request, reply: FastifyReply) => {
    const asked = readAsked(request, kind);
    getInService(liveCountry.content(), asked.code);
    getAllowed(request, [asked.code]);
    return send(request, reply, asked);
  };

  const receive = (kind: Kind) => async (request: Request, reply: FastifyReply) => {
    const asked = readAsked(request, kind);
    getAllowed(request, [...asked.codes, ...asked.into]);
    const step = typedIn(request, 'step');
    let plan: SuccessionPlan;
    try {
      plan = await planOf(request, asked);
    } catch (error) {
      return send(request, reply, asked, { error });
    }
    if (step === 'back') return send(request, reply, asked);
    if (step !== 'confirm') return send(request, reply, asked, { plan });
    const fates = fatesOf(request, plan);
    if (textOf(request.body, sureInput) !== 'yes')
      return send(request, reply, asked, { plan, fates, message: say(request.locale, adminTexts.sureMissing) });
    const account = getStaff(request).accountId;
    await liveCountry.change(account, async (content, transaction) => {
      const change = changeOf(content, asked);
      const counts = await moveGrants(transaction, account, asked.codes, fates);
      return { ...change, about: { ...change.about, counts: { ...counts }, ...noteOf(request) } };
    });
    return reply.redirect(`${institutionPath(asked.into[0] ?? asked.code)}?done=saved`, 303);
  };

  return (['merge', 'split'] as const).flatMap((kind) => [
    get(`${institutionsPath}/:code/${kind}`, show(kind)),
    post(`${institutionsPath}/:code/${kind}`, receive(kind)),
  ]);
};
