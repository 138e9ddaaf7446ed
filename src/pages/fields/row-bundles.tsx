import type { ComponentChildren, VNode } from 'preact';

export interface AskedRow {
  readonly node: VNode;
  /** It is empty, or something is told to be wrong in it. */
  readonly isOpen: boolean;
}

/** Nobody scrolls past three hundred rows on a phone: where there are more than this, so many are folded together. */
const atOnce = 50;

/** @param row what one row is called */
export const bundled = (row: string, rows: readonly AskedRow[]): ComponentChildren => {
  if (rows.length <= atOnce) return rows.map(({ node }) => node);
  return Array.from({ length: Math.ceil(rows.length / atOnce) }, (_none, index) => {
    const some = rows.slice(index * atOnce, (index + 1) * atOnce);
    return (
      <details class="ds-details bundle" open={some.some(({ isOpen }) => isOpen)}>
        <summary>
          <span>
            {row} <bdi dir="ltr">{`${index * atOnce + 1}–${index * atOnce + some.length}`}</bdi>
          </span>
        </summary>
        <div>{some.map(({ node }) => node)}</div>
      </details>
    );
  });
};
