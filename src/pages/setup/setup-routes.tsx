import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import type { Kept, SetupAnswers } from '../../access/setup.ts';
import { Problem } from '../../base/problem.ts';
import { say } from '../../base/texts.ts';
import { applyEffect, type Effect, type Settings } from '../../territory/country-change.ts';
import { cookieName } from '../http/cookie-name.ts';
import { textOf } from '../http/inputs.ts';
import type { Parts } from '../parts.ts';
import { portalOf } from '../portal.ts';
import type { Request, Route } from '../route.ts';
import { pageContext, sendPage } from '../send-page.ts';
import { typedOf } from '../settings/read-settings.ts';
import { contrastWithWhite, leastContrast, readColour } from '../theme.ts';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { reachOf } from '../../definition/reach.ts';
import { CheckStep } from './check-step.tsx';
import { answerStep, type Refused } from './answer-step.ts';
import { typedAdministrator } from './read-administrator.ts';
import { SetupDonePage } from './setup-done-page.tsx';
import {
  AdministratorStep,
  CountryStep,
  isStep,
  LookStep,
  NamesStep,
  type SetupFrame,
  setupPath,
  type SetupStep,
  setupSteps,
  stepPath,
  TokenPage,
} from './setup-pages.tsx';
import { setupTexts as texts } from './setup-texts.ts';

const cookieSeconds = 24 * 3_600;

const nothing: Refused = { problems: [] };

