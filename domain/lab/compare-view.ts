import type { StandingMode } from '@/domain/bound';
import { stateName } from '@/domain/states';
import type { Tlp } from '@/domain/tlp';
import { counted, listed } from '@/domain/trend/wording';
import type { SideAddress } from './address';
import type { CaseFlip } from './case-flip';
import { clauseChanges, type FieldChange } from './clause-change';
import { type Comparison, type PartyChange, violationsIn } from './compare';
import type { MatrixRow, Undecidable } from './meeting';
import { type ClausePair, type MatchedBy, type Run, redline } from './redline';
import type { Change } from './variant';

/** Most flips that a page is sent; a file holds them all. */
export const FLIPS_SHOWN = 300;

/** A clause of one side, as far as a heading names it. */
export interface ClauseName {
  readonly id: string;
  readonly reference: string;
}

/** A pair of clauses in words: text and reference redlined, the fields of the test that differ. */
export interface PairView {
  readonly a: ClauseName | null;
  readonly b: ClauseName | null;
  readonly by: MatchedBy | null;
  readonly moved: boolean;
  readonly text: readonly Run[];
  readonly changes: readonly FieldChange[];
}

/** What was compared on one side. */
export interface SideHead {
  readonly address: SideAddress;
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly kind: 'hypothetical' | 'historical';
  readonly unsaved: boolean;
  /** The draft that this side is; null: a version. */
  readonly draft: string | null;
  readonly changes: readonly Change[];
  /** The same in words. */
  readonly moved: readonly string[];
  /** SHA-256 of the clause texts. */
  readonly textHash: string;
  /** Day of the entry into force used; null: as its parties brought it into force. */
  readonly from: string | null;
  /** Parties exchanged, in one sentence; null where too many incidents name them. */
  readonly symmetry: string | null;
  readonly undecidable: Undecidable;
}

/** Two sides compared: what a page, a brief and a file are made from. */
export interface CompareView {
  readonly a: SideHead;
  readonly b: SideHead;
  readonly asOf: string;
  readonly policy: string;
  readonly engine: string;
  readonly corpus: {
    readonly version: string;
    readonly compiledOn: string;
    readonly incidents: number;
  };
  readonly sentence: string;
  /** The strictest marking of the records that it counts: those that its reader sees. */
  readonly tlp: Tlp;
  /** The two say the same and find the same. */
  readonly identical: boolean;
  /** What differs beside the clauses. */
  readonly changes: readonly FieldChange[];
  readonly pairs: readonly PairView[];
  readonly parties: readonly PartyChange[];
  readonly matrix: readonly MatrixRow[];
  /** The gravest first; lists may hold fewer than there are. */
  readonly flips: readonly CaseFlip[];
  readonly flipCount: number;
}

const nameOf = (clause: ClauseName | null): ClauseName | null =>
  clause === null ? null : { id: clause.id, reference: clause.reference };

/** A pair of clauses in words. */
export function pairView(pair: ClausePair): PairView {
  const both = pair.a !== null && pair.b !== null;
  return {
    ...{ a: nameOf(pair.a), b: nameOf(pair.b) },
    ...{ by: both ? pair.by : null, moved: both && pair.moved },
    text: redline(pair.a?.text ?? '', pair.b?.text ?? ''),
    changes: both ? clauseChanges(pair.a, pair.b) : [],
  };
}

/** Whether the words of a pair are the same on both sides. */
export const sameWords = ({ a, b, text }: PairView): boolean =>
  a !== null && b !== null && text.every(({ of }) => of === 'both');

const bound = (modes: readonly (StandingMode | undefined)[]): boolean =>
  modes.every((mode) => mode !== 'compatibility');

function partyWords({ party, a, b }: PartyChange): string {
  const name = stateName(party);
  if (a === null)
    return `${name}, a party under B alone, ${b === null ? 0 : violationsIn(b.counts)}`;
  if (b === null) return `${name}, a party under A alone, ${violationsIn(a.counts)}`;
  const [before, after] = [violationsIn(a.counts), violationsIn(b.counts)];
  return before === after ? `${name} ${after} as before` : `${name} ${after} instead of ${before}`;
}

/** Most parties a sentence names. */
const NAMED = 4;

/** What B in place of A would change, in one or two sentences. */
export function compareSentence(
  { parties, flips }: Pick<Comparison, 'parties' | 'flips'>,
  { sameText, incidents }: { readonly sameText: boolean; readonly incidents: number },
): string {
  if (flips.length === 0) {
    if (sameText) return 'These two say and do the same.';
    return incidents === 0
      ? 'They say different things, and no incident is on record to tell them apart.'
      : 'They say different things, and find the same in every incident on record.';
  }
  const held = parties.filter(({ a, b }) => bound([a?.mode, b?.mode]));
  const moved = held.filter(
    ({ a, b }) =>
      (a === null ? -1 : violationsIn(a.counts)) !== (b === null ? -1 : violationsIn(b.counts)),
  );
  const shown = (held.length <= NAMED ? held : moved).slice(0, NAMED);
  const more = (held.length <= NAMED ? held : moved).length - shown.length;
  const turned = `B in place of A turns ${counted(flips.length, 'finding')}.`;
  if (shown.length === 0) return `${turned} No party has more or fewer violations for it.`;
  const beside = more === 0 ? [] : [`${counted(more, 'more party', 'more parties')}`];
  return `${turned} Violations found: ${listed([...shown.map(partyWords), ...beside])}.`;
}
