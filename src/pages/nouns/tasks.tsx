import { say } from '../../base/texts.ts';
import type { Action, Service } from '../../definition/service.ts';
import { sayInstant } from '../../form/fields/datetime.ts';
import { isByClock, type RecordEvent, type TaskNear, type TaskOverdue } from '../../record/events.ts';
import { findOpenTask, openTasks, type RecordTask } from '../../record/nouns/tasks.ts';
import { createInstitutionFinder } from '../../record/nouns/route.ts';
import { ruleValues } from '../../record/decide.ts';
import { findTargetBy } from '../../record/target.ts';
import type { FieldTools } from '../fields/field-page.ts';
import type { PageNoun } from '../noun.ts';
import { paragraphs } from '../paragraphs.tsx';
import type { OpenedRecord } from '../record-access.ts';
import { boardHref, boardPath } from '../staff/board/board-paths.ts';
import { boardTexts } from '../staff/board/board-texts.ts';
import { saidWith } from '../said-with.tsx';
import type { DeskRecord } from '../staff/record-data.ts';
import { Card } from '../ui/card.tsx';
import { Tag, type Tone } from '../ui/tag.tsx';
import type { Moment } from '../ui/timeline.tsx';
import { tasksTexts as texts } from './tasks-texts.ts';

type Said = Pick<OpenedRecord, 'service' | 'candidate'> & { readonly tools: FieldTools };

const labelOf = ({ service, tools }: Pick<Said, 'service' | 'tools'>, name: string): string =>
  service.tasks.get(name)?.label[tools.locale] ?? name;
const nameOf = (code: string, { territory, locale }: FieldTools): string =>
  territory.findInstitution(code)?.name[locale] ?? code;
const instantOf = (at: Date, { locale, world }: FieldTools): string => sayInstant(at, locale, world.timeZone);

/** How a task ended is for staff only where what was said with it is. */
const maySeeOutcome = (service: Service, name: string, { candidate }: Pick<Said, 'candidate'>): boolean =>
  candidate.kind === 'account' || !service.actions.get(name)?.saidToStaff;

const stepOf = (said: Said, event: RecordEvent): readonly string[] => {
  const { service, tools } = said;
  const { locale } = tools;
  if (event.kind === 'recounted')
    return (event.facts.tasks ?? []).map(({ name, dueAt }) =>
      say(locale, texts.dueAnew, {
        task: labelOf(said, name),
        by: dueAt === undefined ? '–' : instantOf(new Date(dueAt), tools),
      }),
    );
  const facts = isByClock(event) ? undefined : event.facts.tasks;
  if (!facts) return [];
  const { opened = [], answered, withdrawn = [] } = facts;
  const outcome = answered && service.tasks.get(answered.name)?.outcomes.get(answered.outcome)?.[locale];
  return [
    ...(answered
      ? [
          maySeeOutcome(service, answered.name, said)
            ? say(locale, texts.answered, { outcome: outcome ?? answered.outcome })
            : say(locale, texts.answeredOnly),
        ]
      : []),
    ...opened.map(({ name, institution, dueAt }) =>
      say(locale, dueAt === undefined ? texts.askedOf : texts.askedOfBy, {
        task: labelOf(said, name),
        institution: nameOf(institution, tools),
        by: dueAt === undefined ? '' : instantOf(new Date(dueAt), tools),
      }),
    ),
    ...(withdrawn.length > 0
      ? [
          say(locale, texts.noLonger, {
            tasks: withdrawn.map((name) => labelOf(said, name)).join(locale === 'ar' ? '، ' : ', '),
          }),
        ]
      : []),
  ];
};

/** What the clock did to something that was asked, in the history for civil servants. */
export const momentOfTask = (
  said: Said,
  event: TaskNear | TaskOverdue,
  sayRole: (role: string) => string,
): Omit<Moment, 'byline'> => {
  const { tools } = said;
  const { locale } = tools;
  const task = labelOf(said, event.facts.task);
  const institution = nameOf(event.facts.institution, tools);
  if (event.kind === 'task-near') {
    const by = instantOf(new Date(event.facts.dueAt), tools);
    return { title: say(locale, texts.near, { task, institution, by }), tone: 'warning', icon: 'clock' };
  }
  const { escalatedTo, askedAbove } = event.facts;
  const above = askedAbove && {
    institution: nameOf(askedAbove.institution, tools),
    by: askedAbove.dueAt === undefined ? '' : instantOf(new Date(askedAbove.dueAt), tools),
  };
  return {
    title: say(locale, texts.late, { task, institution }),
    tone: 'warning',
    icon: 'bell',
    body: paragraphs(
      say(locale, texts.lateCalls, { roles: new Intl.ListFormat(locale).format(escalatedTo.map(sayRole)) }),
      above && say(locale, above.by === '' ? texts.askedAbove : texts.askedAboveBy, above),
    ),
  };
};

const outcomesOf = (opened: DeskRecord, { open, answers }: Action): readonly string[] => {
  const { service, record, tools } = opened;
  const { locale, territory } = tools;
  return [
    ...open
      .filter((name) => !findOpenTask(record, name))
      .map((name) => {
        const code = findTargetBy(
          service.tasks.get(name)?.to ?? [],
          record.answers,
          () => ruleValues(service, record, { counts: {}, now: tools.world.now }),
          { now: tools.world.now, findInstitutionFor: createInstitutionFinder(territory) },
        );
        const institution = nameOf(code ?? service.owner, tools);
        return say(locale, texts.willAsk, { institution, task: labelOf(opened, name) });
      }),
    ...(answers === undefined ? [] : [say(locale, texts.willAnswer)]),
  ];
};

