import type { Database, Queryable } from '../base/database.ts';
import { unseal } from '../base/sealed-box.ts';
import { type DataKeys, uploadOwner } from '../events/data-keys.ts';
import type { Files } from '../outside/files.ts';
import { ScannerAway, type VirusScan } from '../outside/virus-scanner.ts';
import { letOutOfQuarantine, listQuarantined, noteInfected, takeOut } from './virus-scan-queries.ts';

export type Verdict =
  | { readonly kind: 'clean' }
  | { readonly kind: 'away' }
  | { readonly kind: 'infected'; readonly signature: string };

export const judge = async ({ scanner, counted }: VirusScan, content: Buffer): Promise<Verdict> => {
  if (!scanner) return { kind: 'clean' };
  try {
    const signature = await scanner.scan(content);
    counted(signature === undefined ? 'clean' : 'infected');
    return signature === undefined ? { kind: 'clean' } : { kind: 'infected', signature };
  } catch (error) {
    if (!(error instanceof ScannerAway)) throw error;
    counted('away');
    return { kind: 'away' };
  }
};

/** Writes down that something was found. */
export const recordInfected = async (
  database: Queryable,
  found: { readonly service: string; readonly signature: string; readonly size: number; readonly wasKept: boolean },
): Promise<void> => {
  await database.run(noteInfected, [found.service, found.signature, found.size, found.wasKept]);
};

interface Parts {
  readonly database: Database;
  readonly files: Files;
  readonly dataKeys: Pick<DataKeys, 'find'>;
  readonly scan: VirusScan;
}

/** Scans what was taken while the scanner was away; gives how many files were looked at. Throws while it still is. */
export const scanQuarantined = async (parts: Parts, limit: number): Promise<number> => {
  const { database, files, dataKeys, scan } = parts;
  if (!scan.scanner) return 0;
  const rows = await database.run(listQuarantined, [limit]);
  for (const { id, service, storage, size, sealed } of rows) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other: each may be large
    const kept = await files.get(storage, id);
    // oxlint-disable-next-line no-await-in-loop -- likewise
    const key = sealed ? (await dataKeys.find(database, [uploadOwner(id)])).get(uploadOwner(id)) : undefined;
    if (!kept || (sealed && !key)) continue;
    // oxlint-disable-next-line no-await-in-loop -- likewise
    const verdict = await judge(scan, key ? unseal(key, uploadOwner(id), kept) : kept);
    if (verdict.kind === 'away') throw new ScannerAway('the virus scanner does not answer');
    // oxlint-disable-next-line no-await-in-loop -- likewise
    await database.transaction(async (transaction) => {
      if (verdict.kind === 'clean') return void (await transaction.run(letOutOfQuarantine, [id]));
      if ((await transaction.run(takeOut, [id])).length === 0) return;
      await recordInfected(transaction, { service, signature: verdict.signature, size, wasKept: true });
    });
  }
  return rows.length;
};
