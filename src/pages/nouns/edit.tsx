import type { ComponentChildren } from 'preact';
import { say } from '../../base/texts.ts';
import { changesOf, statesAfter } from '../../record/changes.ts';
import type { RecordEvent } from '../../record/events.ts';
import { hiddenFrom } from '../../record/field-access.ts';
import { ChangeList } from '../change-list.tsx';
import type { FieldTools } from '../fields/field-page.ts';
import type { PageNoun } from '../noun.ts';
import type { OpenedRecord } from '../record-access.ts';
import { thenPath } from '../staff/then-path.ts';
import { Details } from '../ui/details.tsx';
import { editTexts as texts } from './edit-texts.ts';
import { surveyTexts } from './survey-texts.ts';
import { sectionsOf } from './survey.tsx';

type Told = Pick<OpenedRecord, 'service' | 'record' | 'events' | 'reader'> & { readonly tools: FieldTools };

const editedBy = (event: RecordEvent): readonly string[] | undefined =>
  event.kind === 'acted' ? event.facts.edited : undefined;

/** What a step corrected: answer by answer, before and after. */
const told = ({ service, record, events, reader, tools }: Told, event: RecordEvent): ComponentChildren => {
  const edited = editedBy(event);
  const index = events.indexOf(event);
  const states = statesAfter(record.id, events);
  const [before, after] = [states[index - 1], states[index]];
  if (!edited || !before || !after) return undefined;
  const changes = changesOf(service.fields.keys(), before.answers, after.answers);
  const list = <ChangeList service={service} changes={changes} tools={tools} />;
  const action = event.kind === 'acted' ? service.actions.get(event.facts.action) : undefined;
  // What is filled in bit by bit stands on the page itself: its history says how much, and opens to what.
  if (changes.length > 0 && action?.partial) {
    const sections = sectionsOf(service.survey, edited, tools.locale);
    const words = sections === '' ? surveyTexts.savedAnswers : surveyTexts.savedStep;
    const summary = say(tools.locale, words, { count: changes.length, sections });
    return <Details summary={summary}>{list}</Details>;
  }
  if (changes.length > 0) return list;
  const hidden = hiddenFrom(service, reader);
  return say(tools.locale, edited.some((name) => hidden.has(name)) ? texts.hiddenChanges : texts.nothingChanged);
};

export const edit: PageNoun = {
  outcomes: (_desk, { tools: { locale } }, { edit: names }) => (names.length > 0 ? [say(locale, texts.corrects)] : []),
  staffStep: (_desk, opened, event) => {
    const { events, reference, tools } = opened;
    const number = events.indexOf(event) + 1;
    // What was entered is worth a look of its own only where something was corrected since.
    const isState = editedBy(event) !== undefined || (number === 1 && events.some((each) => editedBy(each)));
    return [
      told(opened, event),
      isState && (
        <p>
          <a class="ds-link" href={thenPath(reference, number)}>
            {say(tools.locale, texts.asItWas)}
          </a>
        </p>
      ),
    ];
  },
  applicantStep: (view, event) => [told(view, event)],
};
