import { Alert } from '../ui/alert.tsx';
import type { FieldPage } from './field-page.ts';
import { Lines } from './text.tsx';

export const note: FieldPage<'note', string> = {
  isUnseen: () => true,
  ask: ({ field, locale }) => {
    const words = field.text && <Lines>{field.text[locale]}</Lines>;
    if (field.appearance === 'info' || field.appearance === 'warning')
      return (
        <Alert tone={field.appearance} title={field.label[locale]}>
          {words}
        </Alert>
      );
    return (
      <div class="note">
        <h2>{field.label[locale]}</h2>
        {words}
      </div>
    );
  },
  show: () => undefined,
};
