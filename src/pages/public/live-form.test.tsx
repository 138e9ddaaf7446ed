import { expect, test } from 'vitest';
import { declareForm } from '../../../test/world/declared.ts';
import { randomWorld } from '../../../test/world/random-form.ts';
import { renderPage } from '../ui/render-page.ts';
import { followedFields, liveData } from './live-form.tsx';

test('what somebody wrote cannot end the element that its data stand in', () => {
  const { fields } = declareForm([
    '{ name: a, type: text }',
    '{ name: b, type: text }',
    `{ name: c, type: calculated, of: "a + b", gives: text }`,
  ]);
  const [a, ...page] = [...fields.values()];
  const before = { [a!.name]: '</script><script>alert(1)</script><!--' };
  const followed = followedFields(page, before, randomWorld.now);
  const data = liveData({ fields: followed, before, tools: { locale: 'en', world: randomWorld } });
  const html = data === false ? '' : renderPage(data);
  expect(html.match(/<\/?script/g)).toEqual(['<script', '</script']);
  expect(html).not.toContain('<!--');
  const json = /<script[^>]*>(.*)<\/script>/s.exec(html)?.[1] ?? '';
  expect(JSON.parse(json)).toMatchObject({ given: before });
});
