interface Node {
  readonly code: string;
  readonly parent: string | undefined;
}

/** Looks up and down a tree of coded nodes, in memory and without waiting. */
export interface Tree<Item extends Node> {
  readonly find: (code: string) => Item | undefined;
  /** From the parent up to the root; empty for a root and for an unknown code. */
  readonly ancestors: (code: string) => readonly Item[];
  readonly isWithin: (code: string, ancestor: string) => boolean;
  readonly children: (code: string) => readonly Item[];
  /** The code itself and every code below it. */
  readonly subtree: (code: string) => ReadonlySet<string>;
}

export const createTree = <Item extends Node>(items: readonly Item[]): Tree<Item> => {
  const byCode = new Map(items.map((item) => [item.code, item]));
  const byParent = Map.groupBy(items, ({ parent }) => parent);
  const subtrees = new Map<string, ReadonlySet<string>>();
  const parentOf = (item: Item | undefined): Item | undefined =>
    item?.parent === undefined ? undefined : byCode.get(item.parent);
  const children = (code: string): readonly Item[] => byParent.get(code) ?? [];
  return {
    find: (code) => byCode.get(code),
    ancestors: (code) => {
      const found: Item[] = [];
      for (let at = parentOf(byCode.get(code)); at; at = parentOf(at)) found.push(at);
      return found;
    },
    isWithin: (code, ancestor) => {
      for (let at = byCode.get(code); at; at = parentOf(at)) if (at.code === ancestor) return true;
      return false;
    },
    children,
    subtree: (code) => {
      const known = subtrees.get(code);
      if (known) return known;
      // A set that is being walked also visits what is added to it on the way.
      const codes = new Set(byCode.has(code) ? [code] : []);
      for (const above of codes) for (const child of children(above)) codes.add(child.code);
      if (codes.size > 0) subtrees.set(code, codes);
      return codes;
    },
  };
};
