import type { Field } from '../../definition/service.ts';
import type { FieldTools } from '../fields/field-page.ts';
import type { Parts } from '../parts.ts';
import type { Request } from '../route.ts';
import { type Taken, takeFiles } from './keep-files.ts';
import { takeTables } from './take-tables.ts';

/** Takes what came with a page of these questions and cannot be read as it stands: files first, then tables of rows. */
export const takeSent = async (
  parts: Parts,
  request: Request,
  service: string,
  fields: readonly Field[],
  tools: FieldTools,
): Promise<Taken> => {
  const files = await takeFiles(parts, request, service, fields);
  const tables = await takeTables(parts, request, fields, files.body, tools);
  return { body: tables.body, problems: [...files.problems, ...tables.problems] };
};
