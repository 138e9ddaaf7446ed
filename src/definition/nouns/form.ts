import { type Static, Type } from 'typebox';
import type { Text } from '../../base/texts.ts';
import { compileFields } from '../compile-fields.ts';
import type { CompileContext } from '../compile-context.ts';
import type { FieldSource } from '../fields/field-type.ts';
import type { Noun } from '../noun.ts';
import { expression, name } from '../schema-words.ts';
import type { Field } from '../service.ts';

const pageSource = Type.Object(
  {
    page: name('The name of the page.'),
    section: Type.Optional(
      name(
        'The part of a long form that it belongs to; parts are shown as a list of tasks, in the order of their pages.',
      ),
    ),
    show: Type.Optional(expression('The page is asked only when this holds.')),
    later: Type.Optional(
      Type.Literal(true, {
        description:
          'The page is not asked when a record is entered: actions that `edit` its answers ask for them afterwards.',
      }),
    ),
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
  /** Name of the part of the form that it belongs to; all pages that are asked together have one or none has. */
  readonly section: string | undefined;
  readonly fields: readonly Field[];
}

export interface FormPart {
  /** What is asked when a record is entered. */
  readonly pages: readonly FormPage[];
  /** What only actions ask, afterwards. */
  readonly laterPages: readonly FormPage[];
  /** The parts of a long form, by name and in order; a short one has none. */
  readonly sections: ReadonlyMap<string, Text>;
  /** The parts of what only actions ask. */
  readonly laterSections: ReadonlyMap<string, Text>;
  /** The fields of all pages, by name and in order. */
  readonly fields: ReadonlyMap<string, Field>;
  /** Those that are asked when a record is entered. */
  readonly enteredFields: readonly Field[];
}

/** The pages of a section stand together, and a form is either in sections or not. */
const checkSections = (context: CompileContext, source: FormSource): void => {
  const isDivided = (isLater: true | undefined) =>
    source.some(({ section, later }) => later === isLater && section !== undefined);
  const divided = new Map([undefined, true as const].map((later) => [later, isDivided(later)]));
  const firstLater = source.findIndex(({ later }) => later);
  if (firstLater === 0)
    context.fault(['form', 0, 'later'], 'nothing would be asked when a record is entered: take out "later" here');
  for (const [index, { section, later }] of source.entries()) {
    if (!later && firstLater > 0 && index > firstLater)
      context.fault(['form', index], 'it is asked before the pages that are asked later: move it above them');
    if (divided.get(later) && section === undefined)
      context.fault(['form', index], 'the other pages belong to a section: add "section: …" to this one too');
    const earlier = source.slice(0, index).findLastIndex((page) => page.section === section);
    if (section !== undefined && earlier >= 0 && earlier < index - 1)
      context.fault(
        ['form', index, 'section'],
        `the pages of "${section}" do not stand together: move this page next to them`,
      );
  }
};

export const form: Noun<FormSource, FormPart> = {
  schema,
  compile: (context, source = []) => {
    checkSections(context, source);
    const fields = new Map<string, Field>();
    const names = new Set(source.flatMap((page) => page.fields.map((field) => field.name)));
    const pages = source.map(({ page, section, show, fields: declared }, index) => {
      const compiled = compileFields(context, declared, {
        scope: context.scopes.answers,
        before: fields,
        names,
        path: ['form', index, 'fields'],
        textKeyOf: (field) => `fields.${field}`,
        show,
      });
      for (const field of compiled) fields.set(field.name, field);
      return { name: page, title: context.text(`pages.${page}.title`), section, fields: compiled };
    });
    const isLater = (page: FormPage) => source[pages.indexOf(page)]?.later === true;
    const sectionsOf = (some: readonly FormPage[]) =>
      new Map(
        some.flatMap(({ section }) =>
          section === undefined ? [] : [[section, context.text(`sections.${section}`)] as const],
        ),
      );
    const [entered, later] = [pages.filter((page) => !isLater(page)), pages.filter(isLater)];
    return {
      pages: entered,
      laterPages: later,
      sections: sectionsOf(entered),
      laterSections: sectionsOf(later),
      fields,
      enteredFields: entered.flatMap((page) => page.fields),
    };
  },
};
