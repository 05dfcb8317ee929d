import { severityWeights } from '@/domain/compliance-index';
import { DEFAULT_FILTER } from '@/domain/standing-filter';
import { choose } from '@/domain/sweep/choose';
import type { Columns } from '@/domain/sweep/columns';
import { reasonAt, ruleAt } from '@/domain/sweep/row';
import type { Sweep } from '@/domain/sweep/sheet';
import { sweep } from '@/domain/sweep/sweep';
import type { Verdict } from '@/domain/verdict';
import { type CaseFlip, type FoundBySide, gravestFlips } from './case-flip';
import { settingsOf } from './compare';
import type { Side } from './side';

/** A number of how a party stands: its cases whose gravest finding under one side is of one verdict. */
export interface GravestAsked {
  readonly side: 'a' | 'b';
  readonly party: string;
  readonly verdict: Verdict;
}

const NO_PARTY: FoundBySide = { verdict: null, why: 'no_party' };

/** What a side finds of a case by the clause under which it is gravest. */
interface Gravest {
  readonly found: FoundBySide;
  readonly clause: string | null;
  readonly party: string | null;
  readonly severity: number;
}

/** The findings that count of one stretch: one for each incident and accused (method.md 4). */
class Counted {
  private readonly rows: ReadonlyMap<number, number>;

  constructor(private readonly swept: Sweep) {
    const { partition, incident, columns, pact } = swept;
    const size = columns.incidents.length;
    const { counted } = choose(swept, { ...DEFAULT_FILTER, pact: pact.id }, () => null);
    this.rows = new Map(
      Array.from(counted.rows, (row) => [(partition[row] ?? 0) * size + (incident[row] ?? 0), row]),
    );
  }

  keys(): Iterable<number> {
    return this.rows.keys();
  }

  of(key: number): Gravest {
    const { swept, rows } = this;
    const row = rows.get(key);
    if (row === undefined) return { found: NO_PARTY, clause: null, party: null, severity: 0 };
    const { id, verdict } = ruleAt(swept, row);
    return {
      found: { verdict, rule: id, reason: reasonAt(swept, row) },
      clause: swept.tests[swept.clause[row] ?? -1]?.clause.id ?? null,
      party: swept.parties[swept.partition[row] ?? -1] ?? null,
      severity: swept.severity[row] ?? 0,
    };
  }
}

/**
 * The cases behind one number of a party's standing, the gravest first: as many as the number says,
 * each with the clause under which either side finds it gravest. A case of a state that a party
 * succeeds is of that party (method.md 2). Pauses between two stretches of the record.
 * @throws Error where the sides have another day, policy or day of compilation.
 */
export function* casesOfStanding(
  stretches: Iterable<Columns>,
  a: Side,
  b: Side,
  { side, party, verdict }: GravestAsked,
): Generator<undefined, CaseFlip[]> {
  const [one, two] = settingsOf(a, b);
  const weights = severityWeights(one.policy.values);
  const cases: CaseFlip[] = [];
  for (const columns of stretches) {
    const both = {
      a: new Counted(sweep(columns, a.pact, one, { partiesOnly: true })),
      b: new Counted(sweep(columns, b.pact, two, { partiesOnly: true })),
    };
    const size = columns.incidents.length;
    for (const key of both[side].keys()) {
      const own = both[side].of(key);
      if (own.found.verdict !== verdict || own.party !== party) continue;
      const incident = columns.incidents[key % size];
      const accused = columns.partitions[Math.floor(key / size)]?.state;
      if (incident === undefined || accused === undefined) continue;
      const [was, is] = [both.a.of(key), both.b.of(key)];
      const { id, title, started } = incident;
      cases.push({
        ...{ incident: id, title, started, pair: 0, accused },
        ...{ clauseA: was.clause, clauseB: is.clause, a: was.found, b: is.found },
        party: { a: was.party, b: is.party },
        weight: weights[Math.max(was.severity, is.severity)] ?? 0,
      });
    }
    yield;
  }
  return gravestFlips(cases);
}
