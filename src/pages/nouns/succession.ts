import { say } from '../../base/texts.ts';
import type { RecordEvent } from '../../record/events.ts';
import type { FieldTools } from '../fields/field-page.ts';
import type { PageNoun } from '../noun.ts';
import { successionTexts as texts } from './succession-texts.ts';

const nameOf = (code: string | undefined, { territory, locale }: FieldTools): string =>
  code === undefined ? '–' : (territory.findInstitution(code)?.name[locale] ?? code);

const goneTo = (event: RecordEvent, tools: FieldTools, forStaff: boolean): readonly string[] => {
  if (event.kind !== 'succeeded' || event.facts.institution === undefined) return [];
  const names = { from: nameOf(event.facts.from, tools), to: nameOf(event.facts.institution, tools) };
  return [say(tools.locale, forStaff ? texts.record : texts.recordForYou, names)];
};

/** That institutions were merged or split since a record came in. */
export const succession: PageNoun = {
  staffStep: (_desk, { service, tools }, event) => {
    if (event.kind !== 'succeeded') return [];
    const { locale } = tools;
    const { tasks = {}, released } = event.facts;
    return [
      ...goneTo(event, tools, true),
      ...Object.entries(tasks).map(([name, to]) =>
        say(locale, texts.task, { task: service.tasks.get(name)?.label[locale] ?? name, to: nameOf(to, tools) }),
      ),
      ...(released ? [say(locale, texts.released)] : []),
    ];
  },
  applicantStep: ({ tools }, event) => goneTo(event, tools, false),
};
