import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Field } from '../definition/service.ts';
import { namedFiles } from '../definition/story-files.ts';
import { keepUpload, type UploadParts } from '../intake/uploads.ts';

const mebibyte = 1_048_576;

/**
 * The same answers with the files that they name kept, as if their sender had sent them; they lie beside the samples, in the
 * folder `samples`. Where files cannot be taken in now, the answer is left out.
 */
export const withSampleFiles = async (
  parts: UploadParts,
  folder: string,
  service: string,
  fields: Iterable<Field>,
  data: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>>> => {
  const answers: Record<string, unknown> = { ...data };
  const room = { holder: randomBytes(16), own: 1_000 * mebibyte, all: 1_000 * mebibyte };
  for (const { field, names } of namedFiles(fields, data)) {
    const kept: object[] = [];
    for (const name of names) {
      // oxlint-disable-next-line no-await-in-loop -- few and small, one after the other
      const content = await readFile(join(folder, service, 'samples', name));
      // oxlint-disable-next-line no-await-in-loop -- few and small, one after the other
      const outcome = await keepUpload(parts, service, { fileName: name, data: content }, field, room);
      if ('file' in outcome) kept.push(outcome.file);
      else if (outcome.fault !== 'not-scanned' && outcome.fault !== 'storage-away')
        throw new Error(`samples/${name}: ${outcome.fault}`);
    }
    answers[field.name] = kept.length > 0 ? kept : undefined;
  }
  return answers;
};
