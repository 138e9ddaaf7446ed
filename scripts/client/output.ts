import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Writes a file under a name that changes with its content; returns the name. */
export const writeHashed = async (folder: string, name: string, content: Buffer): Promise<string> => {
  const [stem, extension] = [name.slice(0, name.lastIndexOf('.')), name.slice(name.lastIndexOf('.'))];
  const hashed = `${stem}-${createHash('sha256').update(content).digest('base64url').slice(0, 8)}${extension}`;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, hashed), content);
  return hashed;
};

/** Puts a .br and a .gz beside every file that shrinks; fonts and pictures are compressed already. */
export const compressAll = async (folder: string): Promise<void> => {
  for (const name of await readdir(folder)) {
    if (!/\.(css|js|svg|wasm)$/.test(name)) continue;
    const content = await readFile(join(folder, name));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
    await writeFile(join(folder, `${name}.br`), await promisify(brotliCompress)(content, { params }));
    await writeFile(join(folder, `${name}.gz`), await promisify(gzip)(content, { level: 9 }));
  }
};
