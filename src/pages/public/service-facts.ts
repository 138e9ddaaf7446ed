import { intlLocale, type Locale, say, type Text } from '../../base/texts.ts';
import { getState, type Service } from '../../definition/service.ts';
import { sayDuration } from './duration-texts.ts';

const texts = {
  atOnce: { ar: 'فورًا', fr: 'Aussitôt', en: 'At once' },
  atOnceOrWithin: {
    ar: 'فورًا إذا سمحت القاعدة بذلك، وإلا فخلال {duration}',
    fr: 'Aussitôt si la règle le permet, sinon en {duration} au plus',
    en: 'At once when the rule allows it, otherwise within {duration}',
  },
  within: { ar: 'خلال {duration}', fr: 'En {duration} au plus', en: 'Within {duration}' },
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
  /** Milliseconds within which somebody has to have decided. */
  readonly within: number | undefined;
}

export const promisedBy = (service: Service): Promised => ({
  mayBeAtOnce: [...service.actions.values()].some(
    ({ automatic, from, to }) =>
      automatic &&
      from.includes(service.initialState) &&
      to !== undefined &&
      service.states.has(to) &&
      getState(service, to).meaning === 'granted',
  ),
  within: service.deadlines.find((deadline) => deadline.in.has(service.initialState))?.milliseconds,
});

export const sayHowLong = (service: Service, locale: Locale): string => {
  const { mayBeAtOnce, within } = promisedBy(service);
  if (within === undefined) return say(locale, mayBeAtOnce ? texts.atOnce : texts.noDeadline);
  return say(locale, mayBeAtOnce ? texts.atOnceOrWithin : texts.within, { duration: sayDuration(within, locale) });
};

/** What will become of a request that is about to be sent. */
export const sayWhatHappens = (service: Service, locale: Locale): string => {
  const { mayBeAtOnce, within } = promisedBy(service);
  const duration = within === undefined ? '' : sayDuration(within, locale);
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
