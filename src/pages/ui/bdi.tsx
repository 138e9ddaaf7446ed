import type { ComponentChildren } from 'preact';

/** References, phone numbers, plates and other codes: read left to right wherever they stand. */
export const Bdi = ({ children }: { readonly children: ComponentChildren }) => (
  <bdi dir="ltr" class="code">
    {children}
  </bdi>
);

/**
 * Phone numbers and codes with hyphens: what a right-to-left line would put in the wrong order. A date in figures is
 * not among them: "27 3 2026" reads like the three fields below it, from the right.
 */
const codes = /(\+\d[\d ]*\d|\b0\d[\d ]{4,}\d|[A-Z\d]+(?:-[A-Z\d]+)+)/;

/** A sentence with the codes in it kept in order, such as a hint: "مثال: +961 3 123 456". */
export const withCodes = (sentence: string): ComponentChildren =>
  /\d/.test(sentence)
    ? sentence.split(codes).map((part, index) => (index % 2 === 1 ? <bdi dir="ltr">{part}</bdi> : part))
    : sentence;
