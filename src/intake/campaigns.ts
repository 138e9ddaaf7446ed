import { createHash } from 'node:crypto';
import type { Database } from '../base/database.ts';
import { Problem } from '../base/problem.ts';
import type { Catalogue, PublishedService } from '../catalogue/catalogue.ts';
import { filesIn } from '../events/uploads.ts';
import type { Answer, Answers } from '../form/fields/field-type.ts';
import type { AccountActor } from '../record/events.ts';
import {
  type CampaignRow,
  insertCampaign,
  insertCampaignInstitutions,
  keepFault,
  keepOpened,
  listWaiting,
} from './campaign-queries.ts';
import type { Intake } from './submit.ts';
import { copyFile, touchFiles, type UploadParts } from './uploads.ts';

/** A round of a survey that is to be opened for institutions. */
export interface CampaignToOpen {
  /** UUID chosen when it was previewed: confirmed twice, it is opened once. */
  readonly id: string;
  readonly published: PublishedService;
  readonly actor: AccountActor;
  readonly answers: Answers;
  readonly locale: string;
  readonly institutions: readonly string[];
  readonly now: Date;
}

/** Notes what is to be opened, whole or not at all; `openWaiting` then does it, and goes on with it after whatever stopped it. */
export const openCampaign = (database: Database, campaign: CampaignToOpen): Promise<void> => {
  const { id, published, actor, answers, locale, institutions, now } = campaign;
  const due = published.service.campaign?.due;
  const dueOn = due === undefined ? null : (answers[due] ?? null);
  return database.transaction(async (transaction) => {
    const { account, role, institution } = actor;
    const values = [id, published.service.id, JSON.stringify(answers), dueOn, locale, account, role, institution, now];
    await transaction.run(insertCampaign, values);
    await transaction.run(insertCampaignInstitutions, [id, institutions]);
    await touchFiles(
      transaction,
      filesIn(published.service, answers).map(({ file }) => file),
    );
  });
};

/** A UUID (version 8, RFC 9562) of a campaign, or a file of it, and an institution: opened twice, the record is the same. */
export const campaignKey = (id: string, institution: string): string => {
  const hash = createHash('sha256').update(`${id} ${institution}`).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
};

interface Parts {
  readonly database: Database;
  readonly catalogue: Catalogue;
  readonly intake: Intake;
  readonly files: UploadParts['files'];
}

/** Opens records that campaigns wait for, through the same intake as all others; gives how many were looked at. */
export const openWaiting = async (parts: Parts, limit: number): Promise<number> => {
  const waiting = await parts.database.run(listWaiting, [limit]);
  await Promise.all(waiting.map((row) => openOne(parts, row)));
  return waiting.length;
};

/** Answers with files of their own: those of a campaign are asked for once, and each record has its files to itself. */
const withOwnFiles = async (
  parts: Parts,
  { service }: PublishedService,
  answers: Answers,
  institution: string,
): Promise<Answers> => {
  const own = new Map(filesIn(service, answers).map(({ file }) => [file.id, campaignKey(file.id, institution)]));
  if (own.size === 0) return answers;
  // oxlint-disable-next-line no-await-in-loop -- one after the other: each may be large
  for (const [id, copy] of own) await copyFile(parts, id, copy);
  const renamed = (answer: Answer): Answer => {
    if (Array.isArray(answer)) return answer.map(renamed);
    if (typeof answer !== 'object' || answer === null) return answer;
    const { id } = answer as { readonly id?: unknown };
    const fresh = typeof id === 'string' ? own.get(id) : undefined;
    return fresh === undefined
      ? Object.fromEntries(Object.entries(answer).map(([key, value]) => [key, renamed(value as Answer)]))
      : { ...answer, id: fresh };
  };
  return renamed(answers as Answer) as Answers;
};

const openOne = async (parts: Parts, row: CampaignRow & { readonly subject: string }) => {
  const { database, catalogue, intake } = parts;
  const { id, subject, answers, locale, account, role, institution } = row;
  try {
    const published = catalogue.find(row.service);
    if (!published?.service.survey) throw new Problem('not-found');
    const { recordId } = await intake.submit({
      published,
      key: campaignKey(id, subject),
      sent: {
        ...(await withOwnFiles(parts, published, answers, subject)),
        [published.service.survey.subject]: subject,
      },
      channel: 'import',
      locale,
      actor: { kind: 'account', account, role, institution },
    });
    await database.run(keepOpened, [id, subject, recordId]);
  } catch (error) {
    // What is refused is refused again; anything else, such as a database that is away, is tried again.
    if (!(error instanceof Problem) || error.status >= 500 || error.code === 'too-many-requests') throw error;
    await database.run(keepFault, [id, subject, error.code]);
  }
};
