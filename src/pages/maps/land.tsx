import type { Locale } from '../../base/texts.ts';
import type { PlaceLevel } from '../../territory/place.ts';
import type { Territory } from '../../territory/territory.ts';
import { landPath, shapesIn } from './land-path.ts';
import { isSeen, type MapFrame, oneDecimal, placed } from './map-frame.ts';

interface LandProps {
  readonly territory: Territory;
  readonly frame: MapFrame;
  readonly zoom: number;
  readonly locale: Locale;
}

const levelsAt = (zoom: number): readonly PlaceLevel[] => [
  ...(zoom >= 3 ? (['municipality'] as const) : []),
  ...(zoom >= 1 ? (['district'] as const) : []),
  'governorate',
];
const namedAt = (zoom: number): PlaceLevel => (zoom < 1 ? 'governorate' : zoom < 4 ? 'district' : 'municipality');

/** Names stand no closer than that, in units of the drawing. */
const apart = 34;
const mostNames = 24;

/** The country under what a map shows: land, boundaries as the zoom asks for, names. */
export const Land = ({ territory, frame, zoom, locale }: LandProps) => (
  <>
    <path class="land" d={landPath(territory, 'country', frame)} />
    {levelsAt(zoom).map((level) => (
      <path class={`border ${level}`} d={landPath(territory, level, frame)} />
    ))}
    <g class="names" aria-hidden="true">
      {namesIn(territory, namedAt(zoom), frame, locale).map(({ name, x, y }) => (
        <text x={oneDecimal(x)} y={oneDecimal(y)}>
          {name}
        </text>
      ))}
    </g>
  </>
);

const namesIn = (territory: Territory, level: PlaceLevel, frame: MapFrame, locale: Locale) => {
  const names: { readonly name: string; readonly x: number; readonly y: number }[] = [];
  for (const { code } of shapesIn(territory, level, frame)) {
    const { name, point } = territory.getPlace(code);
    if (!point || names.length >= mostNames) continue;
    const [x, y] = placed(frame, point);
    if (
      isSeen(frame, [x, y]) &&
      names.every((other) => Math.abs(other.x - x) > apart * 2 || Math.abs(other.y - y) > apart / 2)
    )
      names.push({ name: name[locale], x, y });
  }
  return names;
};
