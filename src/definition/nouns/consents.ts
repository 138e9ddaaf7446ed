import type { Text } from '../../base/texts.ts';
import type { CompileContext } from '../compile-context.ts';
import type { FieldSource } from '../fields/field-type.ts';
import type { Noun } from '../noun.ts';
import type { Field, FieldOf, Service } from '../service.ts';
import type { ServiceSource } from '../service-schema.ts';
import { suggest } from '../suggest.ts';
import type { Path } from '../yaml-source.ts';
import type { FormSource } from './form.ts';

/** What a person may agree to for the sake of others than the institution that deals with the request. */
export interface Purpose {
  readonly name: string;
  /** Its name in a sentence, such as “research at universities”. */
  readonly label: Text;
  /** The question by which it is agreed to, and whose wording that is. */
  readonly field: FieldOf<'consent'>;
}

export interface ConsentsPart {
  /** What is agreed to freely and can be withdrawn, by name. */
  readonly purposes: ReadonlyMap<string, Purpose>;
}

/** Consents that are given for a purpose and can be withdrawn, and the answers that others read only while one stands. */
export const consents: Noun<never, ConsentsPart> = {
  compile: (context, _source, soFar, whole) => {
    const purposes = new Map<string, Purpose>();
    for (const { field, path } of placesOf(soFar, whole)) {
      if (field.type !== 'consent' || field.purpose === undefined) continue;
      const { purpose: name } = field;
      const other = purposes.get(name);
      if (other)
        context.fault(
          [...path, 'purpose'],
          `"${other.field.name}" asks for the consent to "${name}" already: ask once`,
        );
      else purposes.set(name, { name, label: context.text(`purposes.${name}`), field });
    }
    for (const { field, path } of placesOf(soFar, whole)) judgeNeed(context, field, path, purposes);
    for (const { name, claims } of soFar.documents.values()) {
      const held = claims.find(({ needsConsent }) => needsConsent !== undefined);
      if (held !== undefined)
        context.fault(
          ['documents', name, 'claims'],
          `"${held.name}" is read with the person's consent and cannot stand in a document that anyone may scan: take out the claim or "needs_consent"`,
        );
    }
    return { purposes };
  },
  compileAction: (context, source, path) => {
    (source.fields ?? []).forEach((field, index) => refuseInAction(context, field, [...path, 'fields', index]));
    return { own: {} };
  },
};

/** The fields of the form, each with where it is declared. */
const placesOf = ({ fields }: Service, { form }: ServiceSource): readonly { field: Field; path: Path }[] =>
  (form as FormSource).flatMap((page, at) =>
    page.fields.flatMap(({ name }, index) => {
      const field = fields.get(name);
      return field ? [{ field, path: ['form', at, 'fields', index] }] : [];
    }),
  );

const judgeNeed = (
  context: CompileContext,
  { name, needsConsent: needed, protect }: Field,
  path: Path,
  purposes: ReadonlyMap<string, Purpose>,
): void => {
  if (needed === undefined) return;
  const at = [...path, 'needs_consent'];
  const purpose = purposes.get(needed);
  if (!purpose)
    context.fault(
      at,
      `nobody is asked to consent to "${needed}"${suggest(needed, purposes.keys())}; add { name: …, type: consent, purpose: ${needed} } to the form`,
    );
  if (purpose?.field.name === name)
    context.fault(at, 'whether somebody consents does not depend on the consent itself');
  if (protect === 'public')
    context.fault(at, 'a public answer is read by everybody: take out "needs_consent", or "protect: public"');
};

const refuseInAction = (context: CompileContext, { needs_consent: needed, purpose }: FieldSource, path: Path): void => {
  if (needed !== undefined)
    context.fault([...path, 'needs_consent'], 'it holds for answers of the form: ask for this in the form');
  if (purpose !== undefined)
    context.fault([...path, 'purpose'], 'a consent that can be withdrawn is asked for in the form: move it there');
};
