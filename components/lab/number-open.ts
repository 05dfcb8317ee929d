import { isVerdict } from '@/components/verdict-words';
import type { Verdict } from '@/domain/verdict';

/** A number of the clause table: findings of one verdict under a clause. */
export interface LabNumber {
  readonly clause: string;
  readonly verdict: Verdict;
  /** Empty: of all parties. */
  readonly party: string;
}

/** Written with `~`, which no id holds and no address escapes. */
export const writeNumber = ({ clause, verdict, party }: LabNumber): string =>
  ['clauses', clause, verdict, ...(party === '' ? [] : [party])].join('~');

/** Null for anything the clause table did not write. */
export function readNumber(text: string | null): LabNumber | null {
  const [place, clause = '', verdict = '', party = ''] = text?.split('~') ?? [];
  return place === 'clauses' && clause !== '' && isVerdict(verdict)
    ? { clause, verdict, party }
    : null;
}
