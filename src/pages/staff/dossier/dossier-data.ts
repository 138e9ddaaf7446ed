import { hash } from 'node:crypto';
import { say } from '../../../base/texts.ts';
import type { Field } from '../../../definition/service.ts';
import { dossierData, type DossierRecord, mostCharacters } from '../../../documents/dossier.ts';
import { letterheadOf } from '../../../documents/printed-document.ts';
import { linksOf } from '../../../events/record-links.ts';
import { referenceOf } from '../../../events/reference.ts';
import { sayInstant } from '../../../form/fields/datetime.ts';
import { insertPrinting, nextPrinting } from '../../../projections/printing-queries.ts';
import { type Desk, getVersion } from '../desk.ts';
import { gatherFor, totalOf, underOf } from '../gathered/gathered-data.ts';
import { titleOf } from '../gathered/gathered-page.tsx';
import { type DeskRecord, findDeskRecord } from '../record-data.ts';
import { dossierRecord } from './dossier-record.ts';
import { numberOf } from './printing-page.tsx';
import { dossierTexts as texts } from './dossier-texts.ts';

export const mostLinked = 30;

/** What is printed with a record: nothing, what is linked to it, or what gathers under one of its answers. */
export type Company = 'alone' | 'links' | Field;

interface Linked {
  readonly records: readonly { readonly reference: string; readonly relation: string }[];
  /** How many there are besides. */
  readonly more: number;
}

const findLinked = async (desk: Desk, opened: DeskRecord, company: Company): Promise<Linked> => {
  if (company === 'alone') return { records: [], more: 0 };
  const { service, record, tools, staff } = opened;
  const { locale } = tools;
  const field = company === 'links' ? undefined : company;
  const under = underOf(desk, opened, field);
  const work = await desk.workOf(staff);
  const gathered = under ? await gatherFor(desk, work, under, { limit: mostLinked }) : undefined;
  const pointing = (gathered?.rows ?? []).map(({ id, versionId }) => ({
    reference: referenceOf(getVersion(work, versionId).referencePrefix, id),
    relation: titleOf(service, field, locale),
  }));
  const named = field
    ? []
    : linksOf(service, record.answers).flatMap(({ path, target }) => {
        const question = service.fields.get(path.split('.')[0] ?? '');
        const prefix = desk.parts.catalogue.known.find((each) => each.service.id === recordServiceOf(question, path));
        return prefix
          ? [{ reference: referenceOf(prefix.service.referencePrefix, target), relation: say(locale, texts.named) }]
          : [];
      });
  const all = [...new Map([...named, ...pointing].map((each) => [each.reference, each])).values()].filter(
    ({ reference }) => reference !== opened.reference,
  );
  const shown = all.slice(0, mostLinked);
  return { records: shown, more: all.length - shown.length + (gathered ? totalOf(gathered) - pointing.length : 0) };
};

/** Of which service a question, or one within rows, names records. */
const recordServiceOf = (field: Field | undefined, path: string): string | undefined => {
  if (field?.type === 'record') return field.service;
  const inner = field?.type === 'rows' ? field.fields.find(({ name }) => name === path.split('.')[1]) : undefined;
  return inner?.type === 'record' ? inner.service : undefined;
};

/** What a row costs besides its words when it is set. */
const rowCost = 100;
const lengthOf = (record: DossierRecord): number =>
  JSON.stringify(record).length + record.parts.reduce((sum, { rows }) => sum + rows.length * rowCost, 0);

/**
 * Prints a record with its company. Every record is opened as on its own page, so that nothing is on paper which the reader
 * does not read, and each reading is written down; what is sensitive is there where it was opened before.
 */
export const printDossier = async (
  desk: Desk,
  opened: DeskRecord,
  company: Company,
): Promise<{ readonly pdf: Uint8Array; readonly number: string }> => {
  const { parts } = desk;
  const { tools, staff, reference } = opened;
  const { locale, world } = tools;
  const linked = await findLinked(desk, opened, company);
  const records = [dossierRecord(desk, opened, say(locale, texts.first))];
  let left = mostCharacters - records.reduce((sum, each) => sum + lengthOf(each), 0);

  let more = linked.more;
  for (const each of linked.records) {
    if (left <= 0) {
      more++;
      continue;
    }
    // oxlint-disable-next-line no-await-in-loop -- one after the other: a dossier takes no more of the database than a page
    const found = await findDeskRecord(desk, each.reference, staff, tools, 'print');
    // A record that it names and that this reader does not see is not told of.
    if (!found) continue;
    const record = dossierRecord(desk, found, each.relation);
    left -= lengthOf(record);
    if (left > 0) records.push(record);
    else more++;
  }
  const [{ id = 0 } = {}] = await parts.database.run(nextPrinting);
  const number = numberOf({ id });
  const { now } = world;
  const at = sayInstant(now, locale, world.timeZone);
  const name = staff.name[locale];
  const institution = desk.sayInstitution(opened.readAs?.institution ?? staff.grants[0]?.institution ?? '', locale);
  const title = say(locale, records.length > 1 ? texts.dossier : texts.single, { reference });
  const data = dossierData(
    {
      locale,
      institution,
      title,
      footer: say(locale, texts.footer, { number, name, at }),
      printing: say(locale, texts.printing, { number, name, institution, at }),
      notice: say(locale, texts.notice),
      index: say(locale, texts.index),
      columns: [
        say(locale, texts.reference),
        say(locale, texts.name),
        say(locale, texts.state),
        say(locale, texts.page),
      ],
      records,
      leftOut: more > 0 ? [say(locale, texts.left, { count: more })] : [],
    },
    letterheadOf(parts.country, parts.config.url),
  );
  const pdf = await parts.pdf.renderLong('dossier', data, now);
  await parts.database.run(insertPrinting, [
    id,
    opened.record.id,
    staff.accountId,
    now,
    records.length,
    hash('sha256', pdf, 'buffer'),
  ]);
  return { pdf, number };
};
