import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inside } from './environment.mjs';

const skipped = new Set(['generated', 'node_modules']);

/** Every file under a path, tests and generated code left out. @param {string} path @returns {string[]} */
function filesUnder(path) {
  if (!existsSync(inside(path))) return [];
  if (statSync(inside(path)).isFile()) return [path];
  return readdirSync(inside(path), { withFileTypes: true })
    .filter((entry) => !skipped.has(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .flatMap((entry) => filesUnder(join(path, entry.name)));
}

/** One hash over the names and contents of the given files and folders. @param {string[]} paths */
export function fingerprint(paths) {
  const hash = createHash('sha256').update(process.versions.node);
  for (const path of paths.flatMap(filesUnder).sort()) {
    const content = readFileSync(inside(path));
    hash.update(`\n${path} ${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

/** Is the product of these inputs already there? @param {string} stampFile @param {string} print */
export const isFresh = (stampFile, print) =>
  existsSync(inside(stampFile)) && readFileSync(inside(stampFile), 'utf8') === print;

/** @param {string} stampFile @param {string} print */
export function writeStamp(stampFile, print) {
  mkdirSync(dirname(inside(stampFile)), { recursive: true });
  writeFileSync(inside(stampFile), print);
}
