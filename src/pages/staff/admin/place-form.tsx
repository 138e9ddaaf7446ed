import { say } from '../../../base/texts.ts';
import type { DeclaredPlace } from '../../../territory/place.ts';
import { Actions, Button } from '../../ui/button.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { type AdminContext, AdminForm, AdminPage } from './admin-page.tsx';
import { placePath, placesPath } from './admin-paths.ts';
import { adminTexts } from './admin-texts.ts';
import { NameFields } from './names.tsx';
import { placesTexts as texts } from './places-texts.ts';

/** Edits the names of a place. */
export const PlaceFormPage = (props: {
  readonly context: AdminContext;
  readonly place: Pick<DeclaredPlace, 'code' | 'name' | 'otherNames' | 'pcode'>;
  readonly title: string;
  readonly problems: readonly FieldProblem[];
}) => {
  const { context, place, title, problems } = props;
  const { locale } = context;
  return (
    <AdminPage
      context={context}
      title={title}
      problems={problems}
      crumbs={[
        { href: placesPath, label: say(locale, adminTexts.places) },
        { href: placePath(place.code), label: place.code },
      ]}
    >
      <AdminForm context={context} action={`${placePath(place.code)}/edit`}>
        <NameFields locale={locale} name={place.name} problems={problems} />
        <TextArea
          locale={locale}
          name="other"
          label={say(locale, texts.otherNames)}
          hint={say(locale, texts.otherNamesHint)}
          value={place.otherNames.join('\n')}
          rows={4}
          optional
        />
        <TextField
          locale={locale}
          name="pcode"
          label={say(locale, texts.pcode)}
          hint={say(locale, texts.pcodeHint)}
          value={place.pcode}
          dir="ltr"
          width="medium"
          maxLength={64}
          optional
        />
        <TextField
          locale={locale}
          name="note"
          label={say(locale, adminTexts.note)}
          hint={say(locale, adminTexts.noteHint)}
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
