import { say } from '../../base/texts.ts';
import { Icon } from './icon.tsx';
import type { Option } from './choice-field.tsx';
import { describedBy, type FieldProps, inputId, groupFrame } from './field-frame.tsx';
import { uiTexts } from './ui-texts.ts';

interface SearchFieldProps extends FieldProps {
  /** What was typed to search; sent as `<name>.search`. */
  readonly search?: string | undefined;
  /** What was chosen; sent as `<name>`. */
  readonly value?: string | undefined;
  /** What the server found for `search`, or what was chosen before; each hint tells it from others. */
  readonly results: readonly Option[];
  readonly resultsLabel: string;
  /** Said when a search found nothing. */
  readonly nothingFound: string;
  /** Said below results that are not all. */
  readonly more?: string | undefined;
}

/** Finds one among many without any script: type, press search, choose. The button sends `<name>.find`. */
export const SearchField = (props: SearchFieldProps) => {
  const id = inputId(props.name);
  const isWrong = props.error ? 'true' : undefined;
  return groupFrame(
    props,
    <div class="lookup" data-lookup={props.name}>
      <div class="search-row">
        <input
          class="ds-input"
          id={id}
          name={`${props.name}.search`}
          type="search"
          dir="auto"
          value={props.search}
          autocomplete="off"
          aria-label={props.label}
          aria-invalid={isWrong}
          aria-describedby={describedBy(props.name, props.hint, props.error)}
        />
        <button
          class="ds-button"
          data-variant="secondary"
          type="submit"
          name={`${props.name}.find`}
          value="1"
          formnovalidate
        >
          <Icon name="search" />
          {say(props.locale, uiTexts.search)}
        </button>
      </div>
      {props.results.length > 0 && (
        <div class="results" role="group" aria-label={props.resultsLabel}>
          {props.results.map((result, position) => (
            <div class="choice">
              <input
                class="ds-input"
                type="radio"
                id={`${id}-${position}`}
                name={props.name}
                value={result.value}
                checked={result.value === props.value}
                aria-invalid={isWrong}
              />
              <label for={`${id}-${position}`}>
                {result.label}
                {result.hint && <span class="where"> {result.hint}</span>}
              </label>
            </div>
          ))}
        </div>
      )}
      {props.more && <p class="nothing">{props.more}</p>}
      {props.search && props.results.length === 0 && !props.error && <p class="nothing">{props.nothingFound}</p>}
    </div>,
  );
};
