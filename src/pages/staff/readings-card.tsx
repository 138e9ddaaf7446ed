import { say } from '../../base/texts.ts';
import { ReadingList } from '../readings.tsx';
import { readingsTexts as texts } from '../readings-texts.ts';
import { Card } from '../ui/card.tsx';
import type { Desk } from './desk.ts';
import type { DeskRecord, RecordExtras } from './record-data.ts';

/** Who has read the record, for those who oversee the service. */
export const ReadingsCard = ({
  desk,
  opened: { service, tools },
  extras: { readings },
}: {
  readonly desk: Desk;
  readonly opened: DeskRecord;
  readonly extras: RecordExtras;
}) =>
  readings && (
    <Card title={say(tools.locale, texts.staffTitle)}>
      <ReadingList
        service={service}
        readings={readings}
        tools={tools}
        sayRole={(role) => desk.sayRole(role, tools.locale, service)}
      />
    </Card>
  );
