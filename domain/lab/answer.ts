import type { ViewHead } from '@/domain/standing-view';
import type { Bases, Shown } from './figures';
import type { Flip } from './flips';
import type { Change } from './variant';

/** Most flips one answer lists; a file has them all. */
export const MOST_FLIPS = 100;

/** What the lab says of a variant: the pact as in its text, the variant, and what turns between them. */
export interface LabAnswer {
  /** Of the variant: its entry into force is the assumed one. */
  readonly head: ViewHead;
  readonly changes: readonly Change[];
  /** Nobody saved this: it cannot be signed (method.md 1). */
  readonly unsaved: boolean;
  readonly before: Shown;
  readonly after: Shown;
  /** What the words of both rest on besides the figures. */
  readonly bases: { readonly before: Bases; readonly after: Bases };
  readonly flips: { readonly rows: readonly Flip[]; readonly total: number };
  /** Names the columns that these figures were counted from. */
  readonly columns: string;
}
