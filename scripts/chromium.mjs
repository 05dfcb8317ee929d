import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { bin, environment } from './environment.mjs';
import { run, StepFailed, say } from './run.mjs';

/**
 * Chromium as a quiet guest: no sandbox for root, no graphics card, no calls to the outside; letters
 * without hinting, which every build draws alike.
 */
export const quietFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/** The shell without a window asks for half the processor of the whole browser, and draws the same. */
const SHELL = 'chromium-headless-shell';
const names = [SHELL, 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const fixed = [
  `/usr/bin/${SHELL}`,
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Where Playwright would put a browser of its own. */
async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test');
  return chromium.executablePath();
}

/** The first browser on this machine, or undefined. @returns {Promise<string | undefined>} */
export async function findChromium() {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  const candidates = [
    process.env.SERVANDA_CHROMIUM ?? '',
    ...fixed,
    ...onPath,
    await playwrightsOwn(),
  ];
  return candidates.find((path) => path !== '' && existsSync(path));
}

/** Present and able to run: a downloaded browser may lack the machine's libraries. */
async function works() {
  const path = await findChromium();
  if (!path) return false;
  return (await run(path, ['--version'], { quiet: true, limit: 20_000 })).code === 0;
}

const attempts = [
  {
    what: "Playwright's download",
    go: () => run(process.execPath, [bin.playwright, 'install', 'chromium'], attempt(90_000)),
  },
  {
    what: `apt-get install ${SHELL}`,
    go: async () => {
      await run('apt-get', ['update', '-qq'], attempt(180_000));
      await install(SHELL);
    },
  },
  { what: 'apt-get install chromium', go: () => install('chromium') },
];

/** @param {string} name of a Debian package */
async function install(name) {
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], attempt(600_000));
}

/** @param {number} limit */
const attempt = (limit) => ({
  quiet: true,
  limit,
  env: { ...environment(), DEBIAN_FRONTEND: 'noninteractive' },
});

/** Makes sure that a browser is there, installing one when none is. */
export async function ensureChromium() {
  if (await works()) return;
  for (const { what, go } of attempts) {
    say(`no browser found; trying ${what} …`);
    await go();
    if (await works()) return;
  }
  process.stderr.write('No Chromium could be found or installed: set SERVANDA_CHROMIUM to one.\n');
  throw new StepFailed('browser');
}
