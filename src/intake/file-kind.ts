import { fileTypeFromBuffer } from 'file-type';
import { unzipSync } from 'fflate';
import type { FileKind } from '../definition/fields/files.ts';

/**
 * What a file is by its content. A library knows the marks of formats; here stands what is asked of each besides, so that
 * nobody is handed a file that is two things at once or that does something when it is opened.
 */
const office = 'application/vnd.openxmlformats-officedocument';
const openDocument = 'application/vnd.oasis.opendocument';

/** Documents with macros, and templates, have types of their own and are none of the kinds. */
const kindsByType: Readonly<Record<string, FileKind>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'image',
  'image/png': 'image',
  'image/apng': 'image',
  'image/webp': 'image',
  [`${office}.wordprocessingml.document`]: 'docx',
  [`${office}.spreadsheetml.sheet`]: 'xlsx',
  [`${openDocument}.text`]: 'odt',
  [`${openDocument}.spreadsheet`]: 'ods',
};

/** Of the kinds that are accepted; undefined: it is none of them. A name only tells tables from other plain text. */
export const kindOf = async (
  data: Buffer,
  name: string,
  accepted: readonly FileKind[],
): Promise<FileKind | undefined> => {
  const isTable = accepted.includes('csv') && (/\.csv$/i.test(name) || !accepted.includes('txt'));
  const kind = await findKind(data, isTable ? 'csv' : 'txt');
  return kind !== undefined && accepted.includes(kind) ? kind : undefined;
};

const findKind = async (data: Buffer, plain: 'csv' | 'txt'): Promise<FileKind | undefined> => {
  // It stumbles over some files that are cut off.
  const found = await fileTypeFromBuffer(data).catch(() => ({ mime: 'unknown' }));
  if (!found) return isPlainText(data) ? plain : undefined;
  const kind = kindsByType[found.mime];
  if (kind === undefined || kind === 'image') return kind;
  return (kind === 'pdf' ? isPlainPdf(data) : isPlainPackage(data)) ? kind : undefined;
};

const markup = /<(html|script|svg|!doctype|\?xml|\?php)/i;

/**
 * PDF (ISO 32000-2, 7.5). The standard lets a thousand bytes stand before the header and after the end; files that are a PDF
 * and something else at once, a page or an archive, live on that. Here it begins with its header and its end mark ends it.
 */
const isPlainPdf = (data: Buffer): boolean => {
  if (!/^%PDF-[12]\.\d/.test(data.toString('latin1', 0, 8))) return false;
  if (markup.test(data.toString('latin1', 0, 1024))) return false;
  return /%%EOF[\s\0]{0,64}$/.test(data.toString('latin1', Math.max(0, data.length - 256)));
};

/** What an office opens is unpacked there: a hundred times what may be sent is a trap. */
const mostUnpacked = 200 * 1024 * 1024;
const mostParts = 5_000;
/** Macros, controls and objects of other programs: OOXML (ECMA-376), OpenDocument 1.3, part 2. */
const active =
  /(^|\/)(vbaProject\.bin|macrosheets\/|activeX\/|embeddings\/[^/]*\.bin$)|^(Basic|Scripts)\/|\.(exe|dll|js|vbs|bat|cmd|ps1|jar|scr|msi|lnk)$/i;

/** A package of office documents: an archive from its first byte to its last, without anything in it that runs. */
const isPlainPackage = (data: Buffer): boolean => {
  const end = data.length - 22;
  // The end record of an archive (PKWARE APPNOTE, 4.3.16), without a comment behind which anything could stand.
  if (!data.subarray(0, 4).equals(Buffer.from('PK\x03\x04'))) return false;
  if (end < 0 || data.readUInt32LE(end) !== 0x06054b50 || data.readUInt16LE(end + 20) !== 0) return false;
  let [parts, bytes, isActive] = [0, 0, false];
  try {
    // Only the list of parts is read.
    unzipSync(data, {
      filter: ({ name, originalSize }) => {
        parts += 1;
        bytes += originalSize;
        isActive ||= active.test(name);
        return false;
      },
    });
  } catch {
    return false;
  }
  return !isActive && parts > 0 && parts <= mostParts && bytes <= mostUnpacked;
};

/** Text as editors and spreadsheets save it: UTF-8, UTF-16 with its mark, or the single-byte Arabic or Latin of older ones. */
const isPlainText = (data: Buffer): boolean => {
  const text = textOf(data);
  // oxlint-disable-next-line no-control-regex -- controls are what tells other files from text
  if (text === undefined || /[\0-\x08\x0b\x0e-\x1f\x7f]/.test(text)) return false;
  const head = text.slice(0, 1024).trimStart();
  return !markup.test(head) && !/^(#!|MZ|%PDF|%!PS|\{\\rtf)/.test(head);
};

const textOf = (data: Buffer): string | undefined => {
  const mark = data.toString('latin1', 0, 2);
  const encodings = mark === '\xff\xfe' ? ['utf-16le'] : mark === '\xfe\xff' ? ['utf-16be'] : ['utf-8', 'windows-1256'];
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(data);
    } catch {
      // The next may fit.
    }
  }
  return undefined;
};
