import type { ComponentChildren } from 'preact';
import { stateField } from '../../access/agreements.ts';
import { type Locale, say } from '../../base/texts.ts';
import type { Purpose } from '../../definition/nouns/consents.ts';
import type { Field, Service } from '../../definition/service.ts';
import { formWords } from '../../form/form-texts.ts';
import { shownFields } from '../../form/validate.ts';
import type { RecordEvent } from '../../record/events.ts';
import { lacksConsent } from '../../record/field-access.ts';
import { consentSteps, standingConsents } from '../../record/nouns/consents.ts';
import { Lines } from '../fields/text.tsx';
import type { PageNoun } from '../noun.ts';
import { consentPath } from '../public/track-paths.ts';
import type { RecordView } from '../public/record-view.ts';
import type { OpenedRecord } from '../record-access.ts';
import { enumerate } from '../staff/record-data.ts';
import { Alert } from '../ui/alert.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { LongDate, LongDateTime } from '../ui/date-time.tsx';
import { Details } from '../ui/details.tsx';
import type { Moment } from '../ui/timeline.tsx';
import { Tag } from '../ui/tag.tsx';
import { consentsTexts as texts } from './consents-texts.ts';

/** The answers that others read only while this consent stands. */
export const fieldsNeeding = ({ fields }: Pick<Service, 'fields'>, purpose: string): readonly Field[] =>
  [...fields.values()].filter(({ needsConsent }) => needsConsent === purpose);

type Told = Pick<RecordView, 'service' | 'record' | 'events' | 'tools'>;

/** A purpose with how the person stands to it. */
export interface PurposeStanding {
  readonly purpose: Purpose;
  readonly stands: boolean;
  /** When it was given or taken back the last time; undefined: never. */
  readonly since: Date | undefined;
}

/** The purposes that this person is asked about: the question is asked, or was answered once. */
export const purposesOf = ({ service, record, events, tools: { world } }: Told): readonly PurposeStanding[] => {
  if (service.purposes.size === 0) return [];
  const shown = new Set(shownFields(service.fields.values(), record.answers, world.now));
  const standing = standingConsents(service, record.answers);
  const steps = consentSteps(events);
  return [...service.purposes.values()].flatMap((purpose) => {
    const last = steps.find((step) => step.purpose === purpose.name);
    if (!last && !shown.has(purpose.field)) return [];
    return [{ purpose, stands: standing.has(purpose.name), since: last?.at }];
  });
};

/** Why answers are missing that the person could open to this reader by consenting. */
export const withheldFrom = ({ service, whole, reader }: Pick<OpenedRecord, 'service' | 'whole' | 'reader'>) =>
  [...service.purposes.values()].flatMap((purpose) => {
    const fields = fieldsNeeding(service, purpose.name).filter(
      (field) => lacksConsent(field, reader) && whole.record.answers[field.name] !== undefined,
    );
    return fields.length > 0 ? [{ purpose, fields }] : [];
  });

/** A step about consents in a history. */
export const momentOfConsent = (
  service: Service,
  event: RecordEvent & { readonly kind: 'consent-changed' },
  locale: Locale,
): Omit<Moment, 'byline'> => ({
  title: sayStep(service, event, locale).join(' '),
  icon: 'shield',
  tone: event.facts.consents.every(({ given }) => given) ? 'info' : 'neutral',
});

const sayStep = (service: Service, event: RecordEvent, locale: Locale): readonly string[] =>
  consentSteps([event]).map(({ purpose, given }) =>
    say(locale, given ? texts.stepGiven : texts.stepWithdrawn, {
      purpose: service.purposes.get(purpose)?.label[locale] ?? purpose,
    }),
  );

const sayText = (event: RecordEvent, locale: Locale): readonly ComponentChildren[] =>
  consentSteps([event]).map(({ language, wording }) => (
    <span class="quiet">
      {say(locale, texts.stepText, { language: formWords[language][locale], wording: wording.slice(0, 12) })}
    </span>
  ));

