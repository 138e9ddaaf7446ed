import { type Static, Type } from 'typebox';
import type { FindService } from '../cross-check.ts';
import type { Service } from '../service.ts';
import { suggest } from '../suggest.ts';
import type { Path } from '../yaml-source.ts';
import type { FieldTypeDeclaration } from './field-type.ts';

const source = Type.Object({
  service: Type.String({
    pattern: '^[a-z][a-z0-9-]*$',
    description: 'The service whose records may be named.',
  }),
  shows: Type.Optional(
    Type.Array(Type.String(), {
      minItems: 1,
      maxItems: 5,
      uniqueItems: true,
      description:
        'The answers of that record which are shown with its number, and by which it is searched: public ones, or internal ones where only civil servants are asked.',
    }),
  ),
  states: Type.Optional(
    Type.Array(Type.String(), {
      minItems: 1,
      uniqueItems: true,
      description: 'The states in which a record may be named; all without it.',
    }),
  ),
});

export interface RecordSettings {
  readonly service: string;
  readonly shows: readonly string[];
  /** None: any. */
  readonly states: readonly string[];
}

export const record: FieldTypeDeclaration<Static<typeof source>, RecordSettings> = {
  description: 'A record of this or another service, kept as its reference.',
  keys: source.properties,
  celType: 'string',
  empty: '',
  compile: ({ service, shows = [], states = [] }, place) => {
    place.among(['service'], (find) =>
      find(service) === undefined ? `there is no service "${service}": name the folder of one` : undefined,
    );
    for (const [index, state] of states.entries())
      place.among(['states', index], (find) => judgeState(find(service), state));
    for (const [index, name] of shows.entries())
      place.among(['shows', index], (find, own, path) =>
        judgeShown(find(service), name, isAskedOfApplicants(own, path)),
      );
    return { service, shows, states };
  },
};

const judgeState = (service: ReturnType<FindService>, state: string): string | undefined =>
  typeof service !== 'object' || service.states.has(state)
    ? undefined
    : `the service "${service.id}" has no state "${state}"${suggest(state, service.states.keys())}`;

/** What stands in one record is shown with another: it goes no further than its own declaration lets it. */
export const judgeShown = (
  service: ReturnType<FindService>,
  name: string,
  toApplicants: boolean,
): string | undefined => {
  if (typeof service !== 'object') return undefined;
  const field = service.fields.get(name);
  if (!field) return `the service "${service.id}" has no field "${name}"${suggest(name, service.fields.keys())}`;
  if (field.type === 'record' || field.type === 'rows')
    return `"${name}" of "${service.id}" is not one short answer: show another field`;
  if (
    field.protect === 'public' ||
    (field.protect === 'internal' && !toApplicants && !field.seenBy && !field.needsConsent)
  )
    return undefined;
  return toApplicants
    ? `"${name}" of "${service.id}" is ${field.protect}, and applicants are asked here: show fields with "protect: public"`
    : `"${name}" of "${service.id}" is ${field.seenBy || field.needsConsent ? 'for some readers only' : field.protect}: show fields that are public or internal`;
};

export const isAskedOfApplicants = ({ enteredBy, actions }: Service, [part, name]: Path): boolean =>
  part === 'actions'
    ? (actions.get(String(name))?.by.includes('applicant') ?? true)
    : enteredBy.applicant || [...actions.values()].some(({ by, edit }) => edit.length > 0 && by.includes('applicant'));
