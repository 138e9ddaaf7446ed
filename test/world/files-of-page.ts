/** A PDF of its own for each name. */
export const pdf = (name: string) => Buffer.from(`%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n% ${name}\n%%EOF\n`);
const unescape = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll('&#39;', "'");

/** What a browser would send of a page besides what is typed: its hidden inputs. */
export const hiddenOf = (html: string): [string, string][] =>
  [...html.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].flatMap(([input]) => {
    const [name, value] = ['name', 'value'].map((each) => new RegExp(` ${each}="([^"]*)"`).exec(input)?.[1]);
    return name === undefined || name === '_csrf' ? [] : [[unescape(name), unescape(value ?? '')] as [string, string]];
  });

export const filled = (
  html: string,
  typed: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>> = {},
): FormData => {
  const data = new FormData();
  for (const [name, value] of hiddenOf(html)) data.append(name, value);
  for (const [name, value] of Object.entries(typed)) data.set(name, value);
  for (const [input, name] of Object.entries(files)) data.set(input, new Blob([pdf(name)]), name);
  return data;
};

/** Name and files of each row that the page shows. */
export const rowsOn = (html: string): Record<string, string[]> => {
  const rows: Record<string, string[]> = {};
  for (const [, row = ''] of html.matchAll(/name="people\.(\d+)\.name"/g)) {
    const name = new RegExp(`<input[^>]*name="people\\.${row}\\.name"[^>]*>`).exec(html)?.[0] ?? '';
    rows[/ value="([^"]*)"/.exec(name)?.[1] ?? ''] = [
      ...html.matchAll(new RegExp(`name="people\\.${row}\\.paper\\.file\\.\\d+" value="[^"]* ([^ "]+)"`, 'g')),
    ].map(([, file = '']) => file);
  }
  return rows;
};
