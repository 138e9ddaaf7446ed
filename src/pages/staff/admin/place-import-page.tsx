import { type Locale, locales, say } from '../../../base/texts.ts';
import type { PlaceDifferences } from '../../../territory/compare-places.ts';
import type { DeclaredPlace } from '../../../territory/place.ts';
import type { RowFault } from '../../../territory/place-import.ts';
import type { PlaceImportRow } from '../../../territory/place-import-queries.ts';
import { Alert } from '../../ui/alert.tsx';
import { Bdi } from '../../ui/bdi.tsx';
import { Actions, Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { LongDateTime } from '../../ui/date-time.tsx';
import { Details } from '../../ui/details.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { FileField } from '../../ui/file-field.tsx';
import { Table } from '../../ui/table.tsx';
import { type AdminContext, AdminForm, AdminPage } from './admin-page.tsx';
import { placeImportPath, placesPath } from './admin-paths.ts';
import { adminTexts } from './admin-texts.ts';
import { placesTexts as texts } from './places-texts.ts';

const mostShown = 50;

export const PlaceUploadPage = (props: {
  readonly context: AdminContext;
  readonly waiting: readonly (Pick<PlaceImportRow, 'id' | 'at' | 'file_name'> & { readonly places: number })[];
  readonly faults: readonly RowFault[];
  readonly problems: readonly FieldProblem[];
}) => {
  const { context, waiting, faults, problems } = props;
  const { locale, timeZone } = context;
  return (
    <AdminPage
      context={context}
      title={say(locale, texts.import)}
      lead={say(locale, texts.importLead)}
      problems={problems}
      crumbs={[{ href: placesPath, label: say(locale, adminTexts.places) }]}
    >
      {faults.length > 0 && <Faults locale={locale} faults={faults} />}
      <AdminForm context={context} action={placeImportPath} takesFiles>
        <FileField
          locale={locale}
          name="file"
          label={say(locale, texts.file)}
          hint={say(locale, texts.fileHint)}
          accept=".csv,.geojson,.json"
          error={problems.find(({ name }) => name === 'file')?.message}
        />
        <Actions>
          <Button icon="upload">{say(locale, texts.compare)}</Button>
        </Actions>
      </AdminForm>
      {waiting.length > 0 && (
        <Table
          caption={say(locale, texts.waiting)}
          rows={waiting}
          columns={[
            {
              label: say(locale, texts.file),
              isHeader: true,
              cell: ({ id, file_name: name }) => (
                <a class="ds-link" href={`${placeImportPath}/${id}`}>
                  <bdi>{name}</bdi>
                </a>
              ),
            },
            { label: say(locale, adminTexts.places), isNumber: true, cell: ({ places }) => places },
            {
              label: say(locale, adminTexts.when),
              cell: ({ at }) => <LongDateTime locale={locale} at={at} timeZone={timeZone} />,
            },
          ]}
        />
      )}
    </AdminPage>
  );
};

const Faults = ({ locale, faults }: { readonly locale: Locale; readonly faults: readonly RowFault[] }) => (
  <Table
    caption={say(locale, texts.faults, { count: faults.length })}
    rows={faults.slice(0, mostShown)}
    rowTone={() => 'danger'}
    columns={[
      {
        label: say(locale, texts.where),
        isHeader: true,
        cell: ({ row }) => (row === 0 ? say(locale, texts.whole) : say(locale, texts.row, { row })),
      },
      { label: say(locale, texts.fault), cell: ({ message, values }) => say(locale, message, values) },
    ]}
  />
);

const sayValue = (key: string, value: unknown, locale: Locale) => {
  if (value === undefined || value === null) return '–';
  if (key === 'boundary') return say(locale, texts.hasBoundary);
  if (key === 'name') {
    const name = value as DeclaredPlace['name'];
    return locales.map((each) => name[each]).join(' · ');
  }
  return Array.isArray(value) ? value.join(', ') : String(value);
};

const keyTexts: Readonly<Record<string, { readonly ar: string; readonly fr: string; readonly en: string }>> = {
  name: adminTexts.name,
  point: texts.point,
  boundary: texts.boundary,
  pcode: texts.pcode,
  parent: texts.liesIn,
  level: texts.level,
};

export const PlaceDifferencesPage = (props: {
  readonly context: AdminContext;
  readonly row: Pick<PlaceImportRow, 'id' | 'file_name'>;
  readonly differences: PlaceDifferences;
  readonly problems: readonly FieldProblem[];
}) => {
  const { context, row, differences, problems } = props;
  const { locale } = context;
  const { made, changed, unchanged, absent, faults } = differences;
  const changes = changed.flatMap(({ code, set, before }) =>
    Object.entries(set)
      .filter(([key]) => key in keyTexts)
      .map(([key, after]) => ({ code, name: before.name, key, before: before[key as keyof DeclaredPlace], after })),
  );
  const isNothing = made.length + changed.length + absent.length === 0;
  return (
    <AdminPage
      context={context}
      title={say(locale, texts.differences, { file: row.file_name })}
      problems={problems}
      crumbs={[
        { href: placesPath, label: say(locale, adminTexts.places) },
        { href: placeImportPath, label: say(locale, texts.import) },
      ]}
    >
      <Card>
        <ul class="ds-list">
          <li>{say(locale, texts.made, { count: made.length })}</li>
          <li>{say(locale, texts.changed, { count: changed.length })}</li>
          <li>{say(locale, texts.unchanged, { count: unchanged })}</li>
          <li>{say(locale, texts.absent, { count: absent.length })}</li>
        </ul>
      </Card>
      {faults.length > 0 && <Faults locale={locale} faults={faults} />}
      {isNothing && (
        <Alert tone="info">
          <p>{say(locale, texts.same)}</p>
        </Alert>
      )}
      {made.length > 0 && (
        <Table
          caption={say(locale, texts.made, { count: made.length })}
          rows={made.slice(0, mostShown)}
          columns={[
            {
              label: say(locale, adminTexts.name),
              isHeader: true,
              cell: ({ set }) => sayValue('name', set.name, locale),
            },
            { label: say(locale, adminTexts.code), cell: ({ code }) => <Bdi>{code}</Bdi> },
            { label: say(locale, texts.level), cell: ({ set }) => say(locale, texts[set.level ?? 'village']) },
            { label: say(locale, texts.liesIn), cell: ({ set }) => <Bdi>{set.parent ?? '–'}</Bdi> },
          ]}
        />
      )}
      {changes.length > 0 && (
        <Table
          caption={say(locale, texts.changed, { count: changed.length })}
          rows={changes.slice(0, mostShown)}
          columns={[
            {
              label: say(locale, adminTexts.name),
              isHeader: true,
              cell: ({ code, name }) => (
                <>
                  {name[locale]}{' '}
                  <span class="quiet">
                    <Bdi>{code}</Bdi>
                  </span>
                </>
              ),
            },
            { label: say(locale, texts.value), cell: ({ key }) => say(locale, keyTexts[key] ?? texts.value) },
            {
              label: say(locale, texts.before),
              cell: ({ key, before }) => <del dir="auto">{sayValue(key, before, locale)}</del>,
            },
            {
              label: say(locale, texts.after),
              cell: ({ key, after }) => <ins dir="auto">{sayValue(key, after, locale)}</ins>,
            },
          ]}
        />
      )}
      {absent.length > 0 && (
        <Details summary={say(locale, texts.absent, { count: absent.length })}>
          <Table
            caption={say(locale, texts.absent, { count: absent.length })}
            rows={absent.slice(0, mostShown)}
            columns={[
              { label: say(locale, adminTexts.name), isHeader: true, cell: ({ name }) => name[locale] },
              { label: say(locale, adminTexts.code), cell: ({ code }) => <Bdi>{code}</Bdi> },
              { label: say(locale, texts.level), cell: ({ level }) => say(locale, texts[level]) },
            ]}
          />
        </Details>
      )}
      {Math.max(made.length, changes.length, absent.length) > mostShown && (
        <p class="quiet">{say(locale, texts.onlySome, { count: mostShown })}</p>
      )}
      <AdminForm context={context} action={`${placeImportPath}/${row.id}`}>
        {faults.length === 0 && absent.length > 0 && (
          <div class="field">
            <div class="choice">
              <input class="ds-input" type="checkbox" id="f-close" name="close" value="yes" />
              <label for="f-close">{say(locale, texts.closeAbsent)}</label>
            </div>
          </div>
        )}
        <Actions>
          {faults.length === 0 && !isNothing && (
            <Button name="step" value="apply">
              {say(locale, texts.apply)}
            </Button>
          )}
          <Button name="step" value="discard" look="tertiary">
            {say(locale, texts.discard)}
          </Button>
        </Actions>
      </AdminForm>
    </AdminPage>
  );
};
