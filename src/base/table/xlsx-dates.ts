import type { Cell } from './cell.ts';

/**
 * Days in spreadsheets are numbers (ECMA-376 Part 1, 18.17.4): counted from 1900 with a 29 February that never was, or from
 * 1904 in workbooks that came from an early Macintosh. Only the format of the cell tells that a number is a day.
 */
const dayMilliseconds = 86_400_000;
const epoch1900 = Date.UTC(1899, 11, 30);
const epoch1904 = Date.UTC(1904, 0, 1);
/** Nothing is later than 31 December 9999. */
const lastSerial = 2_958_466;

export const wallTimeOf = (serial: number, is1904: boolean): Cell => {
  if (!Number.isFinite(serial) || serial < 0 || serial >= lastSerial) return serial;
  // Before March 1900 the count is one short of what the days are.
  const shift = !is1904 && serial >= 1 && serial < 60 ? 1 : 0;
  const seconds = Math.round((serial + shift) * 86_400);
  const at = new Date((is1904 ? epoch1904 : epoch1900) + seconds * 1_000).toISOString();
  const time = at.slice(11, 19);
  if (serial < 1 && !is1904) return { time };
  return (seconds * 1_000) % dayMilliseconds === 0 ? { day: at.slice(0, 10) } : { day: at.slice(0, 10), time };
};

const builtIn = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Whether numbers in this format are days or times of day. */
export const isDateFormat = (id: number, code: string | undefined): boolean => {
  if (code === undefined) return builtIn(id);
  const [positive = ''] = code
    .replaceAll(/"[^"]*"|\\.|_.|\*./g, '')
    .replaceAll(/\[(?![hms]+\])[^\]]*\]/gi, '')
    .split(';');
  return !/general/i.test(positive) && /[dmyhs]/i.test(positive) && !/[0#?]/.test(positive.replaceAll(/s\.0+/gi, ''));
};
