import type { Fault } from './fault.ts';
import type { Service } from './service.ts';
import type { Journey, Sample } from './stories.ts';
import { suggest } from './suggest.ts';
import type { Path, YamlSource } from './yaml-source.ts';

type Told = Pick<Journey, 'expect' | 'refused'> & { readonly data?: Readonly<Record<string, unknown>> };

/**
 * Names in stories that the service does not have. What is to be refused may well send an answer that nobody asked for,
 * and do an action that does not exist.
 */
export const judgeStories = (
  yaml: YamlSource,
  stories: readonly (Sample | Journey)[],
  { fields, states, documents, actions }: Service,
): readonly Fault[] => {
  const faults: Fault[] = [];
  const names = (path: Path, what: string, told: readonly string[], known: Iterable<string>): void => {
    const all = [...known];
    for (const name of told) {
      if (!all.includes(name)) faults.push(yaml.faultAt(path, `there is no ${what} "${name}"${suggest(name, all)}`));
    }
  };
  const judge = (path: Path, { data = {}, expect, refused }: Told, asked: Iterable<string>): void => {
    const all = [...asked];
    if (refused === undefined)
      for (const name of Object.keys(data)) names([...path, 'data', name], 'field', [name], all);
    names([...path, 'expect', 'state'], 'state', expect?.state === undefined ? [] : [expect.state], states.keys());
    names([...path, 'expect', 'documents'], 'document', expect?.documents ?? [], documents.keys());
  };
  stories.forEach((story, index) => {
    judge([index], story, fields.keys());
    (story.then ?? []).forEach((step: Told & { readonly action?: string | undefined }, position) => {
      const path = [index, 'then', position];
      if (step.action === undefined) return judge(path, step, []);
      const action = actions.get(step.action);
      if (action)
        return judge(
          path,
          step,
          action.fields.map(({ name }) => name),
        );
      return names([...path, 'action'], 'action', [step.action], actions.keys());
    });
  });
  return faults;
};
