import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ExportReader } from './export-reader';
import { ledgerProofSchema, proofHolds, proofMisfit, watchedFor } from './proof';

/** The page that explains export and proofs must not rot: its examples are verified as anybody's are. */
const page = readFileSync(new URL('../../docs/ledger.md', import.meta.url), 'utf8');
const blocks = (kind: string) =>
  [...page.matchAll(new RegExp(`^\`\`\`${kind}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    ([, text]) => text ?? '',
  );
const [file = ''] = blocks('text');

test('docs/ledger.md holds an export that is whole, and two proofs that hold and fit it', () => {
  const proofs = blocks('json').map((text) => ledgerProofSchema.parse(JSON.parse(text)));
  expect(proofs.map(({ kind }) => kind)).toEqual(['inclusion', 'consistency']);
  for (const proof of proofs) {
    const reader = new ExportReader(watchedFor(proof));
    reader.read(new TextEncoder().encode(file));
    const verdict = reader.finish();
    expect(verdict.ok ? proofMisfit(proof, verdict) : verdict.fault).toBeNull();
    expect(proofHolds(proof)).toBe(true);
  }
});
