import { strToU8, zipSync } from 'fflate';

/** Files as offices save them, as small as they can be. */
const main = {
  docx: ['word/document.xml', 'wordprocessingml.document'],
  xlsx: ['xl/workbook.xml', 'spreadsheetml.sheet'],
} as const;

const packed = (parts: Readonly<Record<string, string>>): Buffer =>
  Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))));

export const ooxml = (kind: keyof typeof main, more: Readonly<Record<string, string>> = {}, type?: string): Buffer => {
  const [part, usual] = main[kind];
  const content = type ?? `application/vnd.openxmlformats-officedocument.${usual}.main+xml`;
  return packed({
    '[Content_Types].xml': `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="${content}"/></Types>`,
    '_rels/.rels': '<Relationships/>',
    [part]: '<x/>',
    ...more,
  });
};

export const openDocument = (kind: 'text' | 'spreadsheet', more: Readonly<Record<string, string>> = {}): Buffer =>
  Buffer.from(
    zipSync({
      // Stored, not packed, and first: that is how its type is read.
      mimetype: [strToU8(`application/vnd.oasis.opendocument.${kind}`), { level: 0 }],
      'content.xml': strToU8('<x/>'),
      ...Object.fromEntries(Object.entries(more).map(([name, text]) => [name, strToU8(text)])),
    }),
  );
