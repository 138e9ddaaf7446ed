import type { Locale } from '../../base/texts.ts';
import type { PlaceLevel } from '../../territory/place.ts';
import type { Territory } from '../../territory/territory.ts';
import { landPath, shapesIn } from './land-path.ts';
import { boxOfFrame, isSeen, type MapFrame, oneDecimal, placed, type Position } from './map-frame.ts';

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
const namedAt = (zoom: number): PlaceLevel => (zoom < 1 ? 'governorate' : zoom < 3 ? 'district' : 'municipality');

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

/** Whether a point that stands for a part of a place lies in it: a box holds more than its place. */
const holdsPoint = (territory: Territory, code: string, here: Position): boolean => {
  const found = territory.boundaries.placeAt(here);
  return found !== undefined && territory.isWithin(found, code);
};

const namesIn = (territory: Territory, level: PlaceLevel, frame: MapFrame, locale: Locale) => {
  const names: { readonly name: string; readonly x: number; readonly y: number }[] = [];
  const [west, south, east, north] = boxOfFrame(frame);
  for (const { code, box } of shapesIn(territory, level, frame)) {
    const { name, point } = territory.getPlace(code);
    if (names.length >= mostNames) break;
    // Whose middle lies outside the picture is named in the middle of the part that is in it.
    const here: Position = [
      (Math.max(west, box[0]) + Math.min(east, box[2])) / 2,
      (Math.max(south, box[1]) + Math.min(north, box[3])) / 2,
    ];
    const isOwn = point !== undefined && isSeen(frame, placed(frame, point));
    const [x, y] = placed(frame, isOwn ? point : here);
    if (!isSeen(frame, [x, y]) || !(isOwn || holdsPoint(territory, code, here))) continue;
    if (names.every((other) => Math.abs(other.x - x) > apart * 2 || Math.abs(other.y - y) > apart / 2))
      names.push({ name: name[locale], x, y });
  }
  return names;
};
