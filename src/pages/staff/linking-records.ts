import { readerOf } from '../../access/record-access.ts';
import { scopeParameter } from '../../access/scope.ts';
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
  { parts, workOf }: Desk,
  { service, record, staff }: DeskRecord,
): Promise<readonly LinkingRecord[]> => {
  const { catalogue, covers, database } = parts;
  const isNamed = catalogue.known.some((each) =>
    recordFields(each.service.fields.values()).some((field) => field.service === service.id),
  );
  if (!isNamed) return [];
  const { scope } = await workOf(staff);
  const rows = await database.run(listLinking, [scopeParameter(scope), record.id, mostShown]);
  const found = await Promise.all(
    rows.map(async ({ id, versionId, path, ...held }) => {
      const linking = await catalogue.getVersion(versionId);
      const [name = ''] = path.split('.');
      if (hiddenFrom(linking, readerOf(staff, linking, held, covers)).has(name)) return [];
      const question = fieldAt(linking.fields, path.split('.'))?.label;
      return [{ reference: referenceOf(linking.referencePrefix, id), service: linking, state: held.state, question }];
    }),
  );
  return found.flat();
};

const fieldAt = (fields: ReadonlyMap<string, Field>, [name = '', ...rest]: readonly string[]): Field | undefined => {
  const field = fields.get(name);
  if (rest.length === 0 || field?.type !== 'rows') return field;
  return fieldAt(new Map(field.fields.map((each) => [each.name, each])), rest);
};
