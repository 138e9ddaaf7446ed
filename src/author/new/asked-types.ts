/** The types of field that `diwan new` offers: the keys that they need, and an answer for samples. */
export const askedTypes = {
  text: { keys: '', sample: 'جواب للتجربة' },
  'long-text': { keys: '', sample: 'شرح مكتوب للتجربة' },
  integer: { keys: '', sample: 12 },
  date: { keys: '', sample: 'today' },
  'yes-no': { keys: '', sample: true },
  place: { keys: ', level: municipality', sample: undefined },
  email: { keys: ', protect: personal', sample: 'leila@example.org' },
} as const;

export type AskedType = keyof typeof askedTypes;
