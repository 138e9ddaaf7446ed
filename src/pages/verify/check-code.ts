import { statusPosition } from '../../documents/credential-format.ts';
import { type Verdict, verifyCredential } from '../../documents/verify-credential.ts';
import type { Parts } from '../parts.ts';
import { documentIn } from './checked-document.ts';

/** Checks a code with the keys and revocation lists as they are now: what a phone does without us, done here. */
export const checkCode = async (
  text: string,
  { keys, statusLists }: Pick<Parts, 'keys' | 'statusLists'>,
  now: Date,
): Promise<Verdict> => {
  const material = { keys: keys.publicKeySet(now).keys, keysFetchedAt: now, now };
  const verdict = await verifyCredential(text, { ...material, statusLists: [] });
  // Only a document whose signature is good says which list it is on.
  const id = documentIn(verdict);
  const list = id === undefined ? undefined : await statusLists.find(statusPosition(id).list, now);
  return list ? verifyCredential(text, { ...material, statusLists: [list] }) : verdict;
};
