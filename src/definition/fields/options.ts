import { Type } from 'typebox';
import type { Text } from '../../base/texts.ts';
import { readOptionList } from '../option-list.ts';
import { suggest } from '../suggest.ts';
import type { FieldPlace } from './field-type.ts';

/** What choosing from options shares, be it one, several or all in order. */
export const declaredOptions = Type.Array(Type.String({ pattern: '^[a-z0-9][a-z0-9_-]*$' }), {
  minItems: 2,
  maxItems: 500,
  uniqueItems: true,
  description: 'The options, by a short name each; their words stand in the texts files.',
});

export const optionKeys = {
  options: Type.Optional(declaredOptions),
  list: Type.Optional(
    Type.String({
      pattern: '^[a-z0-9][a-z0-9._-]*\\.csv$',
      description:
        "A file of the service's folder with the options, one a line: the columns value, ar, fr, en, and others to narrow it by.",
    }),
  ),
  where: Type.Optional(
    Type.Record(Type.String({ pattern: '^[a-z][a-z0-9_]*$' }), Type.String(), {
      description:
        'Which lines of the list are offered: a column and the earlier field that it must agree with. Places agree when one lies in the other.',
    }),
  ),
};

interface OptionSource {
  readonly options?: readonly string[];
  readonly list?: string;
  readonly where?: Readonly<Record<string, string>>;
}

/** An earlier answer that a column of the list has to agree with. */
export interface OptionFilter {
  readonly column: string;
  readonly field: string;
  /** Places agree when one lies in the other. */
  readonly isPlace: boolean;
}

export interface OptionSettings {
  readonly options: ReadonlyMap<string, Text>;
  /** Which of them are offered hangs on earlier answers. */
  readonly where?: readonly OptionFilter[];
  /** What the columns of a list hold, by option. */
  readonly cells?: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

const lookedAt: ReadonlySet<string> = new Set([
  'place',
  'choice',
  'institution',
  'record',
  'yes-no',
  'integer',
  'text',
]);

export const compileOptions = ({ options, list, where = {} }: OptionSource, place: FieldPlace): OptionSettings => {
  if ((options === undefined) === (list === undefined))
    place.fault([], 'the options stand either under "options" or in the file that "list" names: write one of them');
  if (list === undefined) {
    if (Object.keys(where).length > 0)
      place.fault(['where'], 'only options of a list have columns: put them into a file and name it with "list"');
    return {
      options: new Map((options ?? []).map((option) => [option, place.text(`options.${option}`)])),
      where: [],
      cells: new Map(),
    };
  }
  const text = place.file(list);
  if (text === undefined) {
    place.fault(['list'], `there is no file "${list}" in the service's folder: add it`);
    return { options: new Map(), where: [], cells: new Map() };
  }
  const read = readOptionList(list, text);
  for (const fault of read.faults) place.faultIn(fault);
  return {
    options: read.list.options,
    cells: read.list.cells,
    where: Object.entries(where).map(([column, field]) => {
      if (!read.list.columns.includes(column))
        place.fault(['where', column], `"${list}" has no column "${column}"${suggest(column, read.list.columns)}`);
      const before = place.before.get(field);
      if (!before)
        place.fault(
          ['where', column],
          `there is no field "${field}" before this one${suggest(field, place.before.keys())}`,
        );
      else if (!lookedAt.has(before.type))
        place.fault(
          ['where', column],
          `the answer to "${field}" (${before.type}) is nothing that a column could hold: name a field with one short answer`,
        );
      return { column, field, isPlace: before?.type === 'place' };
    }),
  };
};
