import { mayEnter } from '../../access/entry-access.ts';
import { mayImport } from '../../access/import-access.ts';
import { say } from '../../base/texts.ts';
import { mayAct } from '../../projections/worklist-scope.ts';
import type { FieldTools } from '../fields/field-page.ts';
import { importableServices } from '../import-desk.ts';
import { importTexts } from '../import-texts.ts';
import { Alert } from '../ui/alert.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/card.tsx';
import { Page, Title } from '../ui/page.tsx';
import type { PageContext } from '../ui/page-context.ts';
import { BulkForm, bulkIsland, isTickable } from './bulk/bulk-form.tsx';
import type { Desk } from './desk.ts';
import { entryTexts } from './entry-texts.ts';
import { entryPath } from './entry-ways.ts';
import { importsPath, importToPath } from './imports/import-paths.ts';
import { ExportLinks } from './export-links.tsx';
import { KeysHelp, keysIsland, listKeys } from './keys-help.tsx';
import { LiveBar, streamOf } from './live-bar.tsx';
import { entersRecords } from './staff-frame.ts';
import { isRegisterList, type Worklist } from './worklist-data.ts';
import { AnswerFilter } from './answer-filter-form.tsx';
import { keptViewTexts as viewTexts } from './kept-view-texts.ts';
import { KeepView, ViewLinks } from './kept-views.tsx';
import { ChoiceChips, ConditionChips, SearchForm, ShowChips, ViewChips } from './worklist-filters.tsx';
import { mapIsland, RecordMapView } from './map-view.tsx';
import { treePath } from './tree/tree-page.tsx';
import { treeTexts } from './tree/tree-texts.ts';
import { recordTexts } from './record-texts.ts';
import { worklistHref, type WorklistQuery } from './worklist-query.ts';
import { WorklistTable } from './worklist-table.tsx';
import { worklistTexts as texts } from './worklist-texts.ts';

interface WorklistPageProps {
  readonly context: PageContext;
  readonly csrfToken: string;
  readonly desk: Desk;
  readonly list: Worklist;
  readonly tools: FieldTools;
  /** What was just decided, and where. */
  readonly done?: { readonly reference: string; readonly words: string } | undefined;
  /** Whoever went on to the next record was brought here, since there was none. */
  readonly isLast: boolean;
  /** What was decided is no longer this person's to see. */
  readonly isGone: boolean;
  /** What was typed is no longer kept, or not for this account. */
  readonly isSearchGone: boolean;
}

/** The home of a clerk: what is to be done, the most urgent first. */
export const WorklistPage = ({
  context,
  csrfToken,
  desk,
  list,
  tools,
  done,
  isLast,
  isGone,
  isSearchGone,
}: WorklistPageProps) => {
  const { locale } = context;
  const { query, matching } = list;
  const isRegister = isRegisterList(list);
  const title =
    query.q === ''
      ? say(locale, isRegister ? texts.entries : texts.title)
      : `${say(locale, texts.resultsFor)} “${query.q}”`;
  const caption =
    matching === undefined
      ? say(locale, texts.all)
      : say(locale, isRegister ? texts.foundEntries : texts.found, { count: matching });
  return (
    <Page
      context={context}
      title={title}
      layout="wide"
      islands={[keysIsland, ...(list.map ? [mapIsland] : []), ...(isTickable(list) ? [bulkIsland] : [])]}
    >
      {done && (
        <Alert tone="success" urgent>
          <p>
            {isGone ? (
              <bdi dir="ltr">{done.reference}</bdi>
            ) : (
              <a class="ds-link" href={`/staff/records/${done.reference}`}>
                <bdi dir="ltr">{done.reference}</bdi>
              </a>
            )}{' '}
            {done.words} {isLast && say(locale, recordTexts.listDone)}
          </p>
        </Alert>
      )}
      {!done && isLast && (
        <Alert tone="info">
          <p>{say(locale, recordTexts.listDone)}</p>
        </Alert>
      )}
      {isSearchGone && (
        <Alert tone="warning" urgent>
          <p>{say(locale, viewTexts.gone)}</p>
        </Alert>
      )}
      <div class="desk-head">
        <Title above={list.service?.texts.title[locale]}>
          {query.q === '' ? title : <SearchTitle locale={locale} q={query.q} />}
        </Title>
        <SearchForm list={list} context={context} />
        {list.service?.tree && (
          <ButtonLink href={treePath(list.service.id)} icon="tree" look="secondary">
            {say(locale, treeTexts.title)}
          </ButtonLink>
        )}
        <NewRecord desk={desk} list={list} locale={locale} />
      </div>
      {!mayAct(list.work.scope) && <p class="quiet">{say(locale, texts.readOnly)}</p>}
      <ViewLinks list={list} locale={locale} />
      <ViewChips list={list} tools={tools} />
      <div class="narrow">
        <ConditionChips list={list} tools={tools} />
        <ChoiceChips list={list} tools={tools} />
        <AnswerFilter list={list} tools={tools} context={context} />
      </div>
      <ShowChips list={list} tools={tools} />
      {matching !== undefined && matching > 0 && isNarrowed(query) && <p class="found">{caption}</p>}
      <MoreThan list={list} locale={locale} />
      {list.map ? (
        <RecordMapView list={list} map={list.map} tools={tools} />
      ) : list.rows.length > 0 ? (
        <Rows desk={desk} list={list} tools={tools} caption={caption} csrfToken={csrfToken} />
      ) : (
        <Empty list={list} locale={locale} />
      )}
      {list.partly && (list.rows.length > 0 || query.q !== '') && (
        <p class="quiet">{say(locale, query.q === '' ? texts.searchedPart : texts.stillRead)}</p>
      )}
      <Parts list={list} locale={locale} />
      <KeepView list={list} context={context} />
      {list.rows.length > 0 && <ExportLinks query={query} locale={locale} />}
      <KeysHelp locale={locale} keys={listKeys} />
      <LiveBar locale={locale} stream={streamOf({ since: list.latest })} href={worklistHref(query, {})} />
    </Page>
  );
};

