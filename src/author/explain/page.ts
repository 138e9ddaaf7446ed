import { directionOf, type Locale } from '../../base/texts.ts';
import { escape } from './state-diagram.ts';

/** What is said about a service, before it becomes Markdown or HTML. */
export type Block =
  | { readonly heading: string; readonly level: 1 | 2 | 3 }
  | { readonly words: string }
  | { readonly svg: string; readonly file: string; readonly alt: string }
  | { readonly columns: readonly string[]; readonly rows: readonly (readonly Cell[])[] };

/** Words, or what is declared, which is shown as code. */
export type Cell = string | { readonly code: string };

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ');
const inMarkdown = (content: Cell): string =>
  typeof content === 'string' ? cell(content) : `\`${cell(content.code)}\``;

export const asMarkdown = (blocks: readonly Block[]): string =>
  `${blocks
    .map((block) => {
      if ('heading' in block) return `${'#'.repeat(block.level)} ${block.heading}`;
      if ('words' in block) return block.words;
      if ('svg' in block) return `![${block.alt}](${block.file})`;
      const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
      return [
        row(block.columns.map(cell)),
        row(block.columns.map(() => '---')),
        ...block.rows.map((cells) => row(cells.map(inMarkdown))),
      ].join('\n');
    })
    .join('\n\n')}\n`;

const inHtml = (content: Cell): string =>
  typeof content === 'string'
    ? escape(content)
    : content.code === ''
      ? ''
      : `<code dir="ltr">${escape(content.code)}</code>`;

const look = `body{font:16px/1.6 'Readex Pro',system-ui,'Noto Sans Arabic','Noto Sans',sans-serif;max-width:75rem;margin:2rem auto;padding:0 1rem;color:#1d1d1d}
table{border-collapse:collapse;inline-size:100%}th,td{border:1px solid #c8c8c8;padding:.4rem .6rem;text-align:start;vertical-align:top}th{background:#f2f4f3}
code{font-size:.88em;overflow-wrap:anywhere}.wide{overflow-x:auto}svg{max-inline-size:100%;block-size:auto}h1,h2{line-height:1.25}`;

export const asHtml = (blocks: readonly Block[], locale: Locale, title: string): string => {
  const body = blocks.map((block) => {
    if ('heading' in block) return `<h${block.level}>${escape(block.heading)}</h${block.level}>`;
    if ('words' in block) return `<p>${escape(block.words)}</p>`;
    if ('svg' in block) return `<div class="wide">${block.svg}</div>`;
    const head = block.columns.map((column) => `<th scope="col">${escape(column)}</th>`).join('');
    const rows = block.rows.map((cells) => `<tr>${cells.map((each) => `<td>${inHtml(each)}</td>`).join('')}</tr>`);
    return `<div class="wide"><table><thead><tr>${head}</tr></thead><tbody>${rows.join('\n')}</tbody></table></div>`;
  });
  return `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title><style>${look}</style>
<body>
${body.join('\n')}
</body>
</html>
`;
};
