import { say } from '../../base/texts.ts';
import type { Service } from '../../definition/service.ts';
import { Actions, ButtonLink } from '../ui/button.tsx';
import { CardGrid, LinkCard } from '../ui/card.tsx';
import { type IconName, icons } from '../ui/icons.ts';
import { Band, Hero, Page } from '../ui/page.tsx';
import type { PageContext } from '../ui/page-context.ts';
import { homeTexts as texts, wayTexts } from './home-texts.ts';
import { requestsPath } from './requests-page.tsx';
import { requestsTexts } from './requests-texts.ts';
import { servicePath } from './service-of.ts';
import { TrackFields } from './track-page.tsx';

interface HomePageProps {
  readonly context: PageContext;
  readonly csrfToken: string;
  readonly services: readonly Service[];
  readonly exampleReference: string;
}

export const HomePage = ({ context, csrfToken, services, exampleReference }: HomePageProps) => {
  const { locale, portal } = context;
  return (
    <Page context={context} title={say(locale, texts.title)} layout="home">
      <Hero title={say(locale, portal.name)} lead={say(locale, texts.lead)}>
        <Actions>
          <ButtonLink href="#services">{say(locale, texts.services)}</ButtonLink>
          <ButtonLink href="/track" look="secondary" icon="search">
            {say(locale, texts.track)}
          </ButtonLink>
        </Actions>
      </Hero>
      <Band>
        <h2 id="services">{say(locale, texts.services)}</h2>
        <CardGrid>
          {services.map(({ id, icon, texts: { title, summary } }) => (
            <LinkCard href={servicePath(id)} title={title[locale]} icon={iconOf(icon)}>
              {summary[locale]}
            </LinkCard>
          ))}
          <LinkCard href="/verify" title={say(locale, texts.verify)} icon="qr">
            {say(locale, texts.verifyDetail)}
          </LinkCard>
        </CardGrid>
      </Band>
      <Band>
        <h2>{say(locale, texts.track)}</h2>
        <form class="track-box" method="post" action="/track" noValidate>
          <TrackFields locale={locale} csrfToken={csrfToken} exampleReference={exampleReference} />
        </form>
        <p>
          <a class="ds-link" href={requestsPath}>
            {say(locale, requestsTexts.signIn)}
          </a>
        </p>
      </Band>
      <Band>
        <h2>{say(locale, texts.howItWorks)}</h2>
        <WayList locale={locale} />
        <p>
          <a class="ds-link" href="/how-it-works">
            {say(locale, texts.more)}
          </a>
        </p>
      </Band>
    </Page>
  );
};

/** The way of a request in numbered steps. */
export const WayList = ({ locale }: { readonly locale: PageContext['locale'] }) => (
  <ol class="ways">
    {wayTexts.map(({ title, detail }) => (
      <li>
        <h3>{title[locale]}</h3>
        <p>{detail[locale]}</p>
      </li>
    ))}
  </ol>
);

/** The picture that a declaration names, where there is one of that name. */
const iconOf = (name: string | undefined): IconName =>
  name !== undefined && name in icons ? (name as IconName) : 'document';
