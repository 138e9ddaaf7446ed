/** An entry and the one above it, by their references. */
export interface TreeEntry {
  readonly reference: string;
  readonly parent: string | undefined;
  readonly label: string;
  /** Empty: it is vacant. Undefined: nobody asks who holds it, or the reader does not see it. */
  readonly holder: string | undefined;
  readonly unit: string | undefined;
}

export interface TreeNode extends TreeEntry {
  readonly children: readonly TreeNode[];
}

/**
 * The entries one below the other, in the order in which they come. One whose parent is not among them stands at the top,
 * and so does the first of those that stand above themselves in a circle: every entry is there exactly once.
 */
export const forestOf = (entries: readonly TreeEntry[]): readonly TreeNode[] => {
  const known = new Set(entries.map(({ reference }) => reference));
  const below = Map.groupBy(entries, ({ parent }) => (parent !== undefined && known.has(parent) ? parent : ''));
  const placed = new Set<string>();
  const grow = (entry: TreeEntry): TreeNode => {
    placed.add(entry.reference);
    const children: TreeNode[] = [];
    for (const child of below.get(entry.reference) ?? []) if (!placed.has(child.reference)) children.push(grow(child));
    return { ...entry, children };
  };
  const roots = (below.get('') ?? []).map(grow);
  for (const entry of entries) if (!placed.has(entry.reference)) roots.push(grow(entry));
  return roots;
};
