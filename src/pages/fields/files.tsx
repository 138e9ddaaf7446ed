import { intlLocale, say } from '../../base/texts.ts';
import { fileTexts } from '../../form/file-texts.ts';
import { type FileKind, type FilesSettings, keptTypes, mebibyte } from '../../definition/fields/files.ts';
import { fileInputs, type KeptFile, readToken, saySize, typedFiles, typesText } from '../../form/fields/files.ts';
import { sayPoint } from '../../form/fields/point.ts';
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
  island: 'upload',
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
    <ul class={value.some(isPicture) && filesAt !== undefined ? 'answer-list photos' : 'answer-list'}>
      {value.map(({ id, name, size, type, point }) => (
        <li>
          {filesAt !== undefined && isPicture({ type }) && (
            <img class="photo" src={`${filesAt}/${id}/preview`} alt="" decoding="async" />
          )}
          {filesAt === undefined ? <Bdi>{name}</Bdi> : <a href={`${filesAt}/${id}`}>{<Bdi>{name}</Bdi>}</a>}{' '}
          <span class="quiet">{saySize(size, locale)}</span>
          {point && (
            <span class="line quiet">
              {say(locale, texts.takenAt)} <bdi dir="ltr">{sayPoint(point)}</bdi>
            </span>
          )}
        </li>
      ))}
    </ul>
  ),
});

export const files = filesPage<'files'>();
export const photos = filesPage<'photos'>();

const isPicture = ({ type }: Pick<KeptFile, 'type'>): boolean => type === keptTypes.image;

const askFiles = (props: AskProps<'files'>) => {
  const { field, inputs, locale } = props;
  const { count, size, types, keepLocation } = field as FilesSettings;
  const frame = frameOf(props);
  const sent = typedFiles(inputs, field.name);
  const limits = `${say(locale, texts.hint, { types: typesText(types)[locale], max: size / mebibyte, count })}.`;
  const hint = [
    field.hint?.[locale],
    limits,
    types.includes('image') && say(locale, keepLocation ? texts.locationHint : texts.photoHint),
  ];
  const words = hint.filter(Boolean).join(' ');
  return groupFrame(
    { ...frame, hint: words },
    <div class="files" {...inPieces(props)}>
      {sent.length > 0 && (
        <ul class="sent-files">
          {sent.map((token, index) => (
            <SentFile {...{ field, locale, token, index }} isLast={index === 0 && sent.length >= count} />
          ))}
        </ul>
      )}
      {sent.length >= count && <p class="quiet">{say(locale, texts.noMore)}</p>}
      {sent.length < count && (
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
      {props.uploadsAt !== undefined && (
        <template>
          <SentFile {...{ field, locale }} token="" index={0} isLast={false} />
        </template>
      )}
    </div>,
  );
};

interface SentFileProps {
  readonly field: AskProps<'files'>['field'];
  readonly locale: AskProps['locale'];
  /** Empty: a model that a script fills in. */
  readonly token: string;
  readonly index: number;
  /** No more can be chosen: what is wrong with the question is told here. */
  readonly isLast: boolean;
}

const SentFile = ({ field, locale, token, index, isLast }: SentFileProps) => {
  const file = token === '' ? undefined : readToken(token);
  // What is sensitive is shown to nobody by an address alone.
  const hasPreview = file === undefined ? token === '' : isPicture(file) && field.protect !== 'sensitive';
  return (
    <li>
      <input type="hidden" name={token === '' ? undefined : `${field.name}.file.${index}`} value={token} />
      {hasPreview && <img class="photo" src={file && `/uploads/${file.id}/preview`} alt="" decoding="async" />}
      <span>
        <bdi data-file-name>{file?.name ?? ''}</bdi>{' '}
        <span class="quiet" data-file-size>
          {file && saySize(file.size, locale)}
        </span>
      </span>
      <Button
        look="tertiary"
        icon="close"
        name={token === '' ? undefined : `${field.name}.remove.${index}`}
        value="1"
        id={isLast ? inputId(field.name) : undefined}
        skipValidation
      >
        {say(locale, texts.remove)}{' '}
        <span class="ds-sr-only" data-file-name>
          {file?.name}
        </span>
      </Button>
    </li>
  );
};

/** What a script needs to send files in pieces. Sensitive ones are not kept on the device. */
const inPieces = ({ field, locale, uploadsAt }: AskProps<'files'>) => {
  if (uploadsAt === undefined) return {};
  const { count, size } = field as FilesSettings;
  const label = field.label[locale];
  const words = {
    tooLarge: say(locale, fileTexts['file-too-large'], { label, max: size / mebibyte }),
    waiting: say(locale, texts.waiting),
    pause: say(locale, texts.pause),
    goOn: say(locale, texts.goOn),
    giveUp: say(locale, texts.giveUp),
    sent: say(locale, texts.sent, { name: '{name}' }),
    hold: say(locale, texts.hold),
  };
  return {
    'data-uploads': uploadsAt,
    'data-name': field.name,
    'data-count': count,
    'data-most': size,
    'data-locale': intlLocale[locale],
    'data-keep': field.protect === 'sensitive' ? undefined : '',
    'data-words': JSON.stringify(words),
  };
};
