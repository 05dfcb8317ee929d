import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
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

/** Lints one real file in the room and says which lines were refused, and by which rule. */
function refusals(room: string, name: string, imports: readonly string[]): Map<string, string[]> {
  const folder = inside(room);
  const isNew = !existsSync(folder);
  const file = inside(room, `fence-${process.pid}-${name}.ts`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, imports.map((path) => `import '${path}';\n`).join(''));
    const args = [bin.biome, 'lint', '--reporter=json', '--max-diagnostics=none', file];
    const { stdout } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    const report: { diagnostics: { category: string; location: { start: { line: number } } }[] } =
      JSON.parse(stdout);
    const found = new Map<string, string[]>();
    for (const { category, location } of report.diagnostics) {
      const path = imports[location.start.line - 1] ?? '?';
      found.set(path, [...(found.get(path) ?? []), category]);
    }
    return found;
  } finally {
    rmSync(isNew ? folder : file, { force: true, recursive: true });
  }
}

describe.each(Object.entries(fences))('the fence of %s/', (room, { allowed, forbidden }) => {
  test('refuses what the room may not know', () => {
    const found = refusals(room, 'broken', [...forbidden, ...escapes]);
    for (const path of [...forbidden, ...escapes]) {
      expect(found.get(path), `import '${path}' in ${room}/`).toContain(
        'lint/style/noRestrictedImports',
      );
    }
  });

  test('lets through what the room rests on', () => {
    const found = refusals(room, 'kept', allowed);
    for (const path of allowed) {
      expect(found.get(path) ?? [], `import '${path}' in ${room}/`).not.toContain(
        'lint/style/noRestrictedImports',
      );
    }
  });
});

describe.each(['domain', 'exchange', 'components', 'app'])('outside the tests of %s/', (room) => {
  test('neither Node nor a test library may be imported', () => {
    const found = refusals(room, 'world', ['node:fs', 'vitest']);
    expect(found.get('node:fs')).toContain('lint/correctness/noNodejsModules');
    expect(found.get('vitest')).toContain('lint/correctness/noUndeclaredDependencies');
    const tested = refusals(room, 'world.test', ['node:fs', 'vitest']);
    expect([...tested.keys()]).toEqual([]);
  });
});

test('two files that import each other are refused', () => {
  const [one, two] = ['one', 'two'].map((name) => `fence-${process.pid}-${name}`);
  const first = inside('domain', `${one}.ts`);
  const second = inside('domain', `${two}.ts`);
  try {
    writeFileSync(first, `import { b } from './${two}';\nexport const a = () => b;\n`);
    writeFileSync(second, `import { a } from '@/domain/${one}';\nexport const b = () => a;\n`);
    const args = [bin.biome, 'lint', '--reporter=json', first, second];
    const { stdout, status } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    expect(status).not.toBe(0);
    expect(stdout).toContain('lint/suspicious/noImportCycles');
  } finally {
    rmSync(first, { force: true });
    rmSync(second, { force: true });
  }
});
