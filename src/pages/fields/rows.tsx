import { say } from '../../base/texts.ts';
import type { Field, FieldOf } from '../../definition/service.ts';
import { behaviourOf } from '../../form/fields/all.ts';
import type { Answers, Given, Inputs } from '../../form/fields/field-type.ts';
import { innerField, rowOfSuffix, typedRows } from '../../form/fields/rows.ts';
import { sentOf } from '../../form/read-form.ts';
import { expressionValues, shownFields, validate } from '../../form/validate.ts';
import { dependsOnItsPage } from '../public/reveal.ts';
import { Button } from '../ui/button.tsx';
import { groupFrame, inputId } from '../ui/field-frame.tsx';
import { askGroup } from './ask-group.tsx';
import {
  type AskProps,
  type FieldPage,
  type FieldTools,
  frameOf,
  islandsOf,
  ownsExtra,
  type PageOf,
} from './field-page.ts';
import { fieldTexts as texts } from './field-texts.ts';
import { type AskedRow, bundled } from './row-bundles.tsx';
import { RowList } from './row-list.tsx';
import { askTable, isTableButton, isTableInput, settleTable, takesTables } from './row-table.tsx';

/**
 * Without a script rows are added and taken away by buttons that bring the page back. Each row can be folded; of more
 * than a few those that are complete are, so that the page stays short.
 */
const fewRows = 3;
/** Says how many rows stand on the page, empty ones included. */
export const rowCount = '.rows';
const add = '.add';
const remove = /^\.remove\.(\d{1,5})$/;

type Rows = FieldOf<'rows'>;

export const rowsPage = (pageOf: PageOf): FieldPage<'rows', readonly Answers[]> => ({
  // What a row asks may.
  followsClock: true,
  extraInputs: (suffix, field) => {
    const inner = innerOf(suffix, field);
    return (
      suffix === rowCount ||
      isTableInput(suffix) ||
      (inner !== undefined && ownsExtra(pageOf(inner.field), inner.field, inner.suffix))
    );
  },
  isButton: (suffix, field) => {
    const inner = innerOf(suffix, field);
    return (
      suffix === add ||
      isTableButton(suffix) ||
      remove.test(suffix) ||
      (inner !== undefined && (pageOf(inner.field).isButton?.(inner.suffix, inner.field) ?? false))
    );
  },
  island: (field) => [
    ...field.fields.flatMap((each) => islandsOf(pageOf(each), each)),
    ...(field.fields.some((each) => dependsOnItsPage(each, field.fields)) ? ['show-when'] : []),
  ],
  settle: (inputs, field, tools, pressed) => {
    const settled = settleWithin(pageOf, inputs, field, tools, pressed);
    const removed = pressed === undefined ? undefined : remove.exec(pressed)?.[1];
    const rows = [...typedRows(settled, field)]
      .filter(([index]) => index !== Number(removed ?? -1))
      .toSorted(([a], [b]) => a - b);
    const next: Record<string, string> = { ...settled };
    for (const input of Object.keys(settled)) if (input.startsWith(`${field.name}.`)) next[input] = '';
    for (const [index, [, row]] of rows.entries())
      for (const [rest, text] of Object.entries(row)) next[`${field.name}.${index}.${rest}`] = text;
    const isTable = pressed !== undefined && isTableButton(pressed);
    const stays = pressed !== undefined && pressed !== add && removed === undefined && !isTable;
    const wanted = pressed === add ? rows.length + 1 : stays ? wantedRows(inputs, field) : rows.length;
    Object.assign(next, settleTable(settled, field, pressed));
    next[field.name + rowCount] = String(Math.min(wanted, field.max));
    return next;
  },
  lacks: (inputs, field, tools, stood) =>
    [...typedRows(inputs, field)].some(([index, row]) => {
      const { shown } = readRow(row, field, tools);
      return shown.some(
        (each) => dependsOnItsPage(each, field.fields) && !stood.has(`${field.name}.${index}.${each.name}`),
      );
    }),
  inner: (path, field) => {
    const found = innerField(path, field);
    return found && (path === found.name ? found : pageOf(found).inner?.(path.slice(found.name.length + 1), found));
  },
  within: (path, field, tools, inputs) => {
    const inner = innerOf(`.${path}`, field);
    return (
      inner && {
        field: inner.field,
        where: titleOf(field, inner.index, tools),
        given: readRow(typedRows(inputs, field).get(inner.index) ?? {}, field, tools).given,
        beside: field.fields,
      }
    );
  },
  ask: (props) => {
    const { field, inputs, locale } = props;
    const typed = typedRows(inputs, field);
    const shown = Math.max(
      1 + Math.max(-1, ...typed.keys()),
      wantedRows(inputs, field),
      field.required ? field.min : 0,
    );
    const indices = [...Array(shown).keys()];
    return groupFrame(
      frameOf(props),
      <div class="rows">
        {/* What the enter key presses: never the button that takes a row away. */}
        <button type="submit" class="ds-sr-only" tabIndex={-1} aria-hidden="true" />
        <input type="hidden" name={field.name + rowCount} value={shown} />
        {takesTables(field) && props.uploadsAt !== undefined && askTable(props, typed.size)}
        {bundled(
          field.row[locale],
          indices.map((index) => askRow(pageOf, props, typed, index, shown)),
        )}
        {shown < field.max ? (
          <Button
            look="secondary"
            icon="plus"
            name={field.name + add}
            value="1"
            id={inputId(field.name)}
            formAction={`#${rowId(field, shown)}`}
            skipValidation
          >
            {field.add?.[locale] ?? say(locale, texts.addRow)}
          </Button>
        ) : (
          <p class="quiet" id={inputId(field.name)}>
            {say(locale, texts.noMoreRows, { max: field.max })}
          </p>
        )}
      </div>,
    );
  },
  show: (rows, field, tools) => (
    <RowList
      locale={tools.locale}
      rows={rows.map((row) =>
        field.fields.flatMap((each) => {
          const answer = row[each.name];
          return answer === undefined
            ? []
            : [{ label: each.label[tools.locale], value: () => pageOf(each).show(answer, each, tools) }];
        }),
      )}
    />
  ),
});

