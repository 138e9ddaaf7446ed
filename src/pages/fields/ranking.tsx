import { rankInput } from '../../form/fields/ranking.ts';
import { sayOption } from '../../form/fields/options.ts';
import { say } from '../../base/texts.ts';
import { groupFrame, inputId } from '../ui/field-frame.tsx';
import { type FieldPage, frameOf } from './field-page.ts';
import { fieldTexts as texts } from './field-texts.ts';

/** A number for each option, 1 for what matters most. */
export const ranking: FieldPage<'ranking', readonly string[]> = {
  island: 'ranking',
  ask: (props) => {
    const { field, inputs, locale } = props;
    const places = [...field.options.keys()].map((_option, index) => String(index + 1));
    return groupFrame(
      { ...frameOf(props), hint: field.hint?.[locale] ?? say(locale, texts.rankHint, { last: places.length }) },
      <div class="ranks" data-ranking data-up={say(locale, texts.moveUp)} data-down={say(locale, texts.moveDown)}>
        {[...field.options].map(([option, words], position) => {
          const name = field.name + rankInput + option;
          // The first one carries the field's id, where the link of the error summary leads.
          const id = position === 0 ? inputId(field.name) : inputId(name);
          return (
            <div class="rank">
              <select class="ds-input" id={id} name={name} aria-invalid={props.error ? 'true' : undefined}>
                <option value="">–</option>
                {places.map((place) => (
                  <option value={place} selected={inputs[name] === place}>
                    {place}
                  </option>
                ))}
              </select>
              <label for={id}>{words[locale]}</label>
            </div>
          );
        })}
      </div>,
    );
  },
  show: (value, field, { locale }) => (
    <ol class="answer-list">
      {value.map((option) => (
        <li>{sayOption(field, option)[locale]}</li>
      ))}
    </ol>
  ),
};