/** The first set-up of an empty installation; afterwards these addresses do not exist. */
export const setupRoutes = (parts: Parts): readonly Route[] => {
  const { setup, config, liveCountry, country, catalogue, territory } = parts;
  const cookie = cookieName(config, 'setup');

  const contextOf = (request: Request) => ({
    ...pageContext(parts, request),
    url: request.url.replace(/[?&]token=\w*/, ''),
  });
  const frameOf = (request: Request, reply: FastifyReply, problems: readonly FieldProblem[]): SetupFrame => ({
    context: contextOf(request),
    csrfToken: reply.generateCsrf(),
    problems,
  });
  /** Pages of the set-up look as the installation will, as far as it is known. */
  const framed = (frame: SetupFrame, { portal: name, name: owner, ...settings }: Settings): SetupFrame => ({
    ...frame,
    context: {
      ...frame.context,
      portal: {
        ...portalOf({ ...settings, portal: name, name: owner }, false, parts.assets.colour),
        ...(settings.logoPicture && { logo: `data:image/png;base64,${settings.logoPicture}` }),
        languages: undefined,
        footer: [],
      },
    },
  });
  const send = (reply: FastifyReply, page: VNode, problems: readonly FieldProblem[]) =>
    sendPage(problems.length > 0 ? reply.code(422) : reply, page);

  const mayAnswer = (request: Request): boolean => {
    const { valid, value } = request.unsignCookie(request.cookies[cookie] ?? '');
    return valid && value?.startsWith('setup ') === true && setup.isToken(value.slice('setup '.length));
  };
  const admit = (reply: FastifyReply, token: string) => {
    reply.setCookie(cookie, `setup ${token}`, {
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure: config.secure,
      signed: true,
      maxAge: cookieSeconds,
    });
    return reply.redirect(stepPath('names'), 303);
  };
  const assertOpen = (): void => {
    if (!setup.isOpen()) throw new Problem('not-found');
  };

  const enter = (request: Request, reply: FastifyReply) => {
    assertOpen();
    const token = textOf(request.query, 'token');
    if (setup.isToken(token)) return admit(reply, token);
    if (mayAnswer(request)) return reply.redirect(stepPath('names'), 303);
    return sendPage(reply, <TokenPage {...frameOf(request, reply, [])} />);
  };

  const giveToken = (request: Request, reply: FastifyReply) => {
    assertOpen();
    const token = textOf(request.body, 'token').trim();
    if (setup.isToken(token)) return admit(reply, token);
    const problems = [{ name: 'token', message: say(request.locale, texts.tokenWrong) }];
    return send(reply, <TokenPage {...frameOf(request, reply, problems)} />, problems);
  };

  /** What would hold: the files, with the answers so far. */
  const effectOf = ({ settings, own, country: chosen, administrator }: SetupAnswers): Effect => ({
    ...(chosen === 'own' && own && { base: { places: own.places, institutions: own.institutions } }),
    settings: { ...settings, ...(administrator && { operator: administrator.institution }) },
  });
  const contentWith = (answers: SetupAnswers) => applyEffect(liveCountry.seed, effectOf(answers));

  const show = (
    request: Request,
    reply: FastifyReply,
    step: SetupStep,
    { answers, version }: Kept,
    refused: Refused = nothing,
  ): FastifyReply => {
    const { problems } = refused;
    const content = contentWith(answers);
    const frame = framed(frameOf(request, reply, problems), content.settings);
    const typed = refused.typed ?? typedOf(content.settings);
    switch (step) {
      case 'names':
        return send(reply, <NamesStep {...{ frame, typed }} />, problems);
      case 'look': {
        const colour = readColour(typed.colour);
        const sampled = colour && contrastWithWhite(colour) >= leastContrast ? colour : undefined;
        return send(
          reply,
          <LookStep
            {...{ frame, sampled }}
            typed={{ ...typed, portal: content.settings.portal }}
            logo={content.settings.logoPicture}
          />,
          problems,
        );
      }
      case 'country': {
        const { places, institutions, settings } = liveCountry.seed;
        const folder = {
          name: settings.name[request.locale],
          code: country.code,
          zone: country.timeZone,
          currency: country.currency,
          places: places.length,
          institutions: institutions.length,
        };
        const { chosen = answers.country, faults = [] } = refused;
        return send(reply, <CountryStep {...{ frame, answers, folder, chosen, faults }} />, problems);
      }
      case 'administrator':
        return send(
          reply,
          <AdministratorStep
            frame={frame}
            typed={typedAdministrator(request, answers, problems.length > 0)}
            hasPassword={answers.administrator !== undefined}
            institutions={content.institutions
              .map(({ code, name }) => ({ value: code, label: `${name[request.locale]} (${code})` }))
              .toSorted((a, b) => a.label.localeCompare(b.label, request.locale))}
          />,
          problems,
        );
      case 'check':
        return send(reply, <CheckStep {...{ frame, answers, content, version }} />, problems);
    }
  };

  const stepOf = (request: Request): SetupStep => {
    assertOpen();
    const { step } = request.params as { step: string };
    if (!isStep(step)) throw new Problem('not-found');
    return step;
  };

  const showStep = async (request: Request, reply: FastifyReply) => {
    const step = stepOf(request);
    if (!mayAnswer(request)) return reply.redirect(setupPath, 303);
    return show(request, reply, step, await setup.read());
  };

  const receive = async (request: Request, reply: FastifyReply) => {
    // Another browser has just finished: what it did holds.
    if (!setup.isOpen()) return reply.redirect('/setup-done', 303);
    const step = stepOf(request);
    if (!mayAnswer(request)) throw new Problem('not-allowed');
    const kept = await setup.read();
    if (step === 'check') return finish(request, reply, kept);
    const next = await answerStep(parts, request, step, kept.answers, contentWith(kept.answers));
    if ('problems' in next) return show(request, reply, step, kept, next);
    try {
      await setup.save(next, kept.version);
    } catch (error) {
      return raced(request, reply, step, error);
    }
    return reply.redirect(stepPath(setupSteps[setupSteps.indexOf(step) + 1] ?? 'check'), 303);
  };

  /** Another browser was quicker: what is kept now is shown, and that it is. */
  const raced = async (request: Request, reply: FastifyReply, step: SetupStep, error: unknown) => {
    if (!(error instanceof Problem) || error.code !== 'state-changed') throw error;
    const now = await setup.read().catch(() => undefined);
    if (!now) return reply.redirect('/setup-done', 303);
    return show(request, reply, step, now, {
      problems: [{ message: say(request.locale, texts.raced) }],
    });
  };

  const finish = async (request: Request, reply: FastifyReply, kept: Kept) => {
    const { answers, version } = kept;
    const isWhole = answers.settings?.portal && answers.settings.colour && answers.country && answers.administrator;
    if (!isWhole || textOf(request.body, 'version') !== String(version))
      return raced(request, reply, 'check', new Problem('state-changed'));
    try {
      await liveCountry.change(null, async (_content, transaction) => {
        await setup.finish(transaction, version);
        return { kind: 'set-up', about: {}, effect: effectOf(answers) };
      });
    } catch (error) {
      return raced(request, reply, 'check', error);
    }
    setup.close();
    request.log.info('the installation was set up');
    reply.clearCookie(cookie, { path: '/' });
    return reply.redirect('/setup-done', 303);
  };

  /** Nothing on it is secret; while the set-up waits it does not exist. */
  const showDone = (request: Request, reply: FastifyReply) => {
    const wasSetUp = liveCountry.changes().some(({ kind }) => kind === 'set-up');
    if (!wasSetUp) throw new Problem('not-found');
    const strangers = catalogue.services
      .map(({ service }) => service)
      .filter((service) =>
        reachOf(service).some(
          (reach) => 'institution' in reach && territory.findInstitution(reach.institution)?.retired !== false,
        ),
      )
      .map((service) => service.texts.title[request.locale]);
    return sendPage(reply, <SetupDonePage context={contextOf(request)} strangers={strangers} />);
  };

  const limits = { access: 'public', perMinute: 30 } as const;
  return [
    { method: 'GET', path: setupPath, ...limits, perMinute: 120, handler: enter },
    { method: 'POST', path: setupPath, ...limits, perMinute: 10, handler: giveToken },
    { method: 'GET', path: `${setupPath}/:step`, ...limits, perMinute: 120, handler: showStep },
    { method: 'POST', path: `${setupPath}/:step`, ...limits, takesFiles: true, handler: receive },
    { method: 'GET', path: '/setup-done', access: 'public', handler: showDone },
  ];
};
