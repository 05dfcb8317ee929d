import type { Tlp } from '@/domain/tlp';

/** One entry of a custody list, as a reader who handles evidence sees it. */
export interface CustodyLine {
  readonly at: string;
  readonly by: string;
  readonly action: string;
  readonly reason: string | null;
  readonly sha256Seen: string | null;
}

/** A piece of evidence as the record's page shows it. */
export interface EvidenceItem {
  readonly id: string;
  readonly sha256: string;
  readonly name: string;
  readonly description: string;
  readonly mediaType: string;
  readonly size: number;
  readonly tool: string;
  readonly url: string | null;
  readonly tlp: string;
  readonly sealed: boolean;
  readonly claims: readonly string[];
  /** Hash of the redacted working copy. */
  readonly workingCopy: string | null;
  /** Whether the reader handles evidence: opens, checks, sees who had it. */
  readonly mayOpen: boolean;
  readonly capturedAt: string;
  readonly capturedBy: string | null;
  readonly mismatchedAt: string | null;
  /** Kept, and shown to those who handle evidence alone. */
  readonly withdrawnAt: string | null;
  readonly mayWithdraw: boolean;
  readonly custody: readonly CustodyLine[];
}

/** What the panel has to know of the record. */
export interface EvidenceAbout {
  readonly incident: string;
  readonly tlp: Tlp;
  /** Evidence of a leak or doxing starts out sealed. */
  readonly sealed: boolean;
  readonly claims: readonly { readonly value: string; readonly label: string }[];
}

export const CUSTODY_WORDS: Readonly<Record<string, string>> = {
  added: 'added it',
  verified: 'checked: the bytes are what was stored',
  mismatch: 'checked: the bytes are not what was stored',
  opened: 'opened the original',
  downloaded: 'downloaded it',
  redacted: 'added a redacted working copy',
  withdrawn: 'withdrew it',
  returned: 'brought it back',
};

/** `1.2 MiB`, `340 KiB`, `12 bytes`. */
export function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KiB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}
