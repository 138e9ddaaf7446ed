import { type Static, type TProperties, Type } from 'typebox';
import type { Text } from '../../base/texts.ts';
import type { FindService } from '../cross-check.ts';
import type { CelScalar, CelType, Expression } from '../expressions.ts';
import type { Fault } from '../fault.ts';
import { prefills } from '../prefill.ts';
import type { Field, Service } from '../service.ts';
import { takenFromSchema } from './taken-from.ts';
import type { Path } from '../yaml-source.ts';

/** Where a field is declared, and what its type's compiler works with there. Keys and paths are relative to the field. */
export interface FieldPlace {
  readonly fault: (path: Path, message: string) => void;
  /** Faults in another file of the service. */
  readonly faultIn: (fault: Fault) => void;
  /** Judges something once the other services of the program are known; the path is that within the declaration. */
  readonly among: (path: Path, judge: (find: FindService, own: Service, path: Path) => string | undefined) => void;
  readonly text: (key: string) => Text;
  readonly optionalText: (key: string) => Text | undefined;
  /** Compiles an expression that may look at the answers before this one. */
  readonly expression: (path: Path, source: string, type: CelScalar) => Expression;
  /** The fields that are asked before this one, by name. */
  readonly before: ReadonlyMap<string, Field>;
  /** Compiles the fields of a group inside this one; they may look at the answers before it. */
  readonly fields: (sources: readonly FieldSource[], path: Path) => readonly Field[];
  /** The service's other files, such as lists of options, by name. */
  readonly file: (name: string) => string | undefined;
  /** IANA name of the zone in which days are counted. */
  readonly timeZone: string;
}

/** What each of these declared fields is in an expression; those of unknown types are left out. */
export type CelTypesOf = (fields: readonly FieldSource[]) => Readonly<Record<string, CelType>>;

/**
 * The declarative half of a type of field: the keys that it takes and what it is in an expression. How it is read and said
 * stands in `form/fields/`, how it is asked and shown in `pages/fields/`, under the same name.
 */
export interface FieldTypeDeclaration<Source extends object = object, Settings extends object = object> {
  /** One sentence for editors and the reference. */
  readonly description: string;
  readonly keys: TProperties;
  /** What an answer is in an expression; without it the type has none to give, as a note. */
  readonly celType?: CelType | ((source: Source, typesOf: CelTypesOf) => CelType);
  /** What an unanswered field is in an expression; types without one skip the expression instead. */
  readonly empty?: unknown;
  /** All that an answer can be in an expression, or that can stand in its list, where that is few. */
  readonly values?: (settings: Settings) => readonly unknown[] | undefined;
  /** Its answers say who somebody is: they are not to be kept as anything less than personal without a second look. */
  readonly aboutPerson?: true;
  /** The texts that it takes besides label, hint and guidance, each in one sentence for the reference. */
  readonly texts?: Readonly<Record<string, string>>;
  /** Other ways in which it can be asked than its usual one. */
  readonly appearances?: readonly string[];
  readonly compile: (source: Source, place: FieldPlace) => Settings;
}

export const protections = ['public', 'internal', 'personal', 'sensitive'] as const;
export type Protection = (typeof protections)[number];

export const rolesSchema = (description: string) =>
  Type.Union([Type.String(), Type.Array(Type.String(), { minItems: 1 })], { description });

/** Keys that every field takes. */
export const commonFieldKeys = {
  name: Type.String({
    pattern: '^[a-z][a-z0-9_]*$',
    maxLength: 60,
    description: 'The name of the answer in data and expressions.',
  }),
  type: Type.String({ description: 'What kind of answer is asked for.' }),
  required: Type.Optional(Type.Boolean({ description: 'Whether the field must be answered when it is shown.' })),
  show: Type.Optional(Type.String({ description: 'Expression: the field is asked only when it holds.' })),
  check: Type.Optional(
    Type.Record(Type.String({ pattern: '^[a-z][a-z0-9-]*$' }), Type.String(), {
      description: 'Named expressions that must hold; the words shown when one does not stand in the texts files.',
    }),
  ),
  protect: Type.Optional(
    Type.Enum(protections, { description: 'How far the answer may go: public, internal, personal or sensitive.' }),
  ),
  seen_by: Type.Optional(
    rolesSchema(
      'Roles of civil servants that may read the answer; left out: all who may read the record. Applicants see their own.',
    ),
  ),
  changed_by: Type.Optional(
    rolesSchema(
      'Roles, or `applicant`, that may correct the answer or propose another; left out: whoever may do the action.',
    ),
  ),
  needs_consent: Type.Optional(
    Type.String({
      description:
        'The purpose of a `consent` of this form: whoever is outside the institution in charge reads the answer only while the person consents to it.',
    }),
  ),
  prefill: Type.Optional(
    Type.Enum([...prefills], {
      description:
        'What the platform knows and offers as the answer: `institution` and `place` of the post and `account-name` of the civil servant who fills in the form, or `today`.',
    }),
  ),
  prefill_from: Type.Optional(
    takenFromSchema(
      'What is offered as the answer, on a page after the one with the record field: it may be written otherwise.',
    ),
  ),
  appearance: Type.Optional(Type.String({ description: 'Another way of asking, where the type has one.' })),
};

const common = Type.Object(commonFieldKeys);
/** A field as declared, before its type's own keys are checked. */
export type FieldSource = Static<typeof common> & Readonly<Record<string, unknown>>;

/** Faults for `required` on what nobody can answer. */
export const refuseRequired = (source: object, place: Pick<FieldPlace, 'fault'>, because: string): void => {
  if ((source as FieldSource).required) place.fault(['required'], `${because}: remove "required"`);
};
