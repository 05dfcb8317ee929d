import { existsSync, readFileSync } from 'node:fs';
import { environment, inside } from './environment.mjs';
import { must } from './run.mjs';

/** @typedef {{ version?: string, optional?: boolean, link?: boolean }} Locked */

/** The packages a lock file names. @param {string} path @returns {Record<string, Locked>} */
const packagesOf = (path) => JSON.parse(readFileSync(inside(path), 'utf8')).packages ?? {};

/**
 * Is what lies in node_modules what package-lock.json asks for? Optional packages may be absent:
 * each is for one kind of machine.
 */
export function isInstalled() {
  const record = 'node_modules/.package-lock.json';
  if (!existsSync(inside(record))) return false;
  const installed = packagesOf(record);
  return Object.entries(packagesOf('package-lock.json')).every(([path, wanted]) => {
    if (path === '' || wanted.link) return true;
    const found = installed[path];
    return found ? found.version === wanted.version : wanted.optional === true;
  });
}

/** Installs exactly the lock file. No package runs a script of its own, so none downloads. */
export async function install() {
  if (isInstalled()) return;
  const npm = process.env.npm_execpath;
  const args = [
    'ci',
    '--include=dev',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--prefer-offline',
  ];
  if (npm?.endsWith('.js'))
    await must('installing packages', process.execPath, [npm, ...args], environment());
  else await must('installing packages', 'npm', args, environment());
}
