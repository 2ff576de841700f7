/** Which packages the program needs to run. Uses no dependency. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Folders of all packages that those in `dependencies` load, as the lock has placed them: without what only
 * builds, without optional peers (Prisma's command line, which brings its studio and TypeScript); the project's own,
 * TensorFlow.js, only where it is wanted.
 */
export function findProductionPackages(root, { withTfjs = false } = {}) {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const found = new Set();
  const visit = (from, { dependencies = {}, optionalDependencies = {} }) => {
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const path = resolveFrom(lock, from, name);
      // An optional package of another system was not installed.
      if (path === undefined || found.has(path) || !existsSync(join(root, path))) continue;
      found.add(path);
      visit(path, lock[path]);
    }
  };
  const { dependencies, peerDependencies } = lock[''];
  visit('', {
    dependencies: withTfjs ? { ...dependencies, ...peerDependencies } : dependencies,
  });
  // A package within another one is copied with it.
  return [...found].filter((path) => ![...found].some((outer) => path.startsWith(`${outer}/`)));
}

/** Node's resolution of a package: beside the importing one, or in a folder around it. */
function resolveFrom(lock, from, name) {
  for (let folder = from; ; folder = folder.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, '')) {
    const path = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (lock[path]) return path;
    if (folder === '') return undefined;
  }
}
