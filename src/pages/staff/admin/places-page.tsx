import { locales, say } from '../../../base/texts.ts';
import { type DeclaredPlace, type Place, placeLevels } from '../../../territory/place.ts';
import type { Territory } from '../../../territory/territory.ts';
import { Alert } from '../../ui/alert.tsx';
import { Bdi } from '../../ui/bdi.tsx';
import { Actions, Button, ButtonLink } from '../../ui/button.tsx';
import { Card, EmptyState, FilterBar } from '../../ui/card.tsx';
import { SelectField } from '../../ui/choice-field.tsx';
import { LongDate } from '../../ui/date-time.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { Icon } from '../../ui/icon.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { Table } from '../../ui/table.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { type AdminContext, AdminForm, AdminPage } from './admin-page.tsx';
import { institutionPath, placeImportPath, placePath, placesPath } from './admin-paths.ts';
import { adminTexts } from './admin-texts.ts';
import { momentsOf, type ShownChange } from './change-words.tsx';
import { institutionsTexts } from './institutions-texts.ts';
import { placesTexts as texts } from './places-texts.ts';

const languages = { ar: adminTexts.nameAr, fr: adminTexts.nameFr, en: adminTexts.nameEn } as const;

export const PlacesPage = (props: {
  readonly context: AdminContext;
  readonly territory: Territory;
  readonly q: string;
  readonly level: string;
  readonly places: readonly Place[];
  readonly next: string | undefined;
}) => {
  const { context, territory, q, level, places, next } = props;
  const { locale } = context;
  return (
    <AdminPage context={context} title={say(locale, adminTexts.places)} lead={say(locale, texts.lead)}>
      <FilterBar label={say(locale, adminTexts.search)}>
        <TextField
          locale={locale}
          name="q"
          type="search"
          label={say(locale, institutionsTexts.searchLabel)}
          value={q}
        />
        <SelectField
          locale={locale}
          name="level"
          label={say(locale, texts.level)}
          value={level}
          options={placeLevels.map((value) => ({ value, label: say(locale, texts[value]) }))}
        />
        <Button icon="search" look="secondary">
          {say(locale, adminTexts.search)}
        </Button>
        <ButtonLink href={placeImportPath} icon="upload">
          {say(locale, texts.import)}
        </ButtonLink>
      </FilterBar>
      {places.length === 0 ? (
        <EmptyState icon="pin" title={say(locale, texts.nothingFound)}>
          <p>{say(locale, institutionsTexts.nothingFoundDetail)}</p>
        </EmptyState>
      ) : (
        <Table
          caption={say(locale, adminTexts.places)}
          isCaptionHidden
          rows={places}
          columns={[
            {
              label: say(locale, adminTexts.name),
              isHeader: true,
              cell: ({ code, name }) => (
                <a class="ds-link" href={placePath(code)}>
                  {name[locale]}
                </a>
              ),
            },
            { label: say(locale, adminTexts.code), cell: ({ code }) => <Bdi>{code}</Bdi> },
            { label: say(locale, texts.level), cell: ({ level: each }) => say(locale, texts[each]) },
            {
              label: say(locale, texts.liesIn),
              cell: ({ code }) =>
                territory
                  .ancestors(code)
                  .filter((above) => above.level !== 'country')
                  .map(({ name }) => name[locale])
                  .join(locale === 'ar' ? '، ' : ', ') || '–',
            },
            { label: say(locale, texts.pcode), cell: ({ pcode }) => (pcode ? <Bdi>{pcode}</Bdi> : '–') },
          ]}
        />
      )}
      {next !== undefined && (
        <Actions>
          <ButtonLink look="secondary" href={`${placesPath}?${new URLSearchParams({ q, level, page: next })}`}>
            {say(locale, texts.next50)}
          </ButtonLink>
        </Actions>
      )}
    </AdminPage>
  );
};

/** Another code that a place had or has, from when. */
export interface CodeStep {
  readonly from: string;
  readonly to: string;
  readonly at: Date;
}

