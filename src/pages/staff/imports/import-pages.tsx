import { type Locale, locales, say, type Text } from '../../../base/texts.ts';
import type { PublishedService } from '../../../catalogue/catalogue.ts';
import type { Service } from '../../../definition/service.ts';
import { headingOf, targetsOf } from '../../../intake/import/columns.ts';
import type { ImportRow } from '../../../intake/import/import-queries.ts';
import type { FieldTools } from '../../fields/field-page.ts';
import { importTexts as texts } from '../../import-texts.ts';
import { Bdi } from '../../ui/bdi.tsx';
import { Actions, Button, ButtonLink } from '../../ui/button.tsx';
import { CardGrid, LinkCard } from '../../ui/card.tsx';
import { Radios } from '../../ui/choice-field.tsx';
import { Details } from '../../ui/details.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { FileField } from '../../ui/file-field.tsx';
import { Page, Title } from '../../ui/page.tsx';
import type { PageContext } from '../../ui/page-context.ts';
import { Table } from '../../ui/table.tsx';
import { Tag, type Tone } from '../../ui/tag.tsx';
import { ShortDateTime } from '../short-date-time.tsx';
import { importPath, importsPath, importToPath } from './import-paths.ts';
import { sayContent } from '../../say-column.ts';

const tones: Readonly<Record<ImportRow['status'], Tone>> = {
  receiving: 'neutral',
  waiting: 'warning',
  running: 'info',
  done: 'success',
  cancelled: 'neutral',
  failed: 'danger',
};

export const StatusTag = ({ row, locale }: { readonly row: ImportRow; readonly locale: Locale }) => (
  <Tag tone={tones[row.status]}>{say(locale, texts[row.status])}</Tag>
);

interface ChoiceProps {
  readonly context: PageContext;
  readonly services: readonly PublishedService[];
  readonly earlier: readonly ImportRow[];
  readonly titleOf: (service: string) => Text | undefined;
  readonly tools: FieldTools;
}

/** What may be imported, and the files of this person. */
export const ImportChoicePage = ({ context, services, earlier, titleOf, tools }: ChoiceProps) => {
  const { locale } = context;
  const title = say(locale, texts.title);
  return (
    <Page context={context} title={title} layout="wide" backHref="/staff">
      <Title>{title}</Title>
      <p class="lead">{say(locale, texts.lead)}</p>
      <h2>{say(locale, texts.which)}</h2>
      <CardGrid>
        {services.map(({ service }) => (
          <LinkCard href={importToPath(service.id)} title={service.texts.title[locale]} icon="upload">
            {service.texts.summary[locale]}
          </LinkCard>
        ))}
      </CardGrid>
      <Earlier {...{ earlier, titleOf, tools }} />
    </Page>
  );
};

const Earlier = ({ earlier, titleOf, tools }: Pick<ChoiceProps, 'earlier' | 'titleOf' | 'tools'>) => {
  const { locale, world } = tools;
  if (earlier.length === 0) return null;
  return (
    <>
      <h2>{say(locale, texts.earlier)}</h2>
      <Table
        caption={say(locale, texts.earlier)}
        isCaptionHidden
        rows={earlier}
        columns={[
          {
            label: say(locale, texts.file),
            isHeader: true,
            cell: ({ id, file_name: name, service }) => (
              <span class="two-lines">
                <a class="ds-link row-link" href={importPath(id)}>
                  <bdi>{name || id}</bdi>
                </a>
                <span class="quiet">{titleOf(service)?.[locale]}</span>
              </span>
            ),
          },
          {
            label: say(locale, texts.sentAt),
            cell: ({ created_at: at }) => <ShortDateTime locale={locale} at={at} world={world} />,
          },
          { label: say(locale, texts.standing), cell: (row) => <StatusTag row={row} locale={locale} /> },
          { label: say(locale, texts.made), isNumber: true, cell: ({ made }) => made },
          { label: say(locale, texts.wrong), isNumber: true, cell: ({ wrong }) => wrong },
        ]}
      />
    </>
  );
};

interface UploadProps {
  readonly context: PageContext;
  readonly csrfToken: string;
  readonly service: Service;
  /** Of the posts from which the person may import. */
  readonly institutions: readonly string[];
  readonly sayInstitution: (code: string) => string;
  readonly problems: readonly FieldProblem[];
}

/** Where the file is sent. */
export const ImportUploadPage = (props: UploadProps) => {
  const { context, csrfToken, service, institutions, sayInstitution, problems } = props;
  const { locale } = context;
  const title = say(locale, texts.title);
  const path = importToPath(service.id);
  return (
    <Page
      context={context}
      title={title}
      layout="wide"
      problems={problems}
      crumbs={[{ href: importsPath, label: title }]}
    >
      <Title above={service.texts.title[locale]}>{title}</Title>
      <p class="lead">{say(locale, texts.lead)}</p>
      <form method="post" action={path} encType="multipart/form-data" noValidate>
        <input type="hidden" name="_csrf" value={csrfToken} />
        {institutions.length > 1 && (
          <Radios
            locale={locale}
            name="institution"
            label={say(locale, texts.institutionName)}
            options={institutions.map((code) => ({ value: code, label: sayInstitution(code) }))}
            value={institutions[0]}
          />
        )}
        <FileField
          locale={locale}
          name="file"
          label={say(locale, texts.file)}
          hint={say(locale, texts.fileHint)}
          accept=".csv,.xlsx,.txt,.tsv"
          error={problems.find(({ name }) => name === 'file')?.message}
        />
        <p class="quiet">{say(locale, texts.privacy)}</p>
        <Actions>
          <Button icon="upload">{say(locale, texts.send)}</Button>
        </Actions>
      </form>
      <h2>{say(locale, texts.template)}</h2>
      <Actions>
        <ButtonLink href={`${path}/template/xlsx`} look="secondary" icon="download">
          Excel
        </ButtonLink>
        <ButtonLink href={`${path}/template/csv`} look="secondary" icon="download">
          CSV
        </ButtonLink>
      </Actions>
      <Details summary={say(locale, texts.columnsTitle)}>
        <Table
          caption={say(locale, texts.columnsTitle)}
          isCaptionHidden
          rows={targetsOf(service)}
          columns={[
            {
              label: say(locale, texts.column),
              isHeader: true,
              cell: (target) => (
                <span class="two-lines">
                  <span>{headingOf(service, target, locale)}</span>
                  <span class="quiet">
                    <Bdi>{target.name}</Bdi>
                  </span>
                </span>
              ),
            },
            { label: say(locale, texts.whatGoesIn), cell: (target) => sayContent(target, locale) },
            {
              label: say(locale, texts.needed),
              cell: ({ isNeeded }) => (isNeeded ? <Tag tone="info">{say(locale, texts.needed)}</Tag> : '–'),
            },
          ]}
        />
      </Details>
    </Page>
  );
};

/** The languages in which people can be written to. */
export const languageOptions = (locale: Locale) =>
  locales.map((each) => ({
    value: each,
    label: new Intl.DisplayNames([locale], { type: 'language' }).of(each) ?? each,
  }));
