import { say } from '../../../base/texts.ts';
import type { InstitutionDraft } from '../../../territory/institution-changes.ts';
import { Actions, Button } from '../../ui/button.tsx';
import { type Option, SelectField } from '../../ui/choice-field.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { PhoneField, TextField } from '../../ui/text-field.tsx';
import { type AdminContext, AdminForm, AdminPage } from './admin-page.tsx';
import { institutionPath, institutionsPath } from './admin-paths.ts';
import { adminTexts } from './admin-texts.ts';
import { institutionsTexts as texts } from './institutions-texts.ts';
import { NameFields } from './names.tsx';

interface Props {
  readonly context: AdminContext;
  readonly title: string;
  /** Undefined: a new one, whose code is asked. */
  readonly code: string | undefined;
  readonly typedCode: string;
  readonly draft: InstitutionDraft;
  readonly note: string;
  readonly types: readonly string[];
  readonly parents: readonly Option[];
  readonly problems: readonly FieldProblem[];
}

/** Makes an institution or edits one. */
export const InstitutionFormPage = (props: Props) => {
  const { context, title, code, typedCode, draft, note, types, parents, problems } = props;
  const { locale } = context;
  const errorOf = (name: string) => problems.find((problem) => problem.name === name)?.message;
  const { phone, email, address } = draft.contact;
  return (
    <AdminPage
      context={context}
      title={title}
      problems={problems}
      crumbs={[
        { href: institutionsPath, label: say(locale, adminTexts.institutions) },
        ...(code === undefined ? [] : [{ href: institutionPath(code), label: code }]),
      ]}
    >
      <AdminForm
        context={context}
        action={code === undefined ? `${institutionsPath}/new` : `${institutionPath(code)}/edit`}
      >
        {code === undefined && (
          <TextField
            locale={locale}
            name="code"
            label={say(locale, adminTexts.code)}
            hint={say(locale, texts.codeHint)}
            value={typedCode}
            dir="ltr"
            width="medium"
            maxLength={64}
            error={errorOf('code')}
            required
          />
        )}
        <NameFields locale={locale} name={draft.name} problems={problems} />
        <TextField
          locale={locale}
          name="type"
          label={say(locale, texts.type)}
          hint={say(locale, texts.typeHint, { types: types.join(', ') })}
          value={draft.type}
          dir="ltr"
          width="medium"
          maxLength={40}
          error={errorOf('type')}
          required
        />
        <SelectField
          locale={locale}
          name="parent"
          label={say(locale, texts.parent)}
          value={draft.parent}
          options={parents}
          error={errorOf('parent')}
          optional
        />
        <TextField
          locale={locale}
          name="place"
          label={say(locale, texts.place)}
          hint={say(locale, texts.placeHint)}
          value={draft.place}
          dir="ltr"
          width="medium"
          maxLength={64}
          error={errorOf('place')}
          optional
        />
        <h2>{say(locale, texts.contact)}</h2>
        <PhoneField
          locale={locale}
          name="phone"
          label={say(locale, texts.phone)}
          value={phone}
          error={errorOf('phone')}
          optional
        />
        <TextField
          locale={locale}
          name="email"
          type="email"
          label={say(locale, texts.email)}
          value={email}
          dir="ltr"
          width="medium"
          error={errorOf('email')}
          optional
        />
        <TextField
          locale={locale}
          name="address"
          label={say(locale, texts.address)}
          value={address}
          maxLength={300}
          error={errorOf('address')}
          optional
        />
        <TextField
          locale={locale}
          name="note"
          label={say(locale, adminTexts.note)}
          hint={say(locale, adminTexts.noteHint)}
          value={note}
          maxLength={300}
          optional
        />
        <Actions>
          <Button>{say(locale, adminTexts.save)}</Button>
        </Actions>
      </AdminForm>
    </AdminPage>
  );
};
