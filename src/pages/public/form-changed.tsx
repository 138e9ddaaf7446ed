import { type Locale, say } from '../../base/texts.ts';
import type { PublishedService } from '../../catalogue/catalogue.ts';
import type { Field } from '../../definition/service.ts';
import { type FormChanges, formChanges } from '../../form/crossing.ts';
import type { Draft } from '../../intake/drafts.ts';
import type { Parts } from '../parts.ts';
import { Alert } from '../ui/alert.tsx';
import { formChangedTexts as texts } from './form-changed-texts.ts';

/** What changed in a form since its person began; undefined when nothing did that concerns what was answered. */
export const findChanges = async (
  { catalogue }: Pick<Parts, 'catalogue'>,
  { versionId }: PublishedService,
  draft: Draft | undefined,
): Promise<FormChanges | undefined> => {
  if (!draft || draft.beganUnder === versionId) return undefined;
  const changes = formChanges(await catalogue.getCrossing(draft.beganUnder, versionId), draft.inputs);
  return Object.values(changes).some((fields: readonly Field[]) => fields.length > 0) ? changes : undefined;
};

/** Says that the form is no longer the one that was begun, and what to look at. */
export const FormChanged = ({ changes, locale }: { readonly changes: FormChanges; readonly locale: Locale }) => {
  const named = (fields: readonly Field[]) =>
    new Intl.ListFormat(locale, { type: 'conjunction' }).format(
      fields.map(({ label }) => say(locale, texts.named, { question: label[locale] })),
    );
  const lines = [
    { fields: [...changes.toChooseAgain, ...changes.toAnswerAgain], words: texts.again },
    { fields: changes.added, words: texts.added },
    { fields: changes.gone, words: texts.gone },
  ].filter(({ fields }) => fields.length > 0);
  return (
    <Alert tone="warning" title={say(locale, texts.title)}>
      {lines.map(({ fields, words }) => (
        <p>{say(locale, words, { questions: named(fields), count: fields.length })}</p>
      ))}
    </Alert>
  );
};
