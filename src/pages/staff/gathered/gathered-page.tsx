import { say } from '../../../base/texts.ts';
import type { Field } from '../../../definition/service.ts';
import type { Institution } from '../../../territory/place.ts';
import { Bdi } from '../../ui/bdi.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/card.tsx';
import { Page, Title } from '../../ui/page.tsx';
import type { PageContext } from '../../ui/page-context.ts';
import { SummaryList } from '../../ui/summary-list.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Chips } from '../chips.tsx';
import { ClosedAnswers } from '../closed-answers.tsx';
import type { Desk, Work } from '../desk.ts';
import type { DeskRecord } from '../record-data.ts';
import type { Gathered } from '../../../projections/gathered.ts';
import type { FieldTools } from '../../fields/field-page.ts';
import { GatheredList } from './gathered-list.tsx';
import { gatheredPath, institutionPagePath, institutionSearchPath } from './gathered-paths.ts';
import { gatheredTexts as texts } from './gathered-texts.ts';

export interface ListPart {
  readonly gathered: Gathered;
  readonly service: string;
  readonly isContinued: boolean;
}

const parametersOf = (own: Readonly<Record<string, string>>, more: Readonly<Record<string, string | undefined>>) => {
  const all = Object.entries({ ...own, ...more }).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return all.length === 0 ? '' : `?${new URLSearchParams(all as string[][])}`;
};

/** How a set of records is called that gathers under an answer, or under the record itself. */
export const titleOf = (
  service: { readonly applicant: { readonly phone?: string | undefined } },
  field: Field | undefined,
  locale: PageContext['locale'],
): string => {
  if (!field) return say(locale, texts.pointHere);
  return field.type === 'phone' || field.name === service.applicant.phone
    ? say(locale, texts.samePhone)
    : say(locale, texts.sameAs, { question: field.label[locale] });
};

interface GatheredPageProps {
  readonly context: PageContext;
  readonly desk: Desk;
  readonly work: Work;
  readonly opened: DeskRecord;
  readonly field: Field | undefined;
  readonly part: ListPart;
}

/** All that gathers around a record. */
export const GatheredPage = ({ context, desk, work, opened, field, part }: GatheredPageProps) => {
  const { locale } = context;
  const { reference, service, tools } = opened;
  const title = titleOf(service, field, locale);
  return (
    <Page
      context={context}
      title={`${title} – ${reference}`}
      layout="wide"
      crumbs={[{ label: reference, href: `/staff/records/${reference}` }]}
    >
      <Title above={say(locale, texts.pageOf, { reference })}>{title}</Title>
      <GatheredList
        {...{ desk, work, tools, ...part }}
        href={(more) => `${gatheredPath(reference)}${parametersOf({ by: field?.name ?? '' }, { ...more })}`}
      />
    </Page>
  );
};

/** Instead of what gathers under an answer that is closed: who looks says what for. */
export const OpenSubjectPage = ({
  context,
  csrfToken,
  opened,
  field,
}: Pick<GatheredPageProps, 'context' | 'opened'> & { readonly csrfToken: string; readonly field: Field }) => {
  const { locale } = context;
  const { reference } = opened;
  return (
    <Page context={context} title={say(locale, texts.firstTitle)} backHref={`/staff/records/${reference}`}>
      <Title above={field.label[locale]}>{say(locale, texts.firstTitle)}</Title>
      <p>{say(locale, texts.first)}</p>
      <ClosedAnswers
        isAlone
        opened={opened}
        csrfToken={csrfToken}
        back={`${gatheredPath(reference)}?by=${field.name}`}
      />
    </Page>
  );
};

export const institutionViews = ['concerns', 'basket'] as const;
export type InstitutionView = (typeof institutionViews)[number];

interface InstitutionProps {
  readonly context: PageContext;
  readonly desk: Desk;
  readonly work: Work;
  readonly tools: FieldTools;
  readonly institution: Institution;
  readonly view: InstitutionView;
  /** How many records each view has. */
  readonly totals: Readonly<Record<InstitutionView, number>>;
  readonly part: ListPart;
}

/** What is known of an institution: what it is, what was said of it and asked of it, across services. */
export const InstitutionRecordsPage = (props: InstitutionProps) => {
  const { context, desk, work, tools, institution, view, totals, part } = props;
  const { locale } = context;
  const { code, name, type, parent, place, contact = {} } = institution;
  const path = institutionPagePath(code);
  const { phone, email } = contact;
  return (
    <Page
      context={context}
      title={name[locale]}
      layout="wide"
      crumbs={[{ label: say(locale, texts.institutions), href: institutionSearchPath }]}
    >
      <Title above={desk.parts.country.institutionTypes[type]?.[locale] ?? type}>{name[locale]}</Title>
      <SummaryList
        locale={locale}
        rows={[
          ...(parent === undefined
            ? []
            : [
                {
                  label: say(locale, texts.above),
                  value: (
                    <a class="ds-link" href={institutionPagePath(parent)}>
                      {desk.sayInstitution(parent, locale)}
                    </a>
                  ),
                },
              ]),
          ...(place === undefined
            ? []
            : [{ label: say(locale, texts.place), value: tools.world.findPlace(place)?.name[locale] ?? place }]),
          ...(phone === undefined && email === undefined
            ? []
            : [
                {
                  label: say(locale, texts.contact),
                  value: (
                    <span class="two-lines">
                      {phone !== undefined && <Bdi>{phone}</Bdi>}
                      {email !== undefined && <Bdi>{email}</Bdi>}
                    </span>
                  ),
                },
              ]),
        ]}
      />
      <Chips
        label={say(locale, texts.views)}
        chips={institutionViews.map((each) => ({
          href: each === 'concerns' ? path : `${path}?view=${each}`,
          label: say(locale, each === 'concerns' ? texts.concerns : texts.withIt),
          count: totals[each],
          isCurrent: each === view,
        }))}
      />
      <GatheredList
        {...{ desk, work, tools, ...part }}
        href={(more) => `${path}${parametersOf({ view: view === 'concerns' ? '' : view }, { ...more })}`}
      />
    </Page>
  );
};

/** Finds the institution whose page one wants. */
export const InstitutionSearchPage = ({
  context,
  desk,
  q,
  found,
}: {
  readonly context: PageContext;
  readonly desk: Desk;
  readonly q: string;
  readonly found: readonly Institution[];
}) => {
  const { locale } = context;
  return (
    <Page context={context} title={say(locale, texts.institutions)} backHref="/staff">
      <Title>{say(locale, texts.institutions)}</Title>
      <form method="get" role="search" class="stack">
        <TextField
          locale={locale}
          name="q"
          type="search"
          label={say(locale, texts.find)}
          hint={say(locale, texts.findHint)}
          value={q}
        />
        <Button look="secondary" icon="search">
          {say(locale, texts.search)}
        </Button>
      </form>
      {found.length === 0 ? (
        <EmptyState icon="search" title={say(locale, texts.noInstitution)} />
      ) : (
        <ul class="plain-list">
          {found.map(({ code, name, type, place }) => (
            <li>
              <a class="ds-link" href={institutionPagePath(code)}>
                {name[locale]}
              </a>
              <span class="quiet">
                {[
                  desk.parts.country.institutionTypes[type]?.[locale] ?? type,
                  place === undefined ? undefined : desk.parts.territory.findPlace(place)?.name[locale],
                ]
                  .filter((part) => part !== undefined)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
};
