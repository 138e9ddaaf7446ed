import { type Static, Type } from 'typebox';
import type { FieldTypeDeclaration } from './field-type.ts';

/** What files may be, by the names that declarations use. */
export const fileKinds = ['pdf', 'image', 'docx', 'xlsx', 'odt', 'ods', 'csv', 'txt'] as const;
export type FileKind = (typeof fileKinds)[number];

/** What any phone makes and any office opens. */
const usualKinds = ['pdf', 'image'] as const satisfies readonly FileKind[];

/** Media types in which files of each kind are kept: pictures are made anew as JPEG, so that nothing hides in them. */
export const keptTypes: Readonly<Record<FileKind, string>> = {
  pdf: 'application/pdf',
  image: 'image/jpeg',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  csv: 'text/csv',
  txt: 'text/plain',
};

const mostFiles = 20;
const largestSize = 20;
const usualSize = 10;
export const mebibyte = 1024 * 1024;

const count = (usual: number) =>
  Type.Optional(
    Type.Integer({ minimum: 1, maximum: mostFiles, default: usual, description: 'The most files that are accepted.' }),
  );
const size = Type.Optional(
  Type.Integer({
    minimum: 1,
    maximum: largestSize,
    default: usualSize,
    description: 'How large each may be, in megabytes.',
  }),
);
const source = Type.Object({
  count: count(1),
  size,
  types: Type.Optional(
    Type.Array(Type.Enum([...fileKinds]), {
      minItems: 1,
      uniqueItems: true,
      default: [...usualKinds],
      description:
        'What they may be; it is their content that is looked at, not their name. Documents with macros are never accepted.',
    }),
  ),
});
const photosSource = Type.Object({
  count: count(5),
  size,
  keep_location: Type.Optional(
    Type.Boolean({
      default: false,
      description:
        'Whether where each picture was taken is kept with it, as a point; the person is told so before. Left out: it is removed.',
    }),
  ),
});

export interface FilesSettings {
  readonly count: number;
  /** In bytes, as they are sent and as they are kept. */
  readonly size: number;
  readonly types: readonly FileKind[];
  /** Where pictures were taken is kept with them. */
  readonly keepLocation: boolean;
}

/** An answer is what is said of the files; what they hold is kept apart from the record. In expressions, how many there are. */
export const files: FieldTypeDeclaration<Static<typeof source>, FilesSettings> = {
  description: 'Files that are sent along, such as a scanned document; in expressions how many there are.',
  keys: source.properties,
  celType: 'int',
  empty: 0n,
  aboutPerson: true,
  compile: ({ count: most = 1, size: megabytes = usualSize, types = usualKinds }) => ({
    count: most,
    size: megabytes * mebibyte,
    types,
    keepLocation: false,
  }),
};

export const photos: FieldTypeDeclaration<Static<typeof photosSource>, FilesSettings> = {
  description: 'Pictures, which phones take at once; where and when they were taken is removed from them.',
  keys: photosSource.properties,
  celType: 'int',
  empty: 0n,
  compile: ({ count: most = 5, size: megabytes = usualSize, keep_location: keepLocation = false }) => ({
    count: most,
    size: megabytes * mebibyte,
    types: ['image'],
    keepLocation,
  }),
};
