// `npm test`: prepares what is missing, runs every check and ends with the sum of all of them.
// `node scripts/check.mjs lint|types|unit|e2e [arguments]` runs one, passing the arguments on.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { bin, environment, memoryFolder } from './environment.mjs';
import { build, prepare } from './prepare.mjs';
import { run, StepFailed, say } from './run.mjs';
import { runStories } from './stories.mjs';
import { inWords, ofCode, ofPlaywright, ofVitest, sum } from './tally.mjs';

// Each database a test makes is a thousand files, and its every commit waits for the disk it is on.
process.env.TMPDIR ||= memoryFolder();

const reports = mkdtempSync(join(tmpdir(), 'servanda-reports-'));
const read = (/** @type {string} */ file) =>
  existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
const node = (/** @type {string[]} */ args) => run(process.execPath, args, { env: environment() });

/** @type {Promise<void> | undefined} */
let found;
/** A browser to tell the stories in, sought once. */
const browser = () => {
  found ??= ensureChromium();
  return found;
};

/** @type {Record<string, (args: string[]) => Promise<import('./tally.mjs').Tally>>} */
const checks = {
  lint: async (args) =>
    ofCode((await node([bin.biome, 'check', '--error-on-warnings', ...args])).code),
  types: async (args) => {
    const routes = await run(process.execPath, [bin.next, 'typegen'], {
      quiet: true,
      env: environment(),
    });
    if (routes.code !== 0) process.stderr.write(routes.output);
    return ofCode(routes.code || (await node([bin.tsc, '--noEmit', ...args])).code);
  },
  unit: async (args) => {
    const file = join(reports, 'unit.json');
    const to = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const { code } = await node([bin.vitest, 'run', ...to, ...args]);
    return ofVitest(read(file), code);
  },
  e2e: async (args) => {
    const file = join(reports, 'stories.json');
    await build();
    await browser();
    const { code } = await runStories(args, file);
    return ofPlaywright(read(file), code);
  },
};

/** Runs one check; whatever breaks it counts as one failure. @param {string} name @param {string[]} args */
async function tallyOf(name, args) {
  say(`── ${name}`);
  try {
    const tally = await checks[name]?.(args);
    say(`── ${name}: ${inWords(tally ?? ofCode(1))}`);
    return tally ?? ofCode(1);
  } catch (error) {
    if (!(error instanceof StepFailed)) console.error(error);
    return ofCode(1);
  }
}

const [one, ...args] = process.argv.slice(2);
const tallies = [];
try {
  await prepare();
  if (one === undefined) {
    // A download waits for the network, types and the end of a build for one processor: beside
    // something else they cost next to nothing. What fails says so where it is waited for.
    browser().catch(() => {});
    const [lint] = await Promise.all([tallyOf('lint', []), build().catch(() => {})]);
    tallies.push(lint, ...(await Promise.all([tallyOf('types', []), tallyOf('unit', [])])));
    tallies.push(await tallyOf('e2e', []));
  } else tallies.push(await tallyOf(one, args));
} catch (error) {
  if (!(error instanceof StepFailed)) console.error(error);
  tallies.push(ofCode(1));
}
rmSync(reports, { recursive: true, force: true });
const total = sum(tallies);
process.stdout.write(`\n${inWords(total)}\n`);
process.exitCode = total.failed > 0 ? 1 : 0;
