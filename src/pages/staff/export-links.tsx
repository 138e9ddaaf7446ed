import { type Locale, say } from '../../base/texts.ts';
import { tableFormats } from '../../base/table/table-writer.ts';
import { Actions, ButtonLink } from '../ui/button.tsx';
import { Details } from '../ui/details.tsx';
import { exportTexts as texts } from './export-texts.ts';
import { type WorklistQuery, writeWorklistQuery } from './worklist-query.ts';

const names = { csv: 'CSV', xlsx: 'Excel' } as const;

/** The list as a file. */
export const ExportLinks = ({ query, locale }: { readonly query: WorklistQuery; readonly locale: Locale }) => {
  const search = writeWorklistQuery({ ...query, after: '', before: '' });
  return (
    <Details summary={say(locale, texts.title)}>
      <p>{say(locale, texts.lead)}</p>
      <Actions>
        {tableFormats.toReversed().map((format) => (
          <ButtonLink
            href={`/staff/export/${format}${search === '' ? '' : `?${search}`}`}
            look="secondary"
            icon="download"
            download
          >
            {names[format]}
          </ButtonLink>
        ))}
      </Actions>
    </Details>
  );
};
