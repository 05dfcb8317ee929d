import type { Instant } from './dates';

/** What choosing a revision reads of it. */
export interface KnownRevision {
  /** 1, 2, 3 …: a later number replaces an earlier one. */
  readonly number: number;
  /** When it was written down here. */
  readonly recordedAt: Instant;
}

/** How an incident came in. */
export interface Provenance {
  /**
   * The first revision was history when it came in (seed, import): what it tells was public on the
   * dates of its own records, long before it was written down here.
   */
  readonly importedHistory: boolean;
}

/**
 * The revision known on a day, that day's last instant included. Later revisions count from when
 * they were recorded. Where all were recorded later, imported history is shown by its first
 * revision, whose claims then count by their own dates (`liveClaims`); what was logged here was not
 * known before: null. Bitemporal, design "What is kept"; method.md 2.4, "Retraction".
 */
export function revisionKnownAt<R extends KnownRevision>(
  revisions: readonly R[],
  asOf: Instant,
  { importedHistory }: Provenance,
): R | null {
  const inOrder = [...revisions].sort((one, two) => one.number - two.number);
  const known = inOrder.filter(({ recordedAt }) => recordedAt <= asOf);
  return known.at(-1) ?? (importedHistory ? (inOrder[0] ?? null) : null);
}
