import type { ComponentChildren } from 'preact';
import { say, type Text } from '../../../base/texts.ts';
import { Alert } from '../../ui/alert.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import type { Crumb } from '../../ui/navigation.tsx';
import type { PageContext } from '../../ui/page-context.ts';
import { Page, Title } from '../../ui/page.tsx';
import {
  adminPath,
  agreementsPath,
  apiKeysPath,
  calendarPath,
  changesPath,
  institutionsPath,
  jobsPath,
  keysPath,
  placesPath,
  settingsPath,
  storagePath,
} from './admin-paths.ts';
import { adminTexts as texts } from './admin-texts.ts';
import { agreementsTexts } from './agreements-texts.ts';
import { apiKeysTexts } from './api-keys-texts.ts';

/** What every page of administration is given. */
export interface AdminContext extends PageContext {
  readonly csrfToken: string;
  readonly timeZone: string;
  /** Administers the whole installation, not only some institutions. */
  readonly administersAll: boolean;
  /** What a kind of institution is called; its code where the country does not say. */
  readonly sayType: (type: string) => string;
  /** What was just done, if that led here. */
  readonly done: string | undefined;
}

interface AdminPageProps {
  readonly context: AdminContext;
  readonly title: string;
  readonly lead?: string | undefined;
  readonly above?: ComponentChildren;
  readonly problems?: readonly FieldProblem[] | undefined;
  readonly crumbs?: readonly Crumb[] | undefined;
  readonly children: ComponentChildren;
}

const sections: readonly { readonly href: string; readonly label: Text; readonly forAll: boolean }[] = [
  { href: adminPath, label: texts.overview, forAll: true },
  { href: institutionsPath, label: texts.institutions, forAll: false },
  { href: placesPath, label: texts.places, forAll: true },
  { href: calendarPath, label: texts.calendar, forAll: true },
  { href: settingsPath, label: texts.settings, forAll: true },
  { href: agreementsPath, label: agreementsTexts.title, forAll: false },
  { href: apiKeysPath, label: apiKeysTexts.title, forAll: false },
  { href: keysPath, label: texts.keys, forAll: true },
  { href: jobsPath, label: texts.jobs, forAll: true },
  { href: storagePath, label: texts.storage, forAll: true },
  { href: changesPath, label: texts.changes, forAll: true },
];

/** The frame of administration: its sections beside the page, above it on a phone. */
export const AdminPage = ({ context, title, lead, above, problems, crumbs, children }: AdminPageProps) => {
  const { locale, url, administersAll, done } = context;
  const path = url.split('?', 1)[0] ?? '';
  const current = sections
    .filter(({ href }) => path === href || (href !== adminPath && path.startsWith(href)))
    .at(-1)?.href;
  return (
    <Page context={context} title={title} layout="wide" problems={problems} crumbs={crumbs}>
      <div class="admin">
        <nav class="admin-sections" aria-label={say(locale, texts.sections)}>
          <ul>
            {sections
              .filter(({ forAll }) => administersAll || !forAll)
              .map(({ href, label }) => (
                <li>
                  <a href={href} aria-current={href === current ? 'page' : undefined}>
                    {say(locale, label)}
                  </a>
                </li>
              ))}
          </ul>
        </nav>
        <div class="admin-page">
          {done !== undefined && (
            <Alert tone="success" urgent>
              <p>{done}</p>
            </Alert>
          )}
          <Title above={above}>{title}</Title>
          {lead && <p class="lead">{lead}</p>}
          {children}
        </div>
      </div>
    </Page>
  );
};

/** A form of administration, with the token that keeps other sites from sending it. */
export const AdminForm = ({
  context,
  action,
  takesFiles,
  children,
}: {
  readonly context: AdminContext;
  readonly action: string;
  readonly takesFiles?: true;
  readonly children: ComponentChildren;
}) => (
  <form method="post" action={action} encType={takesFiles && 'multipart/form-data'} noValidate>
    <input type="hidden" name="_csrf" value={context.csrfToken} />
    {children}
  </form>
);
