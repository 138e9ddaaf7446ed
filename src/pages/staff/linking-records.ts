import { maySeeRecord, readerOf } from '../../access/record-access.ts';
import type { Text } from '../../base/texts.ts';
import type { Field, Service } from '../../definition/service.ts';
import { recordFields } from '../../events/referred-records.ts';
import { referenceOf } from '../../events/reference.ts';
import { listLinking } from '../../projections/record-link-queries.ts';
import { hiddenFrom } from '../../record/field-access.ts';
import type { Desk } from './desk.ts';
import type { DeskRecord } from './record-data.ts';

/** A record that names another one, as far as a reader may know of it. */
export interface LinkingRecord {
  readonly reference: string;
  readonly service: Service;
  readonly state: string;
  /** What it was asked when it named it. */
  readonly question: Text | undefined;
}

const mostShown = 50;

/** The records that name this one and that its reader may see, newest first. */
export const findLinkingRecords = async (
  { parts }: Desk,
  { service, record, staff }: DeskRecord,
): Promise<readonly LinkingRecord[]> => {
  const { catalogue, covers, database } = parts;
  const isNamed = catalogue.known.some((each) =>
    recordFields(each.service.fields.values()).some((field) => field.service === service.id),
  );
  if (!isNamed) return [];
  const rows = await database.run(listLinking, [record.id, mostShown]);
  const found = await Promise.all(
    rows.map(async ({ id, versionId, state, institution, path }) => {
      const linking = await catalogue.getVersion(versionId);
      if (!maySeeRecord(staff, linking, institution, covers)) return [];
      const [name = ''] = path.split('.');
      if (hiddenFrom(linking, readerOf(staff, linking, { institution }, covers)).has(name)) return [];
      const question = fieldAt(linking.fields, path.split('.'))?.label;
      return [{ reference: referenceOf(linking.referencePrefix, id), service: linking, state, question }];
    }),
  );
  return found.flat();
};

const fieldAt = (fields: ReadonlyMap<string, Field>, [name = '', ...rest]: readonly string[]): Field | undefined => {
  const field = fields.get(name);
  if (rest.length === 0 || field?.type !== 'rows') return field;
  return fieldAt(new Map(field.fields.map((each) => [each.name, each])), rest);
};
