import { locales, say } from '../../../base/texts.ts';
import type { Institution } from '../../../territory/place.ts';
import { Alert } from '../../ui/alert.tsx';
import { Bdi } from '../../ui/bdi.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { CardGrid, LinkCard } from '../../ui/card.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import type { AdminDesk } from './admin-desk.ts';
import { type AdminContext, AdminPage } from './admin-page.tsx';
import { institutionPath, institutionsPath, placePath } from './admin-paths.ts';
import { adminTexts } from './admin-texts.ts';
import { momentsOf, type ShownChange } from './change-words.tsx';
import type { InstitutionFacts } from './institution-facts.ts';
import { institutionsTexts as texts } from './institutions-texts.ts';
import { StateTag } from './institutions-page.tsx';

const languages = { ar: adminTexts.nameAr, fr: adminTexts.nameFr, en: adminTexts.nameEn } as const;

interface Props {
  readonly context: AdminContext;
  readonly desk: AdminDesk;
  readonly institution: Institution;
  readonly facts: InstitutionFacts;
  readonly history: readonly ShownChange[];
  readonly problems: readonly FieldProblem[];
}

/** One institution: what it is, what hangs on it, what was changed, and what can be done. */
export const InstitutionPage = ({ context, desk, institution, facts, history, problems }: Props) => {
  const { locale } = context;
  const { territory } = desk.parts;
  const { code, name, type, parent, place, contact = {}, retired, successors = [] } = institution;
  const linkTo = (other: string) => (
    <a class="ds-link" href={institutionPath(other)}>
      {territory.findInstitution(other)?.name[locale] ?? other}
    </a>
  );
  const children = [...territory.subtree(code)].filter(
    (each) => territory.findInstitution(each)?.parent === code && !territory.findInstitution(each)?.retired,
  );
  return (
    <AdminPage
      context={context}
      title={name[locale]}
      above={<Bdi>{code}</Bdi>}
      problems={problems}
      crumbs={[{ href: institutionsPath, label: say(locale, adminTexts.institutions) }]}
    >
      {successors.length > 0 && (
        <Alert tone="info">
          <p>
            {say(locale, texts.succeededBy, {
              names: successors.map((each) => territory.findInstitution(each)?.name[locale] ?? each).join(', '),
            })}
          </p>
        </Alert>
      )}
      <SummaryList
        locale={locale}
        rows={[
          { label: say(locale, texts.state), value: <StateTag locale={locale} institution={institution} /> },
          ...locales
            .filter((each) => each !== locale)
            .map((each) => ({
              label: say(locale, languages[each]),
              value: (
                <span lang={each} dir="auto">
                  {name[each]}
                </span>
              ),
            })),
          { label: say(locale, texts.type), value: context.sayType(type) },
          { label: say(locale, texts.parent), value: parent ? linkTo(parent) : say(locale, texts.noParent) },
          {
            label: say(locale, texts.place),
            value: place && (
              <a class="ds-link" href={placePath(place)}>
                {desk.sayPlace(place, locale)} (<Bdi>{place}</Bdi>)
              </a>
            ),
          },
          {
            label: say(locale, texts.contact),
            value:
              Object.keys(contact).length > 0 ? (
                <>
                  {contact.phone && (
                    <div>
                      <bdi dir="ltr">{contact.phone}</bdi>
                    </div>
                  )}
                  {contact.email && (
                    <div>
                      <bdi dir="ltr">{contact.email}</bdi>
                    </div>
                  )}
                  {contact.address && <div dir="auto">{contact.address}</div>}
                </>
              ) : undefined,
          },
          {
            label: say(locale, texts.records),
            value: say(locale, texts.recordsCount, { all: facts.records, open: facts.open }),
          },
          { label: say(locale, texts.people), value: facts.grants.length },
          {
            label: say(locale, texts.below),
            value:
              children.length === 0 ? (
                say(locale, texts.belowCount, { count: 0 })
              ) : children.length > mostNamed ? (
                <a class="ds-link" href={`${institutionsPath}?q=&type=&under=${encodeURIComponent(code)}`}>
                  {say(locale, texts.belowCount, { count: children.length })}
                </a>
              ) : (
                children.map((child) => <div>{linkTo(child)}</div>)
              ),
          },
        ]}
      />
      {!retired && (
        <>
          <h2>{say(locale, texts.actions)}</h2>
          <p>
            <ButtonLink href={`${institutionPath(code)}/edit`} icon="edit">
              {say(locale, adminTexts.edit)}
            </ButtonLink>
          </p>
          <CardGrid>
            <LinkCard href={`${institutionPath(code)}/merge`} icon="people" title={say(locale, texts.merge)}>
              {say(locale, texts.mergeDetail)}
            </LinkCard>
            <LinkCard href={`${institutionPath(code)}/split`} icon="building" title={say(locale, texts.split)}>
              {say(locale, texts.splitDetail)}
            </LinkCard>
            <LinkCard href={`${institutionPath(code)}/close`} icon="lock" title={say(locale, texts.close)}>
              {say(locale, texts.closeDetail)}
            </LinkCard>
          </CardGrid>
        </>
      )}
      <h2>{say(locale, texts.history)}</h2>
      {history.length === 0 ? (
        <p class="quiet">{say(locale, texts.noHistory)}</p>
      ) : (
        <Timeline moments={momentsOf(history, context)} />
      )}
    </AdminPage>
  );
};

const mostNamed = 12;
