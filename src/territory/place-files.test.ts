import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPlaceCsv } from './place-csv.ts';
import { readPlaceGeojson } from './place-geojson.ts';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'diwan-places-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const bounds = [35, 33, 37, 35] as const;
const file = (name: string, content: string | Buffer): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

describe('places.csv', () => {
  const header = 'code,level,parent,name_ar,name_fr,name_en,lon,lat';
  const country = 'LB,country,,لبنان,Liban,Lebanon,,';
  const south = 'S,governorate,LB,الجنوب,Sud,South,,';
  const read = (...lines: string[]) => readPlaceCsv(file('places.csv', [header, ...lines].join('\n')), bounds);
  const complaint = (...lines: string[]): string => {
    try {
      read(...lines);
    } catch (error) {
      return (error as Error).message.replaceAll(folder, '');
    }
    return 'nothing';
  };

  test('gives the places it lists, whatever their order', () => {
    const places = read('S-1,district,S,صيدا,Saïda,Saida,35.37,33.56', south, country);
    expect(places).toHaveLength(3);
    expect(places[0]).toEqual({
      code: 'S-1',
      level: 'district',
      name: { ar: 'صيدا', fr: 'Saïda', en: 'Saida' },
      parent: 'S',
      point: [35.37, 33.56],
      codeKind: 'diwan',
      pcode: undefined,
      otherNames: [],
      boundary: undefined,
    });
  });
  test('as a spreadsheet saves it, with byte order mark and Windows line ends', () => {
    const path = file('bom.csv', `\ufeff${[header, country, south].join('\r\n')}\r\n`);
    expect(readPlaceCsv(path, bounds)).toHaveLength(2);
  });
  test('other names and kinds of code are optional columns', () => {
    const path = file('more.csv', `${header},other_names,code_kind,pcode\n${country},Liban|Lubnan,iso,LB\n`);
    expect(readPlaceCsv(path, bounds)[0]).toMatchObject({
      otherNames: ['Liban', 'Lubnan'],
      codeKind: 'iso',
      pcode: 'LB',
    });
  });

  test('an unknown parent', () =>
    expect(complaint(country, 'S-1,district,X,صيدا,Saïda,Saida,,')).toBe(
      '/places.csv:3: the parent "X" of "S-1" is not in this file: add its row or correct the code',
    ));
  test('a code there twice', () =>
    expect(complaint(country, south, south)).toBe(
      '/places.csv:4: the code "S" is already on line 3: give each row a code of its own',
    ));
  test('a place that is its own ancestor', () =>
    expect(complaint(country, 'A,district,B,أ,A,A,,', 'B,governorate,A,ب,B,B,,')).toContain(
      '/places.csv:3: "A" is its own ancestor (A → B → A)',
    ));
  test('a missing name', () =>
    expect(complaint('LB,country,,لبنان,,Lebanon,,')).toBe(
      '/places.csv:2: name_fr is missing: write the name in French',
    ));
  test('longitude and latitude swapped', () =>
    expect(complaint(country, 'S,governorate,LB,الجنوب,Sud,South,33.56,35.37')).toBe(
      '/places.csv:3: lon 33.56 and lat 35.37 are swapped: write lon 35.37 and lat 33.56',
    ));
  test('a latitude that does not exist', () =>
    expect(complaint(country, 'S,governorate,LB,الجنوب,Sud,South,35.37,133.56')).toContain(
      ':3: lat is 133.56: write degrees between -90 and 90',
    ));
  test('a point in another country', () =>
    expect(complaint(country, 'S,governorate,LB,الجنوب,Sud,South,2.35,48.85')).toContain(
      ':3: lon 2.35, lat 48.85 lies outside the country',
    ));
  test('half a point', () =>
    expect(complaint(country, 'S,governorate,LB,الجنوب,Sud,South,35.37,')).toContain(
      ':3: lat is missing: write both lon and lat, or neither',
    ));
  test('degrees written with a comma', () =>
    expect(complaint(country, 'S,governorate,LB,الجنوب,Sud,South,"35,37","33,56"')).toContain(
      ':3: "35,37" is not in decimal degrees: write a number such as 35.3715, with a point',
    ));
  test('a level that does not exist', () =>
    expect(complaint(country, 'S,province,LB,الجنوب,Sud,South,,')).toContain(
      ':3: the level "province" does not exist: write one of country, governorate',
    ));
  test('a district in a municipality', () =>
    expect(complaint(country, south, 'M,municipality,S,م,M,M,,', 'D,district,M,د,D,D,,')).toBe(
      '/places.csv:5: a district cannot lie in the municipality "M": its parent has to be of a wider level',
    ));
  test('no country', () =>
    expect(complaint('S,governorate,,الجنوب,Sud,South,,')).toContain(
      'there are 0 places of level country: write exactly one',
    ));
  test('a code that cannot stand in an address', () =>
    expect(complaint('L B,country,,لبنان,Liban,Lebanon,,')).toContain(':2: the code "L B" is not usable'));
  test('names that were read in a wrong encoding and saved again', () =>
    expect(complaint('LB,country,,Ù„Ø¨Ù†Ø§Ù†,Liban,Lebanon,,')).toContain(
      ':2: name_ar is "Ù„Ø¨Ù†Ø§Ù†", which was saved in a wrong encoding',
    ));
  test('too many values in a line', () =>
    expect(complaint('LB,country,,لبنان,Liban, Le,Lebanon,,')).toContain(
      ':2: this line has 9 values for 8 columns: put a value that holds a comma between double quotes',
    ));
  test('a quote that is not closed', () =>
    expect(complaint(country, 'S,governorate,LB,"الجنوب,Sud,South,,')).toMatch(/:\d: a double quote is not closed/));
  test('all that is wrong is said at once, in the order of the lines', () => {
    const said = complaint(
      'LB,country,,لبنان,,Lebanon,,',
      'S,governorate,LC,الجنوب,Sud,South,,',
      'S,governorate,LB,الجنوب,Sud,South,36,34',
    ).split('\n');
    expect(said.map((line) => line.slice(0, 14))).toEqual(['/places.csv:2:', '/places.csv:3:', '/places.csv:4:']);
  });

  const refused = (name: string, content: string | Buffer, words: string) =>
    expect(() => readPlaceCsv(file(name, content), bounds)).toThrow(words);
  test('semicolons instead of commas', () =>
    refused(
      's.csv',
      `${header}\n${country}`.replaceAll(',', ';'),
      's.csv:1: columns are separated by semicolons: separate them with commas',
    ));
  test('a mistyped column', () =>
    refused('c.csv', `${header},latitude\n${country},`, 'c.csv:1: the column "latitude" is unknown or there twice'));
  test('a column that is not there', () =>
    refused('m.csv', 'code,level,parent,name_ar,name_en\n', 'm.csv:1: the column name_fr is missing'));
  test('an empty file', () => refused('e.csv', '', 'e.csv:1: the file is empty'));
  test('a file in UTF-16', () =>
    refused('u.csv', Buffer.from(`\ufeff${header}`, 'utf16le'), 'u.csv:1: the file is in UTF-16'));
  test('a file in Windows-1256', () =>
    refused(
      'w.csv',
      Buffer.concat([
        Buffer.from(`${header}\nLB,country,,`),
        Buffer.from([0xe1, 0xc8, 0xe4, 0xc7, 0xe4]),
        Buffer.from(',Liban,Lebanon,,\n'),
      ]),
      'w.csv:2: this line is not UTF-8 (perhaps Windows-1256)',
    ));
  test('a file that is not there', () =>
    expect(() => readPlaceCsv(join(folder, 'none.csv'), bounds)).toThrow('none.csv cannot be read'));
});

