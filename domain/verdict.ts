/** The decision table of method.md 3.1, once, as data; both speeds of the engine read it. */

export const VERDICTS = [
  'VIOLATION_COMMISSION',
  'VIOLATION_OMISSION',
  'DISPUTED',
  'PENDING',
  'DISCHARGED',
  'NOT_ATTRIBUTABLE',
  'NOT_COVERED',
] as const;
/** Verdicts from the gravest to the least (method.md 4: one finding per incident and accused counts). */
export type Verdict = (typeof VERDICTS)[number];

/** Place of each verdict in that order, 0 the gravest. */
export const VERDICT_RANK = Object.fromEntries(
  VERDICTS.map((verdict, at) => [verdict, at]),
) as Record<Verdict, number>;

/** The predicates the table reads, each with its words in a fixed order. */
export const PREDICATES = {
  cov: ['in', 'out', 'unknown'],
  inc: ['confirmed', 'unconf_open', 'unconf_expired', 'retracted'],
  state: ['met', 'contested', 'unmet'],
  link: ['met', 'contested', 'unmet'],
  dd: ['yes', 'no'],
  know: ['known', 'unknown_open', 'unknown_lapsed'],
  feas: ['feasible', 'excused'],
  resp: ['adequate_in_time', 'adequate_late', 'inadequate'],
  clock: ['open', 'expired'],
} as const;
export type Predicate = keyof typeof PREDICATES;
export type TableInput = { readonly [P in Predicate]: (typeof PREDICATES)[P][number] };
export type Word<P extends Predicate> = TableInput[P];

export const RULE_IDS = [
  'R0',
  'R1',
  'R2',
  'R3',
  'R4',
  'R5',
  'R6',
  'R7',
  'R8',
  'R9',
  'R10',
  'R11',
  'R12',
  'R13',
  'R14',
] as const;
export type RuleId = (typeof RULE_IDS)[number];

/** Predicate by predicate the words a rule takes; an absent predicate takes any. */
type Condition = { readonly [P in Predicate]?: readonly Word<P>[] };

export interface Rule {
  readonly id: RuleId;
  readonly verdict: Verdict;
  /** Any one of these holding makes the rule hold; they do not overlap. */
  readonly when: readonly Condition[];
  readonly reason: string;
}

const LINKED: Condition = {
  inc: ['confirmed'],
  state: ['contested', 'unmet'],
  link: ['met'],
  cov: ['in'],
};
const DUTY: Condition = { ...LINKED, dd: ['yes'] };
const KNOWN: Condition = { ...DUTY, know: ['known'] };

/** As if covered: in, or unknown where no link is met (method.md 1). */
const asIfCovered = (condition: Condition): Condition[] => [
  { ...condition, cov: ['in'] },
  { ...condition, cov: ['unknown'], link: ['unmet'] },
];

