import { locales, say } from '../../base/texts.ts';
import { Emblem, Icon } from './icon.tsx';
import type { PageContext, StaffBar } from './page-context.ts';
import { uiTexts } from './ui-texts.ts';

export const languageNames = { ar: 'العربية', fr: 'Français', en: 'English' } as const;

/** The same address in another language. */
export const inLanguage = (url: string, locale: string): string => {
  const [path = '/', query = ''] = url.split('?', 2);
  const parameters = new URLSearchParams(query);
  parameters.set('lang', locale);
  return `${path}?${parameters}`;
};

export const pageHeader = ({ locale, url, portal, staff }: PageContext) => (
  <header class="site-header">
    {portal.isDemo && demoBanner(locale)}
    <div class="wrap site-header-row">
      <a class="brand" href={staff ? '/staff' : '/'}>
        {portal.logo ? <img class="emblem" src={portal.logo} alt="" width="44" height="44" /> : <Emblem />}
        <span>
          <span class="brand-owner">{say(locale, portal.owner)}</span>
          <span class="brand-name">{say(locale, portal.name)}</span>
        </span>
      </a>
      <nav class="languages" aria-label={say(locale, uiTexts.languages)}>
        {(portal.languages ?? locales)
          .filter((other) => other !== locale)
          .map((other) => (
            <a href={inLanguage(url, other)} lang={other} hreflang={other}>
              {languageNames[other]}
            </a>
          ))}
      </nav>
    </div>
    {staff && staffBar(staff, say(locale, uiTexts.staffNavigation), say(locale, uiTexts.signOut))}
  </header>
);

const staffBar = (staff: StaffBar, label: string, signOut: string) => (
  <div class="staff-bar">
    <div class="wrap staff-bar-row">
      <nav aria-label={label}>
        <ul>
          {staff.items.map(({ href, label: name, isCurrent, count }) => (
            <li>
              <a href={href} aria-current={isCurrent ? 'page' : undefined}>
                {name}
                {count !== undefined && <span class="count">{count}</span>}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <form class="who" method="post" action={staff.signOutAction}>
        <input type="hidden" name="_csrf" value={staff.csrfToken} />
        <a class="bell" href={staff.news.href} data-stream={staff.news.stream}>
          <Icon name="bell" />
          <span class="count" aria-hidden="true" hidden={staff.news.unread === ''}>
            {staff.news.unread}
          </span>
          <span class="ds-sr-only">{staff.news.label}</span>
        </a>
        <Icon name="person" />
        <span class="who-name">
          <strong>{staff.personName}</strong> <span>{staff.institutionName}</span>
        </span>
        <button class="plain" type="submit">
          {signOut}
        </button>
      </form>
    </div>
  </div>
);

const demoBanner = (locale: PageContext['locale']) => (
  <p class="demo">
    <span class="wrap">
      <strong>{say(locale, uiTexts.demo)}</strong> <span class="demo-detail">{say(locale, uiTexts.demoDetail)}</span>
    </span>
  </p>
);

export const pageFooter = ({ locale, portal }: PageContext) => (
  <footer class="site-footer">
    <div class="wrap">
      {portal.footer.length > 0 && (
        <nav aria-label={say(locale, uiTexts.footer)}>
          <ul>
            {portal.footer.map(({ href, label }) => (
              <li>
                <a class="ds-link" data-color="neutral" href={href}>
                  {say(locale, label)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <p class="footer-owner">
        <Emblem />
        <span>
          {say(locale, portal.owner)}
          <br />
          {say(locale, portal.name)}
        </span>
      </p>
    </div>
  </footer>
);
