import type { Fault } from './fault.ts';
import type { Field, Service } from './service.ts';
import type { Journey, Sample } from './stories.ts';
import { namedFiles } from './story-files.ts';
import { suggest } from './suggest.ts';
import type { Path, YamlSource } from './yaml-source.ts';

type Told = Pick<Journey, 'expect' | 'refused'> & { readonly data?: Readonly<Record<string, unknown>> };

const sampleFile = /^[a-z0-9][a-z0-9-]{0,60}\.[a-z0-9]{2,5}$/;

/**
 * Names in stories that the service does not have. What is to be refused may well send an answer that nobody asked for,
 * and do an action that does not exist.
 */
export const judgeStories = (
  yaml: YamlSource,
  stories: readonly (Sample | Journey)[],
  { fields, states, documents, actions, campaign, survey }: Service,
): readonly Fault[] => {
  const faults: Fault[] = [];
  const names = (path: Path, what: string, told: readonly string[], known: Iterable<string>): void => {
    const all = [...known];
    for (const name of told) {
      if (!all.includes(name)) faults.push(yaml.faultAt(path, `there is no ${what} "${name}"${suggest(name, all)}`));
    }
  };
  const known = stories.flatMap((story) => ('journey' in story ? story.journey : (story.sample ?? [])));
  const judgeFiles = (path: Path, { data = {} }: Told, asked: Iterable<Field>): void => {
    for (const { field, names: files } of namedFiles(asked, data))
      for (const [index, name] of files.entries())
        if (!sampleFile.test(name))
          faults.push(
            yaml.faultAt(
              [...path, 'data', field.name, index],
              `"${name}" is no name of a file in the folder "samples": use small letters, digits and hyphens, such as front-door.jpg`,
            ),
          );
  };
  const judge = (path: Path, { data = {}, expect, refused }: Told, asked: Iterable<string>): void => {
    const all = [...asked];
    if (refused === undefined)
      for (const name of Object.keys(data)) names([...path, 'data', name], 'field', [name], all);
    for (const [name, answer] of Object.entries(data))
      // What a sample of another service is called is known when both are played.
      if (typeof answer === 'string' && answer.startsWith('@') && !answer.includes('/'))
        names([...path, 'data', name], 'story', [answer.slice(1)], known);
    names([...path, 'expect', 'state'], 'state', expect?.state === undefined ? [] : [expect.state], states.keys());
    names([...path, 'expect', 'documents'], 'document', expect?.documents ?? [], documents.keys());
  };
  stories.forEach((story, index) => {
    judge([index], story, fields.keys());
    judgeFiles([index], story, fields.values());
    const judgeStep = (step: Told & { readonly action?: string | undefined }, path: Path): void => {
      if (step.action === undefined) return judge(path, step, []);
      const action = actions.get(step.action);
      if (action) {
        judgeFiles(path, step, action.fields);
        return judge(
          path,
          step,
          action.fields.map(({ name }) => name),
        );
      }
      return names([...path, 'action'], 'action', [step.action], actions.keys());
    };
    (story.then ?? []).forEach((step, position) => judgeStep(step, [index, 'then', position]));
    if (!('institutions' in story) || !story.institutions) return;
    for (const [code, steps] of Object.entries(story.institutions))
      steps.forEach((step, position) => judgeStep(step, [index, 'institutions', code, position]));
    const at = [index, 'institutions'];
    if (!campaign)
      faults.push(yaml.faultAt(at, 'the service opens no campaigns: declare "campaign", or tell one record by "then"'));
    if (story.then)
      faults.push(yaml.faultAt(at, 'a campaign tells what each institution does: move "then" below one of them'));
    if (survey && survey.subject in story.data)
      faults.push(yaml.faultAt(at, `each record says its own "${survey.subject}": take it out of "data"`));
  });
  return faults;
};
