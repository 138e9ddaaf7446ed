import { intlLocale, type Locale, say, type Text } from '../../../base/texts.ts';
import type { StorageName } from '../../../outside/file-storage.ts';
import { Alert } from '../../ui/alert.tsx';
import { Table } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';
import { runningTexts as texts } from './running-texts.ts';
import { sayBytes } from './say-bytes.ts';

export interface StorageState {
  readonly name: StorageName;
  readonly files: number;
  readonly bytes: number;
  /** New files are put here. */
  readonly isHome: boolean;
  readonly fault: string | undefined;
}

const names: Readonly<Record<StorageName, Text>> = {
  database: texts.storageDatabase,
  disk: texts.storageDisk,
  s3: texts.storageS3,
};

interface Props {
  readonly storages: readonly StorageState[];
  readonly left: { readonly due: number; readonly failing: number };
  readonly locale: Locale;
}

/** Where files lie, and whether they can be had. */
export const StoragesTable = ({ storages, left, locale }: Props) => (
  <>
    {storages.some(({ isHome, fault }) => isHome && fault !== undefined) && (
      <Alert tone="danger">
        <p>{say(locale, texts.filesAway)}</p>
      </Alert>
    )}
    {left.failing > 0 && (
      <Alert tone="warning">
        <p>{say(locale, texts.filesLeft, { count: left.failing })}</p>
      </Alert>
    )}
    <Table
      caption={say(locale, texts.uploads)}
      rows={storages}
      rowTone={({ fault }) => (fault === undefined ? undefined : 'danger')}
      columns={[
        {
          label: say(locale, texts.filesIn),
          isHeader: true,
          cell: ({ name, isHome }) => (
            <>
              {say(locale, names[name])} {isHome && <Tag tone="info">{say(locale, texts.newFiles)}</Tag>}
            </>
          ),
        },
        {
          label: say(locale, texts.filesCount),
          isNumber: true,
          cell: ({ files }) => new Intl.NumberFormat(intlLocale[locale]).format(files),
        },
        {
          label: say(locale, texts.size),
          isNumber: true,
          cell: ({ bytes }) => <bdi>{sayBytes(bytes, locale)}</bdi>,
        },
        {
          label: say(locale, texts.state),
          cell: ({ fault }) =>
            fault === undefined ? (
              <Tag tone="success">{say(locale, texts.good)}</Tag>
            ) : (
              <>
                <Tag tone="danger">{say(locale, texts.storageFault)}</Tag>
                <br />
                <span class="quiet" lang="en" dir="ltr">
                  {fault}
                </span>
              </>
            ),
        },
      ]}
    />
  </>
);
