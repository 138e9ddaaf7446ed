import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { type Locale, locales, type Text } from '../../base/texts.ts';
import type { Land } from '../../definition/analysis/land.ts';
import { spanExamples, spanSchema } from '../../definition/span.ts';
import { suggest } from '../../definition/suggest.ts';
import { askedTypes, type AskedType } from './asked-types.ts';

/** What a new service is made from. */
export interface NewService {
  readonly id: string;
  readonly title: Text;
  readonly owner: string;
  readonly asked: readonly AskedField[];
  /** What those who decide are called. */
  readonly role: Text;
  readonly within: string;
  readonly document: boolean;
}

export interface AskedField {
  readonly name: string;
  readonly type: AskedType;
  readonly label: Text;
}

/** Thrown by a reader of an answer, with words that say what to write instead. */
export class WrongAnswer extends Error {}

interface Question<Value> {
  /** The option of the command line that answers it. */
  readonly option: string;
  readonly asks: string;
  readonly usual: string;
  readonly read: (answer: string) => Value;
}

const question = <Value>(made: Question<Value>): Question<Value> => made;

/** "عربي | français | English" as a text. */
const readText = (answer: string): Text => {
  const parts = answer.split('|').map((part) => part.trim());
  if (parts.length !== locales.length || parts.includes(''))
    throw new WrongAnswer('write it in the three languages with | between them: Arabic | French | English');
  return Object.fromEntries(locales.map((locale: Locale, index) => [locale, parts[index]])) as Text;
};

/** "litres integer: عدد الليترات | Litres | Litres; …" */
const readAsked = (answer: string): readonly AskedField[] =>
  answer.split(';').flatMap((each) => {
    if (each.trim() === '') return [];
    const [, name = '', type = '', label = ''] = /^\s*([a-z][a-z0-9_]*)\s+([a-z-]+)\s*:(.*)$/s.exec(each) ?? [];
    if (name === '') throw new WrongAnswer('write each as: name type: Arabic | French | English; with ; between them');
    if (!Object.hasOwn(askedTypes, type))
      throw new WrongAnswer(`there is no type "${type}"${suggest(type, Object.keys(askedTypes))}`);
    return [{ name, type: type as AskedType, label: readText(label) }];
  });

const yes = /^(y|yes|o|oui|نعم)$/i;

/** The questions in their order; without an answer the usual one holds. */
export const questions = (land: Land) => ({
  title: question({
    option: 'title',
    asks: 'What is it called? (Arabic | French | English)',
    usual: 'طلب جديد | Nouvelle demande | New request',
    read: readText,
  }),
  owner: question({
    option: 'owner',
    asks: 'Which institution answers for it? (its code, see country/institutions.csv)',
    usual: land.institutions.find(({ type }) => type === 'ministry')?.code ?? land.institutions[0]?.code ?? '',
    read: (answer) => {
      const codes = land.institutions.map(({ code }) => code);
      if (!codes.includes(answer))
        throw new WrongAnswer(`there is no institution "${answer}"${suggest(answer, codes)}`);
      return answer;
    },
  }),
  asked: question({
    option: 'ask',
    asks: `What is asked besides name and telephone? (name type: Arabic | French | English; … types: ${Object.keys(askedTypes).join(', ')})`,
    usual: 'wish long-text: ماذا تطلب؟ | Que demandez-vous ? | What do you ask for?',
    read: readAsked,
  }),
  role: question({
    option: 'by',
    asks: 'Who decides? (Arabic | French | English)',
    usual: 'موظف الطلبات | agent des demandes | request clerk',
    read: readText,
  }),
  within: question({
    option: 'within',
    asks: `Within what time? (${spanExamples})`,
    usual: '5 working-days',
    read: (answer) => {
      if (!Value.Check(Type.Object({ within: spanSchema('') }), { within: answer }))
        throw new WrongAnswer(`write a length such as ${spanExamples}`);
      return answer;
    },
  }),
  document: question({
    option: 'document',
    asks: 'Is a document issued when it is approved? (yes or no)',
    usual: 'yes',
    read: (answer) => yes.test(answer),
  }),
});
