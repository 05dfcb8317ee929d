import { isVerdict } from '@/components/verdict-words';
import type { Verdict } from '@/domain/verdict';

/** A number of the clause table: findings of one verdict under a clause. */
export interface ClauseNumber {
  readonly place: 'clauses';
  readonly clause: string;
  readonly verdict: Verdict;
  /** Empty: of all parties. */
  readonly party: string;
}

/** A number of a party: its cases whose gravest finding is of one verdict, in the text or in the variant. */
export interface PartyNumber {
  readonly place: 'parties';
  readonly side: 'text' | 'variant';
  readonly verdict: Verdict;
  readonly party: string;
}

export type LabNumber = ClauseNumber | PartyNumber;

/** Written with `~`, which no id holds and no address escapes. */
export function writeNumber(number: LabNumber): string {
  const { place, verdict, party } = number;
  const of = place === 'clauses' ? number.clause : number.side;
  return [place, of, verdict, ...(party === '' ? [] : [party])].join('~');
}

/** Null for anything the lab did not write. */
export function readNumber(text: string | null): LabNumber | null {
  const [place, of = '', verdict = '', party = ''] = text?.split('~') ?? [];
  if (of === '' || !isVerdict(verdict)) return null;
  if (place === 'clauses') return { place, clause: of, verdict, party };
  const isSide = of === 'text' || of === 'variant';
  return place === 'parties' && isSide && party !== '' ? { place, side: of, verdict, party } : null;
}
