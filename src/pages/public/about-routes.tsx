import { say } from '../../base/texts.ts';
import type { Parts } from '../parts.ts';
import type { Route } from '../route.ts';
import type { SendSamePage } from '../same-page.ts';
import { pageContext } from '../send-page.ts';
import { Page, Title } from '../ui/page.tsx';
import type { PageContext } from '../ui/page-context.ts';
import { accessibility, type AboutPage, howItWorks, privacy } from './about-texts.ts';
import { WayList } from './home-page.tsx';
import { homeTexts } from './home-texts.ts';

const pages: readonly { readonly path: string; readonly about: AboutPage }[] = [
  { path: '/how-it-works', about: howItWorks },
  { path: '/privacy', about: privacy },
  { path: '/accessibility', about: accessibility },
];

/** Pages of plain words about the portal itself. */
export const aboutRoutes = (parts: Parts, sendSame: SendSamePage): readonly Route[] =>
  pages.map(({ path, about }) => ({
    method: 'GET',
    path,
    access: 'public',
    handler: (request, reply) =>
      sendSame(request, reply, {
        address: path,
        of: '',
        hasForm: false,
        make: () => <About context={pageContext(parts, request)} about={about} />,
      }),
  }));

const About = ({ context, about }: { readonly context: PageContext; readonly about: AboutPage }) => {
  const { locale } = context;
  return (
    <Page context={context} title={about.title[locale]} backHref="/">
      <Title>{about.title[locale]}</Title>
      <p class="lead">{about.lead[locale]}</p>
      {about === howItWorks && (
        <>
          <h2>{say(locale, homeTexts.way)}</h2>
          <WayList locale={locale} />
        </>
      )}
      {about.sections.map(({ title, paragraphs }) => (
        <>
          <h2>{title[locale]}</h2>
          {paragraphs.map((paragraph) => (
            <p>{paragraph[locale]}</p>
          ))}
        </>
      ))}
    </Page>
  );
};
