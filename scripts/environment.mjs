import { accessSync, constants, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json, without a trailing slash. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** A path inside the repository. @param {...string} parts */
export const inside = (...parts) => join(root, ...parts);

/** The program file of an installed package, to be run by this same Node. */
export const bin = {
  biome: inside('node_modules', '@biomejs', 'biome', 'bin', 'biome'),
  next: inside('node_modules', 'next', 'dist', 'bin', 'next'),
  playwright: inside('node_modules', '@playwright', 'test', 'cli.js'),
  prisma: inside('node_modules', 'prisma', 'build', 'index.js'),
  tsc: inside('node_modules', 'typescript', 'bin', 'tsc'),
  vitest: inside('node_modules', 'vitest', 'vitest.mjs'),
};

/**
 * The environment every step runs in: nothing reports home, and Prisma is handed an existing file
 * as its schema engine, which `generate` never starts, so that it downloads none (decision 002).
 *
 * @returns {NodeJS.ProcessEnv}
 */
export const environment = () => ({
  ...process.env,
  NEXT_TELEMETRY_DISABLED: '1',
  CHECKPOINT_DISABLE: '1',
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  DO_NOT_TRACK: '1',
  PRISMA_SCHEMA_ENGINE_BINARY: process.env.PRISMA_SCHEMA_ENGINE_BINARY ?? process.execPath,
});

const MEMORY = '/dev/shm';
const ENOUGH = 4 * 2 ** 30;

/** Where to put what is thrown away: a folder in memory where there is plenty, else the usual one. */
export function memoryFolder() {
  try {
    accessSync(MEMORY, constants.R_OK | constants.W_OK | constants.X_OK);
    const { bavail, bsize } = statfsSync(MEMORY);
    return Math.min(bavail * bsize, freemem()) > ENOUGH ? MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}
