import type { ComponentChildren } from 'preact';
import { proposalQuestion } from '../definition/nouns/proposals.ts';
import type { Service } from '../definition/service.ts';
import type { Acted } from '../record/events.ts';
import { pageOf } from './fields/all.ts';
import type { FieldTools } from './fields/field-page.ts';

/**
 * What somebody wrote with an action; the questions only where there are several answers to tell apart. What was corrected
 * or proposed is told as what changes, and which proposal was decided on by showing it.
 */
export const saidWith = (
  { service, tools }: { readonly service: Service; readonly tools: FieldTools },
  { facts, content }: Acted,
): ComponentChildren => {
  const told = new Set<string>([...(facts.edited ?? []), ...(facts.proposed ?? []), proposalQuestion]);
  const action = service.actions.get(facts.action);
  const said = (action?.fields ?? []).flatMap((field) => {
    if (told.has(field.name) || action?.saidByNouns.has(field.name) || action?.propose.includes(field.name)) return [];
    const value = content?.[field.name];
    return value === undefined ? [] : [{ field, value: pageOf(field).show(value, field, tools) }];
  });
  const [only] = said;
  if (!only) return undefined;
  if (said.length === 1) return <blockquote class="said">{only.value}</blockquote>;
  return said.map(({ field, value }) => (
    <p>
      <strong>{field.label[tools.locale]}</strong> {value}
    </p>
  ));
};
