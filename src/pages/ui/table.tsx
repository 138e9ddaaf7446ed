import type { ComponentChildren } from 'preact';

export interface Column<Row> {
  readonly label: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** The column that names the row; one per table. */
  readonly isHeader?: boolean | undefined;
  /** Digits line up at the end of the line. */
  readonly isNumber?: boolean | undefined;
  /** The label stays for screen readers only, as over a column of checkboxes. */
  readonly isLabelHidden?: boolean | undefined;
}

interface TableProps<Row> {
  readonly caption: string;
  readonly isCaptionHidden?: boolean | undefined;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** Marks a row beyond its words, such as overdue or unread. */
  readonly rowTone?: ((row: Row) => 'warning' | 'danger' | 'info' | undefined) | undefined;
  readonly rowId?: ((row: Row) => string) | undefined;
}

/**
 * A table that becomes a list of cards on a narrow screen, each value under its label, so that nothing is cut off.
 * The roles repeat what the elements mean, since some browsers forget it when the layout changes.
 */
export const Table = <Row,>({ caption, isCaptionHidden, columns, rows, rowTone, rowId }: TableProps<Row>) => (
  <table class="ds-table stacked" role="table">
    <caption class={isCaptionHidden ? 'ds-sr-only' : undefined}>{caption}</caption>
    <thead role="rowgroup">
      <tr role="row">
        {columns.map(({ label, isNumber, isLabelHidden }) => (
          <th role="columnheader" scope="col" class={isNumber ? 'number' : undefined}>
            {isLabelHidden ? <span class="ds-sr-only">{label}</span> : label}
          </th>
        ))}
      </tr>
    </thead>
    <tbody role="rowgroup">
      {rows.map((row) => (
        <tr role="row" data-color={rowTone?.(row)} id={rowId?.(row)}>
          {columns.map(({ label, cell, isHeader, isNumber, isLabelHidden }) => {
            const name = isNumber ? 'number' : undefined;
            const shown = isLabelHidden ? undefined : label;
            return isHeader ? (
              <th role="rowheader" scope="row" data-label={shown} class={name}>
                {cell(row)}
              </th>
            ) : (
              <td role="cell" data-label={shown} class={name}>
                {isNumber ? <bdi dir="ltr">{cell(row)}</bdi> : cell(row)}
              </td>
            );
          })}
        </tr>
      ))}
    </tbody>
  </table>
);
