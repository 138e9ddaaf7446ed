/** What a sign on a map says by its shape and its colour; each shape differs, so that nothing hangs on colour alone. */
export const signs = ['urgent', 'overdue', 'open', 'other'] as const;
export type Sign = (typeof signs)[number];

const shapes: Readonly<Record<Sign, string>> = {
  urgent: 'M0-10 10 7.5h-20z',
  overdue: 'M0-9.5 9.5 0 0 9.5-9.5 0z',
  open: 'M-8 0a8 8 0 1 0 16 0a8 8 0 1 0-16 0z',
  other: 'M-7-7H7V7H-7z',
};

/** One record, drawn around the middle of its shape. `approximate`: with a broken line. */
export const SignShape = ({ sign, approximate }: { readonly sign: Sign; readonly approximate: boolean }) => (
  <path class={`sign ${sign}${approximate ? ' approximate' : ''}`} d={shapes[sign]} />
);
