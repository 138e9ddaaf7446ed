import type { Field, FieldOf, Service } from '../definition/service.ts';

/**
 * Where a record is on maps of many: the answers that everybody who reads the record may read. A sensitive point, and one
 * that is for some roles only or needs a consent, is on none: the record is shown at its place, if it has one.
 */
const isForEveryReader = ({ protect, seenBy, needsConsent }: Field): boolean =>
  protect !== 'sensitive' && seenBy === undefined && needsConsent === undefined;

const points = new WeakMap<Service, readonly FieldOf<'point'>[]>();

/** The questions for points whose answers may stand on a map. */
export const mapPoints = (service: Service): readonly FieldOf<'point'>[] => {
  const known = points.get(service);
  if (known) return known;
  const found = [...service.fields.values()].flatMap((field) =>
    field.type === 'point' && isForEveryReader(field) ? [field] : [],
  );
  points.set(service, found);
  return found;
};

/** The questions by which a record stands on a map: its first point, and the first place for records without one. */
export interface MapFields {
  readonly point: string | undefined;
  readonly place: string | undefined;
}

export const mapFieldsOf = (service: Service): MapFields => ({
  point: mapPoints(service)[0]?.name,
  place: [...service.fields.values()].find((field) => field.type === 'place' && isForEveryReader(field))?.name,
});

export const isOnMaps = (service: Service): boolean => {
  const { point, place } = mapFieldsOf(service);
  return point !== undefined || place !== undefined;
};
