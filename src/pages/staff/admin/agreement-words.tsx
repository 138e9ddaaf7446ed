import type { AgreementRow, AgreementUseRow } from '../../../access/agreement-queries.ts';
import { stateField, standingOf, type AgreementStanding } from '../../../access/agreements.ts';
import { type Locale, say } from '../../../base/texts.ts';
import type { Service } from '../../../definition/service.ts';
import { LongDate, LongDateTime } from '../../ui/date-time.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { Tag, type Tone } from '../../ui/tag.tsx';
import type { Desk } from '../desk.ts';
import { agreementsTexts as texts, standingTexts } from './agreements-texts.ts';

const tones: Readonly<Record<AgreementStanding, Tone>> = {
  proposed: 'warning',
  declined: 'neutral',
  withdrawn: 'neutral',
  coming: 'info',
  standing: 'success',
  over: 'neutral',
  ended: 'neutral',
};

export const AgreementTag = (props: {
  readonly agreement: AgreementRow;
  readonly now: Date;
  readonly locale: Locale;
}) => {
  const standing = standingOf(props.agreement, props.now);
  return <Tag tone={tones[standing]}>{say(props.locale, standingTexts[standing])}</Tag>;
};

/** The declaration that an agreement is about, as it is now. */
export const serviceOf = ({ parts }: Desk, { service }: Pick<AgreementRow, 'service'>): Service | undefined =>
  parts.catalogue.findKnown(service)?.service;

export const sayField = (service: Service | undefined, name: string, locale: Locale): string =>
  name === stateField ? say(locale, texts.state) : (service?.fields.get(name)?.label[locale] ?? name);

export const sayConsent = (service: Service | undefined, needed: string | null, locale: Locale): string =>
  needed === null
    ? say(locale, texts.consentNone)
    : say(locale, texts.consentTo, { purpose: service?.purposes.get(needed)?.label[locale] ?? needed });

interface Props {
  readonly desk: Desk;
  readonly agreement: AgreementRow;
  readonly use: AgreementUseRow | undefined;
  readonly locale: Locale;
  readonly timeZone: string;
}

/** What an agreement says, all of it. */
export const AgreementTerms = ({ desk, agreement, use, locale, timeZone }: Props) => {
  const service = serviceOf(desk, agreement);
  const day = (at: Date) => <LongDate locale={locale} at={at} timeZone={timeZone} />;
  return (
    <SummaryList
      locale={locale}
      rows={[
        { label: say(locale, texts.giver), value: desk.sayInstitution(agreement.giver, locale) },
        { label: say(locale, texts.receiver), value: desk.sayInstitution(agreement.receiver, locale) },
        { label: say(locale, texts.role), value: desk.nameRole(agreement.role, locale, service) },
        { label: say(locale, texts.service), value: service?.texts.title[locale] ?? agreement.service },
        {
          label: say(locale, texts.fields),
          value: (
            <>
              {agreement.fields.map((name) => (
                <span class="line">{sayField(service, name, locale)}</span>
              ))}
            </>
          ),
        },
        { label: say(locale, texts.consent), value: sayConsent(service, agreement.needs_consent, locale) },
        { label: say(locale, texts.purpose), value: agreement.purpose[locale] },
        { label: say(locale, texts.legalBasis), value: <bdi>{agreement.legal_basis}</bdi> },
        { label: say(locale, texts.from), value: day(agreement.valid_from) },
        { label: say(locale, texts.until), value: day(new Date(+agreement.valid_until - 1)) },
        { label: say(locale, texts.use), value: String(use?.records ?? 0) },
        {
          label: say(locale, texts.lastUse),
          value: use ? <LongDateTime locale={locale} at={use.last_at} timeZone={timeZone} /> : say(locale, texts.never),
        },
      ]}
    />
  );
};
