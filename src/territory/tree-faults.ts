import type { FileFault } from './file-fault.ts';

export interface TreeNode {
  readonly line: number;
  readonly code: string;
  readonly parent: string | undefined;
}

/** What keeps nodes from being a tree: a code there twice, a parent that is not there, a node that is its own ancestor. */
export const treeFaults = (file: string, nodes: readonly TreeNode[]): readonly FileFault[] => {
  const byCode = new Map<string, TreeNode>();
  const faults: FileFault[] = [];
  for (const node of nodes) {
    const first = byCode.get(node.code);
    if (first)
      faults.push({
        file,
        line: node.line,
        message: `the code "${node.code}" is already on line ${first.line}: give each row a code of its own`,
      });
    else byCode.set(node.code, node);
  }
  for (const { line, code, parent } of byCode.values()) {
    if (parent !== undefined && !byCode.has(parent)) {
      faults.push({
        file,
        line,
        message: `the parent "${parent}" of "${code}" is not in this file: add its row or correct the code`,
      });
    }
  }
  const settled = new Set<string>();
  for (const start of byCode.values()) {
    const path: string[] = [];
    let node: TreeNode | undefined = start;
    while (node && !settled.has(node.code) && !path.includes(node.code)) {
      path.push(node.code);
      node = node.parent === undefined ? undefined : byCode.get(node.parent);
    }
    if (node && path.includes(node.code)) {
      const cycle = [...path.slice(path.indexOf(node.code)), node.code];
      faults.push({
        file,
        line: node.line,
        message: `"${node.code}" is its own ancestor (${cycle.join(' → ')}): correct one of these parents`,
      });
    }
    for (const code of path) settled.add(code);
  }
  return faults;
};
