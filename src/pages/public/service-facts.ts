import { intlLocale, type Locale, say, type Text } from '../../base/texts.ts';
import { getState, type Service } from '../../definition/service.ts';
import type { Span } from '../../territory/calendar.ts';
import type { Deadline } from '../../definition/nouns/deadlines.ts';
import { saySpan } from '../duration-texts.ts';

const texts = {
  atOnce: { ar: 'فورًا', fr: 'Aussitôt', en: 'At once' },
  atOnceOrWithin: {
    ar: 'فورًا إذا سمحت القاعدة بذلك، وإلا فخلال {duration}',
    fr: 'Aussitôt si la règle le permet, sinon en {duration} au plus',
    en: 'At once when the rule allows it, otherwise within {duration}',
  },
  within: { ar: 'خلال {duration}', fr: 'En {duration} au plus', en: 'Within {duration}' },
  inCase: {
    ar: '{promise}؛ {cases}',
    fr: '{promise} ; {cases}',
    en: '{promise}; {cases}',
  },
  oneCase: {
    ar: '{label}: خلال {duration}',
    fr: '{label} : en {duration} au plus',
    en: '{label}: within {duration}',
  },
  noDeadline: { ar: 'لا مهلة محددة', fr: 'Pas de délai fixé', en: 'No fixed time' },
  nextAtOnce: {
    ar: 'إذا انطبقت على طلبك قاعدة الموافقة الفورية ظهر الجواب حالًا.',
    fr: 'Si la règle d’accord immédiat s’applique à votre demande, la réponse s’affiche aussitôt.',
    en: 'If the rule for approval at once applies to your request, the answer appears immediately.',
  },
  nextWithin: {
    ar: 'ينظر موظف في طلبك ويجيبك خلال {duration}.',
    fr: 'Un agent examine votre demande et répond en {duration} au plus.',
    en: 'An officer looks at your request and answers within {duration}.',
  },
  nextOtherwise: {
    ar: 'وإلا نظر فيه موظف وأجابك خلال {duration}.',
    fr: 'Sinon, un agent l’examine et répond en {duration} au plus.',
    en: 'If not, an officer looks at it and answers within {duration}.',
  },
  nextSomeTime: {
    ar: 'ينظر موظف في طلبك ثم يجيبك.',
    fr: 'Un agent examine votre demande puis vous répond.',
    en: 'An officer looks at your request and answers you.',
  },
  free: { ar: 'مجانًا', fr: 'Gratuit', en: 'Free' },
} as const satisfies Record<string, Text>;

/** How a service says that it answers, derived from what it declares and from nothing else. */
export interface Promised {
  /** A rule may grant the request as soon as it is sent. */
  readonly mayBeAtOnce: boolean;
  /** Within how long somebody has to have decided. */
  readonly within: Span | undefined;
  /** Other times in certain cases, which the service has words for. */
  readonly cases: readonly { readonly label: Text; readonly within: Span }[];
}

/** The deadlines of which one starts as a request comes in: that of all cases last, if there is one. */
const firstDeadlines = ({ deadlines, initialState }: Service): readonly Deadline[] => {
  const starting = deadlines.filter((deadline) => deadline.startsByState && deadline.in.has(initialState));
  const always = starting.findIndex(({ when }) => !when);
  return always < 0 ? starting : starting.slice(0, always + 1);
};

export const promisedBy = (service: Service): Promised => ({
  mayBeAtOnce: [...service.actions.values()].some(
    ({ automatic, from, to }) =>
      automatic &&
      from.includes(service.initialState) &&
      to !== undefined &&
      service.states.has(to) &&
      getState(service, to).meaning === 'granted',
  ),
  within: firstDeadlines(service).find(({ when }) => !when)?.within,
  cases: firstDeadlines(service).flatMap(({ when, label, within }) => (when && label ? [{ label, within }] : [])),
});

export const sayHowLong = (service: Service, locale: Locale): string => {
  const { mayBeAtOnce, within, cases } = promisedBy(service);
  const promise = within
    ? say(locale, mayBeAtOnce ? texts.atOnceOrWithin : texts.within, { duration: saySpan(within, locale) })
    : say(locale, mayBeAtOnce ? texts.atOnce : texts.noDeadline);
  if (cases.length === 0) return promise;
  const sayCase = ({ label, within: span }: Promised['cases'][number]) =>
    say(locale, texts.oneCase, { label: label[locale], duration: saySpan(span, locale) });
  return say(locale, texts.inCase, { promise, cases: cases.map(sayCase).join(locale === 'ar' ? '؛ ' : '; ') });
};

/** What will become of a request that is about to be sent. */
export const sayWhatHappens = (service: Service, locale: Locale): string => {
  const { mayBeAtOnce, within } = promisedBy(service);
  const duration = within === undefined ? '' : saySpan(within, locale);
  if (!mayBeAtOnce) return say(locale, within === undefined ? texts.nextSomeTime : texts.nextWithin, { duration });
  return [texts.nextAtOnce, ...(within === undefined ? [] : [texts.nextOtherwise])]
    .map((text) => say(locale, text, { duration }))
    .join(' ');
};

/** The fee in the country's currency; undefined where the service declares none. */
export const sayFee = ({ fee }: Service, currency: string, locale: Locale): string | undefined => {
  if (fee === undefined) return undefined;
  if (fee === 0) return say(locale, texts.free);
  return new Intl.NumberFormat(intlLocale[locale], { style: 'currency', currency, minimumFractionDigits: 0 }).format(
    fee,
  );
};
