// Completes package-lock.json after a package was added: `node scripts/lock.mjs`.
//
// A compiler ships one optional package per platform. Where the registry in use lacks some of
// them, npm leaves them out of the lock file, and `npm ci` then refuses that file everywhere. Each
// missing one is written back with the version its parent names and the platform its name says.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inside } from './environment.mjs';

/** @typedef {{ version?: string, optionalDependencies?: Record<string, string>, dev?: boolean }} Locked */

/** Platform packages named by a locked package that have no entry of their own.
 *
 * @param {Record<string, Locked>} packages
 */
export function missingFrom(packages) {
  return Object.entries(packages).flatMap(([path, parent]) =>
    Object.entries(parent.optionalDependencies ?? {})
      .filter(([name]) => path !== '' && !reachable(packages, path, name))
      .map(([name, version]) => ({ name, version, dev: parent.dev === true })),
  );
}

/** Would Node find this package from there? @param {Record<string, Locked>} packages
 * @param {string} path @param {string} name @returns {boolean} */
function reachable(packages, path, name) {
  if (`${path}/node_modules/${name}` in packages || `node_modules/${name}` in packages) return true;
  const above = path.lastIndexOf('/node_modules/');
  return above > 0 && reachable(packages, path.slice(0, above), name);
}

/** What a name such as cli-linux-x64-musl says. @param {string} name */
export function platformOf(name) {
  const words = name.split(/[-/]/);
  const os = words.find((word) =>
    ['android', 'darwin', 'freebsd', 'linux', 'win32'].includes(word),
  );
  const cpu = words.find((word) => ['arm', 'arm64', 'ia32', 'x64'].includes(word));
  const libc = words.includes('musl') ? ['musl'] : words.includes('gnu') ? ['glibc'] : undefined;
  return { ...(cpu ? { cpu: [cpu] } : {}), ...(libc ? { libc } : {}), ...(os ? { os: [os] } : {}) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = inside('package-lock.json');
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  for (const { name, version, dev } of missingFrom(lock.packages)) {
    lock.packages[`node_modules/${name}`] = {
      version,
      ...(dev ? { dev } : {}),
      optional: true,
      ...platformOf(name),
    };
    process.stdout.write(`added ${name} ${version}\n`);
  }
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
  lock.packages = Object.fromEntries(sorted);
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
}
