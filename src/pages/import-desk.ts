import { entryPosts } from '../access/entry-access.ts';
import type { Staff } from '../access/grant.ts';
import { mayImport } from '../access/import-access.ts';
import { Problem } from '../base/problem.ts';
import { problemTexts } from '../base/problem-texts.ts';
import { TableFault } from '../base/table/table-fault.ts';
import { tableFaultTexts } from '../base/table/table-fault-texts.ts';
import { formatMessage, locales, type Text } from '../base/texts.ts';
import type { PublishedService } from '../catalogue/catalogue.ts';
import { findUnanswerable } from '../intake/import/columns.ts';
import type { ImportRow } from '../intake/import/import-queries.ts';
import { getImport, type ImportParts, takeFile } from '../intake/import/imports.ts';
import { arrivingFileOf } from './http/file-stream.ts';
import { textOf } from './http/inputs.ts';
import { importTexts } from './import-texts.ts';
import type { Parts } from './parts.ts';
import { getStaff, type Request } from './route.ts';

/** What pages and API share in taking files of rows. */
export const importParts = ({ database, engine }: Parts): ImportParts => ({ database, dataKeys: engine.dataKeys });

const refuse = (code: string, message: Text): Problem =>
  new Problem('not-allowed', { errors: [{ path: '', code, message }] });

/** The service, for who may import to it. */
export const getImportable = (parts: Parts, id: string, staff: Staff): PublishedService => {
  const published = parts.catalogue.find(id);
  if (!published) throw new Problem('unknown-service');
  if (!mayImport(staff, published.service)) throw refuse('no-import', importTexts.notForYou);
  return published;
};

/** Those that this account may import to. */
export const importableServices = ({ catalogue }: Parts, staff: Staff): readonly PublishedService[] =>
  catalogue.services.filter(({ service }) => mayImport(staff, service) && !findUnanswerable(service));

/** An import of the caller's own with its service; rights are those of now. */
export const openImportOf = async (
  parts: Parts,
  request: Request,
): Promise<{ readonly row: ImportRow; readonly published: PublishedService }> => {
  const staff = getStaff(request);
  const row = await getImport(parts.database, (request.params as { id: string }).id, staff.accountId);
  return { row, published: getImportable(parts, row.service, staff) };
};

/** Takes the file of a request in. */
export const receiveImport = async (
  parts: Parts,
  request: Request,
  { service }: PublishedService,
): Promise<ImportRow | undefined> => {
  const file = arrivingFileOf(request);
  if (!file) return undefined;
  const institution = textOf(request.body, 'institution');
  const actor = entryPosts(getStaff(request), service).find(
    (post) => institution === '' || post.institution === institution,
  );
  if (!actor) throw refuse('no-import', importTexts.notForYou);
  return takeFile(importParts(parts), { service, actor, locale: request.locale, ...file });
};

/** Why a file was not read, or not to its end, in words. */
export const sayImportFault = ({ fault }: Pick<ImportRow, 'fault'>): Text | undefined => {
  if (!fault) return undefined;
  const { code, values = {} } = fault;
  if (code in tableFaultTexts) return filled(tableFaultTexts[code as keyof typeof tableFaultTexts], values);
  if (code === 'not-allowed') return importTexts.rightsLost;
  if (code === 'invalid-data') return importTexts.tooManyWrong;
  if (code === 'service-withdrawn') return importTexts.withdrawn;
  return code in problemTexts ? problemTexts[code as keyof typeof problemTexts].detail : problemTexts.internal.detail;
};

const filled = (text: Text, values: Readonly<Record<string, string | number>>): Text =>
  Object.fromEntries(locales.map((locale) => [locale, formatMessage(locale, text[locale], values)])) as Text;

/** What cannot be read as a table, as a Problem of the API. */
export const asProblem = (error: unknown): unknown =>
  error instanceof TableFault
    ? new Problem('invalid-data', {
        errors: [
          { path: 'file', code: error.code, message: filled(error.text, error.values as Record<string, string>) },
        ],
      })
    : error;
