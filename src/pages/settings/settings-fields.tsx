import { type Locale, locales, say } from '../../base/texts.ts';
import { Checkboxes, SelectField } from '../ui/choice-field.tsx';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { fieldFrame, inputId, describedBy } from '../ui/field-frame.tsx';
import { FileField } from '../ui/file-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { labelsOf, sayContrast, type TypedSettings } from './read-settings.ts';
import { languageNames, settingsTexts as texts } from './settings-texts.ts';

interface Props {
  readonly locale: Locale;
  readonly typed: TypedSettings;
  readonly problems: readonly FieldProblem[];
}

const errorOf = ({ problems }: Props, name: string) => problems.find((problem) => problem.name === name)?.message;

export const PortalNames = (props: Props) => (
  <>
    {(['portal', 'owner'] as const).map((prefix) => (
      <div class="three">
        {locales.map((each) => (
          <TextField
            locale={props.locale}
            name={`${prefix}_${each}`}
            label={say(props.locale, labelsOf(prefix)[each])}
            value={props.typed[prefix][each]}
            dir={each === 'ar' ? 'auto' : 'ltr'}
            maxLength={120}
            error={errorOf(props, `${prefix}_${each}`)}
            required
          />
        ))}
      </div>
    ))}
  </>
);

export const Languages = (props: Props) => {
  const options = locales.map((each) => ({ value: each, label: languageNames[each] }));
  return (
    <>
      <Checkboxes
        locale={props.locale}
        name="languages"
        label={say(props.locale, texts.languages)}
        options={options}
        values={props.typed.languages}
        error={errorOf(props, 'languages')}
      />
      <SelectField
        locale={props.locale}
        name="first"
        label={say(props.locale, texts.first)}
        hint={say(props.locale, texts.firstHint)}
        options={options}
        value={props.typed.first}
        width="short"
        error={errorOf(props, 'first')}
      />
    </>
  );
};

/** The colour, with how well white words can be read on it. `sampled`: one that is right, shown as it will look. */
export const Colour = (props: Props & { readonly sampled: string | undefined }) => {
  const { locale, typed, sampled } = props;
  const field = {
    locale,
    name: 'colour',
    label: say(locale, texts.colour),
    hint: say(locale, texts.colourHint),
    error: errorOf(props, 'colour'),
  };
  return (
    <>
      {fieldFrame(
        field,
        <input
          class="ds-input"
          id={inputId('colour')}
          name="colour"
          type="text"
          dir="ltr"
          value={typed.colour}
          maxlength={7}
          aria-invalid={field.error ? 'true' : undefined}
          aria-describedby={describedBy('colour', field.hint, field.error)}
        />,
        'short',
      )}
      {sampled !== undefined && (
        <figure class="sample">
          <svg
            viewBox="0 0 600 64"
            role="img"
            aria-label={say(locale, texts.sample)}
            // Where it is too narrow for all of it, the beginning stays.
            preserveAspectRatio={locale === 'ar' ? 'xMaxYMid slice' : 'xMinYMid slice'}
          >
            <rect width="600" height="64" fill={sampled} />
            <g fill="none" stroke="#fff" stroke-width="3">
              <circle cx={locale === 'ar' ? 560 : 40} cy="32" r="16" />
            </g>
            <text
              x={locale === 'ar' ? 530 : 70}
              y="39"
              fill="#fff"
              font-size="20"
              text-anchor="start"
              direction={locale === 'ar' ? 'rtl' : 'ltr'}
            >
              {typed.portal[locale]}
            </text>
          </svg>
          <figcaption class="hint">{say(locale, texts.contrast, { ratio: sayContrast(sampled) })}</figcaption>
        </figure>
      )}
    </>
  );
};

export const Logo = (props: Props & { readonly now: string | undefined; readonly mayRemove: boolean }) => (
  <>
    {props.now && (
      <p class="logo-now">
        <img src={props.now} alt={say(props.locale, texts.logo)} width="64" height="64" />
      </p>
    )}
    <FileField
      locale={props.locale}
      name="logo"
      label={say(props.locale, texts.logo)}
      hint={say(props.locale, texts.logoHint)}
      accept="image/png,image/jpeg"
      error={errorOf(props, 'logo')}
      optional
    />
    {props.mayRemove && (
      <div class="field">
        <div class="choice">
          <input class="ds-input" type="checkbox" id="f-logo-remove" name="logo_remove" value="1" />
          <label for="f-logo-remove">{say(props.locale, texts.logoRemove)}</label>
        </div>
      </div>
    )}
  </>
);
