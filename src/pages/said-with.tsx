import type { ComponentChildren } from 'preact';
import type { Service } from '../definition/service.ts';
import type { Acted } from '../record/events.ts';
import { pageOf } from './fields/all.ts';
import type { FieldTools } from './fields/field-page.ts';

/** What somebody wrote with an action; the questions only where there are several answers to tell apart. */
export const saidWith = (
  { service, tools }: { readonly service: Service; readonly tools: FieldTools },
  { facts, content }: Acted,
): ComponentChildren => {
  const said = (service.actions.get(facts.action)?.fields ?? []).flatMap((field) => {
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
