import { type Static, Type } from 'typebox';
import type { Noun } from '../noun.ts';
import { name } from '../schema-words.ts';

const schema = Type.Optional(
  Type.Object(
    {
      parent: name('The record field that names the entry above; entries that name none stand at the top.'),
      label: name('The field by whose answer people know an entry.'),
      holder: Type.Optional(name('The field that says who holds it; an entry without an answer is drawn as vacant.')),
      unit: Type.Optional(name('The field that says to which unit it belongs.')),
    },
    {
      additionalProperties: false,
      description:
        'How the entries of a register stand one below the other: a page draws them for each institution, as an organigram does.',
    },
  ),
);

export type TreeDeclaration = NonNullable<Static<typeof schema>>;

export interface TreePart {
  /** Names of the fields that place an entry among the others; undefined: they stand side by side. */
  readonly tree: TreeDeclaration | undefined;
}

export const tree: Noun<TreeDeclaration, TreePart> = {
  schema,
  compile: (context, source, { fields }, { kind, service }) => {
    if (source === undefined) return { tree: undefined };
    if (kind !== 'register')
      context.fault(['tree'], `only entries of a register stand one below the other: a ${kind} is drawn in no tree`);
    for (const [key, field] of Object.entries(source)) context.names(['tree', key], 'field', [field], fields.keys());
    const parent = fields.get(source.parent);
    if (parent && (parent.type !== 'record' || parent.service !== service))
      context.fault(
        ['tree', 'parent'],
        `"${parent.name}" names no entry of "${service}": name a record field that does`,
      );
    return { tree: source };
  },
};
