import type { VerdictView } from './verdict-view.ts';

/** Four outlines that nobody confuses, whatever colours they see: circle, clock, octagon, diamond. */
const marks: Readonly<Record<VerdictView['tone'], string>> = {
  good: 'M32 4a28 28 0 1 1 0 56 28 28 0 0 1 0-56zM18 33l10 10 19-21',
  wait: 'M32 4a28 28 0 1 1 0 56 28 28 0 0 1 0-56zM32 15v18l12 8',
  bad: 'M20.400 4h23.200L60 20.400v23.200L43.600 60H20.400L4 43.600V20.400zM21 21l22 22m0-22L21 43',
  unknown: 'M32 2 62 32 32 62 2 32zM24 26a8 8 0 1 1 11 7.500c-2 1-3 2-3 5m0 7v.5',
};

export const VerdictMark = ({ tone }: { readonly tone: VerdictView['tone'] }) => (
  <svg
    class="verdict-mark"
    viewBox="0 0 64 64"
    width="64"
    height="64"
    fill="none"
    stroke="currentColor"
    aria-hidden="true"
  >
    <path d={marks[tone]} />
  </svg>
);
