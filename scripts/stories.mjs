import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bin, environment } from './environment.mjs';
import { run, StepFailed, say } from './run.mjs';
import { fillDatabase, prepareDatabase, probePort, servePrepared } from './serve.mjs';

/** Waits until the product answers. @param {string} url @param {import('node:child_process').ChildProcess} child */
async function answers(url, child) {
  for (let tries = 0; tries < 120 && child.exitCode === null; tries += 1) {
    const reply = await fetch(url, { redirect: 'manual' }).catch(() => undefined);
    if (reply && reply.status < 500) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  process.stderr.write(`The product did not answer at ${url}.\n`);
  throw new StepFailed('answering');
}

/** Ends a server this script started, by its own process. @param {import('node:child_process').ChildProcess} child */
async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const patience = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await gone;
  clearTimeout(patience);
}

const host = '127.0.0.1';
const at = (/** @type {string} */ data) => ({ SERVANDA_DATA_DIR: data, DATABASE_URL: '' });

/**
 * Starts a product on a free loopback port, on a database that is ready.
 *
 * @param {string} data its data directory
 * @param {import('node:child_process').ChildProcess[]} started where to leave word of it at once
 * @returns {Promise<string>} its address, once it answers
 */
async function product(data, started) {
  const port = await probePort(0, host);
  if (port === undefined) throw new StepFailed('port');
  say(`starting a product for the stories on port ${port} …`);
  const env = { ...at(data), NEXTAUTH_URL: `http://localhost:${port}` };
  const { url, child } = servePrepared({ port, host, quiet: true, env });
  started.push(child);
  await answers(url, child);
  return url;
}

/** Made-up incidents in the product that the stories about size are told of; fewer where they only guard. */
const MANY = process.env.SERVANDA_MANY ?? (process.env.CI === undefined ? '20000' : '4000');

/**
 * Runs the browser stories against products of their own, all the production build with the
 * demonstration corpus: one for each of two workers, and one with many incidents more for both.
 * The corpus is loaded once and copied. Nothing stays behind.
 *
 * @param {string[]} args more arguments for Playwright
 * @param {string} reportFile where its JSON report goes
 */
export async function runStories(args, reportFile) {
  const folder = mkdtempSync(join(tmpdir(), 'servanda-stories-'));
  const data = { one: join(folder, 'one'), two: join(folder, 'two'), large: join(folder, 'large') };
  const stories = (/** @type {Record<string, string>} */ urls) =>
    run(process.execPath, [bin.playwright, 'test', '--reporter=list,json', ...args], {
      env: {
        ...environment(),
        ...urls,
        SERVANDA_MANY: MANY,
        PLAYWRIGHT_JSON_OUTPUT_NAME: reportFile,
      },
    });
  /** @type {import('node:child_process').ChildProcess[]} */
  const started = [];
  const filled = async () => {
    await fillDatabase({ env: at(data.large), many: Number(MANY) });
    return product(data.large, started);
  };
  try {
    await prepareDatabase({ env: at(data.one), quiet: true });
    for (const copy of [data.two, data.large]) cpSync(data.one, copy, { recursive: true });
    const all = await Promise.allSettled([
      ...[filled(), product(data.one, started), product(data.two, started)],
    ]);
    const [large, one, two] = all.map((each) => {
      if (each.status === 'rejected') throw each.reason;
      return each.value;
    });
    return await stories({ SERVANDA_URLS: `${one} ${two}`, SERVANDA_LARGE_URL: `${large}` });
  } finally {
    await Promise.all(started.map(stop));
    rmSync(folder, { recursive: true, force: true });
  }
}
