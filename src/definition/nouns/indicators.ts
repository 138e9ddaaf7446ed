import { type Static, Type } from 'typebox';
import type { Text } from '../../base/texts.ts';
import type { CompileContext } from '../compile-context.ts';
import type { Expression } from '../expressions.ts';
import type { Noun } from '../noun.ts';
import { entries, expression } from '../schema-words.ts';
import type { Service } from '../service.ts';
import type { Path } from '../yaml-source.ts';
import { compileColumn, type PublishedColumn } from './publish.ts';

const indicator = Type.Object(
  {
    of: expression('Counted is each record for which this holds.'),
    among: Type.Optional(expression('The figure is their share among the records for which this holds.')),
    by: Type.Optional(
      Type.Array(Type.String(), { uniqueItems: true, description: 'It is also given by these columns.' }),
    ),
    for: Type.Optional(Type.Enum(['everybody', 'staff'], { description: 'Who sees it; everybody unless said.' })),
  },
  { additionalProperties: false },
);
const schema = Type.Optional(
  entries(indicator, 'Figures computed from the records; their names stand in the texts files.'),
);

/** A figure computed from records; nothing on a dashboard is typed in. */
export interface Indicator {
  readonly name: string;
  readonly label: Text;
  readonly of: Expression;
  /** With it the figure is a share, without it a count. */
  readonly among: Expression | undefined;
  readonly by: readonly PublishedColumn[];
  readonly audience: 'everybody' | 'staff';
}

export interface IndicatorsPart {
  readonly indicators: readonly Indicator[];
}

/** Refuses what a public figure may not look at: with few records it would tell what somebody answered. */
const checkProtection = (
  context: CompileContext,
  { fields }: Pick<Service, 'fields'>,
  { source, uses }: Expression,
  path: Path,
) => {
  for (const name of uses) {
    const protect = fields.get(name)?.protect;
    if (protect === 'personal' || protect === 'sensitive')
      context.fault(
        path,
        `the expression "${source}" looks at "${name}", which is ${protect}: a public figure may not`,
      );
  }
};

export const indicators: Noun<Static<typeof schema>, IndicatorsPart> = {
  schema,
  compile: (context, source = {}, soFar) => ({
    indicators: Object.entries(source).map(([name, declared]) => {
      const path = ['indicators', name];
      const audience = declared.for ?? 'everybody';
      const compile = (key: 'of' | 'among', text: string) => {
        const compiled = context.expression(context.scopes.rules, [...path, key], text, 'bool');
        if (audience === 'everybody') checkProtection(context, soFar, compiled, [...path, key]);
        return compiled;
      };
      if (audience === 'everybody' && declared.by !== undefined && soFar.publish === undefined)
        context.fault(
          [...path, 'by'],
          'without a threshold a figure by column could give people away: add "publish: { columns: [...], suppress_below: 10 }"',
        );
      return {
        name,
        label: context.text(`indicators.${name}`),
        of: compile('of', declared.of),
        among: declared.among === undefined ? undefined : compile('among', declared.among),
        by: (declared.by ?? []).map((column, index) => compileColumn(context, soFar, column, [...path, 'by', index])),
        audience,
      };
    }),
  }),
};
