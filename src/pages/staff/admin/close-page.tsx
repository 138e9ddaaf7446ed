import { say } from '../../../base/texts.ts';
import { Actions, Button, ButtonLink } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { AdminDesk } from './admin-desk.ts';
import { type AdminContext, AdminForm, AdminPage } from './admin-page.tsx';
import { institutionPath, institutionsPath } from './admin-paths.ts';
import { adminTexts } from './admin-texts.ts';
import { institutionsTexts as texts } from './institutions-texts.ts';

/** Asks once more before an institution is closed. */
export const ClosePage = ({
  context,
  desk,
  code,
}: {
  readonly context: AdminContext;
  readonly desk: AdminDesk;
  readonly code: string;
}) => {
  const { locale } = context;
  const name = desk.sayInstitution(code, locale);
  return (
    <AdminPage
      context={context}
      title={say(locale, texts.closeSure, { name })}
      lead={say(locale, texts.closeDetail)}
      crumbs={[
        { href: institutionsPath, label: say(locale, adminTexts.institutions) },
        { href: institutionPath(code), label: name },
      ]}
    >
      <AdminForm context={context} action={`${institutionPath(code)}/close`}>
        <TextField
          locale={locale}
          name="note"
          label={say(locale, adminTexts.note)}
          hint={say(locale, adminTexts.noteHint)}
          maxLength={300}
          optional
        />
        <Actions>
          <Button danger>{say(locale, texts.close)}</Button>
          <ButtonLink href={institutionPath(code)} look="tertiary">
            {say(locale, adminTexts.back)}
          </ButtonLink>
        </Actions>
      </AdminForm>
    </AdminPage>
  );
};
