import { readerOf } from '../../../access/record-access.ts';
import { intlLocale, type Locale, say } from '../../../base/texts.ts';
import { referenceOf } from '../../../events/reference.ts';
import { nameOfRecord } from '../../../form/applicant.ts';
import type { BoardColumn } from '../../../projections/task-board.ts';
import { boardWindow } from '../../../projections/task-board.ts';
import type { BoardRow } from '../../../projections/task-board-queries.ts';
import { hiddenFrom, withoutAnswers } from '../../../record/field-access.ts';
import type { FieldTools } from '../../fields/field-page.ts';
import { Bdi } from '../../ui/bdi.tsx';
import { EmptyState } from '../../ui/card.tsx';
import { Page, Title } from '../../ui/page.tsx';
import type { PageContext } from '../../ui/page-context.ts';
import { Chips } from '../chips.tsx';
import { type Desk, getVersion, type Work } from '../desk.ts';
import { gistOf } from '../record-words.tsx';
import { ShortDateTime } from '../short-date-time.tsx';
import { type Board, type BoardAsked, columnSize, inOrder } from './board-data.ts';
import { boardHref, boardPath, callListPath } from './board-paths.ts';
import { boardTexts as texts } from './board-texts.ts';

interface Props {
  readonly context: PageContext;
  readonly desk: Desk;
  readonly work: Work;
  readonly tools: FieldTools;
  readonly asked: BoardAsked;
  readonly board: Board;
}

/** Tasks side by side, by how they stand: what is late, what waits for the reader, what for others, and how the rest was answered. */
export const BoardPage = ({ context, desk, work, tools, asked, board }: Props) => {
  const { locale } = context;
  const { task, record } = asked;
  const title = record === '' ? say(locale, texts.title) : say(locale, texts.ofRecord, { reference: record });
  const href = (more: Partial<Record<keyof BoardAsked, string>>) =>
    boardHref(boardPath, { task, asked: asked.asked, record, ...more });
  const isEmpty = board.columns.length === 0 && asked.page === 1;
  const isFull = board.columns.some(({ total }) => total > asked.page * columnSize);
  const crumbs = record === '' ? undefined : [{ label: record, href: `/staff/records/${record}` }];
  return (
    <Page context={context} title={title} layout="wide" {...(crumbs && { crumbs })}>
      <Title>{title}</Title>
      {record === '' && board.kinds.length > 0 && (
        <Chips
          label={say(locale, texts.tasks)}
          chips={[
            { href: href({ task: '', asked: '' }), label: say(locale, texts.all), isCurrent: task === '' },
            ...board.kinds.map(({ key, task: declared, count }) => ({
              href: href({ task: key, asked: '' }),
              label: declared.label[locale],
              count,
              isCurrent: key === task,
            })),
          ]}
        />
      )}
      {record === '' && board.institutions.length > 1 && board.institutions.length <= 30 && (
        <Chips
          label={say(locale, texts.asked)}
          chips={[
            { href: href({ asked: '' }), label: say(locale, texts.anybody), isCurrent: asked.asked === '' },
            ...board.institutions.map(({ code, count }) => ({
              href: href({ asked: code }),
              label: desk.sayInstitution(code, locale),
              count,
              isCurrent: code === asked.asked,
            })),
          ]}
        />
      )}
      {board.chosen && board.chosen.count > 0 && (
        <p>
          <a class="ds-link" href={boardHref(callListPath, { task, asked: asked.asked })}>
            {say(locale, texts.list)}
          </a>
        </p>
      )}
      {isEmpty ? (
        <EmptyState icon="list" title={say(locale, texts.none)}>
          <p>{say(locale, texts.noneDetail)}</p>
        </EmptyState>
      ) : (
        <div class="board">
          {inOrder(board.columns).map((column) => (
            <Column {...{ desk, work, tools, column, board }} />
          ))}
        </div>
      )}
      <nav class="pages actions" aria-label={title}>
        {asked.page > 1 && (
          <a class="ds-link" href={href({})}>
            {say(locale, texts.fromStart)}
          </a>
        )}
        {isFull && (
          <a class="ds-link" rel="next" href={href({ page: String(asked.page + 1) })}>
            {say(locale, texts.more)}
          </a>
        )}
      </nav>
      <p class="quiet">
        {say(locale, texts.window, { count: new Intl.NumberFormat(intlLocale[locale]).format(boardWindow) })}
      </p>
    </Page>
  );
};

const nameOfColumn = ({ name, rows }: BoardColumn, work: Work, locale: Locale): string => {
  if (name === 'mine' || name === 'open' || name === 'overdue') return say(locale, texts[name]);
  const [row] = rows;
  const outcome = name.slice(1);
  const task = row && getVersion(work, row.versionId).tasks.get(row.task);
  return task?.outcomes.get(outcome)?.[locale] ?? outcome;
};

interface ColumnProps extends Pick<Props, 'desk' | 'work' | 'tools' | 'board'> {
  readonly column: BoardColumn;
}

const Column = ({ column, ...props }: ColumnProps) => {
  const { locale } = props.tools;
  return (
    <section class="board-column" data-column={column.name.startsWith('=') ? 'answered' : column.name}>
      <h2>
        {nameOfColumn(column, props.work, locale)} <span class="count">{column.total}</span>
      </h2>
      {column.rows.length === 0 ? (
        <p class="quiet">{say(locale, texts.nothing)}</p>
      ) : (
        <ul>
          {column.rows.map((row) => (
            <BoardCard row={row} {...props} />
          ))}
        </ul>
      )}
    </section>
  );
};

const BoardCard = ({ row, desk, work, tools, board }: Omit<ColumnProps, 'column'> & { readonly row: BoardRow }) => {
  const { locale, world } = tools;
  const service = getVersion(work, row.versionId);
  const { covers } = desk.parts;
  const answers = withoutAnswers(
    row.data,
    hiddenFrom(service, readerOf(work.staff, service, { ...row, tasks: [] }, covers)),
  );
  const reference = referenceOf(service.referencePrefix, row.id);
  const at = row.endedAt ?? row.dueAt;
  return (
    <li>
      <span class="tags">
        <a class="ds-link" href={`/staff/records/${reference}`}>
          <Bdi>{reference}</Bdi>
        </a>
        {row.mine && (
          <a class="ds-link" href={`/staff/records/${reference}/actions/${row.task}`}>
            {say(locale, texts.answer)}
            <span class="ds-sr-only"> {reference}</span>
          </a>
        )}
      </span>
      <span>
        <bdi>{nameOfRecord(service, answers, tools)}</bdi>
      </span>
      <span class="quiet">
        {[
          board.chosen ? undefined : service.tasks.get(row.task)?.label[locale],
          desk.sayInstitution(row.asked, locale),
          gistOf(service, answers, tools),
        ]
          .filter((part) => part)
          .join(' · ')}
      </span>
      {at && (
        <span class={row.column === 'overdue' ? 'late' : 'quiet'}>
          {say(locale, row.endedAt ? texts.answeredOn : texts.due)}{' '}
          <ShortDateTime locale={locale} at={at} world={world} />
        </span>
      )}
    </li>
  );
};