export const consents: PageNoun = {
  staffPart: (_desk, opened) => {
    const { locale } = opened.tools;
    const withheld = withheldFrom(opened);
    return withheld.length === 0 ? undefined : (
      <Alert tone="info">
        {withheld.map(({ purpose, fields }) => (
          <p>
            {say(locale, texts.withheld, {
              purpose: purpose.label[locale],
              questions: enumerate(
                fields.map(({ label }) => label[locale]),
                locale,
                'conjunction',
              ),
            })}
          </p>
        ))}
      </Alert>
    );
  },
  staffStep: (_desk, { service, tools: { locale } }, event) =>
    event.kind === 'consent-changed' ? sayText(event, locale) : sayStep(service, event, locale),
  applicantStep: ({ service, tools: { locale } }, event) =>
    event.kind === 'consent-changed' ? [] : sayStep(service, event, locale),
  staffCard: (_desk, opened) => {
    const { locale } = opened.tools;
    const all = purposesOf(opened);
    return all.length === 0 ? undefined : (
      <Card title={say(locale, texts.card)}>
        <ul class="plain-list">
          {all.map(({ purpose, stands }) => (
            <li>
              {purpose.label[locale]} <StandingTag stands={stands} locale={locale} words={texts.state} />
            </li>
          ))}
        </ul>
      </Card>
    );
  },
  applicantPart: (view) => {
    const { locale, world } = view.tools;
    const all = purposesOf(view);
    const consented =
      all.length === 0 ? undefined : (
        <Card title={say(locale, texts.title)}>
          <p>{say(locale, texts.intro)}</p>
          {all.map(({ purpose, stands, since }) => (
            <section class="card-part">
              <h3>{purpose.label[locale]}</h3>
              <p>
                <Tag tone={stands ? 'success' : 'neutral'}>{say(locale, stands ? texts.given : texts.notGiven)}</Tag>{' '}
                {since && <LongDateTime locale={locale} at={since} timeZone={world.timeZone} />}
              </p>
              <Details summary={say(locale, stands ? texts.agreedTo : texts.textNow)}>
                <Lines>{purpose.field.wording[locale]}</Lines>
              </Details>
              <p>
                <ButtonLink href={consentPath(view.reference, purpose.name)} look="secondary">
                  {say(locale, stands ? texts.withdraw : texts.give)}
                </ButtonLink>
              </p>
            </section>
          ))}
        </Card>
      );
    return (
      <>
        {consented}
        {sharedWith(view)}
      </>
    );
  },
  json: (opened, _locale, { world }) => {
    const { service, record, events, whole } = opened;
    if (service.purposes.size === 0) return {};
    const standing = standingConsents(service, whole.record.answers);
    const steps = consentSteps(events);
    const withheld = withheldFrom(opened);
    return {
      consents: [...service.purposes.values()].map(({ name, field }) => ({
        purpose: name,
        given: standing.has(name),
        since: steps.find(({ purpose }) => purpose === name)?.at.toISOString() ?? null,
        ...(opened.candidate.kind === 'applicant' && {
          wording: field.digests,
          asked: shownFields(service.fields.values(), record.answers, world.now).includes(field),
        }),
      })),
      ...(withheld.length > 0 && {
        withheld: withheld.flatMap(({ purpose, fields }) =>
          fields.map(({ name }) => ({ field: name, code: 'consent-missing', consent: purpose.name })),
        ),
      }),
    };
  },
};

/** With whom something of the request is shared, what, what for and how long: every agreement in force. */
const sharedWith = ({ service, record, agreements, tools: { locale, territory, world } }: RecordView) => {
  const standing = standingConsents(service, record.answers);
  return agreements.length === 0 ? undefined : (
    <Card title={say(locale, texts.sharedTitle)}>
      <p>{say(locale, texts.sharedIntro)}</p>
      {agreements.map(
        ({ receiver, purpose, fields, legal_basis: basis, valid_until: until, needs_consent: needed }) => (
          <section class="card-part">
            <h3>{territory.findInstitution(receiver)?.name[locale] ?? receiver}</h3>
            <p>{purpose[locale]}</p>
            {needed !== null && !standing.has(needed) ? (
              <p>
                <Tag tone="neutral">{say(locale, texts.sharedNot)}</Tag>
              </p>
            ) : (
              <Details summary={say(locale, texts.sharedWhat)}>
                <p>
                  {enumerate(
                    fields.map((name) =>
                      name === stateField
                        ? say(locale, texts.fieldState)
                        : (service.fields.get(name)?.label[locale] ?? name),
                    ),
                    locale,
                    'conjunction',
                  )}
                </p>
                <p>
                  <bdi>{basis}</bdi>
                </p>
                <p>
                  {say(locale, texts.sharedUntil)}{' '}
                  <LongDate locale={locale} at={new Date(+until - 1)} timeZone={world.timeZone} />
                </p>
              </Details>
            )}
          </section>
        ),
      )}
    </Card>
  );
};

const StandingTag = (props: {
  readonly stands: boolean;
  readonly locale: Locale;
  readonly words: (typeof texts)['state'];
}) => (
  <Tag tone={props.stands ? 'success' : 'neutral'}>
    {say(props.locale, props.words, { given: String(props.stands) })}
  </Tag>
);
