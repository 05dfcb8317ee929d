import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { bin, environment, root } from './environment.mjs';
import { run, StepFailed, say } from './run.mjs';

/** Can this port be listened on? Port 0 asks for any. @param {number} port @param {string} host
 * @returns {Promise<number | undefined>} the port, or undefined when it is taken
 */
export function probePort(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, host, () => {
      const address = server.address();
      const found = typeof address === 'object' && address ? address.port : port;
      server.close(() => resolve(found));
    });
  });
}

/** The program a step runs as: TypeScript as it is, server code allowed. @param {string[]} args */
const program = (...args) => ['--conditions=react-server', '--import', 'tsx', ...args];

/**
 * Runs a program on the database; what it says is shown only where it fails when `quiet`.
 *
 * @param {string[]} args @param {{ env: NodeJS.ProcessEnv, quiet: boolean, what: string }} options
 */
async function onDatabase(args, { env, quiet, what }) {
  const done = await run(process.execPath, program(...args), { env, quiet });
  if (done.code === 0) return;
  process.stderr.write(done.output);
  throw new StepFailed(what);
}

/** @param {Record<string, string>} env @returns {NodeJS.ProcessEnv} */
const inProduction = (env) => ({ ...environment(), NODE_ENV: 'production', ...env });

/**
 * Migrates and seeds the database, printing the demo accounts on a first run.
 *
 * @param {{ env?: Record<string, string>, quiet?: boolean }} options
 */
export async function prepareDatabase({ env = {}, quiet = false }) {
  const options = { env: inProduction(env), quiet, what: 'preparing the database' };
  await onDatabase(['prisma/prepare.ts'], options);
}

/**
 * Adds made-up incidents to a database that is ready, for measuring.
 *
 * @param {{ env: Record<string, string>, many: number }} options
 */
export async function fillDatabase({ env, many }) {
  const options = { env: inProduction(env), quiet: true, what: 'filling the database' };
  await onDatabase(['bench/fill.ts', `${many}`], options);
}

/**
 * Prepares the database, then serves the build. Both run as programs of their own, so the first has
 * let go of the embedded database before the second opens it.
 *
 * @param {{ port: number, host: string, env?: Record<string, string> }} options
 * @returns {Promise<{ child: import('node:child_process').ChildProcess, url: string }>}
 */
export async function serve({ port, host, env = {} }) {
  if ((await probePort(port, host)) === undefined) {
    process.stderr.write(`Port ${port} is in use. Stop what holds it, or set PORT to another.\n`);
    throw new StepFailed('port');
  }
  const { url, own } = addressed(port, host, env);
  await prepareDatabase({ env: own });
  say(`serving on ${url} (Ctrl+C stops it)`);
  return servePrepared({ port, host, env });
}

/**
 * Where a product is found, and what it is told of that.
 *
 * @param {number} port @param {string} host @param {Record<string, string>} env
 */
function addressed(port, host, env) {
  const name = ['127.0.0.1', '::1', '0.0.0.0', '::'].includes(host) ? 'localhost' : host;
  const url = `http://${name}:${port}`;
  return { url, own: { NEXTAUTH_URL: environment().NEXTAUTH_URL ?? url, PORT: `${port}`, ...env } };
}

/**
 * Serves the build on a database that is ready.
 *
 * @param {{ port: number, host: string, env?: Record<string, string>, quiet?: boolean }} options
 */
export function servePrepared({ port, host, env = {}, quiet = false }) {
  const { url, own } = addressed(port, host, env);
  const child = spawn(process.execPath, [bin.next, 'start', '-p', `${port}`, '-H', host], {
    cwd: root,
    env: inProduction(own),
    stdio: ['ignore', quiet ? 'ignore' : 'inherit', 'inherit'],
  });
  return { child, url };
}
