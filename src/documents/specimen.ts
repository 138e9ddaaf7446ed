import { type Locale, locales, type Text } from '../base/texts.ts';
import type { DocumentKind } from '../definition/nouns/documents.ts';
import type { Field, Service } from '../definition/service.ts';
import { readSamples, submissionsOf, storyData } from '../definition/stories.ts';
import { behaviourOf } from '../form/fields/all.ts';
import type { Answers } from '../form/fields/field-type.ts';
import { validate } from '../form/validate.ts';
import type { World } from '../form/world.ts';
import type { PrintedDocument } from './printed-document.ts';

/** As long as what a document's code holds usually, and no document: it is never taken for one. */
const noCredential = `DWN1:${'SPECIMEN '.repeat(40)}`;
const month = 30 * 86_400_000;

/** A document as it would look, that proves nothing and says so. */
export const specimenOf = (
  service: Service,
  kind: DocumentKind,
  { locale, institution, now }: { readonly locale: Locale; readonly institution: Text; readonly now: Date },
  claims: (field: Field) => Text | undefined,
): PrintedDocument => ({
  locale,
  institution,
  title: kind.title,
  statement: kind.statement,
  layout: kind.layout,
  names: kind.claims.map(({ name }) => name),
  claims: kind.claims.flatMap((field) => {
    const value = claims(field);
    return value === undefined ? [] : [{ name: field.name, label: field.label, value }];
  }),
  reference: `${service.referencePrefix}-0000-0000`,
  issuedAt: now,
  from: now,
  until: new Date(+now + month),
  credential: noCredential,
  isSpecimen: true,
});

/** Claims as these answers give them. */
export const claimsFrom =
  (answers: Answers, world: World) =>
  (field: Field): Text | undefined => {
    const answer = answers[field.name];
    if (answer === undefined) return undefined;
    const said = locales.map((locale) => [locale, behaviourOf(field).say(answer, field, locale, world)]);
    return Object.fromEntries(said) as Record<Locale, string>;
  };

/** Every claim answered by the name of its question. */
export const claimsByLabel = ({ label }: Field): Text => label;

/** Only those claims that every record has. */
export const claimsNeeded = (field: Field): Text | undefined =>
  field.required && !field.show ? field.label : undefined;

/** The answers of that sample among `samples.yaml` which answers most of the claims, as if it was sent now. */
export const sampleAnswers = (
  service: Service,
  kind: DocumentKind,
  samples: string | undefined,
  world: World,
): Answers | undefined => {
  const claimed = (answers: Answers) => kind.claims.filter(({ name }) => answers[name] !== undefined).length;
  const stories = readSamples(samples, service).stories.flatMap((sample) => submissionsOf(service, sample));
  const given = stories.map(
    (data) =>
      validate(
        service.fields.values(),
        storyData(data, world.now, world.timeZone, () => undefined),
        world,
      ).answers,
  );
  return given.toSorted((one, other) => claimed(other) - claimed(one))[0];
};
