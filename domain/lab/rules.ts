import {
  PREDICATES,
  type Predicate,
  RULE_BY_CODE,
  RULES,
  type RuleId,
  tableCode,
  VERDICTS,
  type Word,
} from '@/domain/verdict';

const NAMES = Object.keys(PREDICATES) as Predicate[];
const unit = (name: Predicate): number => tableCode(NAMES.map((other) => (other === name ? 1 : 0)));
const place = <P extends Predicate>(name: P, word: Word<P>): number =>
  (PREDICATES[name] as readonly string[]).indexOf(word);
const step = <P extends Predicate>(name: P, word: Word<P>): number =>
  place(name, word) * unit(name);

/** What each answer adds to the code of the decision table (method.md 3.1). */
export const ADDS = {
  unknownCoverage: step('cov', 'unknown'),
  /** By occurrence: place in PREDICATES.inc. */
  occurrence: PREDICATES.inc.map((word) => step('inc', word)),
  /** By rank of the predicate: unmet, contested, met. */
  state: [step('state', 'unmet'), step('state', 'contested'), step('state', 'met')],
  link: [step('link', 'unmet'), step('link', 'contested'), step('link', 'met')],
  noDuty: step('dd', 'no'),
  unknownOpen: step('know', 'unknown_open'),
  unknownLapsed: step('know', 'unknown_lapsed'),
  excused: step('feas', 'excused'),
  late: step('resp', 'adequate_late'),
  inadequate: step('resp', 'inadequate'),
  expired: step('clock', 'expired'),
} as const;

/** Where no clock runs: nobody knew, nothing was answered in time. */
export const NO_CLOCK = ADDS.unknownLapsed + ADDS.inadequate + ADDS.expired;

export const INC = {
  confirmed: place('inc', 'confirmed'),
  open: place('inc', 'unconf_open'),
  expired: place('inc', 'unconf_expired'),
  retracted: place('inc', 'retracted'),
} as const;

export const ruleAt = (id: RuleId): number => RULES.findIndex((rule) => rule.id === id);

/** By rule: the place of its verdict in VERDICTS, 0 the gravest. */
export const VERDICT_OF = Uint8Array.from(RULES, ({ verdict }) => VERDICTS.indexOf(verdict));

/** Place of the rule in RULES for a code. @throws Error on an inconsistent one: no case can have it. */
export function ruleOf(code: number): number {
  const rule = RULE_BY_CODE[code] ?? -1;
  if (rule < 0) throw new Error(`inconsistent table code: ${code}`);
  return rule;
}
