/** Names as JSON. They come from declarations and from us, hence few; those of strangers are not kept. */
const quoted = new Map<string, string>();
const quote = (key: string): string => {
  let text = quoted.get(key);
  if (text === undefined) {
    text = JSON.stringify(key);
    if (quoted.size < 1_000 && key.length < 64) quoted.set(key, text);
  }
  return text;
};

/**
 * JSON with sorted keys and no white space, so that equal values have equal bytes. Enough of RFC 8785 for what we hash:
 * values that came from JSON, whose numbers and strings JSON.stringify already writes as that standard asks.
 * It runs several times for each submission, hence loops instead of chains of arrays.
 */
export const canonicalJson = (value: unknown): string => {
  if (typeof value !== 'object' || value === null || value instanceof Date) return JSON.stringify(value) ?? 'null';
  let text = '';
  if (Array.isArray(value)) {
    for (const item of value) text += text === '' ? canonicalJson(item) : `,${canonicalJson(item)}`;
    return `[${text}]`;
  }
  const object = value as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(object).sort()) {
    const child = object[key];
    if (child !== undefined) text += `${text === '' ? '' : ','}${quote(key)}:${canonicalJson(child)}`;
  }
  return `{${text}}`;
};
