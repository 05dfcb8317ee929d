import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { toBuffer } from '@/domain/lab/buffer';
import type { AloneTimes } from './alone';
import type { Corpus } from './corpus';
import { rollupHash } from './rollup';

const PROGRAM = fileURLToPath(new URL('./alone.ts', import.meta.url));

/** Times the lab's engine in a process of its own; its sums are those of the plain loop first. */
export async function timedApart({ ours, oracle }: Corpus, runs: number): Promise<AloneTimes> {
  const folder = mkdtempSync(join(tmpdir(), 'servanda-bench-'));
  try {
    const file = join(folder, 'columns');
    writeFileSync(file, new Uint8Array(toBuffer(ours.store)));
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--expose-gc', '--import', 'tsx', PROGRAM, file, `${runs}`],
      { maxBuffer: 2 ** 24 },
    );
    const found = JSON.parse(stdout) as AloneTimes;
    if (found.hash !== rollupHash(oracle))
      throw new Error('the lab’s engine: its sums are not those of the plain loop');
    return found;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
