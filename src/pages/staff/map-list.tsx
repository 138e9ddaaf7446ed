import { say } from '../../base/texts.ts';
import { SignShape } from '../maps/map-sign.tsx';
import type { FieldTools } from '../fields/field-page.ts';
import { Bdi } from '../ui/bdi.tsx';
import { getVersion } from './desk.ts';
import type { RecordMap } from './map-data.ts';
import { staffMapTexts as texts } from './map-texts.ts';
import { hrefOfView, placeNear, signOf } from './map-words.ts';
import { gistOf, StateTag } from './record-words.tsx';
import { referenceOfRow, type Worklist } from './worklist-data.ts';
import { listParameter } from './worklist-query.ts';

interface MapListProps {
  readonly list: Worklist;
  readonly map: RecordMap;
  readonly tools: FieldTools;
}

/** What is on the map, in words: for those who do not see it, and to go on from. */
export const MapList = ({ list, map, tools }: MapListProps) => {
  const { locale } = tools;
  const { shown, outside, nowhere, partly, clusters, rows } = map;
  return (
    <div class="map-list">
      <h2>{say(locale, texts.inPicture)}</h2>
      <p>
        {say(locale, texts.onMap, { count: shown })}.{' '}
        {outside > 0 && <>{say(locale, texts.outside, { count: outside })} </>}
        {nowhere > 0 && say(locale, texts.nowhere, { count: nowhere })}
      </p>
      {partly && <p>{say(locale, texts.partly)}</p>}
      <ul class="plain-list">
        {rows.length < shown &&
          clusters.map((cluster) => (
            <li>
              <a class="ds-link" href={hrefOfView(list, cluster.view)}>
                {say(locale, texts.cluster, { count: cluster.count, place: placeNear(cluster, tools) })}
              </a>
            </li>
          ))}
        {rows.map(({ row, approximate, lon, lat }) => {
          const service = getVersion(list.work, row.versionId);
          const reference = referenceOfRow(list.work, row);
          const quiet = [
            placeNear({ lon, lat }, tools),
            ...(approximate ? [say(locale, texts.approximateShort)] : []),
            ...gistOf(service, row.data, tools).split(' · '),
          ];
          return (
            <li>
              <svg class="record-map-sign" viewBox="-12 -12 24 24" aria-hidden="true">
                <SignShape sign={signOf(row, list, tools)} approximate={approximate} />
              </svg>
              <span class="two-lines">
                <span>
                  <a class="ds-link row-link" href={`/staff/records/${reference}${listParameter(list.query)}`}>
                    <Bdi>{reference}</Bdi>
                  </a>{' '}
                  <StateTag service={service} state={row.state} locale={locale} />
                </span>
                <span class="quiet">{[...new Set(quiet)].filter((words) => words !== '').join(' · ')}</span>
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
};
