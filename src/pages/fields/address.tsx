import { say } from '../../base/texts.ts';
import type { FieldOf } from '../../definition/service.ts';
import { type Address, addressLines } from '../../form/fields/address.ts';
import { StackedFields, stacked } from '../ui/stacked-fields.tsx';
import { uiTexts } from '../ui/ui-texts.ts';
import { searchIsland, searchOf } from './chosen.tsx';
import { type FieldPage, frameOf } from './field-page.ts';
import { fieldTexts as texts } from './field-texts.ts';
import { place } from './place.tsx';

/** The place of an address is asked for as any other. */
const placeOf = (field: FieldOf<'address'>): FieldOf<'place'> =>
  ({
    name: `${field.name}.place`,
    type: 'place',
    level: field.level,
    label: texts.townOrVillage,
    required: true,
    protect: field.protect,
    checks: [],
  }) as unknown as FieldOf<'place'>;

const placeSuffix = '.place';

export const address: FieldPage<'address', Address> = {
  extraInputs: (suffix) => suffix === `${placeSuffix}.search`,
  isButton: (suffix) => suffix === `${placeSuffix}.find`,
  island: searchIsland,
  inner: (path, field) => (path === placeSuffix.slice(1) ? placeOf(field) : undefined),
  settle: (inputs, field, tools, pressed) =>
    place.settle?.(inputs, placeOf(field), tools, pressed?.slice(placeSuffix.length)) ?? inputs,
  ask: (props) => {
    const { field, locale, inputs } = props;
    const frame = frameOf(props);
    const typed = (suffix: string) => inputs[field.name + suffix];
    return (
      <StackedFields
        {...frame}
        inputs={Array.from({ length: addressLines }, (_none, index) => ({
          suffix: `.line${index + 1}`,
          label:
            index === 0
              ? say(locale, texts.streetAndBuilding)
              : `${say(locale, texts.moreOfAddress)} ${say(locale, uiTexts.optional)}`,
          value: typed(`.line${index + 1}`),
          dir: 'auto',
          isOptional: index > 0,
          maxLength: 120,
        }))}
      >
        {place.ask({ ...props, field: placeOf(field), error: undefined, autocomplete: undefined })}
        {field.postcode &&
          stacked(
            frame,
            {
              suffix: '.postcode',
              label: `${say(locale, texts.postcode)} ${say(locale, uiTexts.optional)}`,
              value: typed('.postcode'),
              dir: 'ltr',
              maxLength: 12,
              isShort: true,
              isOptional: true,
            },
            addressLines,
          )}
      </StackedFields>
    );
  },
  show: (value, field, tools) => (
    <>
      {value.lines.map((line) => (
        <span class="line" dir="auto">
          {line}
        </span>
      ))}
      <span class="line">
        {value.postcode && [<bdi>{value.postcode}</bdi>, ' ']}
        {place.show(value.place, placeOf(field), tools)}
      </span>
    </>
  ),
  sayMissing: (inputs, field, tools) =>
    inputs[`${field.name}.line1`] || searchOf(inputs, placeOf(field))
      ? place.sayMissing?.(inputs, placeOf(field), tools)
      : undefined,
};