const isLate = ({ dueAt }: RecordTask, { world }: FieldTools): boolean => dueAt !== undefined && dueAt <= world.now;

const standingOf = (
  { service, tools }: DeskRecord,
  task: RecordTask,
): { readonly tone: Tone; readonly words: string } => {
  const { locale } = tools;
  switch (task.standing) {
    case 'open':
      return isLate(task, tools)
        ? { tone: 'danger', words: say(locale, texts.overdue) }
        : { tone: 'info', words: say(locale, texts.open) };
    case 'answered':
      return {
        tone: 'neutral',
        words: service.tasks.get(task.name)?.outcomes.get(task.outcome)?.[locale] ?? task.outcome,
      };
    case 'withdrawn':
      return { tone: 'neutral', words: say(locale, texts.withdrawn) };
  }
};

const sayTime = (task: RecordTask, tools: FieldTools): string => {
  if (task.standing !== 'open') return say(tools.locale, texts.answeredAt, { at: instantOf(task.at, tools) });
  return task.dueAt
    ? say(tools.locale, texts.dueBy, { by: instantOf(task.dueAt, tools) })
    : say(tools.locale, texts.noDue);
};

/** A task in words: what is asked of whom, and how it stands. */
export const taskInWords = (
  opened: DeskRecord,
  task: RecordTask,
): { readonly label: string; readonly value: string } => ({
  label: labelOf(opened, task.name),
  value: [
    nameOf(task.institution, opened.tools),
    standingOf(opened, task).words,
    ...(task.standing === 'withdrawn' ? [] : [sayTime(task, opened.tools)]),
  ].join(' · '),
});

const TaskItem = ({ opened, task }: { readonly opened: DeskRecord; readonly task: RecordTask }) => {
  const { tone, words } = standingOf(opened, task);
  const event = task.standing === 'answered' ? opened.events[task.event - 1] : undefined;
  return (
    <li>
      <span class="tags">
        <strong>{labelOf(opened, task.name)}</strong>
        <Tag tone={tone} icon={task.standing === 'answered' ? 'check' : undefined}>
          {words}
        </Tag>
      </span>
      <span class="quiet">{nameOf(task.institution, opened.tools)}</span>
      {task.standing !== 'withdrawn' && <span class="quiet">{sayTime(task, opened.tools)}</span>}
      {event?.kind === 'acted' && saidWith(opened, event)}
    </li>
  );
};

/** What others are asked, in the head of the record's page: first what is asked of the reader. */
const waitsFor = (opened: DeskRecord): readonly string[] => {
  const { candidate, service, tools, record } = opened;
  const isMine = ({ name, institution }: RecordTask) =>
    candidate.kind === 'account' &&
    (service.actions.get(name)?.by.some((role) => candidate.rolesAt?.(institution).has(role)) ?? false);
  return openTasks(record)
    .toSorted((a, b) => Number(isMine(b)) - Number(isMine(a)))
    .map((task) => {
      const time = [sayTime(task, tools), ...(isLate(task, tools) ? [say(tools.locale, texts.overdue)] : [])];
      const head = say(tools.locale, isMine(task) ? texts.yours : texts.waitsFor);
      return `${head}${tools.locale === 'fr' ? '\u00a0' : ''}: ${labelOf(opened, task.name)} – ${nameOf(task.institution, tools)} (${time.join(' · ')})`;
    });
};

export const tasks: PageNoun = {
  outcomes: (_desk, opened, action) => outcomesOf(opened, action),
  outcomesForMany: (service, { open, answers }, tools) => [
    ...open.map((name) => say(tools.locale, texts.willAskForEach, { task: labelOf({ service, tools }, name) })),
    ...(answers === undefined ? [] : [say(tools.locale, texts.willAnswer)]),
  ],
  staffNow: (_desk, opened) => waitsFor(opened),
  staffStep: (_desk, opened, event) => stepOf(opened, event),
  applicantStep: (view, event) => stepOf(view, event),
  staffCard: (_desk, opened) =>
    opened.record.tasks.length === 0 ? undefined : (
      <Card title={say(opened.tools.locale, texts.title)}>
        <ul class="plain-list">
          {opened.record.tasks.map((task) => (
            <TaskItem opened={opened} task={task} />
          ))}
        </ul>
        <a class="ds-link" href={boardHref(boardPath, { record: opened.reference })}>
          {say(opened.tools.locale, boardTexts.board)}
        </a>
      </Card>
    ),
  json: (opened) => {
    const { service, record } = opened;
    if (record.tasks.length === 0) return {};
    return {
      tasks: record.tasks.map((task) => ({
        name: task.name,
        institution: task.institution,
        standing: task.standing,
        ...(task.standing === 'answered' && maySeeOutcome(service, task.name, opened) && { outcome: task.outcome }),
        opened_at: task.openedAt.toISOString(),
        due_at: task.dueAt?.toISOString() ?? null,
        ...(task.standing === 'open' && { escalated: task.escalatedTo.length > 0 }),
      })),
    };
  },
};
