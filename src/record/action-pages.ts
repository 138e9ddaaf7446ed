import type { FormPage } from '../definition/nouns/form.ts';
import { isCounted } from '../definition/nouns/survey.ts';
import { questionOfVerdict } from '../definition/nouns/survey-verdicts.ts';
import type { Action, Field, Service } from '../definition/service.ts';
import { shownFields } from '../form/validate.ts';
import type { CaseRecord } from './fold.ts';

/** A page of the form as an action asks it that people do page by page. */
export interface ActionPart {
  readonly page: FormPage;
  /** What the action asks there. */
  readonly fields: readonly Field[];
  /** Questions of the page that are to be done with these answers, and those that are. */
  readonly asked: number;
  readonly done: number;
}

/** The pages of an action, in the order of the form, with how far each has come; those that ask nothing are left out. */
export const actionParts = (service: Service, record: CaseRecord, action: Action, now: Date): readonly ActionPart[] => {
  const { answers, channel, verdicts } = record;
  const shown = new Set(shownFields(service.fields.values(), answers, now, { channel }).map(({ name }) => name));
  const verified = new Set(action.verify);
  return [...service.pages, ...service.laterPages].flatMap((page): ActionPart[] => {
    const own = new Set(page.fields.map(({ name }) => name));
    const fields = action.fields.filter(({ name }) => own.has(questionOfVerdict(name)));
    const open = page.fields.filter(({ name, type }) => shown.has(name) && type !== 'note' && type !== 'calculated');
    // A page of nothing but what may be left out has come as far as that is answered.
    const counted = open.some(isCounted) ? open.filter(isCounted) : open;
    const questions = counted.map(({ name }) => name);
    const asked = action.partial
      ? questions.filter((name) => action.edit.includes(name))
      : questions.filter((name) => verified.has(name) && answers[name] !== undefined);
    const done = asked.filter((name) => (action.partial ? answers[name] : verdicts[name]) !== undefined);
    return fields.length === 0 || asked.length === 0 ? [] : [{ page, fields, asked: asked.length, done: done.length }];
  });
};
