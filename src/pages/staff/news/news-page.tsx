import { say } from '../../../base/texts.ts';
import { referenceOf } from '../../../events/reference.ts';
import { isNewsKind } from '../../../reactions/news/news-kinds.ts';
import type { NewsGroupRow } from '../../../reactions/news/news-queries.ts';
import type { FieldTools } from '../../fields/field-page.ts';
import { Bdi } from '../../ui/bdi.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/card.tsx';
import type { PageContext } from '../../ui/page-context.ts';
import { Page, Title } from '../../ui/page.tsx';
import { Table } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';
import { type Desk, getVersion, type Work } from '../desk.ts';
import { ShortDateTime } from '../short-date-time.tsx';
import { RunLink, RunResult } from './run-news.tsx';
import { newsPath, newsReadPath, newsSettingsPath } from './news-paths.ts';
import { newsKindTexts, newsTexts as texts } from './news-texts.ts';

interface NewsPageProps {
  readonly context: PageContext;
  readonly csrfToken: string;
  readonly desk: Desk;
  readonly work: Work;
  readonly tools: FieldTools;
  readonly groups: readonly NewsGroupRow[];
  readonly isFirst: boolean;
  readonly older: number | undefined;
}

const mostShown = 3;

/** What concerns the reader, record by record, the newest first. */
export const NewsPage = (props: NewsPageProps) => {
  const { context, csrfToken, groups, isFirst, older } = props;
  const { locale } = context;
  const title = say(locale, texts.title);
  const newest = groups[0]?.last;
  return (
    <Page context={context} title={title} layout="wide">
      <Title>{title}</Title>
      <div class="news-ways">
        <a class="ds-link" href={newsSettingsPath}>
          {say(locale, texts.settings)}
        </a>
        {newest !== undefined && groups.some(({ unread }) => unread > 0) && isFirst && (
          <form method="post" action={newsReadPath}>
            <input type="hidden" name="_csrf" value={csrfToken} />
            <input type="hidden" name="until" value={newest} />
            <Button look="secondary">{say(locale, texts.markAll)}</Button>
          </form>
        )}
      </div>
      {groups.length === 0 ? (
        <EmptyState icon="bell" title={say(locale, texts.none)}>
          <p>{say(locale, texts.noneDetail)}</p>
        </EmptyState>
      ) : (
        <>
          {isFirst && groups.every(({ unread }) => unread === 0) && <p class="quiet">{say(locale, texts.allRead)}</p>}
          <NewsTable {...props} />
        </>
      )}
      <nav class="news-ways" aria-label={title}>
        {!isFirst && (
          <a class="ds-link" href={newsPath}>
            {say(locale, texts.newest)}
          </a>
        )}
        {older !== undefined && (
          <a class="ds-link" href={`${newsPath}?before=${older}`}>
            {say(locale, texts.older)}
          </a>
        )}
      </nav>
    </Page>
  );
};

const NewsTable = ({ context: { locale }, csrfToken, desk, work, tools, groups }: NewsPageProps) => {
  const wordsOf = ({ versionId }: NewsGroupRow, { kind, facts }: NewsGroupRow['items'][number]): string => {
    if (!isNewsKind(kind)) return kind;
    const name = typeof facts['task'] === 'string' ? facts['task'] : '';
    const service = versionId === null ? undefined : getVersion(work, versionId);
    return say(locale, newsKindTexts[kind], { task: service?.tasks.get(name)?.label[locale] ?? name });
  };
  /** What is said in the same words is said once. */
  const saidOf = (group: NewsGroupRow) =>
    [...Map.groupBy(group.items, (item) => wordsOf(group, item))].map(([words, items]) => ({
      words,
      count: items.length,
      unread: items.some(({ unread }) => unread),
    }));
  const referenceIn = ({ recordId, versionId }: NewsGroupRow): string | undefined =>
    recordId === null || versionId === null
      ? undefined
      : referenceOf(getVersion(work, versionId).referencePrefix, recordId);
  const about = (group: NewsGroupRow) => {
    const { versionId, items } = group;
    const reference = referenceIn(group);
    if (reference === undefined || versionId === null) return <RunLink {...{ desk, locale }} item={items[0]} />;
    return (
      <span class="two-lines">
        <a class="ds-link" href={`/staff/records/${reference}`}>
          <Bdi>{reference}</Bdi>
        </a>
        <span class="quiet">{getVersion(work, versionId).texts.record[locale]}</span>
      </span>
    );
  };
  return (
    <Table
      caption={say(locale, texts.title)}
      isCaptionHidden
      rows={groups}
      rowTone={({ unread }) => (unread > 0 ? 'info' : undefined)}
      columns={[
        { label: say(locale, texts.record), isHeader: true, cell: about },
        {
          label: say(locale, texts.what),
          cell: (group) => (
            <div>
              {group.unread > 0 && (
                <Tag tone="info" icon="bell">
                  {group.unread > 1 ? say(locale, texts.several, { count: group.unread }) : say(locale, texts.unread)}
                </Tag>
              )}
              {group.recordId === null ? (
                <RunResult item={group.items[0]} locale={locale} />
              ) : (
                <ul class="news-items">
                  {saidOf(group)
                    .slice(0, mostShown)
                    .map(({ words, count, unread }) => (
                      <li class={unread ? undefined : 'quiet'}>
                        {words}
                        {count > 1 && (
                          <>
                            {' '}
                            <bdi>({count})</bdi>
                          </>
                        )}
                      </li>
                    ))}
                  {saidOf(group).length > mostShown && (
                    <li class="quiet">{say(locale, texts.more, { count: saidOf(group).length - mostShown })}</li>
                  )}
                </ul>
              )}
            </div>
          ),
        },
        {
          label: say(locale, texts.when),
          cell: ({ items }) => <ShortDateTime locale={locale} at={new Date(items[0]?.at ?? 0)} world={tools.world} />,
        },
        {
          label: say(locale, texts.markRead),
          isLabelHidden: true,
          cell: (group) =>
            group.unread > 0 && (
              <form method="post" action={newsReadPath}>
                <input type="hidden" name="_csrf" value={csrfToken} />
                <input type="hidden" name="one" value={group.last} />
                <Button look="tertiary">
                  {say(locale, texts.markRead)}
                  <span class="ds-sr-only"> {referenceIn(group) ?? wordsOf(group, group.items[0]!)}</span>
                </Button>
              </form>
            ),
        },
      ]}
    />
  );
};
