import { say } from '../../base/texts.ts';
import { actionKeys } from '../../definition/nouns/actions.ts';
import type { Action } from '../../definition/service.ts';
import { effectTexts } from './explain-texts.ts';
import type { Explained } from './explain-service.ts';
import { listed } from './words.ts';

/** What an action brings about besides the state: each key that a noun has added to it, in words where there are some. */
export const effectsOf = ({ service, declared, locale }: Explained, { name }: Action): readonly string[] =>
  Object.entries(declared[name] ?? {})
    .filter(([key]) => !Object.hasOwn(actionKeys, key))
    .map(([key, value]) => {
      const named = [value].flat().map((each) => nameOf(service, String(each), locale));
      const text = effectTexts[key];
      if (text) return say(locale, text, { what: listed(named, locale) });
      return `${key}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`;
    });

/** The words for a document, a field or a task of that name. */
const nameOf = (
  { documents, fields, tasks }: Explained['service'],
  name: string,
  locale: Explained['locale'],
): string => (documents.get(name)?.title ?? fields.get(name)?.label ?? tasks.get(name)?.label)?.[locale] ?? name;
