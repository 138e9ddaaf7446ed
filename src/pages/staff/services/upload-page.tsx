import { say } from '../../../base/texts.ts';
import type { ServiceFiles } from '../../../definition/compile-service.ts';
import type { Fault } from '../../../definition/fault.ts';
import { Alert } from '../../ui/alert.tsx';
import { Actions, Button } from '../../ui/button.tsx';
import { Details } from '../../ui/details.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { FileField } from '../../ui/file-field.tsx';
import { Page, Title } from '../../ui/page.tsx';
import type { PageContext } from '../../ui/page-context.ts';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { FaultList } from './fault-list.tsx';
import { servicesPath, uploadPath } from './list-page.tsx';
import { servicesTexts as texts } from './services-texts.ts';

export const filesInput = 'files';
/** A text of a file: the name of the file follows. */
export const textInput = 'text:';
const always = ['service.yaml', 'texts.ar.yaml', 'texts.fr.yaml', 'texts.en.yaml'];

interface Props {
  readonly context: PageContext;
  readonly csrfToken: string;
  readonly files: ServiceFiles;
  readonly note: string;
  readonly faults: readonly Fault[];
  readonly problems: readonly FieldProblem[];
}

/** Where the files of a new version are sent or written, with what is wrong in them. */
export const UploadPage = ({ context, csrfToken, files, note, faults, problems }: Props) => {
  const { locale } = context;
  const title = say(locale, texts.uploadTitle);
  const names = [...new Set([...always, ...Object.keys(files)])];
  const all = [
    ...problems,
    ...(faults.length > 0 ? [{ message: say(locale, texts.faults, { count: faults.length }) }] : []),
  ];
  return (
    <Page
      context={{ ...context, url: uploadPath }}
      title={title}
      layout="wide"
      problems={all}
      crumbs={[{ href: servicesPath, label: say(locale, texts.title) }]}
    >
      <Title>{title}</Title>
      <p class="lead">{say(locale, texts.uploadLead)}</p>
      {faults.length > 0 && (
        <Alert tone="danger" title={say(locale, texts.faults, { count: faults.length })}>
          {locale !== 'en' && <p>{say(locale, texts.faultsNote)}</p>}
          <FaultList faults={faults} />
        </Alert>
      )}
      <form method="post" action={uploadPath} encType="multipart/form-data">
        <input type="hidden" name="_csrf" value={csrfToken} />
        <FileField
          locale={locale}
          name={filesInput}
          label={say(locale, texts.files)}
          hint={say(locale, texts.filesHint)}
          error={problems.find(({ name }) => name === filesInput)?.message}
          accept=".yaml,.yml,.csv,.typ"
          multiple
        />
        <Details summary={say(locale, texts.editHere)} open={faults.length > 0}>
          <div class="sources">
            {names.map((name) => (
              <TextArea
                locale={locale}
                name={`${textInput}${name}`}
                label={name}
                value={files[name] ?? ''}
                rows={name === 'service.yaml' ? 24 : 10}
              />
            ))}
          </div>
        </Details>
        <TextField
          locale={locale}
          name="note"
          label={say(locale, texts.note)}
          hint={say(locale, texts.noteHint)}
          value={note}
          optional
          maxLength={300}
        />
        <Actions>
          <Button>{say(locale, texts.check)}</Button>
        </Actions>
      </form>
    </Page>
  );
};
