import { type Locale, say } from '../../base/texts.ts';
import { writeMapView } from '../maps/map-address.ts';
import { boxOfFrame, isSeen, type MapView as View, mostZoom, oneDecimal } from '../maps/map-frame.ts';
import { Land } from '../maps/land.tsx';
import { SignShape, signs } from '../maps/map-sign.tsx';
import type { FieldTools } from '../fields/field-page.ts';
import { getVersion } from './desk.ts';
import type { Cluster, Pin, RecordMap } from './map-data.ts';
import { MapList } from './map-list.tsx';
import { staffMapTexts as texts } from './map-texts.ts';
import { hrefOfView, placeNear, signOf } from './map-words.ts';
import { referenceOfRow, type Worklist } from './worklist-data.ts';
import { listParameter } from './worklist-query.ts';

export const mapIsland = 'record-map';

interface MapProps {
  readonly list: Worklist;
  readonly map: RecordMap;
  readonly tools: FieldTools;
}

/** The records of a worklist on a map of the country, with all that it shows in words. */
export const RecordMapView = ({ list, map, tools }: MapProps) => {
  const { locale, territory } = tools;
  return (
    <section class="map-view" data-map aria-label={say(locale, texts.mapOf)}>
      <div class="map-picture">
        <Controls list={list} map={map} locale={locale} />
        <Picture list={list} map={map} tools={tools} />
        <Legend locale={locale} />
        {territory.boundaries.isIllustrative && <p class="quiet">{say(locale, texts.illustrative)}</p>}
      </div>
      <MapList list={list} map={map} tools={tools} />
    </section>
  );
};

const Picture = ({ list, map, tools }: MapProps) => {
  const { locale, territory } = tools;
  const { frame, view, clusters, pins, shown } = map;
  const [west, south, east, north] = boxOfFrame(frame);
  return (
    <svg
      class="record-map"
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role="group"
      aria-label={say(locale, texts.onMap, { count: shown })}
      data-box={[west, south, east, north].join(' ')}
      data-zoom={view.zoom}
    >
      <Land territory={territory} frame={frame} zoom={view.zoom} locale={locale} />
      {pins.map((pin) => (
        <PinLink list={list} pin={pin} tools={tools} />
      ))}
      {clusters
        .filter(({ x, y }) => isSeen(frame, [x, y]))
        .map((cluster) => (
          <ClusterLink list={list} cluster={cluster} tools={tools} />
        ))}
    </svg>
  );
};

const PinLink = ({ list, pin: { x, y, placed }, tools }: { list: Worklist; pin: Pin; tools: FieldTools }) => {
  const { locale } = tools;
  const reference = referenceOfRow(list.work, placed.row);
  const state = getVersion(list.work, placed.row.versionId).states.get(placed.row.state)?.staffLabel[locale];
  const words = [reference, state, ...(placed.approximate ? [say(locale, texts.approximateShort)] : [])].join(', ');
  return (
    <a href={`/staff/records/${reference}${listParameter(list.query)}`} aria-label={words}>
      <g transform={`translate(${oneDecimal(x)} ${oneDecimal(y)})`}>
        <title>{words}</title>
        <circle class="reach" r="14" />
        <SignShape sign={signOf(placed.row, list, tools)} approximate={placed.approximate} />
      </g>
    </a>
  );
};

/** Larger for more, between what a finger can hit and what leaves room for others. */
const radiusOf = (count: number): number => Math.min(22, 13 + 2 * Math.log10(count));

const ClusterLink = ({ list, cluster, tools }: { list: Worklist; cluster: Cluster; tools: FieldTools }) => {
  const { x, y, count, urgent, overdue, approximate, view } = cluster;
  const { locale } = tools;
  const words = say(locale, texts.cluster, { count, place: placeNear(cluster, tools) });
  return (
    <a href={hrefOfView(list, view)} aria-label={words} data-view={writeMapView(view)}>
      <g transform={`translate(${oneDecimal(x)} ${oneDecimal(y)})`}>
        <title>{words}</title>
        <circle class={`cluster${approximate === count ? ' approximate' : ''}`} r={oneDecimal(radiusOf(count))} />
        <text class="count">{compactOf(count)}</text>
        {(urgent > 0 || overdue > 0) && (
          <g
            class="badge"
            transform={`translate(${oneDecimal(radiusOf(count) * 0.75)} ${oneDecimal(-radiusOf(count) * 0.75)}) scale(.6)`}
          >
            <SignShape sign={urgent > 0 ? 'urgent' : 'overdue'} approximate={false} />
          </g>
        )}
      </g>
    </a>
  );
};

const compactOf = (count: number): string =>
  new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 }).format(count);

const Controls = ({ list, map: { frame, view }, locale }: { list: Worklist; map: RecordMap; locale: Locale }) => {
  const [west, south, east, north] = boxOfFrame(frame);
  const [wide, high] = [(east - west) / 2, (north - south) / 2];
  const { lon, lat, zoom } = view;
  const moves: readonly (readonly [keyof typeof texts & string, string, View])[] = [
    ['zoomIn', 'M12 5v14m-7-7h14', { lon, lat, zoom: zoom + 1 }],
    ...(zoom > 0
      ? ([
          ['zoomOut', 'M5 12h14', { lon, lat, zoom: zoom - 1 }],
          ['west', 'M15 5l-7 7 7 7', { lon: lon - wide, lat, zoom }],
          ['north', 'M5 15l7-7 7 7', { lon, lat: lat + high, zoom }],
          ['south', 'M5 9l7 7 7-7', { lon, lat: lat - high, zoom }],
          ['east', 'M9 5l7 7-7 7', { lon: lon + wide, lat, zoom }],
          ['whole', 'M4 9V4h5m6 0h5v5M4 15v5h5m6 0h5v-5', { lon, lat, zoom: 0 }],
        ] as const)
      : []),
  ];
  return (
    <nav class="map-controls" aria-label={say(locale, texts.controls)}>
      {moves
        .filter(([, , to]) => to.zoom <= mostZoom)
        .map(([name, path, to]) => (
          <a
            class="map-control"
            href={hrefOfView(list, to)}
            data-view={writeMapView(to)}
            title={say(locale, texts[name])}
          >
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d={path} />
            </svg>
            <span class="ds-sr-only">{say(locale, texts[name])}</span>
          </a>
        ))}
    </nav>
  );
};

const Legend = ({ locale }: { readonly locale: Locale }) => (
  <ul class="map-legend" aria-label={say(locale, texts.legend)}>
    {signs.map((sign) => (
      <li>
        <svg class="record-map-sign" viewBox="-12 -12 24 24" aria-hidden="true">
          <SignShape sign={sign} approximate={false} />
        </svg>
        {say(locale, texts[sign])}
      </li>
    ))}
    <li>
      <svg class="record-map-sign" viewBox="-12 -12 24 24" aria-hidden="true">
        <SignShape sign="open" approximate />
      </svg>
      {say(locale, texts.approximate)}
    </li>
    <li>
      <svg class="record-map-sign" viewBox="-14 -14 28 28" aria-hidden="true">
        <circle class="cluster" r="13" />
        <text class="count">12</text>
      </svg>
      {say(locale, texts.several)}
    </li>
  </ul>
);
