import { ExportReader, type ExportVerdict } from '@/domain/ledger/export-reader';
import { type LedgerProof, ledgerProofSchema, watchedFor } from '@/domain/ledger/proof';
import type { CertificateVerdict } from '@/domain/review/certificate-check';

/** Read so much of a file at a time: a few hundredths of a second of hashing. */
const PORTION = 256 * 1024;
/** A proof is a page of hashes; what is larger is an export. */
const MOST_PROOF_BYTES = 64 * 1024;
/** A certificate holds one incident, one pact and the entries of one finding. */
const MOST_CERTIFICATE_BYTES = 16 * 1024 * 1024;

/** How far the check has come. */
export interface Progress {
  readonly entries: number;
  /** How many the header tells of; null before it was read. */
  readonly expected: number | null;
}

/** The proof in a file, or null where the file is none. */
export async function proofIn(file: File): Promise<LedgerProof | null> {
  if (file.size > MOST_PROOF_BYTES) return null;
  try {
    const read = ledgerProofSchema.safeParse(JSON.parse(await file.text()));
    return read.success ? read.data : null;
  } catch {
    return null; // No JSON, or more than one line of it.
  }
}

/** What judges the inputs of a certificate again: fetched behind the page, which then needs no network. */
export const certificateChecker = () => import('@/domain/review/certificate-check');

/** What came of checking the certificate in a file, or null where the file is none. */
export async function certificateIn(file: File): Promise<CertificateVerdict | null> {
  if (file.size > MOST_CERTIFICATE_BYTES) return null;
  // In canonical form `check` is its first field; an export begins otherwise.
  if (!(await file.slice(0, 10).text()).startsWith('{"check":')) return null;
  const { checkCertificate } = await certificateChecker();
  return checkCertificate(await file.text());
}

/**
 * Checks an export here in the browser, portion by portion so that the page goes on answering; null
 * where `stopped` says that nobody waits for it any more.
 */
export async function checkExport(
  file: File,
  proof: LedgerProof | null,
  onProgress: (progress: Progress) => void,
  stopped: () => boolean,
): Promise<ExportVerdict | null> {
  const reader = new ExportReader(proof === null ? {} : watchedFor(proof));
  for (let at = 0; at < file.size && reader.fault === null; at += PORTION) {
    const bytes = await file.slice(at, at + PORTION).arrayBuffer();
    if (stopped()) return null;
    reader.read(new Uint8Array(bytes));
    onProgress({ entries: reader.entries, expected: reader.expected });
    await new Promise((next) => setTimeout(next));
  }
  return reader.finish();
}
