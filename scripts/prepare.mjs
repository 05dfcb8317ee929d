import { existsSync, rmSync } from 'node:fs';
import { bin, environment, inside } from './environment.mjs';
import { install } from './install.mjs';
import { must } from './run.mjs';
import { fingerprint, isFresh, writeStamp } from './stamp.mjs';

/** The Prisma client, generated when the schema is not the one it was made from. */
async function generate() {
  const stamp = 'prisma/generated/.made-from';
  const print = fingerprint(['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json']);
  if (isFresh(stamp, print)) return;
  await must(
    'generating the database client',
    process.execPath,
    [bin.prisma, 'generate'],
    environment(),
  );
  writeStamp(stamp, print);
}

const sources = [
  'app',
  'components',
  'domain',
  'exchange',
  'server',
  'prisma',
  'corpus',
  'public',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.ts',
  'tsconfig.json',
  'package-lock.json',
];

/** The production build, made once for the same sources. */
export async function build() {
  const stamp = '.next/made-from';
  const print = fingerprint(sources);
  if (isFresh(stamp, print) && existsSync(inside('.next/BUILD_ID'))) return;
  rmSync(inside(stamp), { force: true });
  await must('building', process.execPath, [bin.next, 'build'], {
    ...environment(),
    NODE_ENV: 'production',
  });
  writeStamp(stamp, print);
}

/** Everything a check needs: packages and the generated client. */
export async function prepare() {
  await install();
  await generate();
}
