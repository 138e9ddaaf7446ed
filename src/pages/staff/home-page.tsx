import { say, type Text } from '../../base/texts.ts';
import type { Staff } from '../../access/grant.ts';
import type { OwnScanRow } from '../../projections/record-desk-queries.ts';
import { Actions, ButtonLink } from '../ui/button.tsx';
import { CardGrid, EmptyState, LinkCard } from '../ui/card.tsx';
import { Page, Title } from '../ui/page.tsx';
import type { PageContext } from '../ui/page-context.ts';
import { SummaryList } from '../ui/summary-list.tsx';
import { Table } from '../ui/table.tsx';
import type { Desk } from './desk.ts';
import { accountPath } from './account/account-paths.ts';
import { accountTexts } from './account/account-texts.ts';
import { absenceTexts } from './people/absence-texts.ts';
import { absencePath, deputyPath } from './people/people-paths.ts';
import { peopleTexts } from './people/people-texts.ts';
import { staffTexts } from './staff-texts.ts';
import { homeTexts as texts, verdictTexts } from './home-texts.ts';

interface HomePageProps {
  readonly context: PageContext;
  readonly staff: Staff;
  readonly checksDocuments: boolean;
  readonly scans: readonly OwnScanRow[];
}

/** The first page of somebody whose work is not on records: checking documents, or nothing yet. */
export const HomePage = ({ context, staff, checksDocuments, scans }: HomePageProps) => {
  const { locale } = context;
  const title = say(locale, texts.title, { name: staff.name[locale] });
  return (
    <Page context={context} title={title} layout="wide">
      <Title>{title}</Title>
      {checksDocuments ? (
        <>
          <p class="lead">{say(locale, texts.verifyDetail)}</p>
          <Actions>
            <ButtonLink href="/verify" icon="qr">
              {say(locale, texts.verify)}
            </ButtonLink>
          </Actions>
          <h2>{say(locale, texts.scans)}</h2>
          <Scans context={context} scans={scans} />
        </>
      ) : (
        <Places context={context} />
      )}
    </Page>
  );
};

/** Where somebody without records works: all that the bar leads to, beside this page and the person's own. */
const Places = ({ context: { locale, staff } }: Pick<HomePageProps, 'context'>) => {
  const places = staff?.items.filter(({ href }) => href !== '/staff' && href !== '/staff/me') ?? [];
  return places.length === 0 ? (
    <EmptyState icon="person" title={say(locale, texts.nothingTitle)}>
      <p>{say(locale, texts.nothingDetail)}</p>
    </EmptyState>
  ) : (
    <CardGrid>
      {places.map(({ href, label }) => (
        <LinkCard href={href} title={label} />
      ))}
    </CardGrid>
  );
};

const Scans = ({ context: { locale }, scans }: Pick<HomePageProps, 'context' | 'scans'>) => {
  if (scans.length === 0)
    return (
      <EmptyState icon="qr" title={say(locale, texts.noScans)}>
        <p>{say(locale, texts.noScansDetail)}</p>
      </EmptyState>
    );
  const sum = {
    verdict: '',
    total: scans.reduce((all, { total }) => all + total, 0),
    today: scans.reduce((all, { today }) => all + today, 0),
  };
  const verdictOf = (verdict: string) =>
    verdict === '' ? <strong>{say(locale, texts.total)}</strong> : (verdictTexts[verdict]?.[locale] ?? verdict);
  return (
    <Table
      caption={say(locale, texts.scans)}
      isCaptionHidden
      rows={[...scans, ...(scans.length > 1 ? [sum] : [])]}
      columns={[
        { label: say(locale, texts.scansFound), isHeader: true, cell: ({ verdict }) => verdictOf(verdict) },
        { label: say(locale, texts.today), isNumber: true, cell: ({ today }) => today },
        { label: say(locale, texts.total), isNumber: true, cell: ({ total }) => total },
      ]}
    />
  );
};

/** Who is signed in, and what this person may do where. */
export const MePage = ({
  context,
  desk,
  staff,
  names,
}: {
  readonly context: PageContext;
  readonly desk: Desk;
  readonly staff: Staff;
  /** For whom it stands in, by account. */
  readonly names: ReadonlyMap<string, Text>;
}) => {
  const { locale } = context;
  const title = say(locale, texts.me);
  const services = desk.parts.catalogue.known.map(({ service }) => service);
  return (
    <Page context={context} title={title} layout="wide">
      <Title>{title}</Title>
      <SummaryList
        locale={locale}
        rows={[
          { label: say(locale, texts.name), value: staff.name[locale] },
          { label: say(locale, texts.email), value: <bdi dir="ltr">{staff.email}</bdi> },
        ]}
      />
      <p>
        <a class="ds-link" href={accountPath}>
          {say(locale, accountTexts.title)}
        </a>
      </p>
      <p>
        <a class="ds-link" href={deputyPath}>
          {say(locale, peopleTexts.deputyTitle)}
        </a>
      </p>
      <p>
        <a class="ds-link" href={absencePath}>
          {say(locale, absenceTexts.title)}
        </a>
      </p>
      {staff.grants.length === 0 ? (
        <EmptyState icon="lock" title={say(locale, texts.noRoles)} />
      ) : (
        <>
          <Table
            caption={say(locale, texts.roles)}
            rows={staff.grants}
            columns={[
              {
                label: say(locale, texts.role),
                isHeader: true,
                cell: ({ role, for: whose }) =>
                  desk.nameRole(role, locale) +
                  (whose === undefined
                    ? ''
                    : ` (${say(locale, staffTexts.forWhom, { name: names.get(whose)?.[locale] ?? say(locale, staffTexts.colleague) })})`),
              },
              {
                label: say(locale, texts.institution),
                cell: ({ institution }) => desk.sayInstitution(institution, locale),
              },
              {
                label: say(locale, texts.services),
                cell: ({ services: ids }) =>
                  ids === null
                    ? say(locale, texts.allServices)
                    : ids
                        .map((id) => services.find((service) => service.id === id)?.texts.title[locale] ?? id)
                        .join(' · '),
              },
            ]}
          />
          <p class="quiet">{say(locale, texts.covers)}</p>
        </>
      )}
    </Page>
  );
};
