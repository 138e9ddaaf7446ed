import { type Locale, say } from '../../../base/texts.ts';
import type { NewsGroupRow } from '../../../reactions/news/news-queries.ts';
import { findActionOf } from '../../bulk-desk.ts';
import { bulkPath } from '../bulk/bulk-paths.ts';
import type { Desk } from '../desk.ts';
import { importPath } from '../imports/import-paths.ts';
import { newsTexts as texts } from './news-texts.ts';

type Item = NewsGroupRow['items'][number] | undefined;

const textIn = (item: Item, name: string): string => String(item?.facts[name] ?? '');
const isOfImport = (item: Item): boolean => item?.kind === 'import';

/** A long run of one's own, and where its result stands. */
export const RunLink = ({
  desk,
  item,
  locale,
}: {
  readonly desk: Desk;
  readonly item: Item;
  readonly locale: Locale;
}) => {
  const service = desk.parts.catalogue.findKnown(textIn(item, 'service'))?.service;
  const named = { service: service?.texts.title[locale] ?? textIn(item, 'service') };
  const action = () => {
    const known = findActionOf(desk.parts, { service: textIn(item, 'service'), action: textIn(item, 'action') });
    return known?.action.label[locale] ?? textIn(item, 'action');
  };
  return (
    <a class="ds-link" href={isOfImport(item) ? importPath(textIn(item, 'import')) : bulkPath(textIn(item, 'bulk'))}>
      {isOfImport(item)
        ? say(locale, texts.importOf, named)
        : say(locale, texts.bulkOf, { ...named, action: action() })}
    </a>
  );
};

/** What became of it, in numbers. */
export const RunResult = ({ item, locale }: { readonly item: Item; readonly locale: Locale }) => {
  const count = (name: string) => Number(item?.facts[name] ?? 0);
  return (
    <>
      {item?.facts['failed'] === true && <p>{say(locale, texts.runFailed)}</p>}
      <p>
        {isOfImport(item)
          ? say(locale, texts.importResult, { made: count('made'), wrong: count('wrong') })
          : say(locale, texts.bulkResult, { done: count('done'), left: count('left') })}
      </p>
    </>
  );
};
