import { say } from '../../base/texts.ts';
import { type FileKind, type FilesSettings, keptTypes, mebibyte } from '../../definition/fields/files.ts';
import { fileInputs, type KeptFile, readToken, saySize, typedFiles, typesText } from '../../form/fields/files.ts';
import { Bdi } from '../ui/bdi.tsx';
import { Button } from '../ui/button.tsx';
import { describedBy, groupFrame, inputId } from '../ui/field-frame.tsx';
import { type AskProps, type FieldPage, frameOf } from './field-page.ts';
import { filePageTexts as texts } from './file-texts.ts';

const upload = '.upload';
const remove = /^\.remove\.(\d{1,2})$/;

const accepted: Readonly<Record<FileKind, string>> = {
  pdf: 'application/pdf,.pdf',
  image: 'image/jpeg,image/png,image/webp',
  docx: `${keptTypes.docx},.docx`,
  xlsx: `${keptTypes.xlsx},.xlsx`,
  odt: `${keptTypes.odt},.odt`,
  ods: `${keptTypes.ods},.ods`,
  csv: 'text/csv,.csv',
  txt: 'text/plain,.txt',
};

/**
 * What was sent stands in a list, each with a button that takes it away; a file that was chosen is sent with the page, by
 * the button beside it or by going on. Its content is kept as it arrives, so that nobody has to choose it twice.
 */
const filesPage = <Name extends 'files' | 'photos'>(): FieldPage<Name, readonly KeptFile[]> => ({
  isButton: (suffix) => suffix === upload || remove.test(suffix),
  settle: (inputs, { name }, _tools, pressed) => {
    const removed = pressed === undefined ? undefined : remove.exec(pressed)?.[1];
    const tokens = typedFiles(inputs, name);
    const kept = removed === undefined ? tokens : tokens.filter((_token, index) => index !== Number(removed));
    const emptied = Object.keys(inputs)
      .filter((input) => input.startsWith(`${name}.file.`))
      .map((input) => [input, '']);
    return { ...inputs, ...Object.fromEntries(emptied), ...fileInputs(name, kept) };
  },
  ask: (props) => askFiles(props as unknown as AskProps<'files'>),
  show: (value, _field, { locale, filesAt }) => (
    <ul class="answer-list">
      {value.map(({ id, name, size }) => (
        <li>
          {filesAt === undefined ? <Bdi>{name}</Bdi> : <a href={`${filesAt}/${id}`}>{<Bdi>{name}</Bdi>}</a>}{' '}
          <span class="quiet">{saySize(size, locale)}</span>
        </li>
      ))}
    </ul>
  ),
});

export const files = filesPage<'files'>();
export const photos = filesPage<'photos'>();

const askFiles = (props: AskProps<'files'>) => {
  const { field, inputs, locale } = props;
  const { count, size, types } = field as FilesSettings;
  const frame = frameOf(props);
  const sent = typedFiles(inputs, field.name);
  const limits = `${say(locale, texts.hint, { types: typesText(types)[locale], max: size / mebibyte, count })}.`;
  const hint = [field.hint?.[locale], limits, types.includes('image') && say(locale, texts.photoHint)];
  const words = hint.filter(Boolean).join(' ');
  return groupFrame(
    { ...frame, hint: words },
    <div class="files">
      {sent.length > 0 && (
        <ul class="sent-files">
          {sent.map((token, index) => {
            const file = readToken(token);
            return (
              <li>
                <input type="hidden" name={`${field.name}.file.${index}`} value={token} />
                <span>
                  <Bdi>{file?.name ?? ''}</Bdi> <span class="quiet">{file && saySize(file.size, locale)}</span>
                </span>
                <Button
                  look="tertiary"
                  icon="close"
                  name={`${field.name}.remove.${index}`}
                  value="1"
                  id={index === 0 && sent.length >= count ? inputId(field.name) : undefined}
                  skipValidation
                >
                  {say(locale, texts.remove)}
                  <span class="ds-sr-only"> {file?.name}</span>
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      {sent.length >= count ? (
        <p class="quiet">{say(locale, texts.noMore)}</p>
      ) : (
        <div class="choose-file">
          <input
            class="file"
            type="file"
            id={inputId(field.name)}
            name={`${field.name}.new`}
            accept={types.map((type) => accepted[type]).join(',')}
            multiple={count > 1}
            aria-label={frame.label}
            aria-invalid={frame.error ? 'true' : undefined}
            aria-describedby={describedBy(field.name, words, frame.error)}
          />
          <Button look="secondary" icon="upload" name={field.name + upload} value="1" skipValidation>
            {say(locale, texts.upload)}
          </Button>
        </div>
      )}
    </div>,
  );
};
