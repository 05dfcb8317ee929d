import { createReadStream } from 'node:fs';
import { faultInWords } from '@/domain/ledger/export-fault';
import { ExportReader, type ExportVerdict, type WholeExport } from '@/domain/ledger/export-reader';
import {
  type LedgerProof,
  ledgerProofSchema,
  proofHolds,
  proofMisfit,
  watchedFor,
} from '@/domain/ledger/proof';
import { verifyCertificate } from './certificate';
import { type Read, readFile, systemFault } from './input';
import { done, failed, type Outcome, refused } from './outcome';

export interface VerifyOptions {
  /** An export, or `-` for standard input; undefined where only a proof is checked. */
  readonly file?: string | undefined;
  readonly proof?: string | undefined;
  /** The certificate of a finding, which is checked by itself. */
  readonly certificate?: string | undefined;
  readonly json: boolean;
}

const PORTION = 1024 * 1024;

async function readExport(file: string, reader: ExportReader): Promise<Read<ExportVerdict>> {
  const stream = file === '-' ? process.stdin : createReadStream(file, { highWaterMark: PORTION });
  try {
    for await (const bytes of stream) {
      reader.read(bytes);
      if (reader.fault !== null) break;
    }
  } catch (error) {
    return { ok: false, faults: [`${file}: ${systemFault(error)}`] };
  }
  return { ok: true, value: reader.finish() };
}

/** A proof in words: what it shows where it holds. */
function proofInWords(proof: LedgerProof): string {
  return proof.kind === 'inclusion'
    ? `The proof holds: entry ${proof.entry} (leaf ${proof.leafHash})\nis among the first ${proof.treeSize} entries, whose root is ${proof.root}.`
    : `The proof holds: the first ${proof.to.treeSize} entries (root ${proof.to.root})\nbegin with the first ${proof.from.treeSize} (root ${proof.from.root}), unchanged.`;
}

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

function exportInWords(whole: WholeExport): string {
  const { header, entries, redacted, dailyRoots, first, last, head, root } = whole;
  return [
    `Whole: ${counted(entries, 'entry', 'entries')}, ${redacted} redacted, ${counted(dailyRoots, 'daily root')} computed again.`,
    `From ${first ?? '-'} to ${last ?? '-'}, exported ${header.exportedAt} by ${header.product}.`,
    `Head  ${head}`,
    `Root  ${root}`,
    'This shows that the file is whole in itself. That it is the ledger everybody has seen, only a',
    'root or a proof kept from before can show: --proof FILE.',
  ].join('\n');
}

function exportJson({ header, roots: _, leaves: __, ...said }: WholeExport): object {
  return { ...said, exportedAt: header.exportedAt, product: header.product };
}

function outcomeOf(
  file: string,
  verdict: ExportVerdict,
  proof: LedgerProof | null,
  json: boolean,
): Outcome {
  const said = (value: object) => (json ? JSON.stringify(value) : undefined);
  if (!verdict.ok) {
    const message = faultInWords(verdict.fault);
    return failed(`${file}: ${message}`, said({ ok: false, ...verdict.fault, message }));
  }
  const misfit = proof === null ? null : proofMisfit(proof, verdict);
  if (misfit !== null) return failed(misfit, said({ ok: false, code: 'proof', message: misfit }));
  const words = exportInWords(verdict);
  const tied = 'It fits the export.';
  return done(
    said(exportJson(verdict)) ??
      (proof === null ? words : `${words}\n\n${proofInWords(proof)}\n${tied}`),
  );
}

/** `verify EXPORT`, `verify --proof FILE` or both: whether an export or a proof of the ledger holds. */
export async function verifyCommand(options: VerifyOptions): Promise<Outcome> {
  const { file, proof: from, certificate, json } = options;
  if (certificate !== undefined)
    return file === undefined && from === undefined
      ? verifyCertificate(certificate, json)
      : refused('verify: a certificate is checked by itself');
  const read = from === undefined ? null : readFile(from, ledgerProofSchema);
  if (read !== null && !read.ok) return refused(...read.faults);
  const proof = read?.value ?? null;
  if (proof !== null && !proofHolds(proof)) {
    const message = 'The proof does not hold: its hashes do not lead to the root it names.';
    return failed(
      `${from}: ${message}`,
      json ? JSON.stringify({ ok: false, code: 'proof', message }) : undefined,
    );
  }
  if (file === undefined)
    return proof === null
      ? refused('verify: expected an EXPORT, --proof FILE or both, or --certificate FILE')
      : done(json ? JSON.stringify({ ok: true, ...proof }) : proofInWords(proof));
  const reader = new ExportReader(proof === null ? {} : watchedFor(proof));
  const verdict = await readExport(file, reader);
  return verdict.ok ? outcomeOf(file, verdict.value, proof, json) : refused(...verdict.faults);
}
