import { priorityLevelTexts } from '../nouns/priority.tsx';
import { tasksTexts } from '../nouns/tasks-texts.ts';
import { nameOfRecord, phoneOfApplicant } from '../../form/applicant.ts';
import { say } from '../../base/texts.ts';
import { sayPhone } from '../../base/phone.ts';
import type { Service } from '../../definition/service.ts';
import type { WorklistRow } from '../../projections/worklist-queries.ts';
import { mayAct } from '../../projections/worklist-scope.ts';
import { bulkTexts } from '../bulk-texts.ts';
import type { FieldTools } from '../fields/field-page.ts';
import { Bdi } from '../ui/bdi.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { Tag } from '../ui/tag.tsx';
import { type Desk, getVersion } from './desk.ts';
import { ClockWords, gistOf, StateTag, urgencyOf } from './record-words.tsx';
import { isTickable, TickBox } from './bulk/bulk-form.tsx';
import { isRegisterList, referenceOfRow, type Worklist } from './worklist-data.ts';
import { staffTexts } from './staff-texts.ts';
import { listParameter } from './worklist-query.ts';
import { ShortDateTime } from './short-date-time.tsx';
import { worklistTexts as texts } from './worklist-texts.ts';

interface WorklistTableProps {
  readonly desk: Desk;
  readonly list: Worklist;
  readonly tools: FieldTools;
  readonly caption: string;
}

/** The records, one line each. */
export const WorklistTable = ({ desk, list, tools, caption }: WorklistTableProps) => {
  const isWork = list.query.view === 'open' && list.query.q === '' && !isRegisterList(list);
  return (
    <Table
      caption={caption}
      isCaptionHidden
      rows={list.rows}
      rowTone={(row) => (row.open ? urgencyOf(row, getVersion(list.work, row.versionId), tools) : undefined)}
      rowId={(row) => `r-${row.id}`}
      columns={[
        ...(isTickable(list) ? [tickColumn(list, tools)] : []),
        referenceColumn(list, tools),
        applicantColumn(list, tools),
        requestColumn(desk, list, tools),
        stateColumn(list, tools),
        ...(list.usesAssignees ? [assigneeColumn(list, tools)] : []),
        isWork ? dueColumn(list, tools) : updatedColumn(tools),
      ]}
    />
  );
};

const tickColumn = (list: Worklist, { locale }: FieldTools): Column<WorklistRow> => ({
  label: say(locale, bulkTexts.choose),
  isLabelHidden: true,
  cell: (row) => <TickBox reference={referenceOfRow(list.work, row)} locale={locale} />,
});

const referenceColumn = (list: Worklist, { locale }: FieldTools): Column<WorklistRow> => ({
  label: say(locale, texts.reference),
  isHeader: true,
  cell: (row) => {
    const reference = referenceOfRow(list.work, row);
    return (
      <a class="ds-link row-link" href={`/staff/records/${reference}${listParameter(list.query)}`}>
        <Bdi>{reference}</Bdi>
      </a>
    );
  },
});

const whoIsNamed = ({ service }: Worklist, { locale }: FieldTools): string => {
  const subject = service?.survey && service.fields.get(service.survey.subject);
  if (subject) return subject.label[locale];
  if (service?.kind === 'register') return say(locale, texts.name);
  const title = service?.namedBy === service?.applicant.name ? undefined : service?.fields.get(service.namedBy ?? '');
  return title?.label[locale] ?? say(locale, texts.applicant);
};

const applicantColumn = (list: Worklist, tools: FieldTools): Column<WorklistRow> => ({
  label: whoIsNamed(list, tools),
  cell: ({ data, versionId }) => {
    const service = getVersion(list.work, versionId);
    const phone = phoneOfApplicant(service, data);
    return (
      <span class="two-lines">
        <bdi>{nameOfRecord(service, data, tools)}</bdi>
        {phone !== undefined && (
          <span class="quiet">
            <Bdi>{sayPhone(phone)}</Bdi>
          </span>
        )}
      </span>
    );
  },
});

const requestColumn = (desk: Desk, list: Worklist, tools: FieldTools): Column<WorklistRow> => {
  const isOnePlace = new Set(list.rows.map(({ institution }) => institution)).size < 2;
  return {
    label: say(tools.locale, list.service?.kind === 'register' ? texts.entry : texts.request),
    cell: ({ data, versionId, institution }) => {
      const service = getVersion(list.work, versionId);
      const quiet = [
        ...(list.service ? [] : [service.texts.record[tools.locale]]),
        ...(isOnePlace ? [] : [desk.sayInstitution(institution, tools.locale)]),
      ];
      return (
        <span class="two-lines">
          <span>{gistOf(service, data, tools)}</span>
          {quiet.length > 0 && <span class="quiet">{quiet.join(' · ')}</span>}
        </span>
      );
    },
  };
};

const stateColumn = (list: Worklist, { locale }: FieldTools): Column<WorklistRow> => ({
  label: say(locale, texts.state),
  cell: ({ state, versionId, open, mine, task, urgent, lateTask }) => (
    <span class="tags">
      {urgent && open && (
        <Tag tone="danger" icon="warning">
          {priorityLevelTexts.high[locale]}
        </Tag>
      )}
      {lateTask && (
        <Tag tone="warning" icon="bell">
          {say(locale, tasksTexts.lateElsewhere)}
        </Tag>
      )}
      {task !== null && <TaskTag service={getVersion(list.work, versionId)} task={task} locale={locale} />}
      <StateTag service={getVersion(list.work, versionId)} state={state} locale={locale} />
      {open && !mine && mayAct(list.work.scope) && <Tag icon="people">{say(locale, texts.forColleague)}</Tag>}
    </span>
  ),
});

/** What the reader's institution is asked to do with a record that lies in another basket. */
const TaskTag = ({
  service,
  task,
  locale,
}: {
  readonly service: Service;
  readonly task: string;
  readonly locale: FieldTools['locale'];
}) => (
  <Tag tone="warning" icon="message">
    {service.tasks.get(task)?.label[locale] ?? task}
  </Tag>
);

const assigneeColumn = ({ names, work }: Worklist, { locale }: FieldTools): Column<WorklistRow> => ({
  label: say(locale, texts.assignee),
  cell: ({ assignee }) => {
    if (assignee === null) return <span class="quiet">{say(locale, texts.nobody)}</span>;
    const isYou = assignee === work.scope.account;
    return isYou ? <strong>{say(locale, staffTexts.you)}</strong> : <bdi>{names.get(assignee)?.[locale]}</bdi>;
  },
});

const dueColumn = ({ work }: Worklist, tools: FieldTools): Column<WorklistRow> => ({
  label: say(tools.locale, texts.due),
  cell: (row) => <ClockWords clock={row} service={getVersion(work, row.versionId)} tools={tools} />,
});

const updatedColumn = ({ locale, world }: FieldTools): Column<WorklistRow> => ({
  label: say(locale, texts.updated),
  cell: ({ updatedAt }) => <ShortDateTime locale={locale} at={updatedAt} world={world} />,
});
