import { area as reading, type Area } from '../../form/fields/area.ts';
import type { FieldPage } from './field-page.ts';
import { mapPageTexts as texts } from './map-texts.ts';
import { shapeMap } from './shape-map.tsx';
import { askLines, shapeWords } from './trace.tsx';

export const area: FieldPage<'area', Area> = {
  ask: (props) => askLines(props, texts.areaHint),
  show: (value, field, { locale, world }) => {
    const words = reading.say(value, field, locale, world);
    return (
      <>
        <span class="line">{words}</span>
        {shapeMap(value.coordinates[0] ?? [], true, shapeWords(field.label, words, locale))}
      </>
    );
  },
};
