import { say } from '../../base/texts.ts';
import { point as reading, type Point, sayPoint } from '../../form/fields/point.ts';
import type { FieldOf } from '../../definition/service.ts';
import type { Inputs } from '../../form/fields/field-type.ts';
import { Button } from '../ui/button.tsx';
import { groupFrame } from '../ui/field-frame.tsx';
import { stacked } from '../ui/stacked-fields.tsx';
import { countryMap, sayWhere } from './country-map.tsx';
import { type FieldPage, type FieldTools, frameOf } from './field-page.ts';
import { mapPageTexts as texts } from './map-texts.ts';

const look = '.look';

/** Two numbers, and a map that shows where they lead; a script offers the phone's own position and to point at the map. */
export const point: FieldPage<'point', Point> = {
  island: 'point',
  isButton: (suffix) => suffix === look,
  ask: (props) => {
    const { field, locale, inputs, territory } = props;
    const frame = { ...frameOf(props), hint: field.hint?.[locale] ?? say(locale, texts.pointHint) };
    const typed = typedPoint(inputs, field, props);
    const labels = [texts.latitude, texts.longitude];
    return groupFrame(
      frame,
      <div class="point" data-point={field.name}>
        <div class="point-inputs">
          {['.lat', '.lon'].map((suffix, index) =>
            stacked(
              frame,
              {
                suffix,
                label: say(locale, labels[index]!),
                value: inputs[field.name + suffix],
                dir: 'ltr',
                maxLength: 60,
                isShort: true,
              },
              index,
            ),
          )}
        </div>
        <div
          data-locate={say(locale, texts.useMyPosition)}
          data-locating={say(locale, texts.locating)}
          // The number is put in by the script.
          data-located={say(locale, texts.located, { metres: '#' })}
          data-not-located={say(locale, texts.notLocated)}
        />
        {countryMap({ territory, locale, point: typed })}
        {typed && <p class="quiet">{sayWhere(territory, typed, locale)}</p>}
        <Button look="tertiary" icon="pin" name={field.name + look} value="1" skipValidation>
          {say(locale, texts.showOnMap)}
        </Button>
      </div>,
    );
  },
  show: (value, _field, { territory, locale }) => {
    const where = sayWhere(territory, value, locale);
    return (
      <>
        {where && <span class="line">{where}</span>}
        <span class="line">
          <bdi dir="ltr">{sayPoint(value)}</bdi>
        </span>
        {countryMap({ territory, locale, point: value })}
      </>
    );
  },
};

const typedPoint = (inputs: Inputs, field: FieldOf<'point'>, { world, given = {} }: FieldTools): Point | undefined => {
  const sent = reading.fromInputs(inputs, field, world);
  if (sent === undefined) return undefined;
  const read = reading.read(sent, field, world, given);
  return 'value' in read ? (read.value as Point) : undefined;
};
