import { say } from '../../base/texts.ts';
import type { PageNoun } from '../noun.ts';
import type { Desk } from '../staff/desk.ts';
import type { GatheredLink } from '../staff/gathered/gathered-data.ts';
import { titleOf } from '../staff/gathered/gathered-page.tsx';
import { gatheredPath, institutionPagePath } from '../staff/gathered/gathered-paths.ts';
import { gatheredTexts as texts } from '../staff/gathered/gathered-texts.ts';
import type { DeskRecord } from '../staff/record-data.ts';
import { StateTag } from '../staff/record-words.tsx';
import { Bdi } from '../ui/bdi.tsx';
import { Card } from '../ui/card.tsx';

/** What gathers around a record: those that name it, those of the same person, the institution that it concerns. */
export const links: PageNoun = {
  staffCard: (desk, opened, { gathered }) => {
    const { locale } = opened.tools;
    return gathered.length === 0 ? undefined : (
      <Card title={say(locale, texts.card)}>
        <ul class="plain-list">
          {gathered.map((link) => (
            <li>
              <LinkLine desk={desk} opened={opened} link={link} />
            </li>
          ))}
        </ul>
      </Card>
    );
  },
};

interface LinkProps {
  readonly desk: Desk;
  readonly opened: DeskRecord;
  readonly link: GatheredLink;
}

const LinkLine = ({ desk, opened, link }: LinkProps) => {
  const { reference, service, tools } = opened;
  const { locale } = tools;
  const { field, institution, total, newest } = link;
  if (institution !== undefined)
    return (
      <>
        <a class="ds-link" href={institutionPagePath(institution)}>
          {desk.sayInstitution(institution, locale)}
        </a>
        <span class="quiet">{say(locale, texts.institution)}</span>
      </>
    );
  return (
    <>
      <a class="ds-link" href={`${gatheredPath(reference)}${field ? `?by=${field.name}` : ''}`}>
        {titleOf(service, field, locale)}
      </a>
      {total !== undefined && <span class="quiet">{say(locale, texts.count, { count: total })}</span>}
      {newest.map((each) => (
        <span class="tags">
          <a class="ds-link" href={`/staff/records/${each.reference}`}>
            <Bdi>{each.reference}</Bdi>
          </a>
          <StateTag service={each.service} state={each.state} locale={locale} />
          <span class="quiet">{each.service.texts.record[locale]}</span>
        </span>
      ))}
    </>
  );
};
