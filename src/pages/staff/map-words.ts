import { nearestPlace } from '../../territory/nearest-place.ts';
import type { WorklistRow } from '../../projections/worklist-queries.ts';
import { writeMapView } from '../maps/map-address.ts';
import type { MapView } from '../maps/map-frame.ts';
import type { Sign } from '../maps/map-sign.tsx';
import type { FieldTools } from '../fields/field-page.ts';
import { getVersion } from './desk.ts';
import { urgencyOf } from './record-words.tsx';
import type { Worklist } from './worklist-data.ts';
import { worklistHref } from './worklist-query.ts';

/** The same worklist, looked at there. */
export const hrefOfView = ({ query }: Worklist, view: MapView): string =>
  worklistHref(query, { show: 'map', at: writeMapView(view) });

/** How a record is drawn: by what presses most. */
export const signOf = (row: WorklistRow, list: Worklist, tools: FieldTools): Sign => {
  if (!row.open) return 'other';
  if (row.urgent) return 'urgent';
  return urgencyOf(row, getVersion(list.work, row.versionId), tools) === 'danger' ? 'overdue' : 'open';
};

/** The place that tells people where something is. */
export const placeNear = (
  { lon, lat }: { readonly lon: number; readonly lat: number },
  { territory, locale }: Pick<FieldTools, 'territory' | 'locale'>,
): string => {
  const code = territory.boundaries.placeAt([lon, lat]);
  const place = code === undefined ? nearestPlace(territory, 'municipality', [lon, lat]) : territory.findPlace(code);
  return place?.name[locale] ?? '';
};
