import { type Static, Type } from 'typebox';
import type { Text } from '../../base/texts.ts';
import { compileFields } from '../compile-fields.ts';
import type { FieldSource } from '../fields/field-type.ts';
import type { Noun } from '../noun.ts';
import { expression, name } from '../schema-words.ts';
import type { Field } from '../service.ts';

const pageSource = Type.Object(
  {
    page: name('The name of the page.'),
    show: Type.Optional(expression('The page is asked only when this holds.')),
    fields: Type.Array(
      Type.Unsafe<FieldSource>(Type.Object({ name: name('The name of the answer.'), type: Type.String() })),
      {
        minItems: 1,
        description: 'The questions of the page.',
      },
    ),
  },
  { additionalProperties: false },
);
const schema = Type.Array(pageSource, {
  minItems: 1,
  description: 'The pages, in order, with one question or one small group each.',
});
export type FormSource = Static<typeof schema>;

export interface FormPage {
  readonly name: string;
  readonly title: Text;
  readonly fields: readonly Field[];
}

export interface FormPart {
  readonly pages: readonly FormPage[];
  /** The fields of all pages, by name and in order. */
  readonly fields: ReadonlyMap<string, Field>;
}

export const form: Noun<FormSource, FormPart> = {
  schema,
  compile: (context, source = []) => {
    const fields = new Map<string, Field>();
    const names = new Set(source.flatMap((page) => page.fields.map((field) => field.name)));
    const pages = source.map(({ page, show, fields: declared }, index) => {
      const compiled = compileFields(context, declared, {
        scope: context.scopes.answers,
        before: fields,
        names,
        path: ['form', index, 'fields'],
        textKeyOf: (field) => `fields.${field}`,
        show,
      });
      for (const field of compiled) fields.set(field.name, field);
      return { name: page, title: context.text(`pages.${page}.title`), fields: compiled };
    });
    return { pages, fields };
  },
};