export const PlacePage = (props: {
  readonly context: AdminContext;
  readonly territory: Territory;
  readonly place: DeclaredPlace;
  readonly steps: readonly CodeStep[];
  readonly history: readonly ShownChange[];
  readonly next: string;
  readonly problems: readonly FieldProblem[];
}) => {
  const { context, territory, place, steps, history, next, problems } = props;
  const { locale, timeZone } = context;
  const { code, name, level, parent, pcode, point, boundary, otherNames, retired, successor } = place;
  const institutions = territory.institutionsOf({}).filter((each) => each.place === code);
  const inside = territory.childPlaces(code).filter((each) => !each.retired);
  return (
    <AdminPage
      context={context}
      title={name[locale]}
      above={
        <>
          {say(locale, texts[level])} · <Bdi>{code}</Bdi>
        </>
      }
      problems={problems}
      crumbs={[{ href: placesPath, label: say(locale, adminTexts.places) }]}
    >
      {retired && (
        <Alert tone="info">
          <p>
            {successor ? (
              <a class="ds-link" href={placePath(successor)}>
                {say(locale, texts.nowCode, { code: successor })}
              </a>
            ) : (
              say(locale, texts.closed)
            )}
          </p>
        </Alert>
      )}
      <SummaryList
        locale={locale}
        rows={[
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
          {
            label: say(locale, texts.liesIn),
            value: parent && (
              <a class="ds-link" href={placePath(parent)}>
                {territory.findPlace(parent)?.name[locale] ?? parent}
              </a>
            ),
          },
          { label: say(locale, texts.pcode), value: pcode ? <Bdi>{pcode}</Bdi> : '–' },
          { label: say(locale, texts.otherNames), value: otherNames.length > 0 ? otherNames.join(' · ') : '–' },
          { label: say(locale, texts.point), value: point ? <Bdi>{`${point[1]}, ${point[0]}`}</Bdi> : '–' },
          { label: say(locale, texts.boundary), value: boundary ? say(locale, texts.hasBoundary) : '–' },
          { label: say(locale, texts.places), value: inside.length },
          {
            label: say(locale, texts.institutions),
            value:
              institutions.length === 0
                ? '–'
                : institutions.slice(0, 8).map((each) => (
                    <div>
                      <a class="ds-link" href={institutionPath(each.code)}>
                        {each.name[locale]}
                      </a>
                    </div>
                  )),
          },
        ]}
      />
      {!retired && (
        <Actions>
          <ButtonLink href={`${placePath(code)}/edit`} icon="edit">
            {say(locale, adminTexts.edit)}
          </ButtonLink>
        </Actions>
      )}
      <h2>{say(locale, texts.codes)}</h2>
      {steps.length > 0 && (
        <ul class="ds-list">
          {steps.map(({ from, to, at }) => (
            <li>
              <Bdi>{from}</Bdi> <Icon name="chevron" /> <Bdi>{to}</Bdi>{' '}
              <span class="quiet">
                {say(locale, texts.since)} <LongDate locale={locale} at={at} timeZone={timeZone} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {!retired && (
        <Card title={say(locale, texts.recode)}>
          <p>{say(locale, texts.recodeLead)}</p>
          <AdminForm context={context} action={`${placePath(code)}/recode`}>
            <TextField
              locale={locale}
              name="next"
              label={say(locale, texts.next)}
              value={next}
              dir="ltr"
              width="medium"
              maxLength={64}
              error={problems.find((problem) => problem.name === 'next')?.message}
            />
            <TextField
              locale={locale}
              name="note"
              label={say(locale, adminTexts.note)}
              hint={say(locale, adminTexts.noteHint)}
              maxLength={300}
              optional
            />
            <Actions>
              <Button look="secondary">{say(locale, texts.recode)}</Button>
            </Actions>
          </AdminForm>
        </Card>
      )}
      {history.length > 0 && (
        <>
          <h2>{say(locale, institutionsTexts.history)}</h2>
          <Timeline moments={momentsOf(history, context)} />
        </>
      )}
    </AdminPage>
  );
};
