import type { KeptFile } from './fields/files.ts';

/** A file as an input of a page holds it. */
export const tokenOf = ({ id, size, type, sha256, name, point }: KeptFile): string =>
  [id, size, type, point ? `${sha256}@${point.lat},${point.lon}` : sha256, name].join(' ');
