import { type Locale, say } from '../../base/texts.ts';
import type { Service } from '../../definition/service.ts';
import { tasksTexts as texts } from './tasks-texts.ts';

/** How far a task is in words, from what rules see of it: nothing yet, `open`, or how it ended. */
export const sayStanding = (service: Service, task: string, standing: string, locale: Locale): string => {
  if (standing === '') return say(locale, texts.notAsked);
  if (standing === 'open') return say(locale, texts.open);
  return service.tasks.get(task)?.outcomes.get(standing)?.[locale] ?? standing;
};