export const RULES: readonly Rule[] = [
  {
    id: 'R0',
    verdict: 'PENDING',
    reason: 'needs_fact',
    when: [
      {
        cov: ['unknown'],
        link: ['met', 'contested'],
        inc: ['confirmed', 'unconf_open', 'unconf_expired'],
      },
    ],
  },
  {
    id: 'R1',
    verdict: 'NOT_COVERED',
    reason: 'not_covered',
    when: [{ cov: ['out'] }, { cov: ['in', 'unknown'], inc: ['retracted'] }],
  },
  {
    id: 'R2',
    verdict: 'PENDING',
    reason: 'verification',
    when: asIfCovered({ inc: ['unconf_open'] }),
  },
  {
    id: 'R3',
    verdict: 'NOT_ATTRIBUTABLE',
    reason: 'unsubstantiated',
    when: asIfCovered({ inc: ['unconf_expired'] }),
  },
  {
    id: 'R4',
    verdict: 'VIOLATION_COMMISSION',
    reason: 'commission',
    when: asIfCovered({ inc: ['confirmed'], state: ['met'] }),
  },
  {
    id: 'R5',
    verdict: 'DISPUTED',
    reason: 'link_contested',
    when: [{ cov: ['in'], inc: ['confirmed'], state: ['contested', 'unmet'], link: ['contested'] }],
  },
  {
    id: 'R6',
    verdict: 'NOT_ATTRIBUTABLE',
    reason: 'link_unmet',
    when: [
      {
        cov: ['in', 'unknown'],
        inc: ['confirmed'],
        state: ['contested', 'unmet'],
        link: ['unmet'],
      },
    ],
  },
  {
    id: 'R7',
    verdict: 'DISPUTED',
    reason: 'commission_contested',
    when: [{ ...LINKED, dd: ['no'], state: ['contested'] }],
  },
  {
    id: 'R8',
    verdict: 'NOT_ATTRIBUTABLE',
    reason: 'link_only_no_duty',
    when: [{ ...LINKED, dd: ['no'], state: ['unmet'] }],
  },
  { id: 'R9', verdict: 'PENDING', reason: 'notify', when: [{ ...DUTY, know: ['unknown_open'] }] },
  {
    id: 'R10',
    verdict: 'NOT_ATTRIBUTABLE',
    reason: 'no_knowledge',
    when: [{ ...DUTY, know: ['unknown_lapsed'] }],
  },
  {
    id: 'R11',
    verdict: 'DISCHARGED',
    reason: 'timely',
    when: [{ ...KNOWN, resp: ['adequate_in_time'] }],
  },
  {
    id: 'R12',
    verdict: 'DISCHARGED',
    reason: 'incapacity',
    when: [{ ...KNOWN, resp: ['adequate_late', 'inadequate'], feas: ['excused'] }],
  },
  {
    id: 'R13',
    verdict: 'PENDING',
    reason: 'act',
    when: [
      { ...KNOWN, resp: ['adequate_late', 'inadequate'], feas: ['feasible'], clock: ['open'] },
    ],
  },
  {
    id: 'R14',
    verdict: 'VIOLATION_OMISSION',
    reason: 'omission',
    when: [
      { ...KNOWN, resp: ['adequate_late', 'inadequate'], feas: ['feasible'], clock: ['expired'] },
    ],
  },
];

const NAMES = Object.keys(PREDICATES) as Predicate[];
const RANK = { met: 2, contested: 1, unmet: 0 } as const;

const holds = (condition: Condition, input: TableInput): boolean =>
  NAMES.every((name) => {
    const words: readonly string[] | undefined = condition[name];
    return words === undefined || words.includes(input[name]);
  });

/** Rules whose condition holds; the enumeration test shows it is always exactly one. */
export function rulesFor(input: TableInput): Rule[] {
  return RULES.filter(({ when }) => when.some((condition) => holds(condition, input)));
}

/** Inputs no case can have: a state predicate above the link predicate, or a late answer while the clock is open. */
export function isConsistent(input: TableInput): boolean {
  return (
    RANK[input.state] <= RANK[input.link] &&
    !(input.resp === 'adequate_late' && input.clock === 'open')
  );
}

const SIZES = NAMES.map((name) => PREDICATES[name].length);
/** Number of input combinations, 7,776. */
export const TABLE_SIZE = SIZES.reduce((size, words) => size * words, 1);

/** The table input as one integer below TABLE_SIZE: the mixed-radix number of its word positions. */
export function tableCode(positions: readonly number[]): number {
  return SIZES.reduce((code, size, at) => code * size + (positions[at] ?? 0), 0);
}

/** Positions of an input's words, in the order of PREDICATES. */
export function positionsOf(input: TableInput): number[] {
  return NAMES.map((name) => (PREDICATES[name] as readonly string[]).indexOf(input[name]));
}

/** Every combination of words, in order of its code. */
export function allInputs(): TableInput[] {
  return Array.from({ length: TABLE_SIZE }, (_, code) => {
    let rest = code;
    const words: [string, string][] = [];
    for (let at = NAMES.length - 1; at >= 0; at -= 1) {
      const name = NAMES[at];
      const size = SIZES[at];
      if (name === undefined || size === undefined) continue;
      words.unshift([name, PREDICATES[name][rest % size] ?? '']);
      rest = Math.floor(rest / size);
    }
    return Object.fromEntries(words) as unknown as TableInput;
  });
}

/** Rule number by table code; -1 where the input is inconsistent or no single rule holds. */
export const RULE_BY_CODE: Int8Array = Int8Array.from(allInputs(), (input) => {
  const [rule, second] = rulesFor(input);
  return rule === undefined || second !== undefined || !isConsistent(input)
    ? -1
    : RULES.indexOf(rule);
});

/** The one rule for a consistent input. Throws on an inconsistent one: no case can have it. */
export function decide(input: TableInput): Rule {
  const rule = RULES[RULE_BY_CODE[tableCode(positionsOf(input))] ?? -1];
  if (rule === undefined) throw new Error(`inconsistent table input: ${JSON.stringify(input)}`);
  return rule;
}
