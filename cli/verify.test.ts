import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { certificateFor } from '@/domain/fixtures/certificate';
import { fileOf, MadeLedger } from '@/domain/fixtures/ledger';
import { canonicalJson, eventLeaf } from '@/domain/ledger';
import { PROOF_FORMAT } from '@/domain/ledger/proof';
import { hexOf } from '@/domain/merkle';
import { MerkleTree } from '@/domain/merkle/tree';
import { verifyCommand } from './verify';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'servanda-verify-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, value: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value));
  return file;
}

const made = () =>
  new MadeLedger().add({ payload: 'one' }).add({ payload: 'two', salt: 'ab' }).addRoot();
const check = (file?: string, proof?: string, json = false) => verifyCommand({ file, proof, json });

/** That entry 2 is among the first 3 of a ledger. */
function proofIn({ records }: MadeLedger) {
  const tree = new MerkleTree();
  for (const record of records) tree.append(eventLeaf(record));
  return {
    ...{ format: PROOF_FORMAT, kind: 'inclusion', entry: 2, treeSize: 3 },
    ...{ leafHash: hexOf(tree.leaf(1)), root: hexOf(tree.rootAt(3)) },
    path: tree.inclusion(1, 3).map(hexOf),
  };
}

describe('verify', () => {
  it('tells the numbers, head and root of a whole export', async () => {
    const ledger = made();
    const file = written('whole.jsonl', fileOf(ledger.lines));
    const { output } = await check(file);
    expect(output).toContain('Whole: 3 entries, 0 redacted, 1 daily root computed again.');
    expect(output).toContain(`Root  ${ledger.root}`);
    const json = JSON.parse((await check(file, undefined, true)).output ?? '');
    expect(json).toMatchObject({ ok: true, entries: 3, dailyRoots: 1, root: ledger.root });
  });

  it('names the first bad entry and its fault', async () => {
    const file = written('bad.jsonl', fileOf(made().lines).replace('"two"', '"too"'));
    const outcome = await check(file, undefined, true);
    expect(outcome).toMatchObject({ ok: false, code: 1 });
    expect(outcome.ok ? [] : outcome.faults).toEqual([
      expect.stringMatching(/bad\.jsonl: Entry 2 \(line 3\): its payload is not the one that was/),
    ]);
    expect(JSON.parse(outcome.output ?? '')).toMatchObject({ entry: 2, code: 'payload' });
  });

  it('checks a proof by itself and against an export', async () => {
    const ledger = made();
    const file = written('tied.jsonl', fileOf(ledger.lines));
    const proof = written('proof.json', proofIn(ledger));
    expect((await check(undefined, proof)).output).toMatch(/^The proof holds: entry 2 \(leaf /);
    expect((await check(file, proof)).output).toMatch(/It fits the export\.$/);
    const broken = written('broken.json', { ...proofIn(ledger), entry: 1 });
    expect(await check(undefined, broken)).toMatchObject({ ok: false, code: 1 });
    const other = new MadeLedger().add({ payload: 1 }).add({ payload: 2 }).add({ payload: 3 });
    expect(await check(file, written('other.json', proofIn(other)))).toMatchObject({
      ...{ ok: false, code: 1 },
      faults: [expect.stringMatching(/first 3 entries of the export have the root/)],
    });
  });

  it('checks the certificate of a finding by itself', async () => {
    const text = canonicalJson(certificateFor(['r1-', 'r2-', 'u1+', 'u2+']));
    const certificate = written('certificate.json', text);
    const about = { file: undefined, proof: undefined, certificate, json: false };
    expect((await verifyCommand(about)).output).toMatch(
      /^The certificate holds: .*\nDecided split/,
    );
    const [first = '', ...rest] = text.split('"position":"dissent"');
    const forged = written(
      'forged.json',
      [first, rest.join('"position":"dissent"')].join('"position":"uphold"'),
    );
    expect(await verifyCommand({ ...about, certificate: forged })).toMatchObject({
      ...{ ok: false, code: 1 },
      faults: [expect.stringContaining('its seal is another')],
    });
    expect(await verifyCommand({ ...about, file: certificate })).toMatchObject({ code: 2 });
  });

  it.each([
    ['nothing to verify', [undefined, undefined], /expected an EXPORT/],
    ['a file that is not there', ['nowhere.jsonl', undefined], /nowhere\.jsonl: no such file/],
    ['a folder', ['.', undefined], /expected a file, found a directory/],
    ['a proof that is none', [undefined, 'package.json'], /kind/],
  ] as const)('refuses %s with exit code 2', async (_, [file, proof], fault) => {
    const outcome = await check(file, proof);
    expect(outcome).toMatchObject({ ok: false, code: 2 });
    expect(outcome.ok ? '' : outcome.faults.join('\n')).toMatch(fault);
  });

  it('ends with exit codes 0, 1 and 2 on a terminal', () => {
    const whole = fileOf(made().lines);
    const end = (...args: string[]) => {
      const node = ['--conditions=react-server', '--import', 'tsx', 'cli/servanda.ts', 'verify'];
      const input = args.includes('-') ? whole : '';
      return spawnSync(process.execPath, [...node, ...args], { encoding: 'utf8', input });
    };
    expect(end('-')).toMatchObject({ status: 0, stderr: '' });
    expect(end(written('cut.jsonl', whole.slice(0, -9)))).toMatchObject({
      ...{ status: 1, stdout: '' },
      stderr: expect.stringMatching(/cut\.jsonl: Entry 3 \(line 4\): its line does not end/),
    });
    expect(end('--pact', 'x').status).toBe(2);
  });
});
