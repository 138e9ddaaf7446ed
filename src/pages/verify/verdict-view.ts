import type { Locale, Text } from '../../base/texts.ts';
import type { ClaimValue } from '../../documents/credential-format.ts';
import type { Evidence, UncheckedReason, Verdict, VerifiedDocument } from '../../documents/verify-credential.ts';
import type { Dictionary, ServiceWords } from './dictionary.ts';
import { verdictTexts as texts } from './verdict-texts.ts';
import { agoWords, atWords, type Clock, fill, momentWords, untilWords } from './verdict-words.ts';

/** A verdict in the reader's words, ready to be shown. What a signature does not vouch for is not in it. */
export interface VerdictView {
  /** `good` is green and means `valid`, nothing else. */
  readonly tone: 'good' | 'wait' | 'bad' | 'unknown';
  readonly word: string;
  /** The hour that matters, when one does. */
  readonly line?: string;
  readonly advice?: string;
  readonly document?: DocumentView;
  /** How old what it was checked against is. */
  readonly evidence: readonly string[];
  readonly clockWarning?: string;
}

export interface DocumentView {
  readonly title: string;
  readonly holder: Fact | undefined;
  readonly facts: readonly Fact[];
}

export interface Fact {
  readonly label: string;
  readonly value: string;
  /** References and the like stand left to right in every language. */
  readonly isCode?: boolean;
}

export interface ViewOptions {
  readonly locale: Locale;
  readonly dictionary: Dictionary;
  readonly now: Date;
  /** What was typed or read, for a better word about what is no document. */
  readonly text: string;
  /** The device's clock is known to be wrong. */
  readonly isClockWrong?: boolean;
}

export const viewOf = (verdict: Verdict, options: ViewOptions): VerdictView => {
  const { locale, dictionary, now } = options;
  const clock: Clock = { locale, timeZone: dictionary.timeZone, now };
  return {
    ...wordsFor(verdict, options.text, clock),
    ...('document' in verdict && { document: documentView(verdict.document, dictionary, clock) }),
    evidence: evidenceWords(verdict, clock),
    ...(options.isClockWrong && { clockWarning: texts.clockAdvice[locale] }),
  };
};

type Words = Pick<VerdictView, 'tone' | 'word' | 'line' | 'advice'>;

const wordsFor = (verdict: Verdict, text: string, clock: Clock): Words => {
  const { locale } = clock;
  const words = (tone: VerdictView['tone'], word: Text, advice?: Text, line?: string): Words => ({
    tone,
    word: word[locale],
    ...(advice && { advice: advice[locale] }),
    ...(line && { line }),
  });
  switch (verdict.verdict) {
    case 'valid':
      return words('good', texts.valid, undefined, untilWords(verdict.document.expires, clock));
    case 'expired': {
      const at = atWords(verdict.document.expires, clock);
      return words('wait', texts.expired, texts.expiredAdvice, fill(locale, texts.expiredAt, { at }));
    }
    case 'not-yet-valid': {
      const at = atWords(startOf(verdict.document), clock);
      return words('wait', texts.notYet, texts.notYetAdvice, fill(locale, texts.startsAt, { at }));
    }
    case 'revoked':
      return verdict.status === 2
        ? words('bad', texts.suspended, texts.suspendedAdvice)
        : words('bad', texts.revoked, texts.revokedAdvice);
    case 'unchecked-revocation':
      return words('unknown', texts.unchecked, uncheckedAdvice[verdict.reason]);
    case 'key-not-valid':
      return words('bad', texts.keyNotValid, texts.keyNotValidAdvice);
    case 'unknown-key':
      return words('unknown', texts.unknownKey, texts.unknownKeyAdvice);
    case 'tampered':
      return words('bad', texts.tampered, texts.tamperedAdvice);
    case 'not-a-document':
      if (isLikeReference(text)) return words('unknown', texts.referenceOnly, texts.referenceAdvice);
      return verdict.reason === 'foreign'
        ? words('unknown', texts.foreign, texts.foreignAdvice)
        : words('unknown', texts.unreadable, texts.unreadableAdvice);
  }
};

const uncheckedAdvice: Readonly<Record<UncheckedReason, Text>> = {
  'no-list': texts.noListAdvice,
  'list-too-old': texts.oldListAdvice,
  'keys-too-old': texts.oldKeysAdvice,
  'no-reference': texts.noReferenceAdvice,
};

/** Such as MP-7K3F9Q: what stands in clear on the paper. */
const isLikeReference = (text: string): boolean => /^[A-Z]{1,6}(-[A-Z\d]{2,12}){1,4}$/.test(text.trim().toUpperCase());

const startOf = ({ notBefore, issuedAt }: VerifiedDocument): Date => notBefore ?? issuedAt;

const documentView = (document: VerifiedDocument, { services, issuers }: Dictionary, clock: Clock): DocumentView => {
  const { locale } = clock;
  const words = ownValue(services, document.service);
  const claim = (name: string, value: ClaimValue): Fact => {
    const known = words && ownValue(words.claims, name);
    return { label: known?.label[locale] ?? name, value: inWords(value, known?.options, locale) };
  };
  const holder = words && document.claims[words.holder];
  return {
    title: titleOf(document, words, locale),
    holder: words && holder !== undefined ? claim(words.holder, holder) : undefined,
    facts: [
      { label: texts.validFrom[locale], value: momentWords(startOf(document), clock) },
      { label: texts.validUntil[locale], value: momentWords(document.expires, clock) },
      ...Object.entries(document.claims).flatMap(([name, value]) =>
        name === words?.holder ? [] : [claim(name, value)],
      ),
      ...(words ? [{ label: texts.service[locale], value: words.title[locale] }] : []),
      { label: texts.reference[locale], value: document.reference, isCode: true },
      {
        label: texts.issued[locale],
        value: `${momentWords(document.issuedAt, clock)} · ${ownValue(issuers, document.issuer)?.[locale] ?? document.issuer}`,
      },
    ],
  };
};

const ownValue = <Value>(values: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.prototype.hasOwnProperty.call(values, name) ? values[name] : undefined;

const titleOf = ({ kind, service }: VerifiedDocument, words: ServiceWords | undefined, locale: Locale): string =>
  (words && (ownValue(words.documents, kind) ?? words.title)[locale]) ?? `${service}: ${kind}`;

const inWords = (value: ClaimValue, options: readonly Text[] | undefined, locale: Locale): string => {
  if (value === null) return '–';
  if (typeof value === 'object')
    return Object.values(value)
      .map((item) => inWords(item as ClaimValue, options, locale))
      .join(' · ');
  return options?.find((option) => Object.values(option).includes(String(value)))?.[locale] ?? String(value);
};

const evidenceWords = (verdict: Verdict, clock: Clock): readonly string[] => {
  const { locale, now } = clock;
  const keys = (fetchedAt: Date): string => fill(locale, texts.keysAge, { ago: agoWords(fetchedAt, clock) });
  const list = ({ listIssuedAt }: Evidence): string =>
    listIssuedAt ? fill(locale, texts.listAge, { ago: agoWords(listIssuedAt, clock) }) : texts.noList[locale];
  const checked = fill(locale, texts.checkedAt, { at: atWords(now, clock) });
  if ('evidence' in verdict) return [list(verdict.evidence), keys(verdict.evidence.keysFetchedAt), checked];
  return verdict.verdict === 'unknown-key' ? [keys(verdict.keysFetchedAt), checked] : [checked];
};
