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

/** One finding of a list that is open. */
export interface CaseOpen {
  readonly accused: string;
  readonly incident: string;
}

/** A number of the matrix: the findings of one verdict in a cell, and of those the one asked about. */
export interface NumberOpen extends Cell {
  readonly verdict: Verdict;
  /** Null: the list of them. */
  readonly case: CaseOpen | null;
}

/** A number of how a party stands under one side, and of its findings the one asked about. */
export interface StandingOpen {
  readonly side: 'a' | 'b';
  readonly party: string;
  readonly verdict: Verdict;
  /** Null: the list of them. */
  readonly case: CaseOpen | null;
}

const withCase = (list: string, one: CaseOpen | null): string =>
  one === null ? list : `${list}~${one.accused}~${one.incident}`;

const caseIn = (accused: string | undefined, incident: string | undefined): CaseOpen | null =>
  accused === undefined || incident === undefined ? null : { accused, incident };

/** A number as the fragment of an address. */
export const numberFragment = ({ pair, party, verdict, case: one }: NumberOpen): string =>
  withCase(`findings-${pair}-${party}-${verdict}`, one);

export const standingFragment = ({ side, party, verdict, case: one }: StandingOpen): string =>
  withCase(`standing-${side}-${party}-${verdict}`, one);

const NUMBER = /^#findings-(\d{1,4})-([A-Z]{2})-([A-Z_]+)(?:~([A-Z]{2})~([a-z0-9.-]+))?$/;
const STANDING = /^#standing-([ab])-([A-Z]{2})-([A-Z_]+)(?:~([A-Z]{2})~([a-z0-9.-]+))?$/;

/** The number of a fragment; null: of none. */
export function numberIn(fragment: string): NumberOpen | null {
  const [, pair, party, verdict = '', accused, incident] = NUMBER.exec(fragment) ?? [];
  if (pair === undefined || party === undefined || !isVerdict(verdict)) return null;
  return { pair: Number(pair), party, verdict, case: caseIn(accused, incident) };
}

export function standingIn(fragment: string): StandingOpen | null {
  const [, side, party, verdict = '', accused, incident] = STANDING.exec(fragment) ?? [];
  if (side === undefined || party === undefined || !isVerdict(verdict)) return null;
  return { side: side === 'a' ? 'a' : 'b', party, verdict, case: caseIn(accused, incident) };
}
