/**
 * The public number of a record: the letters of its service, the record's id and a check digit, in groups that can be
 * read out over the telephone: `MP-0012-3457`. The check digit (Damm, 2004) catches every single wrong digit and every
 * swap of neighbours.
 */
const damm = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
];

const checkDigit = (digits: string): string =>
  [...digits].reduce((interim, digit) => damm[Number(interim)]?.[Number(digit)] ?? '0', '0');

export const referenceOf = (prefix: string, id: number): string => {
  const digits = String(id).padStart(7, '0');
  const whole = digits + checkDigit(digits);
  const head = whole.length % 4;
  const groups = [...(head > 0 ? [whole.slice(0, head)] : []), ...(whole.slice(head).match(/.{4}/g) ?? [])];
  return `${prefix}-${groups.join('-')}`;
};

/** Reads a reference as people type it (any case, spaces, other digits already made Latin); undefined when it is none. */
export const readReference = (text: string): { readonly prefix: string; readonly id: number } | undefined => {
  const match =
    text.length <= 40
      ? /^([A-Z]{1,4})(\d{8,16})$/.exec(text.toUpperCase().replaceAll(/[\s\u2010-\u2015-]/gu, ''))
      : null;
  if (!match?.[1] || !match[2]) return undefined;
  const digits = match[2].slice(0, -1);
  const id = Number(digits);
  return checkDigit(digits) === match[2].slice(-1) && Number.isSafeInteger(id) ? { prefix: match[1], id } : undefined;
};
