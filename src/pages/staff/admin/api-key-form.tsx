import { type Locale, say } from '../../../base/texts.ts';
import { Actions, Button } from '../../ui/button.tsx';
import { Checkboxes, type Option, SelectField } from '../../ui/choice-field.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type AdminContext, AdminForm, AdminPage } from './admin-page.tsx';
import { apiKeysPath } from './admin-paths.ts';
import { apiKeysTexts as texts } from './api-keys-texts.ts';

export const monthsOffered: readonly number[] = [1, 3, 6, 12, 24];
export const sayMonths = (locale: Locale, count: number): string => say(locale, texts.months, { count });

/** What was typed for a new key. */
export interface KeyDraft {
  readonly name: string;
  readonly institution: string;
  readonly role: string;
  readonly services: readonly string[];
  readonly perMinute: string;
  readonly months: string;
}

interface Props {
  readonly context: AdminContext;
  readonly draft: KeyDraft;
  readonly institutions: readonly Option[];
  readonly roles: readonly Option[];
  readonly services: readonly Option[];
  readonly problems: readonly FieldProblem[];
}

/** Makes a key: whose, as what, for which services, for how long. */
export const ApiKeyFormPage = ({ context, draft, institutions, roles, services, problems }: Props) => {
  const { locale } = context;
  const errorOf = (name: string) => problems.find((problem) => problem.name === name)?.message;
  return (
    <AdminPage
      context={context}
      title={say(locale, texts.new)}
      problems={problems}
      crumbs={[{ href: apiKeysPath, label: say(locale, texts.title) }]}
    >
      <AdminForm context={context} action={`${apiKeysPath}/new`}>
        <TextField
          locale={locale}
          name="name"
          label={say(locale, texts.name)}
          hint={say(locale, texts.nameHint)}
          value={draft.name}
          maxLength={80}
          error={errorOf('name')}
          required
        />
        <SelectField
          locale={locale}
          name="institution"
          label={say(locale, texts.institution)}
          value={draft.institution}
          options={institutions}
          error={errorOf('institution')}
        />
        <SelectField
          locale={locale}
          name="role"
          label={say(locale, texts.role)}
          hint={say(locale, texts.roleHint)}
          value={draft.role}
          options={roles}
          error={errorOf('role')}
        />
        <Checkboxes
          locale={locale}
          name="services"
          label={say(locale, texts.services)}
          values={draft.services}
          options={services}
          error={errorOf('services')}
        />
        <TextField
          locale={locale}
          name="per_minute"
          label={say(locale, texts.perMinute)}
          hint={say(locale, texts.perMinuteHint)}
          value={draft.perMinute}
          dir="ltr"
          inputMode="numeric"
          width="short"
          maxLength={5}
          error={errorOf('per_minute')}
          required
        />
        <SelectField
          locale={locale}
          name="months"
          label={say(locale, texts.days)}
          value={draft.months}
          options={monthsOffered.map((count) => ({ value: String(count), label: sayMonths(locale, count) }))}
          error={errorOf('months')}
        />
        <Actions>
          <Button>{say(locale, texts.make)}</Button>
        </Actions>
      </AdminForm>
    </AdminPage>
  );
};
