import { say } from '../../../base/texts.ts';
import { Alert } from '../../ui/alert.tsx';
import { CardGrid, LinkCard } from '../../ui/card.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icons.ts';
import { type AdminContext, AdminPage } from './admin-page.tsx';
import { adminTexts } from './admin-texts.ts';
import type { Attention } from './attention.ts';
import { overviewTexts as texts } from './overview-texts.ts';

export interface SectionCard {
  readonly href: string;
  readonly icon: IconName;
  readonly title: string;
  readonly detail: string;
}

/** The first page of administration. */
export const OverviewPage = ({
  context,
  attention,
  cards,
}: {
  readonly context: AdminContext;
  readonly attention: readonly Attention[];
  readonly cards: readonly SectionCard[];
}) => {
  const { locale } = context;
  return (
    <AdminPage context={context} title={say(locale, adminTexts.administration)} lead={say(locale, texts.lead)}>
      {attention.length === 0 ? (
        <Alert tone="success" title={say(locale, texts.calm)}>
          <p>{say(locale, texts.calmDetail)}</p>
        </Alert>
      ) : (
        <section aria-labelledby="attention">
          <h2 id="attention">
            {say(locale, texts.attention)} <span class="count">{attention.length}</span>
          </h2>
          <ul class="attention">
            {attention.map(({ tone, icon, words, href }) => (
              <li data-color={tone}>
                <Icon name={icon} />
                <span dir="auto">{words}</span>
                <a class="ds-link" href={href}>
                  {say(locale, texts.see)}
                  <span class="ds-sr-only"> – {words}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <h2>{say(locale, texts.all)}</h2>
      <CardGrid>
        {cards.map(({ href, icon, title, detail }) => (
          <LinkCard href={href} icon={icon} title={title}>
            {detail}
          </LinkCard>
        ))}
      </CardGrid>
    </AdminPage>
  );
};
