import { CsvError, parse } from 'csv-parse/sync';
import type { Locale, Text, Values } from '../base/texts.ts';
import { locales } from '../base/texts.ts';
import { boundaryFault } from './boundary-faults.ts';
import { codeFault } from './declared-name.ts';
import { type Boundary, type Bounds, isPlaceLevel, type PlaceLevel, placeLevels } from './place.ts';
import { readPoint } from './place-csv.ts';
import { readGeometry } from './place-geojson.ts';
import { placeImportTexts as texts } from './place-import-texts.ts';

/**
 * Files of places as statistics offices and humanitarian actors publish them, read for the console: CSV or GeoJSON, with the
 * columns of `places.csv`, or with those of OCHA's common operational data sets (`ADM3_PCODE`, `ADM3_EN`, `ADM3_AR`…, of which
 * the deepest tells the level). Nothing is believed of the country yet: comparing with it is compare-places.ts's.
 */
export interface ReadPlace {
  /** Of the file, from 1; of a table the line of its heading is not counted. */
  readonly row: number;
  readonly code: string;
  readonly level: PlaceLevel;
  /** As the file writes it: a code or a p-code. */
  readonly parent?: string;
  readonly name: Partial<Record<Locale, string>>;
  readonly point?: readonly [number, number];
  readonly boundary?: Boundary;
  readonly pcode?: string;
}

export interface RowFault {
  /** 0: the file as a whole. */
  readonly row: number;
  readonly message: Text;
  readonly values?: Values;
}

export interface ReadFile {
  readonly places: readonly ReadPlace[];
  readonly faults: readonly RowFault[];
}

interface Row {
  readonly row: number;
  readonly cell: (...names: readonly string[]) => string;
  readonly geometry: {
    readonly point: readonly [number, number] | undefined;
    readonly boundary: Boundary | undefined;
    readonly isWrong: boolean;
  };
}

const mostRows = 50_000;
const wholly = (message: Text): ReadFile => ({ places: [], faults: [{ row: 0, message }] });

export const readPlaceFile = (data: Buffer, bounds: Bounds): ReadFile => {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(data);
  } catch {
    return wholly(texts.notText);
  }
  const rows = /^\s*\{/.test(text) ? readFeatures(text) : readTable(text);
  if (!rows) return wholly(texts.notKnown);
  if (rows.length > mostRows) return wholly(texts.tooMany);
  if (rows.length > 0 && rows.every((row) => codeOf(row) === '')) return wholly(texts.noColumns);
  const read = rows.map((row) => readRow(row, bounds));
  const seen = new Set<string>();
  const twice = read.flatMap(({ place: { row, code } }) => {
    const isTwice = seen.has(code);
    seen.add(code);
    return isTwice && code !== '' ? [{ row, message: texts.codeTwice, values: { code } }] : [];
  });
  return { places: read.map(({ place }) => place), faults: [...read.flatMap(({ faults }) => faults), ...twice] };
};

/** Column names are alike in whatever case they are written. */
const cellOf =
  (values: ReadonlyMap<string, string>) =>
  (...names: readonly string[]): string =>
    names.map((name) => values.get(name) ?? '').find((value) => value !== '') ?? '';

const readTable = (text: string): readonly Row[] | undefined => {
  try {
    const [header, ...records] = parse(text, {
      bom: true,
      delimiter: [',', ';', '\t'],
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as string[][];
    if (!header || header.length < 2) return undefined;
    const names = header.map((name) => name.toLowerCase());
    return records.map((record, index) => {
      const cell = cellOf(new Map(names.map((name, column) => [name, record[column] ?? ''])));
      const { point, faults } = readPoint(cell('lon', 'longitude', 'x'), cell('lat', 'latitude', 'y'));
      return { row: index + 1, cell, geometry: { point, boundary: undefined, isWrong: faults.length > 0 } };
    });
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
};

const readFeatures = (text: string): readonly Row[] | undefined => {
  let content: { readonly type?: unknown; readonly features?: unknown };
  try {
    content = JSON.parse(text) as typeof content;
  } catch {
    return undefined;
  }
  if (content.type !== 'FeatureCollection' || !Array.isArray(content.features)) return undefined;
  return (content.features as readonly unknown[]).map((feature, index) => {
    const { properties, geometry } = (feature ?? {}) as { properties?: unknown; geometry?: unknown };
    const values = Object.entries((properties ?? {}) as object).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number'
        ? [[name.toLowerCase(), String(value).trim()] as const]
        : [],
    );
    const { point, boundary, faults } = readGeometry(geometry ?? null);
    return { row: index + 1, cell: cellOf(new Map(values)), geometry: { point, boundary, isWrong: faults.length > 0 } };
  });
};

/** The deepest level of which a row of common operational data names a p-code; -1: it names none. */
const depthOf = ({ cell }: Row): number => [4, 3, 2, 1, 0].find((depth) => cell(`adm${depth}_pcode`) !== '') ?? -1;
const codeOf = (row: Row): string => row.cell('code') || row.cell('pcode') || row.cell(`adm${depthOf(row)}_pcode`);

const readRow = (row: Row, bounds: Bounds): { readonly place: ReadPlace; readonly faults: readonly RowFault[] } => {
  const { cell, geometry } = row;
  const depth = depthOf(row);
  const code = codeOf(row);
  const written = cell('level') || (placeLevels[depth] ?? '');
  const parent = cell('parent') || (depth > 0 ? cell(`adm${depth - 1}_pcode`) : '');
  const name = Object.fromEntries(
    locales.flatMap((locale) => {
      const value = cell(`name_${locale}`, `adm${depth}_${locale}`, ...(locale === 'en' ? [`adm${depth}_name`] : []));
      return value === '' ? [] : [[locale, value.slice(0, 200)]];
    }),
  );
  const pcode = cell('pcode') || (depth >= 0 ? cell(`adm${depth}_pcode`) : '');
  const fault = (message: Text, values?: Values): RowFault => ({ row: row.row, message, ...(values && { values }) });
  const wrongBoundary = geometry.boundary && boundaryFault(geometry.boundary, bounds);
  const isOutside = wrongBoundary === undefined && geometry.point !== undefined && !isInside(geometry.point, bounds);
  return {
    place: {
      row: row.row,
      code,
      level: isPlaceLevel(written) ? written : 'village',
      name,
      ...(parent !== '' && { parent }),
      ...(geometry.point && { point: geometry.point }),
      ...(geometry.boundary && { boundary: geometry.boundary }),
      ...(pcode !== '' && { pcode }),
    },
    faults: [
      ...(codeFault(code) === undefined ? [] : [fault(texts.wrongCode, { code })]),
      ...(isPlaceLevel(written) ? [] : [fault(texts.wrongLevel, { level: written })]),
      ...(geometry.isWrong ? [fault(cell('lon') || cell('lat') ? texts.wrongPoint : texts.wrongShape)] : []),
      ...(wrongBoundary ? [fault(wrongBoundary.message, wrongBoundary.values)] : []),
      ...(isOutside ? [fault(texts.outside, { point: geometry.point?.join(', ') ?? '' })] : []),
    ],
  };
};

const isInside = ([lon, lat]: readonly [number, number], [west, south, east, north]: Bounds): boolean =>
  lon >= west && lon <= east && lat >= south && lat <= north;
