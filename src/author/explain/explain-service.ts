import { type Locale, say } from '../../base/texts.ts';
import type { Action, Field, Service } from '../../definition/service.ts';
import { explainTexts as texts, protectionTexts } from './explain-texts.ts';
import { effectsOf } from './effects.ts';
import type { Block, Cell } from './page.ts';
import { deadlineRows, routeRows, taskRows } from './rules.ts';
import { stateDiagram } from './state-diagram.ts';
import { recordSightTable, sightTable } from './sight.ts';
import { listed, roleNames } from './words.ts';

/** A service explained to those who answer for it, in their language. */
export interface Explained {
  readonly service: Service;
  /** The keys of each action as they are declared. */
  readonly declared: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly locale: Locale;
  /** What an institution is called; its code where that is not known. */
  readonly institution: (code: string) => string;
}

export const explainService = (explained: Explained): readonly Block[] => {
  const { service, locale, institution } = explained;
  const heading = (text: { readonly [Key in Locale]: string }): Block => ({ heading: text[locale], level: 2 });
  const table = (columns: readonly (keyof typeof texts)[], rows: readonly (readonly Cell[])[]): readonly Block[] =>
    rows.length === 0 ? [] : [{ columns: columns.map((key) => texts[key][locale]), rows }];
  const documents = documentRows(explained);
  const messages = messageRows(explained);
  const deadlines = deadlineRows(explained);
  const tasks = taskRows(explained);
  return [
    { heading: service.texts.title[locale], level: 1 },
    { words: service.texts.summary[locale] },
    {
      words: say(locale, texts.about, {
        owner: institution(service.owner),
        months: say(locale, texts.months, { months: service.keepMonths }),
      }),
    },
    heading(texts.statesAndActions),
    {
      svg: stateDiagram(service, locale),
      file: diagramFile(service, locale),
      alt: say(locale, texts.diagramOf, { title: service.texts.title[locale] }),
    },
    ...table(
      ['action', 'by', 'from', 'to', 'onlyWhen', 'asks', 'effects'],
      [...service.actions.values()].map((action) => actionRow(explained, action)),
    ),
    heading(texts.form),
    ...table(['page', 'question', 'type', 'needed', 'askedWhen', 'protection'], formRows(explained)),
    heading(texts.whoSees),
    recordSightTable(explained),
    sightTable(explained),
    heading(texts.routing),
    ...table(['rule', 'when', 'goesTo'], routeRows(explained)),
    ...(tasks.length > 0 ? [heading(texts.tasks), ...table(['task', 'goesTo', 'by', 'outcomes'], tasks)] : []),
    ...(deadlines.length > 0
      ? [heading(texts.deadlines), ...table(['deadline', 'runsIn', 'within', 'then'], deadlines)]
      : []),
    ...(documents.length > 0
      ? [
          heading(texts.documents),
          ...table(['document', 'states', 'validity', 'issuedBy', 'checkedBy', 'layout'], documents),
        ]
      : []),
    ...(messages.length > 0 ? [heading(texts.messages), ...table(['state', 'message'], messages)] : []),
  ];
};

export const diagramFile = ({ id }: Service, locale: Locale): string => `${id}.${locale}.svg`;

const stateName = ({ service, locale }: Explained, name: string): string =>
  service.states.get(name)?.staffLabel[locale] ?? name;

const actionRow = (explained: Explained, action: Action): readonly Cell[] => {
  const { service, locale } = explained;
  const others = action.otherThan.map((name) => service.actions.get(name)?.label[locale] ?? name);
  const who = [
    ...roleNames(service, action.by, locale),
    ...(action.automatic ? [texts.automatic[locale]] : []),
    ...(others.length > 0 ? [say(locale, texts.otherThan, { actions: listed(others, locale) })] : []),
  ];
  const condition = [action.automatic?.when.source, action.when?.holds.source].filter((each) => each !== undefined);
  return [
    action.label[locale],
    listed(who, locale),
    listed(
      action.from.map((name) => stateName(explained, name)),
      locale,
    ),
    action.to === undefined
      ? texts.stays[locale]
      : action.to === 'previous'
        ? texts.previous[locale]
        : stateName(explained, action.to),
    condition.length > 0 ? { code: condition.join('; ') } : texts.nothing[locale],
    listed(
      action.fields.map(({ label }) => label[locale]),
      locale,
    ) || texts.nothing[locale],
    listed(effectsOf(explained, action), locale) || texts.nothing[locale],
  ];
};

const formRows = ({ service, locale }: Explained): readonly (readonly Cell[])[] =>
  [...service.pages, ...service.laterPages].flatMap(({ title, fields }) =>
    fields.map((field: Field, index) => [
      index === 0 ? title[locale] : '',
      field.label[locale],
      { code: field.type },
      field.required ? texts.yes[locale] : texts.nothing[locale],
      field.show ? { code: field.show.source } : texts.nothing[locale],
      sayProtection({ service, locale }, field),
    ]),
  );

const documentRows = ({ service, locale }: Explained): readonly (readonly Cell[])[] =>
  [...service.documents.values()].map(({ name, title, claims, from, until, checkedBy, layout }) => {
    const label = (field: string) => service.fields.get(field)?.label[locale] ?? field;
    const issuing = [...service.actions.values()].filter(({ issue }) => issue === name);
    return [
      title[locale],
      listed(
        claims.map((claim) => claim.label[locale]),
        locale,
      ),
      from !== undefined && until !== undefined
        ? say(locale, texts.fromTo, { from: label(from), until: label(until) })
        : texts.unlimited[locale],
      listed(
        issuing.map((action) => action.label[locale]),
        locale,
      ),
      listed(roleNames(service, checkedBy, locale), locale) || texts.everybody[locale],
      layout ? { code: layout.file } : texts.platformLayout[locale],
    ];
  });

const messageRows = (explained: Explained): readonly (readonly Cell[])[] =>
  [...explained.service.messages].map(([state, own]) => [
    explained.service.states.get(state)?.label[explained.locale] ?? state,
    own ? { code: own[explained.locale] } : texts.platformWords[explained.locale],
  ]);

const sayProtection = (
  { service, locale }: Pick<Explained, 'service' | 'locale'>,
  { protect, needsConsent }: Field,
): string => {
  const protection = protectionTexts[protect]?.[locale] ?? protect;
  const purpose = needsConsent === undefined ? undefined : service.purposes.get(needsConsent)?.label[locale];
  return purpose === undefined ? protection : say(locale, texts.withConsent, { protection, purpose });
};