describe('places.geojson', () => {
  const properties = {
    code: 'LB',
    level: 'country',
    name_ar: 'لبنان',
    name_fr: 'Liban',
    name_en: 'Lebanon',
    OBJECTID: 7,
  };
  const south = { code: 'S', level: 'governorate', parent: 'LB', name_ar: 'الجنوب', name_fr: 'Sud', name_en: 'South' };
  const feature = (geometry: unknown, of: object = south) => ({ type: 'Feature', properties: of, geometry });
  const write = (...features: unknown[]) =>
    file(
      'places.geojson',
      JSON.stringify(
        {
          type: 'FeatureCollection',
          name: 'a {"quoted"} [name',
          crs: { properties: {} },
          features: [feature(null, properties), ...features],
        },
        null,
        1,
      ),
    );
  const square = [
    [
      [35.2, 33.2],
      [35.6, 33.2],
      [35.6, 33.6],
      [35.2, 33.6],
      [35.2, 33.2],
    ],
  ];
  const small = [
    [
      [36, 34, 120],
      [36.1, 34, 120],
      [36.1, 34.1, 120],
      [36, 34, 120],
    ],
  ];

  test('a point is where the place is', () =>
    expect(readPlaceGeojson(write(feature({ type: 'Point', coordinates: [35.4, 33.5] })), bounds)[1]?.point).toEqual([
      35.4, 33.5,
    ]));
  test('a boundary is kept, and its middle is the point', () => {
    const place = readPlaceGeojson(write(feature({ type: 'Polygon', coordinates: square })), bounds)[1];
    expect(place?.boundary).toEqual({ type: 'Polygon', coordinates: square });
    expect(place?.point).toEqual([35.4, 33.4]);
  });
  test('of several parts the largest has the point, and heights are dropped', () => {
    const place = readPlaceGeojson(write(feature({ type: 'MultiPolygon', coordinates: [small, square] })), bounds)[1];
    expect(place?.point).toEqual([35.4, 33.4]);
    expect(place?.boundary?.coordinates[0]).toEqual([
      [
        [36, 34],
        [36.1, 34],
        [36.1, 34.1],
        [36, 34],
      ],
    ]);
  });
  test('places may have no geometry, and the exporter its own properties', () =>
    expect(readPlaceGeojson(write(feature(null)), bounds)).toHaveLength(2));

  const lineOf = (path: string, words: string) => {
    try {
      readPlaceGeojson(path, bounds);
    } catch (error) {
      expect((error as Error).message).toContain(words);
      return Number(/geojson:(\d+):/.exec((error as Error).message)?.[1]);
    }
    throw new Error('was accepted');
  };
  test('a fault is found by the line on which its feature begins', () => {
    const path = write(feature(null), feature(null, { ...south, code: 'T', parent: 'X' }));
    const lines = readFileSync(path, 'utf8').split('\n');
    const line = lineOf(path, 'the parent "X" of "T" is not in this file');
    expect(lines[line - 1]?.trim()).toBe('{');
    expect(lines.slice(line, line + 4).join('')).toContain('"code": "T"');
  });
  test('swapped coordinates', () =>
    lineOf(write(feature({ type: 'Point', coordinates: [33.5, 35.4] })), 'lon 33.5 and lat 35.4 are swapped'));
  test('a ring that is not closed', () =>
    lineOf(write(feature({ type: 'Polygon', coordinates: [square[0]?.slice(1)] })), 'whose rings are closed'));
  test('a line instead of an area', () =>
    lineOf(write(feature({ type: 'LineString', coordinates: square[0] })), 'its geometry is not usable'));
  test('no geometry member at all', () =>
    lineOf(write({ type: 'Feature', properties: south }), 'its geometry is not usable'));
  test('something that is not a FeatureCollection', () =>
    lineOf(file('f.geojson', '{"type": "Feature"}'), 'this is not a GeoJSON FeatureCollection'));
  test('something that is not JSON', () =>
    expect(
      lineOf(
        file('j.geojson', '{"type": "FeatureCollection",\n"features": [ {"a": 1} {"b": 2} ]}'),
        'this is not JSON',
      ),
    ).toBe(2));
});
