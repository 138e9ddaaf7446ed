import type { FastifyReply } from 'fastify';
import { say } from '../../base/texts.ts';
import { countDocumentScan } from '../../documents/document-queries.ts';
import { readPictureInTurn } from '../../documents/picture-reader.ts';
import type { PictureOutcome } from '../../documents/read-picture.ts';
import { textOf } from '../http/inputs.ts';
import { uploadOf } from '../http/uploads.ts';
import type { Parts } from '../parts.ts';
import type { Request, Route } from '../route.ts';
import { pageContext, sendPage } from '../send-page.ts';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { Page } from '../ui/page.tsx';
import { checkCode } from './check-code.ts';
import { documentIn } from './checked-document.ts';
import { dictionaryOf } from './dictionary.ts';
import { createServiceVersions } from '../../projections/service-versions.ts';
import { officerOf } from './officer.ts';
import { offlineRoutes } from './offline-routes.tsx';
import { OfficerLine } from './officer-line.tsx';
import { scanRoutes } from './scan-routes.ts';
import { VerdictScreen } from './verdict-screen.tsx';
import { viewOf } from './verdict-view.ts';
import { VerifyHead, VerifyPage, type VerifyPageProps, verifyPath } from './verify-page.tsx';
import { verifyTexts as texts } from './verify-texts.ts';

const maxPicture = 10 * 1024 * 1024;

/** Where anybody checks a document: by camera on a phone without connection, or by sending a picture or the code. */
export const verifyRoutes = (parts: Parts): readonly Route[] => {
  const listVersions = createServiceVersions(parts.database, parts.catalogue);
  const readDictionary = async () => dictionaryOf(await listVersions(), parts.country);

  const showForm = async (
    request: Request,
    reply: FastifyReply,
    attempt: Pick<VerifyPageProps, 'problems' | 'code'> = {},
  ) => {
    const officer = await officerOf(parts, request);
    return sendPage(
      reply,
      <VerifyPage
        {...attempt}
        context={pageContext(parts, request)}
        csrfToken={reply.generateCsrf()}
        officer={officer && <OfficerLine officer={officer} locale={request.locale} />}
      />,
    );
  };

  const showVerdict = async (request: Request, reply: FastifyReply, text: string) => {
    const { locale } = request;
    const now = parts.world().now;
    const verdict = await checkCode(text, parts, now);
    const officer = await officerOf(parts, request);
    if (officer)
      await countDocumentScan(parts.database, {
        documentId: documentIn(verdict),
        accountId: officer.account,
        at: now,
        verdict: verdict.verdict,
      });
    const view = viewOf(verdict, { locale, dictionary: await readDictionary(), now, text });
    // In another language there is nothing to show again: the code is not kept.
    const context = { ...pageContext(parts, request), url: verifyPath };
    return sendPage(
      reply,
      <Page context={context} title={view.word} head={<VerifyHead {...context} />}>
        <VerdictScreen view={view} locale={locale} />
        {officer && <OfficerLine officer={{ ...officer, today: officer.today + 1 }} locale={locale} />}
      </Page>,
    );
  };

  const check = async (request: Request, reply: FastifyReply) => {
    const { body, locale } = request;
    const refuse = (problem: FieldProblem) =>
      showForm(request, reply.code(422), { problems: [problem], code: textOf(body, 'code') });
    if (textOf(body, 'way') !== 'picture') {
      const code = textOf(body, 'code').trim();
      return code === ''
        ? refuse({ name: 'code', message: say(locale, texts.codeMissing) })
        : showVerdict(request, reply, code);
    }
    const upload = uploadOf(body, 'picture');
    if (!upload) return refuse({ name: 'picture', message: say(locale, texts.pictureMissing) });
    const { data } = upload;
    const outcome: PictureOutcome = data ? await readPictureInTurn(data) : { kind: 'too-large' };
    if (outcome.kind === 'read') return showVerdict(request, reply, outcome.text);
    return refuse({ name: 'picture', message: say(locale, pictureProblems[outcome.kind]) });
  };

  return [
    { method: 'GET', path: verifyPath, access: 'public', handler: (request, reply) => showForm(request, reply) },
    { method: 'POST', path: verifyPath, access: 'public', perMinute: 60, maxUpload: maxPicture, handler: check },
    ...scanRoutes(parts),
    ...offlineRoutes(parts, readDictionary),
  ];
};

const pictureProblems = {
  'no-code': texts.pictureNoCode,
  'not-a-picture': texts.pictureKind,
  'too-large': texts.pictureTooLarge,
  damaged: texts.pictureDamaged,
} as const;
