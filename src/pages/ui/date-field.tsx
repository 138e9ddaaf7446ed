import { type Locale, say, type Text } from '../../base/texts.ts';
import { type FieldProps, groupFrame, inputId } from './field-frame.tsx';
import { uiTexts } from './ui-texts.ts';

/** The four inputs of a date and time carry the names that the form reads: `leave_at.day`, `.month`, `.year`, `.time`. */
export interface DateValues {
  readonly day?: string | undefined;
  readonly month?: string | undefined;
  readonly year?: string | undefined;
  readonly time?: string | undefined;
}

interface DateFieldProps extends FieldProps {
  readonly values?: DateValues | undefined;
}

const part = (props: DateFieldProps, key: keyof DateValues, label: Text, locale: Locale) => {
  const id = key === 'day' ? inputId(props.name) : `${inputId(props.name)}.${key}`;
  return (
    <div class={`part ${key}`}>
      <label for={id}>{say(locale, label)}</label>
      <input
        class="ds-input"
        type="text"
        id={id}
        name={`${props.name}.${key}`}
        value={props.values?.[key]}
        dir="ltr"
        inputmode={key === 'time' ? undefined : 'numeric'}
        autocomplete="off"
        maxlength={key === 'time' ? 8 : 4}
        aria-invalid={props.error ? 'true' : undefined}
      />
    </div>
  );
};

const dateParts = (props: DateFieldProps) => [
  part(props, 'day', uiTexts.day, props.locale),
  part(props, 'month', uiTexts.month, props.locale),
  part(props, 'year', uiTexts.year, props.locale),
];

export const DateField = (props: DateFieldProps) => groupFrame(props, <div class="parts">{dateParts(props)}</div>);

/** `hint` shows an example, such as "27 3 2026, 14:30". */
export const DateTimeField = (props: DateFieldProps) =>
  groupFrame(
    props,
    <div class="parts">
      {dateParts(props)}
      {part(props, 'time', uiTexts.time, props.locale)}
    </div>,
  );
