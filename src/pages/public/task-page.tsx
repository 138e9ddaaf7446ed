import { say } from '../../base/texts.ts';
import type { Service } from '../../definition/service.ts';
import { isDone, type PageReading } from '../../form/read-form.ts';
import { Actions, ButtonLink } from '../ui/button.tsx';
import { Page, Title } from '../ui/page.tsx';
import type { PageContext } from '../ui/page-context.ts';
import { type Task, TaskList } from '../ui/task-list.tsx';
import type { FormWays } from './form-ways.ts';
import { formPageTexts as texts } from './form-texts.ts';

interface TaskPageProps {
  readonly context: PageContext;
  readonly service: Service;
  readonly readings: readonly PageReading[];
  readonly ways: FormWays;
}

/** The parts of a long form, each with its state; they are done in order, since later ones look at earlier answers. */
export const TaskPage = ({ context, service, readings, ways }: TaskPageProps) => {
  const { locale } = context;
  const isComplete = readings.every(isDone);
  return (
    <Page context={context} title={service.texts.title[locale]} backHref={ways.leave}>
      <Title>{service.texts.title[locale]}</Title>
      <TaskList tasks={tasksOf(service, readings, ways, locale)} />
      <Actions>
        {isComplete && <ButtonLink href={ways.check}>{say(locale, texts.toCheck)}</ButtonLink>}
        {ways.later !== undefined && readings.some(({ visited }) => visited) && (
          <ButtonLink href={ways.later} look="tertiary">
            {say(locale, texts.later)}
          </ButtonLink>
        )}
      </Actions>
    </Page>
  );
};

const tasksOf = (
  service: Service,
  readings: readonly PageReading[],
  ways: FormWays,
  locale: PageContext['locale'],
): readonly Task[] => {
  const reachable = readings.findIndex((reading) => !isDone(reading));
  return [...service.sections].flatMap(([section, title]): readonly Task[] => {
    const own = readings.filter(({ page, shown }) => page.section === section && shown.length > 0);
    const [first] = own;
    if (!first) return [];
    const label = title[locale];
    const open = own.find((reading) => !isDone(reading));
    const href = ways.page((open ?? first).page.name);
    if (!open) return [{ label, href, status: say(locale, texts.sectionDone) }];
    if (reachable >= 0 && readings.indexOf(first) > reachable)
      return [{ label, status: say(locale, texts.sectionLater), hint: say(locale, texts.sectionLaterHint) }];
    const isBegun = own.some(({ visited }) => visited);
    return [{ label, href, status: say(locale, isBegun ? texts.sectionBegun : texts.sectionToDo), tone: 'info' }];
  });
};
