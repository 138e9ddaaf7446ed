import { type Locale, say } from '../../base/texts.ts';
import type { Field, FieldOf } from '../../definition/service.ts';
import { asksForFiles } from '../../form/fields/files.ts';
import type { Inputs } from '../../form/fields/field-type.ts';
import { askingRows, targetsOf } from '../../intake/import/columns.ts';
import { columnsInOrder, type FormTableFault, mostTableBytes } from '../../intake/import/form-table.ts';
import { sayContent } from '../say-column.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { checkbox } from '../ui/choice-field.tsx';
import { errorOf, inputId } from '../ui/field-frame.tsx';
import { FileField } from '../ui/file-field.tsx';
import { Icon } from '../ui/icon.tsx';
import { TextArea } from '../ui/text-field.tsx';
import type { AskProps } from './field-page.ts';
import { rowTableTexts as texts } from './row-table-texts.ts';

/**
 * The box above the rows into which a table is pasted, and the file that may come instead. What it gives is taken by
 * `public/take-tables.ts` before the page is read.
 */
type Rows = FieldOf<'rows'>;

const box = '.table';
const file = '.sheet';
const take = '.take';
const drop = '.drop';
const replace = '.replace';
/** What was taken last: how many rows were added, were there already, were completed and are wrong; then headings without a question. */
export const tableSaid = '.said';

export const tableInputs = ({ name }: Pick<Rows, 'name'>) => ({
  box: name + box,
  file: name + file,
  take: name + take,
  drop: name + drop,
  replace: name + replace,
  said: name + tableSaid,
});

export const isTableInput = (suffix: string): boolean => [box, tableSaid].includes(suffix);
export const isTableButton = (suffix: string): boolean => [take, drop].includes(suffix);

/** Fewer rows are typed as quickly as a table is prepared. */
const worthIt = 30;
export const mostRowErrors = 10;

export const takesTables = (field: Rows): boolean => field.max >= worthIt && columnsInOrder(field).length > 0;

/** Whether files may come with a page of these questions. */
export const sendsFiles = (fields: readonly Field[]): boolean =>
  asksForFiles(fields) || fields.some((field) => field.type === 'rows' && takesTables(field));

/** What stays of the box, and what is said of what was taken. */
export const settleTable = (inputs: Inputs, { name }: Rows, pressed: string | undefined): Inputs => ({
  ...(inputs[name + box] !== undefined && { [name + box]: pressed === drop ? '' : inputs[name + box]! }),
  ...(inputs[name + tableSaid] !== undefined && {
    [name + tableSaid]: pressed === take ? inputs[name + tableSaid]! : '',
  }),
});

const namesOf = (field: Rows, locale: Locale): readonly string[] => {
  const targets = targetsOf(askingRows(field));
  return columnsInOrder(field).map((name) => say(locale, targets.find((target) => target.name === name)!.label));
};

export const sayTableFault = (fault: FormTableFault, field: Rows, locale: Locale): string => {
  const names = namesOf(field, locale).join(locale === 'ar' ? '، ' : ', ');
  switch (fault.code) {
    case 'no-rows':
      return say(locale, texts.noRows);
    case 'too-many-rows':
      return 'error' in fault
        ? say(locale, fault.error.text, fault.error.values)
        : say(locale, texts.tooManyRows, { max: field.max });
    case 'needs-headings':
      return say(locale, texts.needsHeadings, { columns: fault.columns, wanted: columnsInOrder(field).length, names });
    case 'unknown-columns':
      return say(locale, texts.unknownColumns, { headings: fault.headings.join(', '), names });
    default:
      return say(locale, fault.error.text, fault.error.values);
  }
};

const saidOf = (text = '') => {
  const [, added, again, completed, wrong, passedOver = ''] =
    /^(\d{1,5}) (\d{1,5}) (\d{1,5}) (\d{1,5})\n(.*)$/su.exec(text) ?? [];
  return added === undefined
    ? undefined
    : { added: Number(added), again: Number(again), completed: Number(completed), wrong: Number(wrong), passedOver };
};

