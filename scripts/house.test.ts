import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inside } from './environment.mjs';
import { missingFrom } from './lock.mjs';

const rooms = [
  'app',
  'components',
  'domain',
  'exchange',
  'server',
  'cli',
  'prisma',
  'corpus',
  'scripts',
  'e2e',
  'bench',
];
const attics = ['src', 'lib', 'utils', 'helpers', 'types', 'hooks', 'constants'];
const away = ['node_modules', '.git', '.next', '.data', 'generated', 'test-results'];

/** Paths of every file and folder of ours, from the root; the fences' own proofs left out. */
function walk(folder: string): string[] {
  if (!existsSync(inside(folder))) return [];
  return readdirSync(inside(folder), { withFileTypes: true })
    .filter((entry) => !away.includes(entry.name) && !entry.name.startsWith('fence-'))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? [`${path}${sep}`, ...walk(path)] : [path];
    });
}

const everything = walk('.');
const code = everything.filter((path) => /\.(ts|tsx|mts|mjs|js|jsx|css)$/.test(path));
const inRooms = (...names: string[]) =>
  code.filter((path) => names.includes(path.split(sep)[0] ?? ''));

/** Lines of these files that match, as `file:line: text`. */
function linesMatching(files: readonly string[], pattern: RegExp): string[] {
  return files.flatMap((path) =>
    readFileSync(inside(path), 'utf8')
      .split('\n')
      .flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1}: ${line.trim()}`] : [])),
  );
}

describe('the house', () => {
  test('has no attic: every folder is named for what is in it', () => {
    const found = everything.filter(
      (path) => attics.includes(basename(path)) && path.endsWith(sep),
    );
    expect(found).toEqual([]);
  });

  test('has no barrels: a name is imported from the file that defines it', () => {
    expect(code.filter((path) => /^index\.(ts|tsx|mts|mjs|js|jsx)$/.test(basename(path)))).toEqual(
      [],
    );
  });

  test('keeps code in its rooms', () => {
    const known = (path: string) => !path.includes(sep) || rooms.includes(path.split(sep)[0] ?? '');
    expect(code.filter((path) => !known(path))).toEqual([]);
  });

  test('suppresses no error', () => {
    // Written in two halves so that this file does not find itself.
    const words = [
      '@ts-' + 'ignore',
      '@ts-' + 'expect-error',
      '@ts-' + 'nocheck',
      'biome-' + 'ignore',
    ];
    const pattern = new RegExp(`${words.join('|')}|\\bas ${'any'}\\b`);
    expect(linesMatching(code, pattern)).toEqual([]);
  });

  // Two ways past noRestrictedImports, which reads neither computed paths nor types.
  test.each([
    ['computed path', /\bimport\(\s*(?!['"])/],
    ['type', /typeof import\(|\bimport\(['"][^'"]*['"]\)\.(?!then\b|catch\b|finally\b)/],
  ])('imports by no %s that the fences cannot see', (_, pattern) => {
    const files = inRooms('app', 'components', 'domain', 'exchange', 'server', 'cli', 'prisma');
    expect(linesMatching(files, pattern)).toEqual([]);
  });
});

test('lists and figures leave out what their reader still has to code: one way to a visibility', () => {
  const others = inRooms('app', 'server').filter(
    (path) => path !== join('server', 'review', 'blind.ts'),
  );
  expect(linesMatching(others, /\breachOf\b/)).toEqual([]);
});

test('the lock file names every platform; if not, run node scripts/lock.mjs', () => {
  const lock = JSON.parse(readFileSync(inside('package-lock.json'), 'utf8'));
  expect(missingFrom(lock.packages).map(({ name }) => name)).toEqual([]);
});

describe('domain/ and exchange/', () => {
  const pure = inRooms('domain', 'exchange').filter((path) => !/\.test\.tsx?$/.test(path));

  test('have no clock and no chance: the world is passed in', () => {
    const pattern =
      /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bMath\.random\b|\bperformance\.now\b|\brandomUUID\b/;
    expect(linesMatching(pure, pattern)).toEqual([]);
  });

  test('reach for no environment', () => {
    expect(
      linesMatching(
        pure,
        /\bprocess\.(?:env|argv|cwd|hrtime|stdout|platform)\b|\bfetch\(|\blocalStorage\b|\bglobalThis\./,
      ),
    ).toEqual([]);
  });
});
