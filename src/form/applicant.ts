import type { Service } from '../definition/service.ts';
import type { Answers } from './fields/field-type.ts';

const textOf = (answers: Answers, name: string | undefined): string | undefined => {
  const answer = name === undefined ? undefined : answers[name];
  return typeof answer === 'string' ? answer : undefined;
};

/** The telephone number to which messages to the applicant go, in E.164 form; undefined where none was given. */
export const phoneOfApplicant = ({ applicant }: Service, answers: Answers): string | undefined =>
  textOf(answers, applicant.phone);

/** By what people know the record: the name of an entry of a register, else of who asks; undefined where neither is asked for. */
export const nameOfRecord = ({ namedBy }: Service, answers: Answers): string | undefined => textOf(answers, namedBy);

/** The name under which the applicant asks; undefined where the service does not ask for one. */
export const nameOfApplicant = ({ applicant }: Service, answers: Answers): string | undefined =>
  textOf(answers, applicant.name);
