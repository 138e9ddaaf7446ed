import { behaviourOf } from '../../form/fields/all.ts';
import { mayBeNamed, sayShown } from '../../form/fields/record.ts';
import type { ReferredRecord } from '../../form/world.ts';
import { Bdi } from '../ui/bdi.tsx';
import { chosenFrom } from './chosen.tsx';
import type { FieldPage, FieldTools } from './field-page.ts';
import type { FieldOf } from '../../definition/service.ts';
import { recordWords } from './offer-texts.ts';
import type { Offer } from './offers.ts';

type RecordField = FieldOf<'record'>;

const chosen = chosenFrom<'record'>(
  {
    words: recordWords,
    looksAt: () => [],
    // There is always more than stands on a page: it is searched, as was looked up before.
    search: (field, { q = '' }, tools) => ({
      offers: (q === '' ? [] : (tools.world.foundRecords?.(field, q) ?? []))
        .filter((found) => mayBeNamed(field, found))
        .map((found) => offerOf(found, field, tools)),
      next: q === '' ? 'search' : undefined,
    }),
    find: (value, field, tools) => {
      const found = tools.world.findRecord?.(value);
      return found && offerOf(found, field, tools);
    },
  },
  { fewOptions: 0 },
);

export const record: FieldPage<'record', string> = {
  ...chosen,
  show: (value, field, tools) => {
    const found = tools.world.findRecord?.(value);
    const shown = found ? sayShown(behaviourOf, field, found, tools.locale, tools.world) : '';
    return (
      <>
        <Bdi>{value}</Bdi>
        {shown !== '' && <span class="where"> {shown}</span>}
      </>
    );
  },
};

const offerOf = (found: ReferredRecord, field: RecordField, { locale, world }: FieldTools): Offer => ({
  value: found.reference,
  name: { ar: found.reference, fr: found.reference, en: found.reference },
  where: sayShown(behaviourOf, field, found, locale, world),
});
