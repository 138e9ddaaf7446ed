import { expect, test } from 'vitest';
import { mailHtml } from './mail-html.ts';

test('Arabic runs from right to left, addresses are links that run the other way', () => {
  const html = mailHtml({
    body: 'طلبك مقبول.\n\nالوثيقة: https://diwan.example/t/DW-7?a=1&b=2.',
    locale: 'ar',
    direction: 'rtl',
  });
  expect(html).toContain('<html lang="ar" dir="rtl">');
  expect(html).toContain('<p>طلبك مقبول.</p>');
  expect(html).toContain(
    '<a href="https://diwan.example/t/DW-7?a=1&amp;b=2" dir="ltr">https://diwan.example/t/DW-7?a=1&amp;b=2</a>.',
  );
});

test('what people wrote stays text', () => {
  const html = mailHtml({
    body: `<script>x</script> "a" 'b'\nhttps://x.example/"onclick="y`,
    locale: 'en',
    direction: 'ltr',
  });
  expect(html).toContain('&lt;script&gt;x&lt;/script&gt; &quot;a&quot; &#39;b&#39;<br>');
  expect(html).not.toMatch(/<script|"onclick/);
});