const rowId = ({ name }: Rows, index: number): string => `row-${name}-${index}`;

const titleOf = ({ row }: Rows, index: number, { locale }: FieldTools): string => `${row[locale]} ${index + 1}`;

const wantedRows = (inputs: Inputs, { name, max }: Rows): number => {
  const wanted = Number(inputs[name + rowCount] ?? 0);
  return Number.isSafeInteger(wanted) && wanted > 0 ? Math.min(wanted, max) : 0;
};

/** The question within a row that an input belongs to, under its full name. */
const innerOf = (suffix: string, field: Rows) => {
  const at = rowOfSuffix(suffix);
  const inner = at && innerField(at.rest, field);
  return (
    inner && {
      index: at.index,
      suffix: at.rest.slice(inner.name.length),
      field: { ...inner, name: `${field.name}.${at.index}.${inner.name}` } as Field,
    }
  );
};

const readRow = (row: Inputs, { fields }: Rows, { world, given = {} }: FieldTools) => {
  const { answers, errors } = validate(fields, sentOf(fields, row, world), world, given);
  return {
    answers,
    errors,
    shown: shownFields(fields, answers, world.now, given),
    given: { ...given, ...expressionValues(fields, answers) } as Given,
  };
};

/** Completes what was typed in each row before it is read, as each question of its own does. */
const settleWithin = (
  pageOf: PageOf,
  inputs: Inputs,
  field: Rows,
  tools: FieldTools,
  pressed: string | undefined,
): Inputs => {
  const button = pressed === undefined ? undefined : innerOf(pressed, field);
  const settled: Record<string, string> = { ...inputs };
  for (const [index, typed] of typedRows(inputs, field)) {
    const prefix = `${field.name}.${index}.`;
    let row = withPrefix(typed, prefix);
    for (const each of field.fields) {
      const page = pageOf(each);
      if (!page.settle) continue;
      const name = prefix + each.name;
      const { given } = readRow(withoutPrefix(row, prefix), field, tools);
      const isPressed = button?.field.name === name;
      row = page.settle(row, { ...each, name }, { ...tools, given }, isPressed ? button.suffix : undefined);
    }
    Object.assign(settled, row);
  }
  return settled;
};

// One row at a time: all of them for each would take three hundred rows a second.
const withPrefix = (inputs: Inputs, prefix: string): Inputs =>
  Object.fromEntries(Object.entries(inputs).map(([input, text]) => [prefix + input, text]));
const withoutPrefix = (inputs: Inputs, prefix: string): Inputs =>
  Object.fromEntries(Object.entries(inputs).map(([input, text]) => [input.slice(prefix.length), text]));

const askRow = (
  pageOf: PageOf,
  props: AskProps<'rows'>,
  typed: ReadonlyMap<number, Inputs>,
  index: number,
  total: number,
): AskedRow => {
  const { field, inputs, errorAt, locale } = props;
  const prefix = `${field.name}.${index}.`;
  const row = typed.get(index);
  const { answers, errors, shown, given } = readRow(row ?? {}, field, props);
  const title = titleOf(field, index, props);
  const isOpen = total <= fewRows || row === undefined || errors.length > 0;
  const node = (
    <details class="ds-details row" id={rowId(field, index)} open={isOpen}>
      <summary>
        <span>
          {title}
          {row && <bdi class="where"> {summaryOf(answers, field, props)}</bdi>}
        </span>
      </summary>
      <div role="group" aria-label={title}>
        {askGroup(pageOf, {
          fields: field.fields,
          shown,
          inputs,
          errorAt,
          tools: props,
          before: props.given ?? {},
          given,
          prefix,
        })}
        {total > (field.required ? field.min : 0) && (
          <Button
            look="tertiary"
            icon="close"
            name={`${field.name}.remove.${index}`}
            value="1"
            formAction={`#${rowId(field, Math.max(0, index - 1))}`}
            skipValidation
          >
            {say(locale, texts.removeRow)}
            <span class="ds-sr-only"> {title}</span>
          </Button>
        )}
      </div>
    </details>
  );
  const isTold = errors.some(({ path }) => errorAt(prefix + path) !== undefined);
  return { isOpen: row === undefined || isTold, node };
};

/** The first answers of a row, by which it is known when it is folded. */
const summaryOf = (answers: Answers, { fields }: Rows, { locale, world }: FieldTools): string =>
  fields
    .flatMap((each) => {
      const answer = answers[each.name];
      return answer === undefined ? [] : [behaviourOf(each).say(answer, each, locale, world)];
    })
    .slice(0, 2)
    .join(locale === 'ar' ? '، ' : ', ');
