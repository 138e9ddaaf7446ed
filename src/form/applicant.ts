import type { Locale } from '../base/texts.ts';
import type { Service } from '../definition/service.ts';
import { behaviourOf } from './fields/all.ts';
import type { Answers } from './fields/field-type.ts';
import type { World } from './world.ts';

/** The answer as text: of a name in two scripts, the one that expressions see. */
const textOf = ({ fields }: Service, answers: Answers, name: string | undefined): string | undefined => {
  const field = name === undefined ? undefined : fields.get(name);
  const answer = field && answers[field.name];
  const value = field && answer !== undefined ? behaviourOf(field).toExpression(answer, field) : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** The telephone number to which messages to the applicant go, in E.164 form; undefined where none was given. */
export const phoneOfApplicant = (service: Service, answers: Answers): string | undefined =>
  textOf(service, answers, service.applicant.phone);

/** By what people know the record: the name of an entry of a register, else of who asks; undefined where neither is asked for. */
export const nameOfRecord = (
  service: Service,
  answers: Answers,
  { locale, world }: { readonly locale: Locale; readonly world: World },
): string | undefined => {
  const field = service.namedBy === undefined ? undefined : service.fields.get(service.namedBy);
  const answer = field && answers[field.name];
  return field?.type === 'institution' && answer !== undefined
    ? behaviourOf(field).say(answer, field, locale, world)
    : textOf(service, answers, service.namedBy);
};

/** The name under which the applicant asks; undefined where the service does not ask for one. */
export const nameOfApplicant = (service: Service, answers: Answers): string | undefined =>
  textOf(service, answers, service.applicant.name);
