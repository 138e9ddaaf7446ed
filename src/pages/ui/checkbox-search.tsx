import { say } from '../../base/texts.ts';
import { type CheckboxesProps, checkbox } from './choice-field.tsx';
import { describedBy, groupFrame, inputId } from './field-frame.tsx';
import { Icon } from './icon.tsx';
import { uiTexts } from './ui-texts.ts';

interface CheckboxSearchProps extends CheckboxesProps {
  /** What was typed to search; sent as `<name>.search`. */
  readonly search: string;
  readonly resultsLabel: string;
  /** Said below the results: that there are none, or more. */
  readonly note?: string | undefined;
}

/** Finds several among many without any script: type, press search, tick; what is ticked stays. The button sends `<name>.find`. */
export const CheckboxSearch = (props: CheckboxSearchProps) =>
  groupFrame(
    props,
    <div class="lookup">
      <div class="search-row">
        <input
          class="ds-input"
          id={inputId(props.name)}
          name={`${props.name}.search`}
          type="search"
          dir="auto"
          value={props.search}
          autocomplete="off"
          aria-label={props.label}
          aria-invalid={props.error ? 'true' : undefined}
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
      {props.options.length > 0 && (
        <div class="results" role="group" aria-label={props.resultsLabel}>
          {props.options.map((option, position) => checkbox(props, option, position + 1))}
        </div>
      )}
      {props.note && <p class="nothing">{props.note}</p>}
    </div>,
  );
