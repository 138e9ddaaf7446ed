import { say, type Text } from '../../../base/texts.ts';
import { cellText } from '../../../base/table/cell.ts';
import { encodings } from '../../../base/table/encoding.ts';
import { delimiters } from '../../../base/table/csv-reader.ts';
import type { FieldError } from '../../../base/problem.ts';
import type { Service } from '../../../definition/service.ts';
import { behaviourOf } from '../../../form/fields/all.ts';
import type { Answers } from '../../../form/fields/field-type.ts';
import { headingOf, targetsOf } from '../../../intake/import/columns.ts';
import type { ImportRow, Mapping, Repeats } from '../../../intake/import/import-queries.ts';
import type { Head } from '../../../intake/import/imports.ts';
import type { FieldTools } from '../../fields/field-page.ts';
import { importTexts as texts } from '../../import-texts.ts';
import { Alert } from '../../ui/alert.tsx';
import { Bdi } from '../../ui/bdi.tsx';
import { Actions, Button } from '../../ui/button.tsx';
import { Radios, SelectField } from '../../ui/choice-field.tsx';
import { Details } from '../../ui/details.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { Page, Title } from '../../ui/page.tsx';
import type { PageContext } from '../../ui/page-context.ts';
import { type Column, Table } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';
import { hasApplicant } from '../entry-page.tsx';
import { importPath, importsPath, importToPath } from './import-paths.ts';
import { languageOptions } from './import-pages.tsx';

/** A first row as it will be read. */
export interface PreviewRow {
  readonly number: number;
  readonly answers: Answers;
  readonly errors: readonly FieldError[];
}

interface CheckProps {
  readonly context: PageContext;
  readonly csrfToken: string;
  readonly service: Service;
  readonly row: ImportRow;
  readonly head: Head;
  readonly mapping: Mapping;
  readonly repeats: Repeats;
  readonly language: string;
  readonly preview: readonly PreviewRow[];
  readonly same: { readonly day: string; readonly count: number } | undefined;
  readonly tools: FieldTools;
  readonly problems: readonly FieldProblem[];
}

export const columnInput = (index: number): string => `column-${index}`;

/** What the columns mean, and how the first rows will be read with that. */
export const ImportCheckPage = (props: CheckProps) => {
  const { context, csrfToken, service, row, repeats, language, preview, same, problems } = props;
  const { locale } = context;
  const title = say(locale, texts.check);
  return (
    <Page
      context={context}
      title={`${title} – ${row.file_name}`}
      layout="wide"
      problems={problems}
      crumbs={[
        { href: importsPath, label: say(locale, texts.title) },
        { href: importToPath(service.id), label: service.texts.title[locale] },
      ]}
    >
      <Title above={<bdi>{row.file_name}</bdi>}>{title}</Title>
      {same && (
        <Alert tone="warning">
          <p>{say(locale, texts.sameFile, same)}</p>
        </Alert>
      )}
      <Layout {...props} />
      <form method="post" action={importPath(row.id)} noValidate>
        <input type="hidden" name="_csrf" value={csrfToken} />
        <Columns {...props} />
        {preview.length > 0 && <Preview {...props} />}
        <Radios
          locale={locale}
          name="repeats"
          label={say(locale, texts.repeats)}
          options={(['skip', 'take'] as const).map((each) => ({ value: each, label: say(locale, texts[each]) }))}
          value={repeats}
        />
        {hasApplicant(service) && (
          <Radios
            locale={locale}
            name="language"
            label={say(locale, texts.language)}
            options={languageOptions(locale)}
            value={language}
          />
        )}
        <Actions>
          <Button>{say(locale, texts.start)}</Button>
          <Button look="secondary" name="step" value="look">
            {say(locale, texts.lookAgain)}
          </Button>
          <Button look="tertiary" formAction={`${importPath(row.id)}/cancel`}>
            {say(locale, texts.cancel)}
          </Button>
        </Actions>
      </form>
    </Page>
  );
};

const delimiterTexts: Readonly<Record<(typeof delimiters)[number], Text>> = {
  ',': texts.comma,
  ';': texts.semicolon,
  '\t': texts.tab,
  '|': texts.bar,
};

