import { type Static, Type } from 'typebox';
import type { Text } from '../../base/texts.ts';
import { listOf } from '../compile-context.ts';
import type { Noun } from '../noun.ts';
import { compileLayout, type Layout } from '../layout.ts';
import { entries, name, oneOrMore } from '../schema-words.ts';
import type { Field } from '../service.ts';

const document = Type.Object(
  {
    claims: Type.Array(name('A field.'), {
      minItems: 1,
      description: 'The answers that the document states and that whoever scans it reads.',
    }),
    from: Type.Optional(name('The field that says from when it is valid; from a day, from its beginning.')),
    until: Type.Optional(name('The field that says until when it is valid; until a day, to its end.')),
    checked_by: Type.Optional(oneOrMore('Roles that check it where it is shown, such as the police.')),
    template: Type.Optional(
      Type.String({
        maxLength: 60,
        description:
          'A Typst file (.typ) of the folder that lays it out on paper; without one it looks as the platform’s papers do. See docs/documents.md.',
      }),
    ),
  },
  { additionalProperties: false },
);
const schema = Type.Optional(entries(document, 'What a record can issue.'));

export interface DocumentKind {
  readonly name: string;
  readonly title: Text;
  readonly statement: Text;
  readonly claims: readonly Field[];
  readonly from: string | undefined;
  readonly until: string | undefined;
  /** Roles that check it where it is shown. */
  readonly checkedBy: readonly string[];
  /** How the service lays it out; undefined: as the platform does. */
  readonly layout: Layout | undefined;
}

export interface DocumentsPart {
  readonly documents: ReadonlyMap<string, DocumentKind>;
}

/** What an action does to documents. */
export interface DocumentsOfAction {
  readonly issue: string | undefined;
  readonly revoke: string | undefined;
}

const isTime = (field: Field | undefined): boolean =>
  field?.type === 'datetime' || field?.type === 'date' || (field?.type === 'calculated' && field.gives === 'date');

export const documents: Noun<Static<typeof schema>, DocumentsPart> = {
  schema,
  actionKeys: {
    issue: Type.Optional(Type.String({ description: 'The document that it issues.' })),
    revoke: Type.Optional(Type.String({ description: 'The document that it revokes.' })),
  },
  compile: (context, source = {}, { fields }) => ({
    documents: new Map(
      Object.entries(source).map(([kind, { claims, from, until, checked_by, template }]) => {
        const path = ['documents', kind];
        context.names([...path, 'claims'], 'field', claims, fields.keys());
        for (const [key, field] of Object.entries({ from, until })) {
          if (field !== undefined && !isTime(fields.get(field)))
            context.fault(
              [...path, key],
              `"${field}" is no date: name a date or datetime field, or one calculated as a date`,
            );
        }
        for (const claim of claims) {
          if (fields.get(claim)?.seenBy)
            context.fault(
              [...path, 'claims'],
              `"${claim}" is read by some roles only and cannot stand in a document that anyone may scan: take out the claim or "seen_by"`,
            );
          if (fields.get(claim)?.protect === 'sensitive')
            context.fault(
              [...path, 'claims'],
              `"${claim}" is sensitive and cannot stand in a document that anyone may scan`,
            );
        }
        return [
          kind,
          {
            name: kind,
            title: context.text(`documents.${kind}.title`),
            statement: context.text(`documents.${kind}.statement`),
            claims: claims.flatMap((claim) => fields.get(claim) ?? []),
            from,
            until,
            checkedBy: context.roles(checked_by),
            layout:
              template === undefined
                ? undefined
                : compileLayout(context, [...path, 'template'], { kind, template, claims }),
          },
        ];
      }),
    ),
  }),
  compileAction: (context, { issue, revoke }, path, { documents: known }) => {
    context.names([...path, 'issue'], 'document', listOf(issue as string | undefined), known.keys());
    context.names([...path, 'revoke'], 'document', listOf(revoke as string | undefined), known.keys());
    return { own: { issue, revoke } };
  },
};
