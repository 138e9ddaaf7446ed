import { sayPhone } from '../../../base/phone.ts';
import { say } from '../../../base/texts.ts';
import { nameOfRecord, phoneOfApplicant } from '../../../form/applicant.ts';
import { sayInstant } from '../../../form/fields/datetime.ts';
import type { FieldTools } from '../../fields/field-page.ts';
import { PrintButton, printIsland } from '../../public/print-button.tsx';
import { Bdi } from '../../ui/bdi.tsx';
import { EmptyState } from '../../ui/card.tsx';
import { Page, Title } from '../../ui/page.tsx';
import type { PageContext } from '../../ui/page-context.ts';
import { Table } from '../../ui/table.tsx';
import type { DeskRecord } from '../record-data.ts';
import { gistOf } from '../record-words.tsx';
import type { TaskKind } from './board-data.ts';
import { boardHref, boardPath } from './board-paths.ts';
import { boardTexts as texts } from './board-texts.ts';

interface Props {
  readonly context: PageContext;
  readonly tools: FieldTools;
  readonly kind: TaskKind;
  readonly rows: readonly { readonly opened: DeskRecord; readonly dueAt: Date | null }[];
  readonly name: string;
  /** There are more than are shown. */
  readonly isPartial: boolean;
}

/** Whom to call, or where to go: the open tasks of one kind on a sheet that can be taken along. */
export const CallListPage = ({ context, tools, kind, rows, name, isPartial }: Props) => {
  const { locale } = context;
  const { world } = tools;
  const title = say(locale, texts.listTitle, { task: kind.task.label[locale] });
  const instant = (at: Date) => sayInstant(at, locale, world.timeZone);
  return (
    <Page
      context={context}
      title={title}
      layout="wide"
      islands={[printIsland]}
      crumbs={[{ label: say(locale, texts.title), href: boardHref(boardPath, { task: kind.key }) }]}
    >
      <Title>{title}</Title>
      <p>{say(locale, texts.listLead, { name, at: instant(world.now) })}</p>
      {isPartial && <p class="quiet">{say(locale, texts.partly, { count: rows.length })}</p>}
      {rows.length === 0 ? (
        <EmptyState icon="list" title={say(locale, texts.none)} />
      ) : (
        <>
          <div class="actions">
            <PrintButton label={say(locale, texts.printIt)} />
          </div>
          <Table
            caption={title}
            isCaptionHidden
            rows={rows}
            columns={[
              {
                label: say(locale, texts.record),
                isHeader: true,
                cell: ({ opened }) => (
                  <a class="ds-link" href={`/staff/records/${opened.reference}/actions/${kind.task.name}`}>
                    <Bdi>{opened.reference}</Bdi>
                  </a>
                ),
              },
              {
                label: say(locale, texts.who),
                cell: ({ opened: { service, record } }) => <bdi>{nameOfRecord(service, record.answers, tools)}</bdi>,
              },
              {
                label: say(locale, texts.phone),
                cell: ({ opened: { service, record } }) => {
                  const phone = phoneOfApplicant(service, record.answers);
                  return phone === undefined ? (
                    ''
                  ) : (
                    <a class="ds-link" href={`tel:${phone}`}>
                      <Bdi>{sayPhone(phone)}</Bdi>
                    </a>
                  );
                },
              },
              {
                label: say(locale, texts.about),
                cell: ({ opened: { service, record } }) => gistOf(service, record.answers, tools),
              },
              { label: say(locale, texts.dueLabel), cell: ({ dueAt }) => (dueAt ? instant(dueAt) : '') },
              { label: say(locale, texts.result), cell: () => <span class="to-write" /> },
            ]}
          />
        </>
      )}
    </Page>
  );
};
