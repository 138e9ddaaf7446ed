import { say } from '../../base/texts.ts';
import type { Action, Field } from '../../definition/service.ts';
import type { Given, Inputs } from '../../form/fields/field-type.ts';
import { uploadsAt } from '../fields/tools-of.ts';
import { sendsFiles } from '../fields/row-table.tsx';
import { Bdi } from '../ui/bdi.tsx';
import { Actions, Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { Page, Title } from '../ui/page.tsx';
import type { PageContext } from '../ui/page-context.ts';
import { islandsFor, questions } from './questions.tsx';
import { lastWords } from './record-page.tsx';
import type { RecordView } from './record-view.ts';
import { ends } from './standing.ts';
import { actionPath, trackPath } from './track-paths.ts';
import { trackTexts as texts } from './track-texts.ts';

interface ActionPageProps {
  readonly context: PageContext;
  readonly csrfToken: string;
  readonly view: RecordView;
  readonly action: Action;
  readonly shown: readonly Field[];
  /** What the record says, which the questions may look at. */
  readonly given: Given;
  readonly inputs: Inputs;
  readonly problems: readonly FieldProblem[];
}

/** The hidden input that tells which event the person saw last. */
export const seenInput = '_seen';

/** Something that the applicant may do: what it answers to, what has to be said with it, what it leads to, one button. */
export const ActionPage = ({ context, csrfToken, view, action, shown, given, inputs, problems }: ActionPageProps) => {
  const { locale } = context;
  const { service, record, reference, tools } = view;
  const title = action.label[locale];
  const words = lastWords(view);
  return (
    <Page
      context={context}
      title={title}
      problems={problems}
      backHref={trackPath(reference)}
      islands={islandsFor(action.fields)}
    >
      <Title
        above={
          <>
            {service.texts.record[locale]} · <Bdi>{reference}</Bdi>
          </>
        }
      >
        {title}
      </Title>
      {words && <Card title={say(locale, texts.theyWrote)}>{words}</Card>}
      <form
        method="post"
        action={actionPath(reference, action.name)}
        encType={sendsFiles(action.fields) ? 'multipart/form-data' : undefined}
        noValidate
      >
        <input type="hidden" name="_csrf" value={csrfToken} />
        <input type="hidden" name={seenInput} value={record.lastEvent} />
        {questions({
          fields: action.fields,
          shown,
          inputs,
          problems,
          tools: { ...tools, uploadsAt: uploadsAt(service) },
          given,
        })}
        <p>{say(locale, ends(service, action) ? texts.endsIt : texts.goesOn)}</p>
        <Actions>
          <Button danger={ends(service, action)}>{say(locale, texts.confirm, { action: title })}</Button>
        </Actions>
      </form>
    </Page>
  );
};
