import type { Change } from '@/domain/lab/variant';

/** A pact as a side can be chosen from. */
export interface SideOption {
  readonly id: string;
  readonly title: string;
  readonly kind: 'hypothetical' | 'historical';
  readonly latest: number;
}

/** A draft that can be a side: of one's own, or the one that the address names. */
export interface DraftOption {
  readonly id: string;
  readonly label: string;
}

/** What is beside the choice of a side: what its numbers are of, and which of them are moved. */
export interface SideFacts {
  readonly kind: SideOption['kind'];
  readonly clauses: readonly string[];
  /** Numbers moved, in words; those that alter nothing are left out. */
  readonly moved: readonly { readonly change: Change; readonly words: string }[];
}

/** Everything that can be a side. */
export interface Choosable {
  readonly pacts: readonly SideOption[];
  readonly drafts: readonly DraftOption[];
}