type RowsProps = Pick<WorklistPageProps, 'desk' | 'list' | 'tools' | 'csrfToken'> & { readonly caption: string };

const Rows = ({ csrfToken, ...rows }: RowsProps) =>
  isTickable(rows.list) ? (
    <BulkForm list={rows.list} csrfToken={csrfToken} locale={rows.tools.locale}>
      <WorklistTable {...rows} />
    </BulkForm>
  ) : (
    <WorklistTable {...rows} />
  );

/** For who enters records: of the service that the list is about, or of which one chooses. */
const NewRecord = ({
  desk,
  list: { work, service },
  locale,
}: Pick<WorklistPageProps, 'desk' | 'list'> & { readonly locale: FieldTools['locale'] }) => {
  if (!entersRecords(desk.parts, work.staff)) return null;
  if (service && !mayEnter(work.staff, service)) return null;
  const importHref = service
    ? mayImport(work.staff, service) && importToPath(service.id)
    : importableServices(desk.parts, work.staff).length > 0 && importsPath;
  return (
    <>
      <ButtonLink href={service ? entryPath(service.id) : '/staff/new'} icon="plus">
        {say(locale, entryTexts.newRecord)}
      </ButtonLink>
      {importHref && (
        <ButtonLink href={importHref} look="secondary" icon="upload">
          {say(locale, importTexts.title)}
        </ButtonLink>
      )}
    </>
  );
};

/** Of so common words not all records were counted. */
const MoreThan = ({
  list: { query, found },
  locale,
}: {
  readonly list: Worklist;
  readonly locale: FieldTools['locale'];
}) =>
  found && 'moreThan' in found && query.after === '' ? (
    <p class="found">
      {say(locale, texts.moreThan, { count: found.moreThan })}{' '}
      <a class="ds-link" href={worklistHref(query, { exact: true })}>
        {say(locale, texts.countAll)}
      </a>
    </p>
  ) : null;

const isNarrowed = ({ mine, overdue, escalated, holder, place, where, q, kept }: WorklistQuery): boolean =>
  mine || overdue || escalated || holder !== '' || [place, where, q, kept].some((text) => text !== '');

const SearchTitle = ({ locale, q }: { readonly locale: FieldTools['locale']; readonly q: string }) => (
  <>
    {say(locale, texts.resultsFor)} <bdi>{q}</bdi>
  </>
);

const Empty = ({
  list: { query, partly, service },
  locale,
}: {
  readonly list: Worklist;
  readonly locale: FieldTools['locale'];
}) => {
  const isPlain = query.state === '' && !isNarrowed(query);
  const isRegister = service?.kind === 'register';
  const plain = {
    open: isRegister ? [texts.emptyRegister, texts.emptyRegisterDetail] : [texts.emptyOpen, texts.emptyOpenDetail],
    waiting: [texts.emptyWaiting, texts.emptyWaitingDetail],
    all: [texts.emptyAll, texts.emptyAllDetail],
  } as const;
  const [title, detail] =
    query.q !== ''
      ? [texts.emptySearch, texts.emptySearchDetail]
      : partly
        ? [texts.emptyFiltered, texts.emptyPart]
        : isPlain
          ? plain[query.view]
          : [texts.emptyFiltered, texts.emptyFilteredDetail];
  return (
    <EmptyState
      icon={query.q === '' && isPlain && query.view === 'open' ? 'check-circle' : 'list'}
      title={say(locale, title)}
    >
      <p>{say(locale, detail)}</p>
      {!isPlain && (
        <ButtonLink
          href={worklistHref(query, {
            view: 'open',
            state: '',
            search: '',
            where: '',
            mine: false,
            overdue: false,
            escalated: false,
            holder: '',
            field: '',
            place: '',
          })}
          look="secondary"
        >
          {say(locale, texts.showAll)}
        </ButtonLink>
      )}
    </EmptyState>
  );
};

/** Ways to the parts of the list before and after this one. */
const Parts = ({
  list: { query, before, after },
  locale,
}: {
  readonly list: Worklist;
  readonly locale: FieldTools['locale'];
}) => {
  const isBeginning = query.after === '' && query.before === '';
  if (isBeginning && after === undefined) return null;
  const nextLabel = query.q !== '' || query.view === 'all' ? texts.older : texts.after;
  return (
    <nav class="parts-nav actions" aria-label={say(locale, texts.pages)}>
      {!isBeginning && (
        <ButtonLink href={worklistHref(query, {})} look="tertiary">
          {say(locale, texts.beginning)}
        </ButtonLink>
      )}
      {before !== undefined && (
        <ButtonLink href={worklistHref(query, { before })} look="secondary">
          {say(locale, texts.before)}
        </ButtonLink>
      )}
      {after !== undefined && (
        <ButtonLink href={worklistHref(query, { after })} look="secondary">
          {say(locale, nextLabel)}
        </ButtonLink>
      )}
    </nav>
  );
};