/** @param rows how many there are */
export const askTable = (props: AskProps<'rows'>, rows: number) => {
  const { field, inputs, errorAt, locale, optionsAt } = props;
  const names = tableInputs(field);
  const left = inputs[names.box] ?? '';
  const said = saidOf(inputs[names.said]);
  const boxError = errorAt(names.box);
  const fileError = errorAt(names.file);
  const rowErrors = [...Array(mostRowErrors).keys()].flatMap((index) => errorAt(`${names.box}.${index}`) ?? []);
  const isOpen = left !== '' || boxError !== undefined || fileError !== undefined || rows === 0;
  const targets = targetsOf(askingRows(field));
  return (
    <div class="row-table" id={`table-${field.name}`}>
      {said && (
        <Alert tone={said.wrong > 0 ? 'warning' : 'success'}>
          <p role="status">
            {(said.added > 0 || said.completed === 0) && say(locale, texts.added, { count: said.added })}
            {said.completed > 0 && ` ${say(locale, texts.completed, { count: said.completed })}`}
            {said.again > 0 && ` ${say(locale, texts.again, { count: said.again })}`}
          </p>
          {said.passedOver !== '' && (
            <p>
              {say(locale, texts.passedOver, { headings: '' })}
              <bdi>{said.passedOver}</bdi>
            </p>
          )}
        </Alert>
      )}
      <details class="ds-details" open={isOpen}>
        <summary>{say(locale, texts.summary)}</summary>
        <div>
          <p>{say(locale, texts.how)}</p>
          <ol class="columns-asked">
            {columnsInOrder(field).map((name) => {
              const target = targets.find((each) => each.name === name)!;
              return (
                <li>
                  {say(locale, target.label)} <span class="quiet">{sayContent(target, locale)}</span>
                </li>
              );
            })}
          </ol>
          {optionsAt !== undefined && (
            <p class="templates">
              {say(locale, texts.template)}{' '}
              {(['xlsx', 'csv'] as const).map((format) => (
                <a
                  class="ds-link"
                  href={`${optionsAt.path}/${field.name}/table/${format}?${new URLSearchParams(optionsAt.query).toString()}`}
                >
                  <Icon name="download" /> {format === 'xlsx' ? 'Excel' : 'CSV'}
                </a>
              ))}
            </p>
          )}
          <TextArea
            locale={locale}
            name={names.box}
            label={say(locale, texts.box)}
            hint={say(locale, texts.boxHint)}
            error={boxError}
            value={left}
            rows={Math.min(8, Math.max(4, left.split('\n').length + 1))}
          />
          {rowErrors.length > 0 && (
            <ul class="row-errors">
              {rowErrors.map((message, index) => (
                <li id={inputId(`${names.box}.${index}`)} tabIndex={-1}>
                  {errorOf(`${names.box}.${index}`, message)}
                </li>
              ))}
            </ul>
          )}
          <FileField
            locale={locale}
            name={names.file}
            label={say(locale, texts.file)}
            hint={say(locale, texts.fileHint, { max: mostTableBytes / 1024 / 1024 })}
            accept=".xlsx,.csv,.txt,.tsv"
            error={fileError}
          />
          {rows > 0 &&
            checkbox(
              { locale, name: names.replace, label: '', options: [] },
              { value: '1', label: say(locale, texts.replace) },
              0,
            )}
          <div class="table-actions">
            <Button
              look="secondary"
              icon="plus"
              name={names.take}
              value="1"
              formAction={`#table-${field.name}`}
              skipValidation
            >
              {say(locale, texts.take)}
            </Button>
            {left !== '' && (
              <Button
                look="tertiary"
                icon="close"
                name={names.drop}
                value="1"
                formAction={`#table-${field.name}`}
                skipValidation
              >
                {say(locale, texts.drop)}
              </Button>
            )}
          </div>
        </div>
      </details>
    </div>
  );
};
