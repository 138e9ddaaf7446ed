/**
 * Text files as Excel reads them: UTF-8 with its mark, quoted where needed. A text that a spreadsheet would take for a formula
 * gets an apostrophe before it (OWASP, CSV injection); a telephone number as the platform keeps it, a plus sign and digits,
 * is none. `fromCsvText` takes the apostrophe off again.
 */
export const byteOrderMark = '\ufeff';

const dangerous = /^[=+\-@\t\r]/;
const plainPhone = /^\+\d{1,20}$/;

/** Whether a spreadsheet could take this text for a formula. */
export const looksLikeFormula = (text: string): boolean => dangerous.test(text) && !plainPhone.test(text);

/** One value of a line: a text that was said by somebody. Numbers and dates that the program wrote go through `csvPlain`. */
export const csvText = (text: string): string => csvPlain(looksLikeFormula(text) ? `'${text}` : text);

const needsQuotes = /[",;\t\r\n]|^\s|\s$/;
export const csvPlain = (text: string): string => (needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A text that `csvText` wrote, as it was. */
export const fromCsvText = (text: string): string => (/^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text);
