import { intlLocale, say } from '../../base/texts.ts';
import type { Service } from '../../definition/service.ts';
import type { Deadline } from '../../definition/nouns/deadlines.ts';
import { explainTexts as texts } from './explain-texts.ts';
import type { Explained } from './explain-service.ts';
import type { Cell } from './page.ts';
import { listed, roleNames } from './words.ts';

export const routeRows = (explained: Explained): readonly (readonly Cell[])[] =>
  explained.service.routes.map(({ to, when }, index) => [
    String(index + 1),
    when ? { code: when.source } : texts.always[explained.locale],
    sayTarget(explained, to),
  ]);

const sayTarget = ({ service, locale, institution }: Explained, to: Service['routes'][number]['to']): string => {
  if ('institution' in to) return institution(to.institution);
  if (!('of' in to)) return texts.entered[locale];
  const field = service.fields.get(to.of)?.label[locale] ?? to.of;
  return 'type' in to
    ? say(locale, texts.ofTypeCovering, { type: to.type, field })
    : say(locale, texts.thatIs, { field });
};

export const taskRows = (explained: Explained): readonly (readonly Cell[])[] => {
  const { service, locale } = explained;
  return [...service.tasks.values()].map(({ name, label, to, outcomes }) => [
    label[locale],
    to.map((rule) => sayTarget(explained, rule.to) + (rule.when ? ` (${rule.when.source})` : '')).join('; '),
    listed(roleNames(service, service.actions.get(name)?.by ?? [], locale), locale),
    listed(
      [...outcomes.values()].map((outcome) => outcome[locale]),
      locale,
    ),
  ]);
};

type Length = Deadline['within'];

/** "2 hours", "3 working days", in a language. */
const sayLength = ({ unit, n }: Length, { locale }: Explained): string => {
  if (unit === 'working-days') return say(locale, texts.workingDays, { count: n });
  if (unit === 'working-time') return say(locale, texts.workingHours, { count: n / 3_600_000 });
  const minutes = n / 60_000;
  const [count, what] =
    minutes % 1_440 === 0
      ? [minutes / 1_440, 'day']
      : minutes % 60 === 0
        ? [minutes / 60, 'hour']
        : [minutes, 'minute'];
  return new Intl.NumberFormat(intlLocale[locale], { style: 'unit', unit: what, unitDisplay: 'long' }).format(count);
};

export const deadlineRows = (explained: Explained): readonly (readonly Cell[])[] => {
  const { service, locale } = explained;
  return service.deadlines.map((deadline) => {
    const after = [
      ...(deadline.escalate.length > 0
        ? [say(locale, texts.calls, { roles: listed(roleNames(service, deadline.escalate, locale), locale) })]
        : []),
      ...(deadline.toAbove ? [texts.above[locale]] : []),
      ...(deadline.next === undefined
        ? []
        : [say(locale, texts.startsThen, { next: nameOf(service.deadlines, deadline.next, locale) })]),
    ];
    const reminders = deadline.remind.map((before) =>
      say(locale, texts.reminder, { before: sayLength(before, explained) }),
    );
    return [
      nameOf(service.deadlines, deadline.name, locale),
      listed(
        [...deadline.in].map((state) => service.states.get(state)?.staffLabel[locale] ?? state),
        locale,
      ),
      listed([sayLength(deadline.within, explained), ...reminders], locale),
      listed(after, locale),
    ];
  });
};

const nameOf = (all: readonly Deadline[], name: string, locale: Explained['locale']): string =>
  all.find((deadline) => deadline.name === name)?.label?.[locale] ?? name;
