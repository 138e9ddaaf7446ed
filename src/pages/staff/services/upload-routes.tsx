import { isUtf8 } from 'node:buffer';
import type { FastifyReply } from 'fastify';
import { createWorkQueue } from '../../../access/work-queue.ts';
import { say } from '../../../base/texts.ts';
import { findVersion } from '../../../catalogue/catalogue-queries.ts';
import { declarationLimits, judgeFiles } from '../../../catalogue/judge.ts';
import { findProposal } from '../../../catalogue/publication-queries.ts';
import { checkDeclaration, propose } from '../../../catalogue/publish.ts';
import type { ServiceFiles } from '../../../definition/compile-service.ts';
import { DeclarationError, type Fault } from '../../../definition/fault.ts';
import { textOf } from '../../http/inputs.ts';
import { uploadsOf } from '../../http/uploads.ts';
import { getStaff, type Request, type Route } from '../../route.ts';
import { sendPage } from '../../send-page.ts';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import type { Desk } from '../desk.ts';
import { proposalPath, uploadPath } from './list-page.tsx';
import { consolePublisher, findForeignOwner, mayPublish, publisherRole } from './publisher.ts';
import { servicesTexts as texts } from './services-texts.ts';
import { filesInput, textInput, UploadPage } from './upload-page.tsx';

interface Attempt {
  readonly files: ServiceFiles;
  readonly note?: string;
  readonly faults?: readonly Fault[];
  readonly problems?: readonly FieldProblem[];
}

/** Sending the files of a new version: they are judged apart from the program, and wait until somebody publishes them. */
export const uploadRoutes = (desk: Desk): readonly Route[] => {
  const { parts } = desk;
  const { database, catalogue } = parts;
  const { timeZone } = parts.country;
  const judging = createWorkQueue({ atOnce: 1, waiting: 5, retryAfter: 10 });

  const send = (request: Request, reply: FastifyReply, { files, note = '', faults = [], problems = [] }: Attempt) =>
    sendPage(
      reply,
      <UploadPage
        {...{ files, note, faults, problems }}
        context={desk.contextOf(request, reply)}
        csrfToken={reply.generateCsrf()}
      />,
    );

  const show = async (request: Request, reply: FastifyReply) =>
    send(request, reply, { files: await filesToBeginWith(request) });

  /** Those of the proposal or of the version in force that the address names; none for a new service. */
  const filesToBeginWith = async (request: Request): Promise<ServiceFiles> => {
    const staff = getStaff(request);
    const [id, proposal] = [textOf(request.query, 'service'), textOf(request.query, 'proposal')];
    if (/^[0-9a-f-]{36}$/.test(proposal)) {
      const [row] = await database.run(findProposal, [proposal]);
      if (row && (row.account === staff.accountId || mayPublish(parts, staff, row.service))) return row.files;
    }
    const known = catalogue.findKnown(id);
    if (!known || !mayPublish(parts, staff, id)) return {};
    const [row] = await database.run(findVersion, [known.versionId]);
    return row?.files ?? {};
  };

  const receive = async (request: Request, reply: FastifyReply) => {
    const { locale } = request;
    const { files, problem } = readFiles(request);
    const note = textOf(request.body, 'note');
    if (problem) return send(request, reply.code(422), { files, note, problems: [problemOf(say(locale, problem))] });
    const faults = await judging.run(() => judgeFiles(files, timeZone));
    if (faults.length > 0) return send(request, reply.code(422), { files, note, faults });
    try {
      const checked = await checkDeclaration(
        { catalogue, timeZone, land: parts.land, checkLayouts: parts.checkLayouts },
        files,
      );
      const foreign = findForeignOwner(parts, getStaff(request), checked);
      const refusal =
        foreign !== undefined
          ? say(locale, texts.otherService, { institution: desk.sayInstitution(foreign, locale) })
          : catalogue.find(checked.service.id)?.service.digest === checked.service.digest
            ? say(locale, texts.unchanged)
            : undefined;
      if (refusal !== undefined) return send(request, reply.code(422), { files, note, problems: [problemOf(refusal)] });
      const id = await propose(database, checked.service, files, consolePublisher(request));
      return reply.redirect(proposalPath(id), 303);
    } catch (error) {
      if (!(error instanceof DeclarationError)) throw error;
      return send(request, reply.code(422), { files, note, faults: error.faults });
    }
  };

  const access = { roles: [publisherRole] };
  return [
    { method: 'GET', path: uploadPath, access, handler: show },
    {
      method: 'POST',
      path: uploadPath,
      access,
      perMinute: 20,
      maxUpload: 2 * declarationLimits.allBytes,
      maxFiles: declarationLimits.files,
      handler: receive,
    },
  ];
};

const problemOf = (message: string): FieldProblem => ({ name: filesInput, message });

/** What was written on the page, with the files that were sent in place of it. */
const readFiles = (request: Request) => {
  const { body } = request;
  const written = Object.keys((body ?? {}) as object)
    .filter((name) => name.startsWith(textInput))
    .map((name) => [name.slice(textInput.length), textOf(body, name).replaceAll('\r\n', '\n')] as const)
    .filter(([, text]) => text.trim() !== '');
  const sent = uploadsOf(body, filesInput);
  const files: ServiceFiles = Object.fromEntries([
    ...written,
    ...sent.map(({ fileName, data }) => [fileName.split(/[/\\]/).at(-1) ?? fileName, data?.toString() ?? ''] as const),
  ]);
  const isTooLarge = sent.some(({ data }) => data === undefined || !isUtf8(data));
  const problem = isTooLarge ? texts.tooLarge : Object.keys(files).length === 0 ? texts.nothingSent : undefined;
  return { files, problem };
};
