import { formatThemeCSS } from '@digdir/designsystemet/tokens';
import { transform } from 'lightningcss';
import postcss, { type Declaration, type Root } from 'postcss';

/**
 * The design tokens that follow from one colour, made by Designsystemet's own generator and cut to what this program
 * shows: the light scheme at medium size. Values that the generator leaves to the browser (`calc(var(--unit) * 4)`)
 * are worked out here, since browsers of 2018 know neither `min()` nor `round()`.
 */
export const themeCss = async (colour: string): Promise<string> => {
  const generated = await quietly(formatThemeCSS, {
    name: 'diwan',
    colors: { main: { accent: colour as `#${string}` }, support: {}, neutral: '#1E2B3C' },
    typography: { fontFamily: 'Readex Pro' },
    borderRadius: 4,
  });
  const tokens = rootTokens(postcss.parse(generated));
  const values = [...tokens].map(([name, value]) => `${name}:${resolve(value, tokens)}`);
  return `:root{${values.join(';')}}${colourRoles(postcss.parse(generated))}`;
};

/** The generator tells of every step on the console. */
const quietly = async <Input, Output>(work: (input: Input) => Promise<Output>, input: Input): Promise<Output> => {
  const write = process.stdout.write;
  process.stdout.write = () => true;
  return work(input).finally(() => (process.stdout.write = write));
};

const isDark = (declaration: Declaration): boolean => {
  for (let node = declaration.parent; node; node = node.parent as typeof node) {
    if (node.type === 'atrule' && /dark|prefers-color-scheme|supports/.test(`${node.name} ${node.params}`)) return true;
  }
  return false;
};

/** The tokens that hold for the whole page; colour roles keep pointing at the palette, since they vary by element. */
const rootTokens = (theme: Root): Map<string, string> => {
  const tokens = new Map<string, string>();
  theme.walkDecls(/^--/, (declaration) => {
    const { selector = '' } = declaration.parent as { selector?: string };
    const applies =
      selector.includes(':root') &&
      !isDark(declaration) &&
      !/letter-spacing|^--ds-size-?-(sm|md|lg)$/.test(declaration.prop);
    if (applies) tokens.set(declaration.prop, declaration.value.replaceAll(/\s+/g, ' '));
  });
  tokens.set('--ds-size-mode-font-size', tokens.get('--ds-size-mode-font-size--md') ?? '1.125');
  return tokens;
};

const resolve = (value: string, tokens: ReadonlyMap<string, string>): string => {
  if (!/calc|min\(/.test(value)) return value;
  const substitute = (text: string): string =>
    text.replaceAll(/var\((--[\w-]+)\)/g, (whole, name: string) => {
      const inner = tokens.get(name);
      return inner === undefined ? whole : `(${substitute(inner)})`;
    });
  const expression = substitute(value).replaceAll('calc', '');
  const rule = `a{width:${value.startsWith('min') ? expression : `calc(${expression})`}}`;
  const { code } = transform({ filename: 'token.css', code: Buffer.from(rule), minify: true });
  return /width:([^}]+)/.exec(code.toString())?.[1] ?? value;
};

/** `[data-color="danger"]{--ds-color-text-default:var(--ds-color-danger-text-default)…}` for each role. */
const colourRoles = (theme: Root): string => {
  const roles: string[] = [];
  theme.walkRules(/^\[data-color="\w+"\]/, (rule) => {
    const [selector = ''] = rule.selectors;
    roles.push(`${selector}{${rule.nodes.map(String).join(';')}}`);
  });
  return roles.join('');
};
