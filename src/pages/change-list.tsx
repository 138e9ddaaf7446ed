import { type Locale, say, type Text } from '../base/texts.ts';
import type { Service } from '../definition/service.ts';
import type { Answer } from '../form/fields/field-type.ts';
import type { Change } from '../record/changes.ts';
import { pageOf } from './fields/all.ts';
import type { FieldTools } from './fields/field-page.ts';
import { Icon } from './ui/icon.tsx';

const texts = {
  before: { ar: 'قبل:', fr: 'Avant :', en: 'Before:' },
  after: { ar: 'بعد:', fr: 'Après :', en: 'After:' },
  nothing: { ar: 'بلا جواب', fr: 'sans réponse', en: 'no answer' },
  meanwhile: {
    ar: 'تغيّر منذ تقديم الاقتراح. كان: {before}',
    fr: 'A changé depuis la proposition. C’était : {before}',
    en: 'Has changed since it was proposed. It was: {before}',
  },
} as const satisfies Record<string, Text>;

interface ChangeListProps {
  readonly service: Service;
  readonly changes: readonly Change[];
  readonly tools: FieldTools;
  /** What was changed was something else when the change was proposed: the answers of then, for those that differ by now. */
  readonly then?: ReadonlyMap<string, Answer | undefined> | undefined;
}

/** What changes, answer by answer: before and after, told apart by more than colour. */
export const ChangeList = ({ service, changes, tools, then }: ChangeListProps) => (
  <dl class="changes">
    {changes.map(({ field, before, after }) => (
      <div>
        <dt>{service.fields.get(field)?.label[tools.locale] ?? field}</dt>
        <dd>
          <del>
            <span class="ds-sr-only">{say(tools.locale, texts.before)} </span>
            {sayAnswer(service, field, before, tools)}
          </del>
        </dd>
        <dd>
          <ins>
            <span class="ds-sr-only">{say(tools.locale, texts.after)} </span>
            {sayAnswer(service, field, after, tools)}
          </ins>
        </dd>
        {then?.has(field) && (
          <dd class="meanwhile">
            <Icon name="warning" />
            <span>
              {meanwhile(tools.locale)[0]}
              {sayAnswer(service, field, then.get(field), tools)}
              {meanwhile(tools.locale)[1]}
            </span>
          </dd>
        )}
      </div>
    ))}
  </dl>
);

const sayAnswer = (service: Service, name: string, answer: Answer | undefined, tools: FieldTools) => {
  const field = service.fields.get(name);
  return field && answer !== undefined ? (
    <bdi>{pageOf(field).show(answer, field, tools)}</bdi>
  ) : (
    <i>{say(tools.locale, texts.nothing)}</i>
  );
};

/** The words around the earlier answer, which may hold more than text. */
const meanwhile = (locale: Locale): readonly string[] =>
  say(locale, texts.meanwhile, { before: '\u0000' }).split('\u0000');
