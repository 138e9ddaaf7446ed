import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The packages bring their own Node, which npm scripts find first. Says what to do where that one is missing. */
export const requireNode = () => {
  const major = Number(process.versions.node.split('.')[0]);
  const fault = !existsSync(fileURLToPath(new URL('../node_modules/fastify', import.meta.url)))
    ? 'The packages are not installed. Run: npm ci'
    : major < 24
      ? `Diwan needs Node 24 and this is Node ${process.versions.node}. "npm ci" installs Node 24 beside the other packages for the usual machines ` +
        `(this one is ${process.platform} ${process.arch}), unless optional packages are left out. Run "npm ci" here again, or install Node 24, then start with npm.`
      : undefined;
  if (!fault) return;
  console.error(fault);
  process.exit(1);
};
