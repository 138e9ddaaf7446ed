import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readInstitutionCsv } from './institution-csv.ts';
import type { DeclaredPlace, PlaceLevel } from './place.ts';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'diwan-institutions-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const place = (code: string, level: PlaceLevel, parent: string | undefined, ar: string, fr: string): DeclaredPlace => ({
  code,
  level,
  parent,
  name: { ar, fr, en: fr },
  point: undefined,
  codeKind: 'diwan',
  pcode: undefined,
  otherNames: [],
  boundary: undefined,
});
const places = [
  place('LB', 'country', undefined, 'لبنان', 'Liban'),
  place('N', 'governorate', 'LB', 'الشمال', 'Nord'),
  place('N-1', 'district', 'N', 'الكورة', 'Koura'),
  place('N-1-1', 'municipality', 'N-1', 'أميون', 'Amioun'),
  place('N-2', 'district', 'N', 'طرابلس', 'Tripoli'),
  place('N-2-1', 'municipality', 'N-2', 'طرابلس', 'Tripoli'),
];
const header = 'code,type,parent,place,name_ar,name_fr,name_en,basis';
const ministry = 'interior,ministry,,LB,الداخلية,Intérieur,Interior,real';
const governor = 'governor-n,governorate-office,interior,N,محافظة الشمال,Mohafazat,Governor,';
const qaimaqam = 'qaimaqam-n-1,district-office,governor-n,N-1,قائمقامية الكورة,Caïmacamat,Qaimaqam,';
const pattern =
  'municipality-{place},municipality,nearest:district-office|governorate-office,each:municipality,بلدية {place},Municipalité {de place},Municipality of {place},';
const read = (...lines: string[]) => {
  writeFileSync(join(folder, 'institutions.csv'), [header, ...lines].join('\n'));
  return readInstitutionCsv(join(folder, 'institutions.csv'), places);
};

test('one row stands for the municipality of each place, under the office that is nearest', () => {
  const [amioun, tripoli, ...none] = read(ministry, governor, qaimaqam, pattern).filter(
    ({ type }) => type === 'municipality',
  );
  expect(none).toEqual([]);
  expect(amioun).toEqual({
    code: 'municipality-N-1-1',
    type: 'municipality',
    parent: 'qaimaqam-n-1',
    place: 'N-1-1',
    name: { ar: 'بلدية أميون', fr: 'Municipalité d’Amioun', en: 'Municipality of Amioun' },
  });
  expect(tripoli).toMatchObject({ parent: 'governor-n', name: { fr: 'Municipalité de Tripoli' } });
});
test('a municipality that the file lists itself is kept as listed', () => {
  const found = read(
    ministry,
    'tripoli,municipality,interior,N-2-1,بلدية طرابلس الكبرى,Grand Tripoli,Greater Tripoli,',
    pattern,
  );
  expect(found.filter(({ place: at }) => at === 'N-2-1').map(({ code }) => code)).toEqual(['tripoli']);
});

const refused = (words: string, ...lines: string[]) => expect(() => read(...lines)).toThrow(words);
test('an unknown place', () =>
  refused(
    'institutions.csv:3: the place "X" is not among the country\'s places',
    ministry,
    governor.replace(',N,', ',X,'),
  ));
test('an unknown parent', () =>
  refused('institutions.csv:2: the parent "interior" of "governor-n" is not in this file', governor));
test('two that answer to each other', () =>
  refused(
    'institutions.csv:2: "a" is its own ancestor (a → b → a)',
    'a,ministry,b,LB,أ,A,A,',
    'b,ministry,a,LB,ب,B,B,',
  ));
test('a code there twice', () =>
  refused('institutions.csv:3: the code "interior" is already on line 2', ministry, ministry));
test('a type in several words', () =>
  refused('institutions.csv:2: the type "Big Ministry" is not usable', ministry.replace('ministry', 'Big Ministry')));
test('a basis that does not exist', () =>
  refused(
    'institutions.csv:2: the basis "true" does not exist: write real or illustrative',
    ministry.replace('real', 'true'),
  ));
test('a pattern without a level', () =>
  refused('a code with {place} needs a level as its place', ministry, pattern.replace('each:municipality', 'LB')));
test('a level without a pattern', () =>
  refused('would be the same at each place', ministry, pattern.replace('municipality-{place}', 'municipality')));
