import { readCsvTable, type CsvRow } from './csv-table.ts';
import { codeFault, readName } from './declared-name.ts';
import { refuseFaults } from './file-fault.ts';
import { expandPattern, isPattern, patternFault } from './institution-pattern.ts';
import type { DeclaredPlace, Institution } from './place.ts';
import { treeFaults } from './tree-faults.ts';

const columns = {
  required: ['code', 'type', 'parent', 'place', 'name_ar', 'name_fr', 'name_en'],
  optional: ['basis'],
} as const;

/**
 * Reads `institutions.csv`. A row either is one institution or, when its code holds `{place}`, stands for one at each place
 * of a level (see institution-pattern.ts): nobody lists a thousand municipalities by hand.
 */
export const readInstitutionCsv = (file: string, places: readonly DeclaredPlace[]): readonly Institution[] => {
  const read = readCsvTable(file, columns).map((row) => ({ line: row.line, ...readRow(row, places) }));
  refuseFaults(read.flatMap(({ line, messages }) => messages.map((message) => ({ file, line, message }))));
  const listed = read.filter(({ institution }) => !isPattern(institution));
  const generated = read
    .filter(({ institution }) => isPattern(institution))
    .flatMap(({ line, institution: pattern }) =>
      expandPattern(
        pattern,
        places,
        listed.map(({ institution }) => institution),
      ).map((institution) => ({ line, institution })),
    );
  const all = [...listed, ...generated];
  refuseFaults(
    treeFaults(
      file,
      all.map(({ line, institution }) => ({ ...institution, line })),
    ),
  );
  return all.map(({ institution }) => institution);
};

const readRow = (
  row: CsvRow,
  places: readonly DeclaredPlace[],
): { institution: Institution; messages: readonly string[] } => {
  const { name, faults } = readName(row.cell);
  const messages = [...faults];
  const institution: Institution = {
    code: row.cell('code'),
    type: row.cell('type'),
    name,
    parent: row.cell('parent') || undefined,
    place: row.cell('place') || undefined,
  };
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(institution.type)) {
    messages.push(
      `the type "${institution.type}" is not usable: write one word such as ministry or police-post, in a-z 0-9 -`,
    );
  }
  const basis = row.cell('basis');
  if (!['', 'real', 'illustrative'].includes(basis))
    messages.push(`the basis "${basis}" does not exist: write real or illustrative`);
  const fault = isPattern(institution)
    ? patternFault(institution)
    : (codeFault(institution.code) ?? placeFault(institution.place, places));
  if (fault) messages.push(fault);
  return { institution, messages };
};

const placeFault = (code: string | undefined, places: readonly DeclaredPlace[]): string | undefined =>
  code === undefined || places.some((place) => place.code === code)
    ? undefined
    : `the place "${code}" is not among the country's places: write the code of one of them, or leave it empty`;
