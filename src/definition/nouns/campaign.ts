import { type Static, Type } from 'typebox';
import { listOf } from '../compile-context.ts';
import type { Noun } from '../noun.ts';
import { name, oneOrMore } from '../schema-words.ts';
import type { Field } from '../service.ts';

const schema = Type.Optional(
  Type.Object(
    {
      opened_by: oneOrMore('The roles that open a round for many institutions at once.'),
      types: Type.Optional(
        Type.Array(Type.String(), {
          minItems: 1,
          uniqueItems: true,
          description: 'The types of institution that are offered; those that the survey may assess unless said.',
        }),
      ),
      prefill: Type.Optional(
        Type.Array(name('A field.'), {
          description:
            'What is answered once for all records: fields that are asked when one is entered; all of them unless said.',
        }),
      ),
      due: Type.Optional(name('The date field that says by when it is to be filled in; later is late.')),
    },
    {
      additionalProperties: false,
      description: 'Rounds of a survey that are opened for a list of institutions: one record in the basket of each.',
    },
  ),
);

export interface Campaign {
  readonly openedBy: readonly string[];
  readonly types: readonly string[];
  /** What is answered once for all records. */
  readonly fields: readonly Field[];
  /** The field that says by when. */
  readonly due: string | undefined;
}

export interface CampaignPart {
  readonly campaign: Campaign | undefined;
}

/** Opening a round of a survey for many institutions. */
export const campaign: Noun<Static<typeof schema>, CampaignPart> = {
  schema,
  compile: (context, source, { survey, enteredFields, fields }) => {
    if (!source) return { campaign: undefined };
    const at = (...path: readonly string[]) => ['campaign', ...path];
    if (!survey) context.fault(at(), 'only a survey has rounds that can be opened: add "survey"');
    const entered = enteredFields.filter((field) => field.name !== survey?.subject);
    const names = entered.map((field) => field.name);
    context.names(at('prefill'), 'field that is asked when a record is entered', source.prefill ?? [], names);
    const asked = entered.filter((field) => source.prefill?.includes(field.name) ?? true);
    const lacking = entered.find((field) => field.required && !asked.includes(field));
    if (lacking)
      context.fault(at('prefill'), `each record needs "${lacking.name}": add it, or do not require it in the form`);
    const secret = filesIn(asked).find(({ protect }) => protect === 'sensitive');
    if (secret)
      context.fault(
        at('prefill'),
        `"${secret.name}" asks for sensitive files, which are sealed for one record: leave it out, or protect it as personal`,
      );
    if (source.due !== undefined) {
      context.names(
        at('due'),
        'field that the campaign answers',
        [source.due],
        asked.map((field) => field.name),
      );
      const type = fields.get(source.due)?.type;
      if (type !== undefined && type !== 'date')
        context.fault(at('due'), `"${source.due}" is a ${type} field: name a date field`);
    }
    const subject = survey && fields.get(survey.subject);
    const may = subject?.type === 'institution' ? subject.types : [];
    context.names(at('types'), 'type that the survey may assess', source.types ?? [], may);
    return {
      campaign: {
        openedBy: context.roles(listOf(source.opened_by)),
        types: source.types ?? may,
        fields: asked,
        due: source.due,
      },
    };
  },
};

/** Questions for files, those in rows too. */
const filesIn = (fields: readonly Field[]): readonly Field[] =>
  fields.flatMap((field) =>
    field.type === 'rows' ? filesIn(field.fields) : field.type === 'files' || field.type === 'photos' ? [field] : [],
  );
