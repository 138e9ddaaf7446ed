import { say, type Text } from '../../base/texts.ts';
import type { PageNoun } from '../noun.ts';
import { StateTag } from '../staff/record-words.tsx';
import { Bdi } from '../ui/bdi.tsx';
import { Card } from '../ui/card.tsx';

const texts = {
  title: { ar: 'طلبات تشير إلى هذا', fr: 'Dossiers qui renvoient ici', en: 'Records that point here' },
} as const satisfies Record<string, Text>;

/** The records that name this one in an answer; those that it names itself stand among its answers. */
export const links: PageNoun = {
  staffCard: (_desk, { tools: { locale } }, { linking }) =>
    linking.length === 0 ? undefined : (
      <Card title={say(locale, texts.title)}>
        <ul class="plain-list">
          {linking.map(({ reference, service, state, question }) => (
            <li>
              <span class="tags">
                <a class="ds-link" href={`/staff/records/${reference}`}>
                  <Bdi>{reference}</Bdi>
                </a>
                <StateTag service={service} state={state} locale={locale} />
              </span>
              <span class="quiet">
                {[service.texts.record[locale], question?.[locale]].filter((part) => part !== undefined).join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      </Card>
    ),
};
