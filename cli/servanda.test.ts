import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const RUSSIA = 'corpus/russia-west.json';
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'servanda-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function servanda(...args: string[]) {
  const run = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'cli/servanda.ts', ...args],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  return { code: run.status, out: run.stdout, faults: run.stderr.split('\n').filter(Boolean) };
}

function written(name: string, value: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value));
  return file;
}

const claim = {
  id: 'c1',
  accused: 'RU',
  proposition: 'STATE',
  reliability: 'A',
  credibility: 1,
  likelihood: 'very_likely',
  cluster: 'k1',
  dependence: 'lead',
  status: 'live',
};

describe('fuse', () => {
  it('prints one opinion per case, in order', () => {
    const file = written('cases.json', { cases: [{ claims: [claim] }, { claims: [] }] });
    const run = servanda('fuse', file);
    expect(run).toMatchObject({ code: 0, faults: [] });
    const { cases } = JSON.parse(run.out);
    expect(cases[0].states.RU.state[0]).toBeCloseTo(3.5749 / 5.5749, 4);
    expect(cases[1]).toEqual({ unattributed: 1, conflict: 0, other: 0, states: {} });
  });

  it.each([
    [
      'an unknown key',
      { cases: [{ claims: [{ ...claim, colour: 'red' }] }] },
      /^cases\[0\]\.claims\[0\] \(c1\): unknown key "colour"$/,
    ],
    [
      'a wrong grade',
      { cases: [{ claims: [{ ...claim, reliability: 'Z' }] }] },
      /^cases\[0\]\.claims\[0\]\.reliability \(c1\): expected one of "A"/,
    ],
    [
      'no likelihood',
      { cases: [{ claims: [{ ...claim, likelihood: undefined }] }] },
      /likelihood .*exactly one of/,
    ],
    ['no JSON', '{"cases": [', /expected JSON/],
  ])('refuses %s with its path, exit code 2 and nothing on stdout', (_, value, fault) => {
    const run = servanda('fuse', written('bad.json', value));
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.faults).toHaveLength(1);
    expect(run.faults[0]).toMatch(fault);
  });
});

describe('assess', () => {
  it('scores the corpus as the issue of the DNC emails shows', () => {
    const run = servanda(
      'assess',
      RUSSIA,
      '--pact',
      'anti-doxing-2017',
      '--from',
      '2016-01-01',
      '--json',
    );
    expect(run.code).toBe(0);
    const result = JSON.parse(run.out);
    expect(Object.keys(result)).toEqual(['pact', 'policy', 'asOf', 'findings', 'standing']);
    expect(result).toMatchObject({ policy: '2026-11', asOf: '2026-11-22T23:59:59.999Z' });
    const dnc = result.findings.find(
      (finding: { incident: string; clause: string }) =>
        finding.incident === 'us-2016-dnc-email-leak' && finding.clause === 'c1',
    );
    expect(dnc).toMatchObject({ accused: 'RU', verdict: 'VIOLATION_COMMISSION', rule: 'R4' });
    expect(result.standing.map(({ party }: { party: string }) => party)).toEqual(['US', 'RU']);
  });

  it('bears the strictest marking of the dossier on its first line', () => {
    const [first] = servanda('assess', RUSSIA, '--pact', 'anti-doxing-2017').out.split('\n');
    const { incidents } = JSON.parse(readFileSync(RUSSIA, 'utf8'));
    const has = (tlp: string) => incidents.some((one: { tlp?: string }) => one.tlp === tlp);
    const strictest = ['RED', 'AMBER+STRICT', 'AMBER', 'GREEN'].find(has) ?? 'CLEAR';
    expect(first).toBe(`TLP:${strictest}`);
  });

  it('orders findings by incident, clause and accused', () => {
    const { findings } = JSON.parse(
      servanda('assess', RUSSIA, '--pact', 'anti-doxing-2017', '--json').out,
    );
    const keys = findings.map(
      ({ incident, clause, accused }: Record<string, string | null>) =>
        `${incident} ${clause} ${accused ?? ''}`,
    );
    expect(keys).toEqual([...keys].sort());
  });

  it('moves unsigned violations to pending with --mode signed', () => {
    const run = servanda(
      'assess',
      RUSSIA,
      '--pact',
      'anti-doxing-2017',
      '--from',
      '2016-01-01',
      '--mode',
      'signed',
      '--json',
    );
    const { counts } = JSON.parse(run.out).standing.find(
      ({ party }: { party: string }) => party === 'RU',
    );
    expect(counts.VIOLATION_COMMISSION + counts.VIOLATION_OMISSION).toBe(0);
    expect(counts.PENDING).toBeGreaterThan(0);
  });

  it('prints a readable table with the stamp without --json', () => {
    const { out } = servanda(
      'assess',
      RUSSIA,
      '--pact',
      'anti-doxing-2017',
      '--from',
      '2016-01-01',
    );
    expect(out).toContain('HYPOTHETICAL');
    expect(out).toMatch(/us-2016-dnc-email-leak\s+c1\s+RU\s+VIOLATION_COMMISSION/);
  });

  it('takes a pact from a file', () => {
    const { pacts } = JSON.parse(readFileSync('corpus/pacts.json', 'utf8'));
    const file = written('pact.json', pacts[0]);
    expect(servanda('assess', RUSSIA, '--pact', file, '--json').code).toBe(0);
  });

  it.each([
    ['no pact', [RUSSIA], /expected --pact/],
    ['an unknown pact', [RUSSIA, '--pact', 'peace-2099'], /--pact: expected a pact file or one of/],
    [
      'a wrong day',
      [RUSSIA, '--pact', 'us-china-2015', '--as-of', '2015-02-30'],
      /--as-of: expected a day/,
    ],
    [
      'an assumed date for a historical pact',
      [RUSSIA, '--pact', 'us-china-2015', '--from', '2015-01-01'],
      /--from: us-china-2015 is historical/,
    ],
    [
      'a wrong mode',
      [RUSSIA, '--pact', 'us-china-2015', '--mode', 'guessed'],
      /--mode: expected computed or signed/,
    ],
    ['a missing file', ['nowhere.json', '--pact', 'us-china-2015'], /nowhere\.json: no such file/],
    ['an unknown option', [RUSSIA, '--pacts', 'x'], /--pacts/],
  ])('refuses %s', (_, args, fault) => {
    const run = servanda('assess', ...args);
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.faults.join('\n')).toMatch(fault);
  });

  it('names every fault of a dossier, one a line', () => {
    const dossier = JSON.parse(readFileSync(RUSSIA, 'utf8'));
    dossier.incidents[2].severity = 9;
    dossier.incidents[3].claims[0].sources = ['nowhere'];
    const run = servanda('assess', written('dossier.json', dossier), '--pact', 'us-china-2015');
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.faults).toEqual([
      expect.stringContaining('incidents[2].severity'),
      expect.stringContaining('incidents[3].claims[0].sources[0]'),
    ]);
  });
});

describe('help', () => {
  it.each([
    [[]],
    [['--help']],
    [['assess', '--help']],
    [['fuse', '--help']],
    [['verify', '--help']],
  ])('%j', (args) => {
    const run = servanda(...args);
    expect(run.code).toBe(0);
    expect(run.out).toContain('servanda');
  });
  it('refuses an unknown command', () => {
    expect(servanda('import', 'x')).toMatchObject({ code: 2, out: '' });
  });
});
