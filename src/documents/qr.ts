import { encodeQR } from 'qr';

/**
 * QR codes of documents. The text is Base45, so the alphanumeric mode takes 5.5 bits a character; level Q (a quarter may
 * be damaged) as HCERT 1.0.8 recommends, and a lower one only where Q would need modules too small to read from paper.
 */
const levels = ['quartile', 'medium', 'low'] as const;

/** Modules of white around the code, as ISO/IEC 18004 asks for. */
const quietZone = 4;
/** Modules per side, quiet zone included, that a cheap camera still reads at 4 cm: version 22. */
const comfortable = 105 + 2 * quietZone;

/** Rows of modules with their quiet zone, true for dark. Throws for a text that no code holds (4,296 characters). */
export const qrModules = (text: string): boolean[][] => {
  for (const ecc of levels) {
    const modules = findModules(text, ecc);
    if (modules && (modules.length <= comfortable || ecc === 'low')) return modules;
  }
  throw new RangeError('The document says more than a QR code can hold');
};

const findModules = (text: string, ecc: (typeof levels)[number]): boolean[][] | undefined => {
  try {
    return encodeQR(text, 'raw', { ecc, border: quietZone });
  } catch {
    return undefined;
  }
};

/** A whole SVG, black on white whatever surrounds it. `title` is what a screen reader says. */
export const qrSvg = (text: string, title: string): string => {
  const { size, path } = drawingOf(text);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" role="img" shape-rendering="crispEdges">` +
    `<title>${escapeXml(title)}</title><path fill="#fff" d="M0 0h${size}v${size}H0z"/>` +
    `<path stroke="#000" d="${path}"/></svg>`
  );
};

interface Drawing {
  readonly size: number;
  readonly path: string;
}

/**
 * The drawings that were asked for last: a document is shown on a page that is looked at again and again, then printed,
 * and finding the best of eight masks takes longer than all else on that page. At most 2 MB.
 */
const drawings = new Map<string, Drawing>();
const drawingsKept = 200;

const drawingOf = (text: string): Drawing => {
  let drawing = drawings.get(text);
  if (drawing) drawings.delete(text);
  else {
    const modules = qrModules(text);
    drawing = { size: modules.length, path: modules.map(rowPath).join('') };
  }
  drawings.set(text, drawing);
  if (drawings.size > drawingsKept) drawings.delete(drawings.keys().next().value!);
  return drawing;
};

/** A row of modules as strokes along its middle, one for each run of dark ones: a third of the size of squares. */
const rowPath = (row: readonly boolean[], y: number): string => {
  let path = '';
  let pen = 0;
  for (let x = row.indexOf(true); x >= 0; x = row.indexOf(true, pen)) {
    const light = row.indexOf(false, x);
    const end = light < 0 ? row.length : light;
    path += `${path ? `m${x - pen} 0` : `M${x} ${y}.5`}h${end - x}`;
    pen = end;
  }
  return path;
};

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
