import type { Plugin, Rule } from 'postcss';
import parser from 'postcss-selector-parser';

/**
 * Makes a modern sheet readable by browsers of 2018, which drop a whole rule for one word they do not know:
 * `:is()`, `:where()` and lists in `:not()` are written out, `:dir()` is answered by the direction of the sheet.
 * On the way, selectors that name a class, attribute or element that no page mentions are dropped.
 */
export const plainSelectors = (direction: 'rtl' | 'ltr', words: ReadonlySet<string>): Plugin => ({
  postcssPlugin: 'plain-selectors',
  Once(root) {
    const weightless: Rule[] = [];
    root.walkRules((rule) => {
      if (isKeyframe(rule)) return;
      const isWeightless = rule.selectors.every((selector) => /^:where\([^()]*\)$/.test(selector));
      const selectors = rule.selectors
        .flatMap((selector) => answerDirection(selector, direction))
        .flatMap((selector) => writeOut(selector, words));
      const used = [...new Set(selectors)].filter((selector) => isUsed(selector, words));
      if (used.length === 0) return void rule.remove();
      rule.selectors = used.map(splitNot);
      if (isWeightless && rule.parent === root) weightless.push(rule);
    });
    // What weighed nothing must stay overridable by everything: without :where() that means coming first.
    for (const rule of weightless.toReversed()) root.prepend(rule.remove());
    root.walkAtRules((rule) => {
      if (rule.nodes?.length === 0) rule.remove();
    });
  },
});

export const isKeyframe = (rule: Rule): boolean =>
  rule.parent?.type === 'atrule' && 'name' in rule.parent && rule.parent.name.endsWith('keyframes');

/** `:dir(rtl) .a` is `.a` in the sheet for right-to-left pages, and nothing in the other one. */
const answerDirection = (selector: string, direction: string): string[] => {
  const asked = /:dir\((\w+)\)/.exec(selector)?.[1];
  if (asked === undefined) return [selector];
  return asked === direction ? [selector.replaceAll(/:dir\(\w+\)\s*/g, '')] : [];
};

/** One selector per alternative of the first `:is()` or `:where()` that stands outside other parentheses. */
const writeOut = (selector: string, words: ReadonlySet<string>): string[] => {
  const tree = parser().astSync(selector);
  const complex = tree.first;
  const at = complex.nodes.findIndex((node) => node.type === 'pseudo' && /^:(is|where)$/.test(node.value));
  if (at === -1) return [selector];
  const nodes = complex.nodes.map(String);
  const before = complex.nodes.slice(0, at);
  const start = before.findLastIndex((node) => node.type === 'combinator') + 1;
  const prefix = nodes.slice(0, start).join('');
  const compound = nodes.slice(start, at).join('');
  const after = nodes.slice(at + 1).join('');
  const startsWithType = /^[a-z*]/i.test(compound);
  return (complex.nodes[at] as parser.Pseudo).nodes
    .map((option) => String(option).trim())
    .filter((option) => isUsed(option, words))
    .flatMap((option) => writeOut(prefix + (startsWithType ? compound + option : option + compound) + after, words));
};

/** `:not(a,b)` is `:not(a):not(b)`. */
const splitNot = (selector: string): string => {
  const tree = parser((root) => {
    root.walkPseudos((pseudo) => {
      if (pseudo.value !== ':not' || pseudo.nodes.length < 2) return;
      const single = pseudo.nodes.map((option) => `:not(${String(option).trim()})`).join('');
      pseudo.replaceWith(parser.tag({ value: single }));
    });
  });
  return tree.processSync(selector);
};

/** Headings stop at h3: a page that needs a fourth level is two pages. */
const unusedTags = new Set(['h4', 'h5', 'h6']);

export const isUsed = (selector: string, words: ReadonlySet<string>): boolean => {
  let used = true;
  parser((root) => {
    root.walk((node) => {
      if (isAlternative(node)) return;
      if (node.type === 'class') used &&= words.has(node.value);
      if (node.type === 'tag') used &&= node.value.includes('-') ? words.has(node.value) : !unusedTags.has(node.value);
      if (node.type === 'attribute')
        used &&= words.has(node.attribute) && (node.value === undefined || words.has(node.value));
      // Norwegian labels, an opened select, the innards of a custom element.
      if (node.type === 'pseudo') used &&= !/^:open$|^::part/.test(node.value) && !String(node).startsWith(':lang(n');
    });
  }).processSync(selector);
  return used;
};

/** What stands in `:not()` does no harm; what stands in `:is()` is judged when it is written out. */
const isAlternative = (node: parser.Node): boolean => {
  for (
    let parent: parser.Container | undefined = node.parent;
    parent;
    parent = parent.parent as parser.Container | undefined
  ) {
    if (parent.type === 'pseudo' && /^:(not|is|where)$/.test(parent.value)) return true;
  }
  return false;
};
