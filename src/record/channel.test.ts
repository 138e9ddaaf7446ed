import { describe, expect, test } from 'vitest';
import { formOf, withTexts } from '../../test/world/declared.ts';
import { noon, surroundings, worldAt } from '../../test/world/service.ts';
import { checkService } from '../definition/check-service.ts';
import { compileService } from '../definition/compile-service.ts';
import type { Channel } from '../definition/nouns/channels.ts';
import { readForm } from '../form/read-form.ts';
import { validate } from '../form/validate.ts';
import { decideSubmission } from './decide.ts';
import { readInputs } from './read-inputs.ts';

const long = `{ name: story, type: text, required: true, show: "channel != 'call-centre'" }`;
const declaration = formOf([
  '{ name: subject, type: text, required: true }',
  long,
  `{ name: calls, type: rows, show: "channel in ['call-centre', 'counter']", fields: [
          { name: heard, type: yes-no, required: true },
          { name: line, type: text, show: "heard && channel == 'call-centre'" }] }`,
])
  .replace('actions: {', `actions: { correct: { from: submitted, by: clerk, edit: all },`)
  .replace(
    'finish: { from: submitted, to: done, by: clerk }',
    `finish: { from: submitted, to: done, by: clerk, automatic: "channel == 'sms'" }`,
  )
  .replace('oversight:', 'entered_by: [applicant, clerk]\noversight:');
const filesOf = (yaml: string) => withTexts(yaml);
const files = filesOf(declaration);
const service = compileService(files, 'test', 'Asia/Beirut');
const world = worldAt(noon);

const askedBy = (channel: Channel) =>
  readForm(service, {}, world, channel).flatMap(({ shown }) => shown.map(({ name }) => name));

const submit = (channel: Channel, answers: Readonly<Record<string, unknown>>) => {
  const read = validate(service.enteredFields, answers, world, { channel });
  expect(read.errors).toEqual([]);
  const context = { now: noon, counts: {}, ...surroundings, nextDocumentId: () => 1 };
  return decideSubmission(service, { id: 1, answers: read.answers, channel, locale: 'ar' }, context).record;
};

describe('a form with a short variant for the call centre', () => {
  test('asks by each way what it asks for there', () => {
    expect(askedBy('web')).toEqual(['subject', 'story']);
    expect(askedBy('counter')).toEqual(['subject', 'story', 'calls']);
    expect(askedBy('call-centre')).toEqual(['subject', 'calls']);
  });

  test('takes without its long questions what comes by telephone, and refuses that from the web', () => {
    const errors = (channel: Channel) =>
      validate(service.enteredFields, { subject: 'noise' }, world, { channel }).errors.map(({ path }) => path);
    expect(errors('call-centre')).toEqual([]);
    expect(errors('web')).toEqual(['story']);
  });

  test('drops what another way alone asks for, within rows too', () => {
    const calls = [{ heard: true, line: '1711' }];
    const sent = { subject: 'noise', story: 'long', calls };
    expect(submit('call-centre', sent).answers).toEqual({ subject: 'noise', calls });
    expect(submit('counter', sent).answers).toEqual({ subject: 'noise', story: 'long', calls: [{ heard: true }] });
    expect(submit('web', sent).answers).toEqual({ subject: 'noise', story: 'long' });
  });

  test('is corrected as it came in', () => {
    const correct = service.actions.get('correct')!;
    const record = submit('call-centre', { subject: 'noise' });
    const read = readInputs(service, record, correct, { subject: 'noise at night', story: 'not asked' }, world);
    expect(read).toMatchObject({ errors: [], answers: { subject: 'noise at night' } });
    expect(read.answers).not.toHaveProperty('story');
    const fromWeb = submit('web', { subject: 'noise', story: 'long' });
    expect(readInputs(service, fromWeb, correct, { subject: 'noise' }, world).errors).toMatchObject([
      { path: 'story' },
    ]);
  });

  test('lets rules decide by the way it came in', () => {
    expect(submit('sms', { subject: 'noise', story: 'x' }).state).toBe('done');
    expect(submit('web', { subject: 'noise', story: 'x' }).state).toBe('submitted');
  });
});

describe('a declaration', () => {
  const faultsOf = (yaml: string): string => {
    try {
      return checkService(filesOf(yaml), 'test', 'Asia/Beirut')
        .errors.map(({ message }) => message)
        .join('\n');
    } catch (error) {
      return String(error);
    }
  };

  test('that compares the channel with what is none is wrong', () => {
    expect(faultsOf(declaration.replace("channel != 'call-centre'", "channel != 'callcentre'"))).toContain(
      '"channel" is never "callcentre" (did you mean "call-centre"?)',
    );
  });

  test('that shows a question by a way that is not offered is wrong', () => {
    const closed = declaration.replace('oversight:', 'channels: [web, counter]\noversight:');
    expect(faultsOf(closed)).toContain('"channel" is never "call-centre"');
  });

  test('may not call an answer so', () => {
    expect(faultsOf(declaration.replace('name: subject', 'name: channel'))).toContain('choose another name');
  });
});
