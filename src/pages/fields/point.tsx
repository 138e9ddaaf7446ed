import { say } from '../../base/texts.ts';
import { point as reading, type Point, sayPoint } from '../../form/fields/point.ts';
import type { FieldOf } from '../../definition/service.ts';
import type { Inputs } from '../../form/fields/field-type.ts';
import { Button } from '../ui/button.tsx';
import { groupFrame } from '../ui/field-frame.tsx';
import { stacked } from '../ui/stacked-fields.tsx';
import { countryMap, frameAround, sayWhere } from './country-map.tsx';
import { type FieldPage, type FieldTools, frameOf } from './field-page.ts';
import { mapPageTexts as texts } from './map-texts.ts';

const look = '.look';
/** Pressed on the map: browsers send where, in pixels of the picture, as `.tap.x` and `.tap.y`. */
const tap = '.tap';
const wider = '.wider';
const zoomed = '.zoom';
const extra = [zoomed, `${tap}.x`, `${tap}.y`];

/** Each press looks so much closer, until a picture stands for about half a kilometre. */
const closer = 2;
const closest = 9;

/**
 * Two numbers, and a map that shows where they lead: pressing on it answers and looks closer, without a script too, which
 * then offers the phone's own position and marks the point at once.
 */
export const point: FieldPage<'point', Point> = {
  island: 'point',
  extraInputs: extra,
  isButton: (suffix) => suffix === look || suffix === wider || suffix === `${tap}.x`,
  settle: (sent, field, tools, pressed) => {
    const inputs = Object.fromEntries(
      Object.entries(sent).filter(([name]) => !name.startsWith(`${field.name}${tap}.`)),
    );
    if (pressed === undefined) return inputs;
    const zoom = readZoom(sent, field);
    const tapped = pressed === `${tap}.x` ? tappedAt(sent, field, tools) : undefined;
    if (tapped)
      return {
        ...inputs,
        ...reading.toInputs(tapped, field, tools.world),
        [field.name + zoomed]: String(Math.min(closest, zoom + closer)),
      };
    const next = pressed === wider ? Math.max(0, zoom - closer) : Math.max(zoom, closer);
    return { ...inputs, [field.name + zoomed]: next === 0 ? '' : String(next) };
  },
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
        {countryMap({
          territory,
          locale,
          point: typed,
          zoom: typed ? readZoom(inputs, field) : 0,
          tap: field.name + tap,
        })}
        {typed && readZoom(inputs, field) > 0 && (
          <>
            <input type="hidden" name={field.name + zoomed} value={readZoom(inputs, field)} />
            <Button look="tertiary" name={field.name + wider} value="1" skipValidation>
              {say(locale, texts.lookWider)}
            </Button>
          </>
        )}
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
        <span class="two-maps">
          {countryMap({ territory, locale, point: value, zoom: 0 })}
          {countryMap({ territory, locale, point: value, zoom: around })}
        </span>
      </>
    );
  },
};

/** Where a point is shown, the picture beside that of the country: some ten kilometres. */
const around = 4;

const readZoom = (inputs: Inputs, { name }: FieldOf<'point'>): number => {
  const typed = inputs[name + zoomed] ?? '';
  return /^\d$/.test(typed) ? Number(typed) : 0;
};

/** The point under what was pressed. A key that sends the page presses nowhere. */
const tappedAt = (inputs: Inputs, field: FieldOf<'point'>, tools: FieldTools): Point | undefined => {
  const [x, y] = ['.x', '.y'].map((suffix) => inputs[field.name + tap + suffix] ?? '') as [string, string];
  const before = typedPoint(inputs, field, tools);
  const frame = frameAround(tools.territory, before, before ? readZoom(inputs, field) : 0);
  if (!frame || !/^\d{1,4}$/.test(x) || !/^\d{1,4}$/.test(y) || (x === '0' && y === '0')) return undefined;
  const degrees = (value: number): number => Math.round(value * 1e6) / 1e6;
  return {
    lon: degrees(frame.west + Math.min(Number(x), frame.width) / frame.perLon),
    lat: degrees(frame.north - Math.min(Number(y), frame.height) / frame.perLat),
  };
};

const typedPoint = (inputs: Inputs, field: FieldOf<'point'>, { world, given = {} }: FieldTools): Point | undefined => {
  const sent = reading.fromInputs(inputs, field, world);
  if (sent === undefined) return undefined;
  const read = reading.read(sent, field, world, given);
  return 'value' in read ? (read.value as Point) : undefined;
};
