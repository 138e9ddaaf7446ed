import type { FieldTypeName } from '../../src/definition/fields/all.ts';
import type { FieldOf, Service } from '../../src/definition/service.ts';
import { usualChannel } from '../../src/definition/nouns/channels.ts';
import { behaviourOf } from '../../src/form/fields/all.ts';
import type { Answer, FieldType, Given, Inputs } from '../../src/form/fields/field-type.ts';
import { sentOf } from '../../src/form/read-form.ts';
import { validate } from '../../src/form/validate.ts';
import { declareForm } from './declared.ts';
import { noon, worldAt } from './service.ts';

/** One question with what may be done to it: what the tests of types of fields work with. */
export interface TriedField<Name extends FieldTypeName> {
  readonly service: Service;
  readonly field: FieldOf<Name>;
  readonly behaviour: FieldType<Name>;
  /** What the API makes of an answer: its kept form, or the code of what is wrong. */
  readonly sent: (answer: unknown) => unknown;
  /** What a page makes of what was typed. */
  readonly typed: (inputs: Inputs | string) => unknown;
  /** What comes back of an answer that is shown in the inputs of a page and sent again. */
  readonly again: (answer: Answer) => unknown;
}

export const world = worldAt(noon);

/** @param settings what stands in the declaration after the type: `min: 3`. */
export const tryField = <Name extends FieldTypeName>(type: Name, settings = ''): TriedField<Name> => {
  const service = declareForm([`{ name: it, type: ${type}${settings && `, ${settings}`} }`]);
  const field = service.fields.get('it') as FieldOf<Name>;
  const behaviour = behaviourOf(field);
  const outcome = (data: Given): unknown => {
    const { answers, errors } = validate(service.fields.values(), data, world, { channel: usualChannel(service) });
    return errors.length > 0 ? errors.map(({ code }) => code).join(', ') : answers['it'];
  };
  const typed = (inputs: Inputs | string): unknown =>
    outcome(sentOf(service.fields.values(), typeof inputs === 'string' ? { it: inputs } : inputs, world));
  return {
    service,
    field,
    behaviour,
    sent: (answer) => outcome({ it: answer }),
    typed,
    again: (answer) => typed(behaviour.toInputs(answer, field, world)),
  };
};
