import { Type } from 'typebox';
import type { Text } from '../../base/texts.ts';
import type { Noun } from '../noun.ts';
import { choiceQuestion } from '../own-question.ts';
import { correctedFields, fieldNames } from './edit.ts';

/** What an action has to do with proposed changes: it makes one, takes one over, or turns one down. */
export interface ProposalsOfAction {
  /** Names of the form's fields for which it proposes other answers. */
  readonly propose: readonly string[];
  /** It puts a proposal into effect: one that somebody else made, or one's own too. */
  readonly accept: 'of-others' | 'of-anyone' | undefined;
  readonly decline: boolean;
}

/** The question of an action that decides on a proposal: which. Its options are those that are open on the record. */
export const proposalQuestion = 'proposal';

const label: Text = { ar: 'اقتراح التعديل', fr: 'La modification proposée', en: 'The proposed change' };

const question = choiceQuestion(proposalQuestion, label, new Map());

export const proposals: Noun = {
  actionKeys: {
    propose: fieldNames(
      'The answers of the form for which it proposes others, or `all`; nothing changes until somebody accepts.',
    ),
    accept: Type.Optional(
      Type.Union([Type.Literal(true), Type.Literal('own-too')], {
        description:
          'It accepts a proposed change, which another person must have made; `own-too`: also one that the same person made.',
      }),
    ),
    decline: Type.Optional(
      Type.Literal(true, { description: 'It declines a proposed change, or withdraws one that the same person made.' }),
    ),
  },
  celTypes: () => ({ open_proposals: 'int' }),
  compile: () => ({}),
  compileAction: (context, source, path, soFar) => {
    const { accept, decline } = source as { accept?: true | 'own-too'; decline?: true };
    const proposed = correctedFields(context, source, path, soFar, 'propose');
    const said = (['edit', 'propose', 'accept', 'decline'] as const).filter((key) => source[key] !== undefined);
    if (said.length > 1)
      context.fault([...path, said[1] ?? ''], `an action does one of ${said.join(' and ')}: declare two actions`);
    const decides = accept !== undefined || decline === true;
    const key = accept === undefined ? 'decline' : 'accept';
    if (decides && source.automatic !== undefined)
      context.fault([...path, key], `nobody would choose the proposal: take out "${key}" or "automatic"`);
    const clash = decides
      ? (source.fields ?? []).find(({ name }) => name === proposalQuestion || soFar.fields.has(name))
      : undefined;
    if (clash)
      context.fault(
        [...path, 'fields'],
        `"${clash.name}" is taken by the proposal that the action decides on: give its own field another name`,
      );
    return {
      own: {
        propose: proposed.map(({ name }) => name),
        accept: accept === undefined ? undefined : accept === true ? 'of-others' : 'of-anyone',
        decline: decline === true,
      } satisfies ProposalsOfAction,
      fields: decides ? [question] : proposed,
    };
  },
};
