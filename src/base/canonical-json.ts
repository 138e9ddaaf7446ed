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

/** Most texts hold nothing that JSON writes otherwise, and looking is cheaper than asking for it. */
const unusual = /["\\\u0000-\u001f\ud800-\udfff]/;

/** By their code units, in place. Few names are sorted sooner by putting each where it belongs. */
const sorted = (keys: string[]): readonly string[] => {
  if (keys.length > 24) return keys.sort();
  for (let index = 1; index < keys.length; index++) {
    const key = keys[index]!;
    let before = index - 1;
    for (; before >= 0 && keys[before]! > key; before--) keys[before + 1] = keys[before]!;
    keys[before + 1] = key;
  }
  return keys;
};

/**
 * JSON with sorted keys and no white space, so that equal values have equal bytes. Enough of RFC 8785 for what we hash:
 * values that came from JSON, whose numbers and strings JSON.stringify already writes as that standard asks.
 * It runs several times for each submission, hence loops instead of chains of arrays.
 */
export const canonicalJson = (value: unknown): string => {
  if (typeof value === 'string') return unusual.test(value) ? JSON.stringify(value) : `"${value}"`;
  if (typeof value !== 'object' || value === null || value instanceof Date) return JSON.stringify(value) ?? 'null';
  let text = '';
  if (Array.isArray(value)) {
    for (const item of value) text += text === '' ? canonicalJson(item) : `,${canonicalJson(item)}`;
    return `[${text}]`;
  }
  const object = value as Readonly<Record<string, unknown>>;
  for (const key of sorted(Object.keys(object))) {
    const child = object[key];
    if (child !== undefined) text += `${text === '' ? '' : ','}${quote(key)}:${canonicalJson(child)}`;
  }
  return `{${text}}`;
};
