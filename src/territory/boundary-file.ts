import { boundaryFault } from './boundary-faults.ts';
import { refuseFaults } from './file-fault.ts';
import { featureLines } from './geojson-lines.ts';
import type { Bounds, DeclaredPlace } from './place.ts';
import { readFeatures, readGeometry } from './place-geojson.ts';
import { readTextFile } from './text-file.ts';

/**
 * Reads `boundaries.geojson`, which gives the places of `places.csv` their boundaries: a FeatureCollection whose features have
 * the `code` of a place, `illustrative: true` where nobody may rely on it, and a Polygon or MultiPolygon as geometry.
 */
export const withBoundaries = (
  file: string,
  places: readonly DeclaredPlace[],
  bounds: Bounds,
): readonly DeclaredPlace[] => {
  const text = readTextFile(file);
  const lines = featureLines(text);
  const codes = new Set(places.map(({ code }) => code));
  const read = readFeatures(file, text).map((feature, index) => {
    const { properties, geometry } = (feature ?? {}) as { properties?: unknown; geometry?: unknown };
    const { code, illustrative } = (properties ?? {}) as { code?: unknown; illustrative?: unknown };
    const { boundary } = readGeometry(geometry ?? null);
    const fault =
      typeof code !== 'string' || !codes.has(code)
        ? `there is no place "${String(code)}" in places.csv: write the code of one`
        : boundary
          ? boundaryFault(boundary, bounds)?.english
          : 'there is no boundary: write a Polygon or a MultiPolygon whose rings are closed';
    return {
      code: String(code),
      boundary: boundary && illustrative === true ? { ...boundary, illustrative: true as const } : boundary,
      faults: fault === undefined ? [] : [{ file, line: lines[index] ?? 1, message: fault }],
    };
  });
  refuseFaults(read.flatMap(({ faults }) => faults));
  const boundaries = new Map(read.map(({ code, boundary }) => [code, boundary]));
  return places.map((place) => ({ ...place, boundary: boundaries.get(place.code) ?? place.boundary }));
};
