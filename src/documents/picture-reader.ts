import { createWorkQueue } from '../access/work-queue.ts';
import type { CodeFormat } from '../definition/fields/code.ts';
import { type PictureOutcome, readPicture } from './read-picture.ts';

// One at a time, whoever sends it: each takes a thread for up to some seconds.
const pictures = createWorkQueue({ atOnce: 1, waiting: 10, retryAfter: 10 });

/**
 * Reads the code in a picture when its turn comes; refuses with `overloaded` when too many wait.
 * @param formats kinds of codes to look for; left out: QR codes, as documents carry them
 */
export const readPictureInTurn = (picture: Uint8Array, formats?: readonly CodeFormat[]): Promise<PictureOutcome> =>
  pictures.run(() => readPicture(picture, formats));
