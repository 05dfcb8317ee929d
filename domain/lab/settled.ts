import { WORD } from '@/domain/sweep/words';
import { RULE_BY_CODE } from '@/domain/verdict';
import { ADDS, INC, NO_CLOCK } from './rules';

/** Set in an outcome beside its rule: the duty was met late; the link is met. */
export const LATE = 16;
export const LINKED = 32;
/** The rule of an outcome: a place in RULES. */
export const ruleIn = (outcome: number): number => outcome & 15;

/** Coverage of a kind of incident under a clause, before what only a case can tell. */
export const COVERED = { IN: 0, UNKNOWN: 1 } as const;

/** What is told of a hold under the thresholds and limbs of a clause, a bit each (method.md 2.4). */
export const FACT = {
  /** Belief in the link reaches its threshold, corroborated; or a court has found so. */
  LINK: 1,
  /** The same of responsibility. */
  RESPONSIBLE: 2,
  /** A rival, a conflict or an objection contests the link. */
  CONTESTED: 4,
  /** One of these, or an objection to responsibility alone. */
  STATE_CONTESTED: 8,
  /** Responsibility is admitted, or the act is adopted. */
  ADMITTED: 16,
  LINK_ADMITTED: 32,
  /** Not of the hold: the severity reaches the floor for commission. */
  ASKED: 64,
} as const;
const FACTS = 128;

/** `answers` of the explaining path: the link in the higher two bits, responsibility in the lower two (WORD). */
function bothOf(facts: number): number {
  const has = (fact: number): boolean => (facts & fact) !== 0;
  const state = !has(FACT.ASKED)
    ? WORD.UNMET
    : has(FACT.ADMITTED)
      ? WORD.MET
      : !has(FACT.RESPONSIBLE)
        ? WORD.UNMET
        : has(FACT.STATE_CONTESTED)
          ? WORD.CONTESTED
          : WORD.MET;
  if (state === WORD.MET || has(FACT.ADMITTED) || has(FACT.LINK_ADMITTED))
    return (WORD.MET << 2) | state;
  const link = !has(FACT.LINK) ? state : has(FACT.CONTESTED) ? WORD.CONTESTED : WORD.MET;
  return (link << 2) | state;
}

const BOTH = Uint8Array.from({ length: FACTS }, (_, facts) => bothOf(facts));

/** By what is told of a hold and whether responsibility is asked: 1 where the link is met. */
export const IS_LINKED = BOTH.map((both) => (both >> 2 === WORD.MET ? 1 : 0));
export const isLinked = (facts: number): boolean => IS_LINKED[facts] === 1;

/** Instead of an outcome: a clock runs, and decides. */
export const RUNS = 255;
/** Instead of an outcome: no case can have these answers. */
const NEVER = 254;

const wordCode = (both: number): number =>
  (ADDS.link[both >> 2] ?? 0) + (ADDS.state[both & 3] ?? 0);

/** By facts: what both predicates add to the code of the table. */
const FACTS_CODE = Int32Array.from(BOTH, wordCode);
export const factsCode = (facts: number): number => FACTS_CODE[facts] ?? 0;

function outcomeOf(covered: number, occurrence: number, owes: boolean, facts: number): number {
  const both = BOTH[facts] ?? 0;
  const linked = isLinked(facts);
  const decided = covered !== COVERED.IN || occurrence !== INC.confirmed;
  if (owes && !decided && linked && (both & 3) !== WORD.MET) return RUNS;
  const code =
    (covered === COVERED.UNKNOWN ? ADDS.unknownCoverage : 0) +
    (ADDS.occurrence[occurrence] ?? 0) +
    wordCode(both) +
    (owes ? 0 : ADDS.noDuty) +
    NO_CLOCK;
  const rule = RULE_BY_CODE[code] ?? -1;
  return rule < 0 ? NEVER : rule | (linked ? LINKED : 0);
}

/** What is answered of a case beside the facts of its hold, as bits above those. */
export const ANSWERED = { OWES: FACTS, OCCURRENCE: FACTS * 2, COVERED: FACTS * 8 } as const;

/**
 * By facts, whether a duty is owed, occurrence (PREDICATES.inc) and coverage (COVERED): the outcome of a
 * case by the decision table (method.md 3.1) where no clock decides; else RUNS.
 */
export const SETTLED = Uint8Array.from({ length: FACTS * 16 }, (_, answers) =>
  outcomeOf(
    Math.floor(answers / ANSWERED.COVERED),
    Math.floor(answers / ANSWERED.OCCURRENCE) % 4,
    Math.floor(answers / ANSWERED.OWES) % 2 === 1,
    answers % FACTS,
  ),
);