/** How the file is read, where that could be otherwise. */
const Layout = ({ context: { locale }, csrfToken, row }: CheckProps) => {
  const { layout, sheets } = row;
  if (!layout || (layout.kind === 'xlsx' && sheets.length < 2)) return null;
  return (
    <Details summary={say(locale, texts.howRead)}>
      <form method="post" action={`${importPath(row.id)}/layout`}>
        <input type="hidden" name="_csrf" value={csrfToken} />
        {layout.kind === 'xlsx' ? (
          <SelectField
            locale={locale}
            name="sheet"
            label={say(locale, texts.sheet)}
            options={sheets.map((sheet) => ({ value: sheet, label: sheet }))}
            value={layout.sheet}
          />
        ) : (
          <>
            <SelectField
              locale={locale}
              name="encoding"
              label={say(locale, texts.encoding)}
              options={encodings.map((each) => ({ value: each, label: each.toUpperCase() }))}
              value={layout.encoding}
            />
            <SelectField
              locale={locale}
              name="delimiter"
              label={say(locale, texts.delimiter)}
              options={delimiters.map((each) => ({ value: each, label: say(locale, delimiterTexts[each]) }))}
              value={layout.delimiter}
            />
          </>
        )}
        <Actions>
          <Button look="secondary">{say(locale, texts.readAgain)}</Button>
        </Actions>
      </form>
    </Details>
  );
};

interface ColumnRow {
  readonly index: number;
  readonly heading: string;
  readonly example: string;
}

const mostExample = 60;

/** A choice for each column of the file. */
const Columns = ({ context: { locale }, service, head, mapping, problems }: CheckProps) => {
  const targets = targetsOf(service);
  const rows: readonly ColumnRow[] = head.headings.map((heading, index) => ({
    index,
    heading,
    example:
      head.rows
        .map(({ cells }) => cellText(cells[index]).trim())
        .find((text) => text !== '')
        ?.slice(0, mostExample) ?? '',
  }));
  const isWrong = (index: number) => problems.some(({ name }) => name === columnInput(index));
  return (
    <Table
      caption={say(locale, texts.check)}
      isCaptionHidden
      rows={rows}
      rowTone={({ index }) => (mapping[index] === null ? 'warning' : undefined)}
      columns={[
        {
          label: say(locale, texts.column),
          isHeader: true,
          cell: ({ heading }) =>
            heading === '' ? <span class="quiet">{say(locale, texts.emptyHeading)}</span> : <bdi>{heading}</bdi>,
        },
        { label: say(locale, texts.example), cell: ({ example }) => <bdi>{example || '–'}</bdi> },
        {
          label: say(locale, texts.meaning),
          cell: ({ index, heading }) => (
            <select
              class="ds-input"
              id={`f-${columnInput(index)}`}
              name={columnInput(index)}
              aria-label={`${say(locale, texts.meaning)}: ${heading || index + 1}`}
              aria-invalid={isWrong(index) ? 'true' : undefined}
            >
              <option value="" selected={mapping[index] === null}>
                {say(locale, texts.passOver)}
              </option>
              {targets.map((target) => (
                <option value={target.name} selected={mapping[index] === target.name}>
                  {headingOf(service, target, locale)}
                  {target.isNeeded ? ' *' : ''}
                </option>
              ))}
            </select>
          ),
        },
      ]}
    />
  );
};

/** Numbers and signs that read from the left in every language. */
const leftToRight: ReadonlySet<string> = new Set(['phone', 'identity', 'code', 'email', 'time', 'point']);

const Preview = ({ context: { locale }, service, mapping, preview, tools }: CheckProps) => {
  const fields = [...new Set(targetsOf(service).flatMap(({ name, field }) => (mapping.includes(name) ? [field] : [])))];
  const columns: readonly Column<PreviewRow>[] = [
    { label: say(locale, texts.rowNumber), isHeader: true, isNumber: true, cell: ({ number }) => number },
    ...fields.map((field): Column<PreviewRow> => ({
      label: field.label[locale],
      cell: ({ answers, errors }) => {
        const wrong = errors.find(({ path }) => path === field.name || path.startsWith(`${field.name}.`));
        if (wrong) return <Tag tone="danger">{wrong.message[locale]}</Tag>;
        const answer = answers[field.name];
        if (answer === undefined) return '–';
        const words = behaviourOf(field).say(answer, field, locale, tools.world);
        return leftToRight.has(field.type) ? <Bdi>{words}</Bdi> : <bdi>{words}</bdi>;
      },
    })),
    {
      label: say(locale, texts.whatIsWrong),
      cell: ({ errors }) => {
        const others = errors.filter(
          ({ path }) => !fields.some(({ name }) => path === name || path.startsWith(`${name}.`)),
        );
        if (errors.length === 0) return <Tag tone="success">{say(locale, texts.right)}</Tag>;
        return others.map(({ message }) => message[locale]).join(' • ') || '–';
      },
    },
  ];
  return (
    <>
      <h2>{say(locale, texts.preview)}</h2>
      <div class="import-preview" tabIndex={0} role="region" aria-label={say(locale, texts.preview)}>
        <Table caption={say(locale, texts.preview)} isCaptionHidden rows={preview} columns={columns} />
      </div>
    </>
  );
};
