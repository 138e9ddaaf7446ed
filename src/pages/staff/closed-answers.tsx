import { openingReasons } from '../../access/readings.ts';
import { say } from '../../base/texts.ts';
import { sayTime } from '../readings.tsx';
import { readingsTexts as texts, reasonTexts } from '../readings-texts.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Radios } from '../ui/choice-field.tsx';
import { Page, Title } from '../ui/page.tsx';
import type { PageContext } from '../ui/page-context.ts';
import { type DeskRecord, enumerate } from './record-data.ts';

export const reasonInput = 'reason';
export const backInput = 'back';
export const openingPath = (reference: string): string => `/staff/records/${reference}/open`;

interface ClosedProps {
  readonly opened: DeskRecord;
  readonly csrfToken: string;
  /** Where to go on when they are open. */
  readonly back: string;
  /** The reason was not chosen. */
  readonly isMissing?: boolean;
  /** It stands right below the title of its page. */
  readonly isAlone?: boolean;
}

/** Sensitive answers that are closed to this reader: what they are, and the button that opens them for a reason. */
export const ClosedAnswers = ({ opened, csrfToken, back, isMissing = false, isAlone = false }: ClosedProps) => {
  const { closed, reference, tools, opening } = opened;
  const { locale, world } = tools;
  if (opening)
    return (
      <Alert tone="info">
        <p>
          {say(locale, texts.openUntil, {
            time: sayTime(opening.until, locale, world.timeZone),
            reason: say(locale, reasonTexts[opening.reason]),
          })}
        </p>
      </Alert>
    );
  if (closed.length === 0) return null;
  const Heading = isAlone ? 'h2' : 'h3';
  return (
    <section class="ds-card closed-answers" id="closed">
      <Heading class="card-title">{say(locale, texts.closedTitle)}</Heading>
      <p>{say(locale, texts.closed, { questions: enumerate(labelsOf(opened), locale, 'conjunction') })}</p>
      <form method="post" action={openingPath(reference)} noValidate>
        <input type="hidden" name="_csrf" value={csrfToken} />
        <input type="hidden" name={backInput} value={back} />
        <Radios
          locale={locale}
          name={reasonInput}
          label={say(locale, texts.reason)}
          error={isMissing ? say(locale, texts.chooseReason) : undefined}
          options={openingReasons.map((reason) => ({ value: reason, label: say(locale, reasonTexts[reason]) }))}
        />
        <Button look="secondary" icon="eye">
          {say(locale, texts.show)}
        </Button>
      </form>
    </section>
  );
};

/** The questions whose answers are closed, in their order. */
export const labelsOf = ({ service, closed, tools: { locale } }: DeskRecord): readonly string[] => {
  const all = [...service.fields.values(), ...[...service.actions.values()].flatMap(({ fields }) => fields)];
  const labels = new Map(
    all.filter(({ name }) => closed.includes(name)).map(({ name, label }) => [name, label[locale]]),
  );
  return [...labels.values()];
};

/** Instead of an action that changes closed answers: who changes them has to see them. */
export const OpenFirstPage = ({
  context,
  label,
  ...closed
}: ClosedProps & {
  readonly context: PageContext;
  /** What the action is called. */
  readonly label: string;
}) => (
  <Page
    context={context}
    title={`${label} – ${closed.opened.reference}`}
    backHref={`/staff/records/${closed.opened.reference}`}
  >
    <Title above={label}>{say(context.locale, texts.firstTitle)}</Title>
    <p>{say(context.locale, texts.first)}</p>
    <ClosedAnswers {...closed} isAlone />
  </Page>
);
