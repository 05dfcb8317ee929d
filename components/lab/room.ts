import { assumedFrom } from '@/domain/bound';
import type { Instant } from '@/domain/dates';
import { at, type Cube } from '@/domain/lab/cube';
import { type Bases, figuresOfRollup, type Shown, shownOf } from '@/domain/lab/figures';
import type { Question } from '@/domain/lab/laid';
import type { Rollup } from '@/domain/lab/rollup';
import { placeFrom } from '@/domain/lab/scale';
import type { Scorer } from '@/domain/lab/scorer';
import type { Store } from '@/domain/lab/store';
import { type Change, changesText, withChanges } from '@/domain/lab/variant';
import type { Pact } from '@/domain/pact';
import type { Grab } from './params';

/** What is asked of the columns: a variant on a day. */
export interface Asked {
  readonly changes: readonly Change[];
  /** Assumed entry into force; null: the pact's own. */
  readonly from: Instant | null;
  readonly asOf: Instant;
  /** What words without a finding rest on, where it is known. */
  readonly bases: { readonly before: Bases; readonly after: Bases } | null;
}

/** What every place of a slider comes to, everything else standing where it stands. */
export interface Curve {
  readonly grab: Grab;
  /** Numbers of the slider, or instants, rising. */
  readonly values: Float64Array;
  readonly parties: readonly string[];
  /** [place][party][verdict]: one finding per incident and accused state, the gravest. */
  readonly counts: Int32Array;
}

export interface Told {
  readonly before: Shown;
  readonly after: Shown;
  /** Null: the one told last still holds. */
  readonly curve: Curve | null;
  /** Something else moved since the curve was told; asked again, it is told anew. */
  readonly isStale: boolean;
}

interface Prepared {
  readonly key: string;
  readonly cube: Cube;
}

/** Where the slider that is held stands in a variant, and what the variant is without it. */
function apart({ changes, from }: Asked, { slider, clause }: Grab) {
  if (slider === 'from') return { value: from, rest: changes, from: null };
  const own = changes.find((one) => one.slider === slider && one.clause === clause);
  const rest = changes.filter((one) => one !== own);
  return { value: own?.value ?? null, rest, from };
}

function curveOf(cube: Cube, grab: Grab): Curve {
  const { parties, caseCounts: width } = cube.layout;
  const counts = new Int32Array(cube.values.length * width);
  cube.values.forEach((_, place) => {
    counts.set(at(cube, place).caseCounts, place * width);
  });
  return { grab, values: cube.values, parties, counts };
}

/**
 * The columns of a record, held beside the page: answers what a variant comes to. For the slider that
 * is held every place is prepared once; while something else moves as well, each answer is a score
 * of its own.
 */
export class Room {
  private prepared: Prepared | null = null;
  private asked = '';
  private text: { readonly key: string; readonly shown: Shown } | null = null;

  constructor(
    private readonly scorer: Scorer,
    private readonly made: Pick<Store, 'policy' | 'compiledOn'>,
    private readonly pact: Pact,
  ) {}

  /** Every place of the grabbed slider. */
  private cube({ asOf, changes, from }: Asked, along: Question, { slider, clause }: Grab) {
    const standing = { pact: withChanges(this.pact, changes), assumedFrom: from };
    return this.scorer.cube({ asOf, axis: slider, clause, standing, along });
  }

  private shown(rollup: Rollup, question: Question, asOf: Instant, bases: Bases | null): Shown {
    const { policy, compiledOn } = this.made;
    const from = question.assumedFrom ?? assumedFrom(question.pact);
    const setting = { policy, compiledOn, asOf, assumedFrom: from };
    return shownOf(figuresOfRollup(rollup), { pact: question.pact, setting }, bases);
  }

  /** The pact as in its text: the same for every move. */
  private async before({ asOf, bases }: Asked): Promise<Shown> {
    const key = `${asOf} ${JSON.stringify(bases?.before ?? null)}`;
    if (this.text?.key === key) return this.text.shown;
    const question = { pact: this.pact, assumedFrom: null };
    const rollup = await this.scorer.rollup({ ...question, asOf, moves: false });
    const shown = this.shown(rollup, question, asOf, bases?.before ?? null);
    this.text = { key, shown };
    return shown;
  }

  /** Whether a slider is prepared with everything else as it stands; prepares it unless that still moves. */
  private async prepare(
    asked: Asked,
    grab: Grab,
  ): Promise<{ readonly fresh: Curve | null; readonly is: boolean }> {
    const { rest, from } = apart(asked, grab);
    const key = `${grab.slider} ${grab.clause} ${changesText(rest)} ${from} ${asked.asOf}`;
    const before = this.asked;
    this.asked = key;
    if (this.prepared?.key === key) return { fresh: null, is: true };
    if (this.prepared !== null && before !== key) return { fresh: null, is: false };
    const question = { pact: withChanges(this.pact, rest), assumedFrom: from };
    const cube = await this.cube(asked, question, grab);
    this.prepared = { key, cube };
    return { fresh: curveOf(cube, grab), is: true };
  }

  /** The rollup of a variant from what is prepared, where its value is one of the places. */
  private read(asked: Asked, grab: Grab): Rollup | null {
    const { value } = apart(asked, grab);
    if (value === null || this.prepared === null) return null;
    const { cube } = this.prepared;
    const place = placeFrom(cube.values, value);
    return cube.values[place] === value ? at(cube, place) : null;
  }

  async ask(asked: Asked, grab: Grab | null): Promise<Told> {
    const { changes, from, asOf, bases } = asked;
    const prepared = grab === null ? { fresh: null, is: true } : await this.prepare(asked, grab);
    const question = { pact: withChanges(this.pact, changes), assumedFrom: from };
    const known = grab !== null && prepared.is ? this.read(asked, grab) : null;
    const rollup = known ?? (await this.scorer.rollup({ ...question, asOf, moves: true }));
    return {
      before: await this.before(asked),
      after: this.shown(rollup, question, asOf, bases?.after ?? null),
      ...{ curve: prepared.fresh, isStale: !prepared.is },
    };
  }
}
