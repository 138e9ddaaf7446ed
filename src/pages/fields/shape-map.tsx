import type { Position } from '../../form/map-geometry.ts';

const size = 240;
const edge = 12;

/** The outline of a line or a piece of land, north up, as large as its frame allows. */
export const shapeMap = (positions: readonly Position[], isClosed: boolean, words: string) => {
  const lats = positions.map(([, lat]) => lat);
  const lons = positions.map(([lon]) => lon);
  const [west, north] = [Math.min(...lons), Math.max(...lats)];
  const narrowing = Math.cos((((north + Math.min(...lats)) / 2) * Math.PI) / 180);
  const [wide, high] = [(Math.max(...lons) - west) * narrowing, north - Math.min(...lats)];
  const scale = (size - 2 * edge) / Math.max(wide, high, 1e-9);
  const [width, height] = [wide, high].map((each) => Math.round(each * scale + 2 * edge)) as [number, number];
  const points = positions
    .map(([lon, lat]) => [edge + (lon - west) * narrowing * scale, edge + (north - lat) * scale])
    .map((pair) => pair.map((each) => Math.round(each * 10) / 10).join(' '));
  return (
    <svg
      class="shape-map"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={words}
    >
      <path class={isClosed ? 'land' : 'line'} d={`M${points.join('L')}${isClosed ? 'Z' : ''}`} />
      <path class="corners" d={points.map((at) => `M${at}h0`).join('')} />
    </svg>
  );
};
