import type { Text } from '../../base/texts.ts';
import type { Service } from '../../definition/service.ts';
import type { Country } from '../../territory/country.ts';

/**
 * The words that a checked document needs around it, in every language, so that a phone without connection can say what
 * kind of document it is and what its claims are called. Served as `/verify/dictionary.json`.
 */
export interface Dictionary {
  /** The country's, in which hours are said. */
  readonly timeZone: string;
  /** Who signs, by the name in the document. */
  readonly issuers: Readonly<Record<string, Text>>;
  readonly services: Readonly<Record<string, ServiceWords>>;
}

export interface ServiceWords {
  readonly title: Text;
  /** Which claim names the person. */
  readonly holder: string;
  /** Kind of document → its title. */
  readonly documents: Readonly<Record<string, Text>>;
  readonly claims: Readonly<Record<string, ClaimWords>>;
}

export interface ClaimWords {
  readonly label: Text;
  /** A choice is written in the applicant's language; from these it is known in the reader's. */
  readonly options?: readonly Text[];
}

/** @param versions every declaration under which a document may have been issued, the oldest first: later words count. */
export const dictionaryOf = (
  versions: readonly { readonly service: Service }[],
  { code, name, timeZone }: Pick<Country, 'code' | 'name' | 'timeZone'>,
): Dictionary => {
  const services: Record<string, ServiceWords> = {};
  for (const { service } of versions) {
    if (service.documents.size === 0) continue;
    const before = services[service.id];
    const words = wordsOf(service);
    services[service.id] = before ? merge(before, words) : words;
  }
  return { timeZone, issuers: { [code]: name }, services };
};

const merge = (before: ServiceWords, now: ServiceWords): ServiceWords => ({
  ...now,
  documents: { ...before.documents, ...now.documents },
  claims: {
    ...before.claims,
    ...Object.fromEntries(
      Object.entries(now.claims).map(([claim, words]) => {
        const options = [...(words.options ?? []), ...(before.claims[claim]?.options ?? [])];
        return [claim, { ...words, ...(options.length > 0 && { options: distinct(options) }) }];
      }),
    ),
  },
});

const distinct = (texts: readonly Text[]): readonly Text[] => [
  ...new Map(texts.map((text) => [JSON.stringify(text), text])).values(),
];

const wordsOf = (service: Service): ServiceWords => {
  const kinds = [...service.documents.values()];
  return {
    title: service.texts.title,
    holder: service.applicant.name ?? '',
    documents: Object.fromEntries(kinds.map(({ name, title }) => [name, title])),
    claims: Object.fromEntries(
      kinds
        .flatMap(({ claims }) => claims)
        .map((field) => [
          field.name,
          field.type === 'choice'
            ? { label: field.label, options: [...field.options.values()] }
            : { label: field.label },
        ]),
    ),
  };
};
