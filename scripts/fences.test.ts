import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { bin, inside, root } from './environment.mjs';

interface Fence {
  readonly allowed: readonly string[];
  readonly forbidden: readonly string[];
}

/** Ways out of any room that lint must see through. */
const escapes = ['..', '../x', './../x', './a/../../x', '@/domain/../server/x', '/etc/x'];

/** Each room's arrows, proven on real files: biome.json alone proves nothing. */
const fences: Record<string, Fence> = {
  domain: {
    allowed: [
      'zod',
      '@stdlib/stats-base-dists-gamma-quantile',
      '@noble/hashes/sha2.js',
      './x',
      '@/domain/x',
    ],
    forbidden: [
      '@/server/x',
      '@/server/zod',
      '@/components/x',
      '@/exchange/x',
      '@/app/x',
      'next',
      'fs',
      'pg',
    ],
  },
  exchange: {
    allowed: ['@/domain/x', 'zod', './x'],
    forbidden: [
      '@/server/x',
      '@/components/x',
      '@/prisma/x',
      '@/domainx/x',
      'next',
      'pg',
      'papaparse-x',
    ],
  },
  components: {
    allowed: [
      '@/domain/x',
      'react',
      'next/link',
      '@mantine/core',
      'recharts',
      './x',
      './x.module.css',
    ],
    forbidden: [
      '@/server/x',
      '@/app/x',
      '@/exchange/x',
      '@/prisma/x',
      'next/headers',
      'next-auth',
      'pg',
    ],
  },
  server: {
    allowed: [
      '@/exchange/x',
      '@/domain/x',
      '@/prisma/generated/client',
      '@/prisma/migrate',
      'node:fs',
      'pg',
    ],
    forbidden: [
      '@/app/x',
      '@/components/x',
      '@/cli/x',
      '@/prisma/seed',
      '@/corpus/x.json',
      'react',
      'recharts',
    ],
  },
  app: {
    allowed: ['@/components/x', '@/server/x', '@/exchange/x', '@/domain/x', 'next', 'nuqs', './x'],
    forbidden: [
      '@/prisma/x',
      '@/prisma/generated/client',
      '@/cli/x',
      '@/corpus/x.json',
      '@prisma/client',
      'pg',
    ],
  },
  cli: {
    allowed: ['@/server/x', '@/exchange/x', '@/domain/x', 'node:fs', './x'],
    forbidden: ['@/app/x', '@/components/x', '@/prisma/x', 'pg', 'next', 'react'],
  },
  prisma: {
    allowed: [
      '@/server/x',
      '@/domain/x',
      '@/corpus/x.json',
      '@prisma/adapter-pg',
      'pg',
      'node:fs',
      './x',
    ],
    forbidden: ['@/app/x', '@/components/x', '@/exchange/x', '@/cli/x', 'next', 'react'],
  },
  corpus: { allowed: ['@/domain/x', './x.json'], forbidden: ['@/server/x', '@/prisma/x', 'zod'] },
  scripts: {
    allowed: ['node:fs', './x'],
    forbidden: ['@/server/x', '@/domain/x', 'zod', 'prisma'],
  },
  e2e: {
    allowed: ['@playwright/test', '@axe-core/playwright', 'node:fs', './x'],
    forbidden: ['@/domain/x', '@/components/x', '@/server/x', 'react', 'zod'],
  },
};

/** The worlds beyond our own rooms that only tests may know. */
const WORLD = ['node:fs', 'vitest'];
const WORLDLESS = ['domain', 'exchange', 'components', 'app'];

const fileIn = (room: string, name: string) => `${room}/fence-${process.pid}-${name}.ts`;
const importing = (imports: readonly string[]) =>
  imports.map((path) => `import '${path}';\n`).join('');

/** Every file that is tried, with what it says. */
const files = new Map<string, string>([
  ...Object.entries(fences).flatMap(([room, { allowed, forbidden }]): [string, string][] => [
    [fileIn(room, 'broken'), importing([...forbidden, ...escapes])],
    [fileIn(room, 'kept'), importing(allowed)],
  ]),
  ...WORLDLESS.flatMap((room): [string, string][] => [
    [fileIn(room, 'world'), importing(WORLD)],
    [fileIn(room, 'world.test'), importing(WORLD)],
  ]),
  [
    fileIn('domain', 'one'),
    `import { b } from './fence-${process.pid}-two';\nexport const a = () => b;\n`,
  ],
  [
    fileIn('domain', 'two'),
    `import { a } from '@/domain/fence-${process.pid}-one';\nexport const b = () => a;\n`,
  ],
]);

interface Refusal {
  readonly category: string;
  readonly location: { readonly path: string; readonly start: { readonly line: number } };
}
let refused: readonly Refusal[] = [];

/** Lints all of them at once, on disk: the linter starts once, and standard input proves nothing. */
beforeAll(() => {
  const isNew = [...new Set([...files.keys()].map((path) => path.split('/')[0] ?? ''))].filter(
    (room) => !existsSync(inside(room)),
  );
  try {
    for (const room of isNew) mkdirSync(inside(room));
    for (const [path, content] of files) writeFileSync(inside(path), content);
    const args = ['lint', '--reporter=json', '--max-diagnostics=none', ...files.keys()];
    const run = spawnSync(process.execPath, [bin.biome, ...args], {
      ...{ cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 },
    });
    refused = JSON.parse(run.stdout).diagnostics;
  } finally {
    for (const path of files.keys()) rmSync(inside(path), { force: true });
    for (const room of isNew) rmSync(inside(room), { recursive: true });
  }
});

/** The rules a line of a file breaks. */
function rulesAt(path: string, line: number): string[] {
  return refused
    .filter(({ location }) => location.path === path && location.start.line === line)
    .map(({ category }) => category);
}
const rulesOf = (path: string, imports: readonly string[], imported: string) =>
  rulesAt(path, imports.indexOf(imported) + 1);

describe.each(Object.entries(fences))('the fence of %s/', (room, { allowed, forbidden }) => {
  test('refuses what the room may not know', () => {
    const all = [...forbidden, ...escapes];
    for (const path of all)
      expect(rulesOf(fileIn(room, 'broken'), all, path), `import '${path}' in ${room}/`).toContain(
        'lint/style/noRestrictedImports',
      );
  });

  test('lets through what the room rests on', () => {
    for (const path of allowed)
      expect(
        rulesOf(fileIn(room, 'kept'), allowed, path),
        `import '${path}' in ${room}/`,
      ).not.toContain('lint/style/noRestrictedImports');
  });
});

describe.each(WORLDLESS)('outside the tests of %s/', (room) => {
  test('neither Node nor a test library may be imported', () => {
    const world = fileIn(room, 'world');
    expect(rulesOf(world, WORLD, 'node:fs')).toContain('lint/correctness/noNodejsModules');
    expect(rulesOf(world, WORLD, 'vitest')).toContain('lint/correctness/noUndeclaredDependencies');
    expect(refused.filter(({ location }) => location.path === fileIn(room, 'world.test'))).toEqual(
      [],
    );
  });
});

test('two files that import each other are refused', () => {
  const rules = ['one', 'two'].flatMap((name) => rulesAt(fileIn('domain', name), 1));
  expect(rules).toContain('lint/suspicious/noImportCycles');
});
