import type { FastifyReply } from 'fastify';
import { Problem } from '../../../base/problem.ts';
import { say } from '../../../base/texts.ts';
import { textOf } from '../../http/inputs.ts';
import { getStaff, type Request, type Route } from '../../route.ts';
import { sendPage } from '../../send-page.ts';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { type AdminDesk, adminRoutesFor, paramOf } from './admin-desk.ts';
import { changesPath } from './admin-paths.ts';
import { showChanges } from './change-words.tsx';
import { ChangesPage } from './changes-page.tsx';
import { changesTexts as texts } from './changes-texts.ts';

const atOnce = 50;

/** The log of changes, and taking one back. */
export const changesRoutes = (desk: AdminDesk): readonly Route[] => {
  const { parts } = desk;
  const { liveCountry } = parts;
  const { get, post } = adminRoutesFor(desk, true);

  const send = async (request: Request, reply: FastifyReply, problems: readonly FieldProblem[] = []) => {
    const before = Number(textOf(request.query, 'before') || Number.MAX_SAFE_INTEGER);
    const earlier = liveCountry.changes().filter(({ id }) => id < before);
    const shown = earlier.slice(-atOnce).toReversed();
    return sendPage(
      problems.length > 0 ? reply.code(409) : reply,
      <ChangesPage
        context={desk.adminContextOf(request, reply, changesPath)}
        shown={await showChanges(parts, shown, request.locale)}
        older={earlier.length > atOnce ? shown.at(-1)?.id : undefined}
        problems={problems}
      />,
    );
  };

  const undo = async (request: Request, reply: FastifyReply) => {
    const id = Number(paramOf(request, 'id'));
    if (!Number.isSafeInteger(id)) throw new Problem('not-found');
    try {
      await liveCountry.undo(getStaff(request).accountId, id);
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'not-possible') throw error;
      return send(request, reply, [{ message: say(request.locale, texts.undoFailed) }]);
    }
    return reply.redirect(`${changesPath}?done=undone`, 303);
  };

  return [get(changesPath, (request, reply) => send(request, reply)), post(`${changesPath}/:id/undo`, undo)];
};
