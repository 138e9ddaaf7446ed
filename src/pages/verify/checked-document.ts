import { documentIdAt } from '../../documents/credential-format.ts';
import type { Verdict } from '../../documents/verify-credential.ts';

/** The number of the document that was checked; undefined when nothing that we signed could be read. */
export const documentIn = (verdict: Verdict): number | undefined =>
  'document' in verdict && verdict.document.status ? documentIdAt(verdict.document.status) : undefined;
