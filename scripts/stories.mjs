import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bin, environment } from './environment.mjs';
import { run, StepFailed, say } from './run.mjs';
import { probePort, serve } from './serve.mjs';

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

/**
 * Starts a product of its own on a free loopback port, with a new data directory, while `work` runs.
 *
 * @template T
 * @param {number} fill made-up incidents to add beside the demonstration corpus
 * @param {(url: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
async function withProduct(fill, work) {
  const data = mkdtempSync(join(tmpdir(), 'servanda-stories-'));
  const host = '127.0.0.1';
  const port = await probePort(0, host);
  if (port === undefined) throw new StepFailed('port');
  say(`starting a product for the stories on port ${port} …`);
  try {
    const served = await serve({
      port,
      host,
      fill,
      quiet: true,
      env: { SERVANDA_DATA_DIR: data, DATABASE_URL: '', NEXTAUTH_URL: `http://localhost:${port}` },
    });
    try {
      await answers(served.url, served.child);
      return await work(served.url);
    } finally {
      await stop(served.child);
    }
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

/** Made-up incidents in the product that the stories about size are told of. */
const MANY = 20_000;

/**
 * Runs the browser stories against two products of their own, both the production build: one with
 * the demonstration corpus, one with 20,000 incidents more. Nothing stays behind.
 *
 * @param {string[]} args more arguments for Playwright
 * @param {string} reportFile where its JSON report goes
 */
export function runStories(args, reportFile) {
  return withProduct(MANY, (large) =>
    withProduct(0, (url) =>
      run(process.execPath, [bin.playwright, 'test', '--reporter=list,json', ...args], {
        env: {
          ...environment(),
          SERVANDA_URL: url,
          SERVANDA_LARGE_URL: large,
          PLAYWRIGHT_JSON_OUTPUT_NAME: reportFile,
        },
      }),
    ),
  );
}
