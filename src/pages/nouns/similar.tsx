import { say } from '../../base/texts.ts';
import { nameOfRecord } from '../../form/applicant.ts';
import { referenceOf } from '../../events/reference.ts';
import type { PageNoun } from '../noun.ts';
import { StateTag } from '../staff/record-words.tsx';
import { Bdi } from '../ui/bdi.tsx';
import { Card } from '../ui/card.tsx';
import { similarTexts as texts } from './similar-texts.ts';

/** Records that may be about the same, with why. */
export const similar: PageNoun = {
  staffCard: (_desk, { tools }, { similar: found }) => {
    const { locale } = tools;
    return found.length === 0 ? undefined : (
      <Card title={say(locale, texts.title)}>
        <ul class="plain-list">
          {found.map(({ row, because, service }) => {
            const reference = referenceOf(service.referencePrefix, row.id);
            const name = nameOfRecord(service, row.data, tools);
            const why = because.map((likeness) => say(locale, texts[likeness]));
            return (
              <li>
                <span class="tags">
                  <a class="ds-link" href={`/staff/records/${reference}`}>
                    <Bdi>{reference}</Bdi>
                  </a>
                  <StateTag service={service} state={row.state} locale={locale} />
                </span>
                <span class="quiet">
                  {name !== undefined && (
                    <>
                      <bdi>{name}</bdi> ·{' '}
                    </>
                  )}
                  {why.join(' · ')}
                </span>
              </li>
            );
          })}
        </ul>
      </Card>
    );
  },
};
