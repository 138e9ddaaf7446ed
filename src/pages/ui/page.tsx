import type { ComponentChildren } from 'preact';
import { directionOf, say } from '../../base/texts.ts';
import { ErrorSummary, type FieldProblem } from './error-summary.tsx';
import { BackLink, Breadcrumbs, type Crumb } from './navigation.tsx';
import type { PageContext } from './page-context.ts';
import { pageFooter, pageHeader } from './page-header.tsx';
import { uiTexts } from './ui-texts.ts';

interface PageProps {
  readonly context: PageContext;
  readonly title: string;
  /** What was refused: shown above the h1 and announced in the title. */
  readonly problems?: readonly FieldProblem[] | undefined;
  /** `form`: a column that reads well; `wide`: lists and records; `home`: full-bleed parts bring their own width. */
  readonly layout?: 'form' | 'wide' | 'home' | undefined;
  readonly crumbs?: readonly Crumb[] | undefined;
  readonly backHref?: string | undefined;
  /** Scripts that enhance this page; it is complete without them. */
  readonly islands?: readonly string[] | undefined;
  /** More for the head, such as a web app manifest. */
  readonly head?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** Tells people who are signed in what changes while a page is open. */
const liveIsland = 'live';

/** Also before somebody has signed in. */
const isDesk = (url: string): boolean => /^\/staff(?![^/?])/.test(url);

/** The frame of every page. */
export const Page = ({
  context,
  title,
  problems = [],
  layout = 'form',
  crumbs,
  backHref,
  islands = [],
  head,
  children,
}: PageProps) => {
  const { locale, url, portal, assets, staff } = context;
  const direction = directionOf(locale);
  return (
    <html lang={locale} dir={direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${problems.length > 0 ? `${say(locale, uiTexts.errorPrefix)} ` : ''}${title} – ${say(locale, portal.name)}`}</title>
        {assets.fonts(direction).map((href) => (
          <link rel="preload" as="font" type="font/woff2" href={href} crossorigin="anonymous" />
        ))}
        <link rel="stylesheet" href={assets.css(direction)} />
        {(staff || isDesk(url)) && <link rel="stylesheet" href={assets.deskCss(direction)} />}
        {portal.theme && <link rel="stylesheet" href={portal.theme} />}
        <link rel="icon" href={assets.icon} type="image/svg+xml" />
        <meta name="theme-color" content={portal.colour ?? assets.colour} />
        {head}
        {[...(staff ? [liveIsland] : []), ...islands].flatMap((name) => {
          const { src, preload } = assets.island(name);
          return [
            ...preload.map((href) => <link rel="modulepreload" href={href} />),
            <script type="module" src={src} />,
          ];
        })}
      </head>
      <body class={staff ? 'staff' : undefined}>
        <a class="ds-skip-link" href="#main">
          {say(locale, uiTexts.skipToContent)}
        </a>
        {pageHeader(context)}
        {(crumbs || backHref) && (
          <div class="wrap way">
            {crumbs && <Breadcrumbs locale={locale} crumbs={crumbs} />}
            {backHref && (
              <nav aria-label={say(locale, uiTexts.back)}>
                <BackLink locale={locale} href={backHref} />
              </nav>
            )}
          </div>
        )}
        <main id="main" class={layout === 'home' ? 'home' : `wrap ${layout}`} tabIndex={-1}>
          {problems.length > 0 && <ErrorSummary locale={locale} problems={problems} />}
          {children}
        </main>
        {pageFooter(context)}
      </body>
    </html>
  );
};

/** The first screen of a portal: its name as a promise, and the ways in. */
export const Hero = ({
  title,
  lead,
  children,
}: {
  readonly title: string;
  readonly lead?: string | undefined;
  readonly children?: ComponentChildren;
}) => (
  <div class="hero">
    <div class="wrap">
      <h1>{title}</h1>
      {lead && <p class="lead">{lead}</p>}
      {children}
    </div>
  </div>
);

/** A part of a `home` page. */
export const Band = ({ children }: { readonly children: ComponentChildren }) => (
  <section class="wrap band">{children}</section>
);

/** The page's h1, with the service or record it belongs to above. */
export const Title = ({
  children,
  above,
}: {
  readonly children: ComponentChildren;
  readonly above?: ComponentChildren;
}) => (
  <div class="title">
    {above && <p class="above">{above}</p>}
    <h1>{children}</h1>
  </div>
);

/** Main matter beside what accompanies it: below it on a phone. */
export const Columns = ({
  children,
  aside,
  asideLabel,
}: {
  readonly children: ComponentChildren;
  readonly aside: ComponentChildren;
  readonly asideLabel: string;
}) => (
  <div class="columns">
    <div>{children}</div>
    <aside aria-label={asideLabel}>{aside}</aside>
  </div>
);
