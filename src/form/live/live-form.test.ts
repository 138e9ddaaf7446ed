import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Field } from '../../definition/service.ts';
import { declareForm } from '../../../test/world/declared.ts';
import { answersTo, compileSources, formSources, randomWorld } from '../../../test/world/random-form.ts';
import { noon } from '../../../test/world/service.ts';
import { behaviourOf } from '../fields/all.ts';
import { expressionValues, shownFields, validate } from '../validate.ts';
import { isAsked, readLive } from './live-form.ts';
import { isLive, leftOutOf, liveBehaviourOf } from './live-fields.ts';
import { packField, packValue, unpack, unpackField } from './pack.ts';
import { groupValues, validateGroup } from '../group.ts';

/** A field as it arrives in a browser. */
const travelled = (field: Parameters<typeof packField>[0]) =>
  unpackField(JSON.parse(JSON.stringify(packField(field, ({ en }) => en))));
const withoutWords = (errors: readonly { readonly path: string; readonly code: string }[]) =>
  errors.map(({ path, code }) => `${path}: ${code}`);

describe('a form in a browser', () => {
  test('asks, reads and refuses what the program does, for any form', () => {
    const forms = formSources.chain((sources) => fc.tuple(fc.constant(sources), answersTo(sources), fc.boolean()));
    let live = 0;
    fc.assert(
      fc.property(forms, ([sources, sent, isPartial]) => {
        const all = [...compileSources(sources).fields.values()];
        // What a browser cannot read is answered on pages before; of rows with files it knows less than the program.
        const isWhole = (field: Field) => isLive(field) && leftOutOf(field).length === 0;
        const [here, before] = [all.filter(isWhole), all.filter((field) => !isWhole(field))];
        const given = {
          channel: 'web',
          ...expressionValues(before, validate(before, pick(sent, before), randomWorld).answers),
        };
        const there = here.map(travelled);
        const givenThere = unpack(JSON.parse(JSON.stringify(packValue(given)))) as typeof given;
        const own = pick(sent, here);
        const program = validate(here, own, randomWorld, given, isPartial);
        const browser = validateGroup(liveBehaviourOf, there, own, randomWorld, withoutNothing(givenThere), isPartial);
        expect(browser.answers).toEqual(program.answers);
        expect(withoutWords(browser.errors)).toEqual(withoutWords(program.errors));
        const values = { ...givenThere, ...groupValues(liveBehaviourOf, there, browser.answers) };
        expect(there.filter((field) => isAsked(field, values, noon)).map(({ name }) => name)).toEqual(
          shownFields(here, program.answers, noon, given).map(({ name }) => name),
        );
        live += here.length;
      }),
      { numRuns: 150 },
    );
    expect(live).toBeGreaterThan(150);
  });

  test('works out over rows what is typed in them', () => {
    const [lines, total, big] = [
      ...declareForm([
        '{ name: lines, type: rows, fields: [{ name: price, type: money, required: true }, { name: n, type: integer, check: { few: "n < 10" } }] }',
        '{ name: total, type: calculated, of: "sum(lines.map(e, e.price))", gives: money }',
        '{ name: why, type: text, show: "total > 1000.0 && size(lines) > 1" }',
      ]).fields.values(),
    ].map(travelled);
    const inputs = { 'lines.0.price': '900', 'lines.1.price': '٢٠٠', 'lines.1.n': '12' };
    const read = readLive([lines!, total!, big!], inputs, {}, randomWorld);
    expect(read.answers['total']).toBe('1100');
    expect(isAsked(big!, read.values, noon)).toBe(true);
    expect(read.errors).toMatchObject([{ path: 'lines.1.n', code: 'few' }]);
    expect(read.errors[0]?.message.fr).toContain('few');
    expect(behaviourOf(total!).say('1100', total as never, 'en', randomWorld)).toContain('1,100');
  });
});

const pick = (sent: Readonly<Record<string, unknown>>, fields: readonly { readonly name: string }[]) =>
  Object.fromEntries(fields.flatMap(({ name }) => (Object.hasOwn(sent, name) ? [[name, sent[name]]] : [])));

const withoutNothing = (values: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null));
