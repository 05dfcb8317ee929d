import { isViolation } from '@/domain/compliance-index';
import type { Setting } from '@/domain/finding';
import { SLIDERS } from '@/domain/lab/sliders';
import { dayStart, withChanges } from '@/domain/lab/variant';
import type { Pact } from '@/domain/pact';
import { casesAt, type SweptCase } from '@/domain/sweep/cases';
import { type ClauseTest, clauseTest } from '@/domain/sweep/clause-test';
import type { Columns } from '@/domain/sweep/columns';
import { pactTest } from '@/domain/sweep/pact-test';
import { type Scorer, scoreRow } from '@/domain/sweep/score';
import { sheet } from '@/domain/sweep/sheet';
import { RULES, type Verdict } from '@/domain/verdict';
import type { Step } from './knob';

/** A finding that is to be cleared or caught. */
export interface Target {
  readonly incident: string;
  readonly clause: string;
  readonly accused: string;
}

/** `clear`: no violation any more; `catch`: a violation. */
export type Want = 'clear' | 'catch';

/** Where a search starts: a pact, saved or a variant, and the world it is judged in. */
export interface Start {
  readonly pact: Pact;
  readonly setting: Setting;
}

/** What became of the chosen findings in one trial. */
export interface Outcome {
  readonly achieved: number;
  /** The same for any two trials between which nothing about the chosen findings changed. */
  readonly signature: string;
}

/** A start with some numbers moved. */
export function movedBy({ pact, setting }: Start, steps: readonly Step[]): Start {
  const changes = steps.flatMap(({ change }) => change ?? []);
  const from = steps.flatMap((step) => step.from ?? []).at(-1);
  return {
    pact: withChanges(pact, changes),
    setting: from === undefined ? setting : { ...setting, assumedFrom: dayStart(from) },
  };
}

/** Whether a verdict is what is wanted. */
export const isWanted = (want: Want, verdict: Verdict): boolean =>
  isViolation(verdict) === (want === 'catch');

/** The test of a clause with some of its numbers moved: of all it holds, only the clause and its floors. */
function moved(test: ClauseTest, steps: readonly Step[]): ClauseTest {
  const clause = steps.reduce(
    (one, { change }) =>
      change === null || (change.clause !== null && change.clause !== one.id)
        ? one
        : SLIDERS[change.slider].write(one, change.value),
    test.clause,
  );
  const { commission, dueDiligence } = clause.minSeverity;
  return clause === test.clause
    ? test
    : { ...test, clause, floor: Math.min(commission, dueDiligence), dutyFloor: dueDiligence };
}

/** A chosen finding as a case of the record and a clause to ask. */
interface Chosen {
  readonly at: SweptCase;
  readonly clause: string;
}

const none: readonly Step[] = [];

/**
 * Scores the chosen findings, and nothing else, under one change after the other: by the rows of
 * the sweeping path, with whatever no number changes worked out once.
 */
export class Trials {
  /** How many were made. */
  made = 0;
  /** Targets that are no case of the record, or name no clause. */
  readonly missing: readonly Target[];
  private readonly tests: ReadonlyMap<string, ClauseTest>;
  private readonly scorer: Scorer;
  /** Cases by assumed entry into force: it alone decides what lies in time. */
  private readonly cases = new Map<string, readonly Chosen[]>();

  constructor(
    private readonly columns: Columns,
    private readonly start: Start,
    readonly targets: readonly Target[],
    private readonly want: Want,
  ) {
    const { pact, setting } = start;
    const concerned = new Set(targets.map(({ clause }) => clause));
    const clauses = pact.clauses.filter(({ id }) => concerned.has(id));
    this.tests = new Map(clauses.map((one) => [one.id, clauseTest(columns, pact, one)]));
    const rows = sheet(targets.length);
    this.scorer = { columns, setting, rows, hypothetical: pact.kind === 'hypothetical' };
    const found = this.casesUnder(setting, '');
    this.missing = targets.filter((_, at) => found[at] === undefined);
    this.cases.set(
      '',
      found.flatMap((one) => one ?? []),
    );
  }

  private casesUnder(setting: Setting, from: string): readonly (Chosen | undefined)[] {
    const { columns, start, tests } = this;
    const bound = pactTest(columns, start.pact, setting);
    const all = casesAt(columns, bound, setting.asOf, true);
    const found = this.targets.map(({ incident, clause, accused }) => {
      const at = all.find(
        (one) => one.accused === accused && columns.incidents[one.incident]?.id === incident,
      );
      return at === undefined || !tests.has(clause) ? undefined : { at, clause };
    });
    if (from !== '')
      this.cases.set(
        from,
        found.flatMap((one) => one ?? []),
      );
    return found;
  }

  /** Scores each target into the row of its place. */
  private score(steps: readonly Step[]): void {
    this.made += 1;
    const { scorer, start } = this;
    const from = steps.flatMap((step) => step.from ?? []).at(-1) ?? '';
    const { setting } = movedBy(
      start,
      steps.filter(({ change }) => change === null),
    );
    if (!this.cases.has(from)) this.casesUnder(setting, from);
    const tests = new Map([...this.tests].map(([id, test]) => [id, moved(test, steps)]));
    this.cases.get(from)?.forEach(({ at, clause }, row) => {
      const test = tests.get(clause);
      scorer.rows.response[row] = -1;
      if (test !== undefined) scoreRow(scorer, row, at, test, row);
    });
  }

  private verdictAt(row: number): Verdict {
    return RULES[this.scorer.rows.rule[row] ?? -1]?.verdict ?? 'NOT_COVERED';
  }

  /** The verdicts of the targets with some numbers moved. */
  verdicts(steps: readonly Step[] = none): Verdict[] {
    this.score(steps);
    return this.targets.map((_, row) => this.verdictAt(row));
  }

  /** How many of them are then as wanted. `only`: those counted. */
  run(steps: readonly Step[], only: (target: Target) => boolean = () => true): Outcome {
    this.score(steps);
    const { rule, coverage, code, link, response } = this.scorer.rows;
    let achieved = 0;
    let signature = '';
    this.targets.forEach((target, row) => {
      if (!only(target)) return;
      if (isWanted(this.want, this.verdictAt(row))) achieved += 1;
      signature += `${rule[row]} ${coverage[row]} ${code[row]} ${link[row]} ${response[row]};`;
    });
    return { achieved, signature };
  }
}
