import { isVerdict } from '@/components/verdict-words';
import type { Verdict } from '@/domain/verdict';

/** A cell of the matrix: a pair of clauses, and a party. */
export interface Cell {
  readonly pair: number;
  readonly party: string;
}

/** A cell as the fragment of an address: the findings that turn in it. */
export const cellFragment = ({ pair, party }: Cell): string => `flips-${pair}-${party}`;

/** The cell of a fragment; null: of none. */
export function cellIn(fragment: string): Cell | null {
  const [, pair, party] = /^#flips-(\d{1,4})-([A-Z]{2})$/.exec(fragment) ?? [];
  return pair === undefined || party === undefined ? null : { pair: Number(pair), party };
}

/** A number of the matrix: the findings of one verdict in a cell, and of those the one asked about. */
export interface NumberOpen extends Cell {
  readonly verdict: Verdict;
  /** Null: the list of them. */
  readonly case: { readonly accused: string; readonly incident: string } | null;
}

/** A number as the fragment of an address. */
export function numberFragment({ pair, party, verdict, case: one }: NumberOpen): string {
  const list = `findings-${pair}-${party}-${verdict}`;
  return one === null ? list : `${list}~${one.accused}~${one.incident}`;
}

const NUMBER = /^#findings-(\d{1,4})-([A-Z]{2})-([A-Z_]+)(?:~([A-Z]{2})~([a-z0-9.-]+))?$/;

/** The number of a fragment; null: of none. */
export function numberIn(fragment: string): NumberOpen | null {
  const [, pair, party, verdict = '', accused, incident] = NUMBER.exec(fragment) ?? [];
  if (pair === undefined || party === undefined || !isVerdict(verdict)) return null;
  const one = accused === undefined || incident === undefined ? null : { accused, incident };
  return { pair: Number(pair), party, verdict, case: one };
}
