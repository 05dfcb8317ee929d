import { badParameters, notThere } from '@/app/api/v1/asked';
import { proofAsked } from '@/app/api/v1/ledger/query';
import type { LedgerProof } from '@/domain/ledger/proof';
import { consistencyProof, inclusionProof, type NoProof } from '@/server/ledger/proofs';

const WORDS: Readonly<Record<NoProof, { readonly field: string; readonly message: string }>> = {
  unknown_entry: { field: 'entry', message: 'The ledger has no such entry yet.' },
  unknown_size: { field: 'size', message: 'The ledger has not so many entries yet.' },
  order: { field: 'size', message: 'The earlier number is larger than the later one.' },
};

function nameOf(proof: LedgerProof): string {
  return proof.kind === 'inclusion'
    ? `servanda-proof-entry-${proof.entry}-of-${proof.treeSize}.json`
    : `servanda-proof-${proof.from.treeSize}-to-${proof.to.treeSize}.json`;
}

/**
 * A proof as a file: `?entry=N&size=M`, that entry N is among the first M; `?from=M&to=N`, that the
 * first N entries begin with the first M. Anybody may have them: they hold hashes, and the payload's
 * hash in each leaf is salted, so that nothing of an entry is found by trying.
 */
export async function GET(request: Request): Promise<Response> {
  const { kind, asked } = proofAsked(new URL(request.url).searchParams);
  if (!asked.ok) return badParameters(asked.faults);
  const made =
    kind === 'inclusion'
      ? await inclusionProof(asked.value.entry, asked.value.size)
      : await consistencyProof(asked.value.from, asked.value.to);
  if (!made.ok) return notThere({ code: made.code, ...WORDS[made.code] });
  return new Response(`${JSON.stringify(made.proof, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json',
      'content-disposition': `attachment; filename="${nameOf(made.proof)}"`,
      'cache-control': 'no-store',
    },
  });
}
