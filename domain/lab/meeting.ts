import { reasonAt, ruleAt } from '@/domain/sweep/row';
import type { Sweep } from '@/domain/sweep/sheet';
import type { RuleId, Verdict } from '@/domain/verdict';
import { countVerdicts } from '@/domain/verdict-counts';
import { type CaseFlip, type FoundBySide, verdictOf } from './case-flip';

type Counts = Record<Verdict, number>;

/** A clause of each side, as far as findings name them; null: that side has none. */
type Pair = Readonly<Record<'a' | 'b', { readonly id: string } | null>>;

/** Findings of a party under a clause of each side; null where a side has no such clause or party. */
export interface MatrixCell {
  readonly party: string;
  readonly a: Readonly<Counts> | null;
  readonly b: Readonly<Counts> | null;
}

/** A pair of clauses, party by party. */
export interface MatrixRow {
  readonly cells: readonly MatrixCell[];
}

/** Findings that the record does not let be decided, by the rule that says so (method.md 3.1). */
export type Undecidable = Readonly<Record<'R0' | 'R2' | 'R3', number>>;

const UNDECIDABLE: readonly RuleId[] = ['R0', 'R2', 'R3'];
const isUndecidable = (rule: RuleId): rule is keyof Undecidable => UNDECIDABLE.includes(rule);

/** The cases of a sweep: the first of the rows of each, by accused and incident. */
function casesOf({ rows, tests, partition, incident, columns }: Sweep): Map<number, number> {
  const size = columns.incidents.length;
  const cases = new Map<number, number>();
  for (let row = 0; row < rows; row += Math.max(1, tests.length))
    cases.set((partition[row] ?? 0) * size + (incident[row] ?? 0), row);
  return cases;
}

/** Place of each pair's clause among the clauses of a sweep; -1: none. */
const placesIn = ({ tests }: Sweep, pairs: readonly Pair[], side: 'a' | 'b'): number[] =>
  pairs.map((pair) => tests.findIndex(({ clause }) => clause.id === pair[side]?.id));

const ABSENT = {
  clause: { verdict: null, why: 'no_clause' },
  party: { verdict: null, why: 'no_party' },
} as const;

/** One side of one stretch: its sweep, its cases, the places of the pairs. */
class SideRows {
  private readonly cases: ReadonlyMap<number, number>;
  private readonly places: readonly number[];

  constructor(
    readonly swept: Sweep,
    pairs: readonly Pair[],
    side: 'a' | 'b',
  ) {
    this.cases = casesOf(swept);
    this.places = placesIn(swept, pairs, side);
  }

  keys(): Iterable<number> {
    return this.cases.keys();
  }

  /** The party that answers for the accused of a case; null: none. */
  party(key: number): string | null {
    const first = this.cases.get(key);
    return first === undefined
      ? null
      : (this.swept.parties[this.swept.partition[first] ?? -1] ?? null);
  }

  /** The row of a case under a pair of clauses, or what it lacks. */
  row(key: number, pair: number): number | 'clause' | 'party' {
    const place = this.places[pair] ?? -1;
    if (place < 0) return 'clause';
    const first = this.cases.get(key);
    return first === undefined ? 'party' : first + place;
  }
}

interface Cell {
  a: Counts;
  b: Counts;
}

const turns = ({ a, b }: CaseFlip): boolean => verdictOf(a) !== verdictOf(b);

/** Where the findings of two sides meet, stretch by stretch. */
export class Meeting {
  /** The cases that are wanted: of a comparison, those that turn. */
  readonly listed: CaseFlip[] = [];
  private readonly cells: readonly (readonly Cell[])[];
  private readonly undecided = { a: { R0: 0, R2: 0, R3: 0 }, b: { R0: 0, R2: 0, R3: 0 } };

  constructor(
    private readonly pairs: readonly Pair[],
    private readonly parties: readonly string[],
    private readonly weights: readonly number[],
    private readonly members: Readonly<Record<'a' | 'b', ReadonlySet<string>>>,
    private readonly wanted: (found: CaseFlip) => boolean = turns,
  ) {
    this.cells = pairs.map(() =>
      parties.map(() => ({ a: countVerdicts([]), b: countVerdicts([]) })),
    );
  }

  /** Adds what two sweeps of the same columns find. */
  add(a: Sweep, b: Sweep): void {
    const sides = { a: new SideRows(a, this.pairs, 'a'), b: new SideRows(b, this.pairs, 'b') };
    const { startFirst } = a.columns.facts;
    const size = a.columns.incidents.length;
    for (const key of new Set([...sides.a.keys(), ...sides.b.keys()])) {
      if ((startFirst[key % size] ?? Infinity) > a.setting.asOf) continue;
      for (let pair = 0; pair < this.pairs.length; pair += 1)
        this.addCase(key, pair, {
          a: this.found(sides.a, 'a', key, pair),
          b: this.found(sides.b, 'b', key, pair),
          weight: this.weightOf(sides, key, pair),
          party: { a: sides.a.party(key), b: sides.b.party(key) },
          columns: a.columns,
        });
    }
  }

  /** What a side finds of a case, counted. */
  private found(side: SideRows, name: 'a' | 'b', key: number, pair: number): FoundBySide {
    const row = side.row(key, pair);
    if (typeof row === 'string') return ABSENT[row];
    const { swept } = side;
    const { id, verdict } = ruleAt(swept, row);
    const party = swept.parties[swept.partition[row] ?? -1] ?? '';
    const cell = this.cells[pair]?.[this.parties.indexOf(party)];
    if (cell !== undefined) cell[name][verdict] += 1;
    if (isUndecidable(id)) this.undecided[name][id] += 1;
    return { verdict, rule: id, reason: reasonAt(swept, row) };
  }

  private weightOf(sides: Record<'a' | 'b', SideRows>, key: number, pair: number): number {
    const severities = [sides.a, sides.b].map((side) => {
      const row = side.row(key, pair);
      return typeof row === 'string' ? 0 : (side.swept.severity[row] ?? 0);
    });
    return this.weights[Math.max(...severities)] ?? 0;
  }

  private addCase(
    key: number,
    pair: number,
    { columns, ...found }: Pick<CaseFlip, 'a' | 'b' | 'weight' | 'party'> & Pick<Sweep, 'columns'>,
  ): void {
    const size = columns.incidents.length;
    const incident = columns.incidents[key % size];
    const accused = columns.partitions[Math.floor(key / size)]?.state;
    const clauses = this.pairs[pair];
    if (incident === undefined || accused === undefined || clauses === undefined) return;
    const { id, title, started } = incident;
    const one = {
      ...{ incident: id, title, started, pair, accused, ...found },
      ...{ clauseA: clauses.a?.id ?? null, clauseB: clauses.b?.id ?? null },
    };
    if (this.wanted(one)) this.listed.push(one);
  }

  /** The matrix, and what stays undecided on each side. */
  told(): {
    readonly matrix: MatrixRow[];
    readonly undecidable: { readonly a: Undecidable; readonly b: Undecidable };
  } {
    const matrix = this.pairs.map((pair, at) => ({
      cells: this.parties.map((party, place) => {
        const cell = this.cells[at]?.[place];
        const side = (name: 'a' | 'b') =>
          pair[name] === null || !this.members[name].has(party) ? null : (cell?.[name] ?? null);
        return { party, a: side('a'), b: side('b') };
      }),
    }));
    return { matrix, undecidable: this.undecided };
  }
}
