import type { Instant } from '@/domain/dates';
import { type Cube, prepare, prepareLaid } from './cube';
import { type Day, dayOf } from './day';
import { type Scored, score, scored } from './engine';
import { type Laid, layOut, type Question } from './laid';
import type { Rollup } from './rollup';
import type { Axis } from './scale';
import type { Store } from './store';

/** What a pact or a variant of it comes to on a day. */
export interface RollupQuestion extends Question {
  readonly asOf: Instant;
  /** Its numbers move: the cases stay laid out for the next one asked about. */
  readonly moves: boolean;
}

/** What every place of a slider comes to, everything else as a variant has it. */
export interface CubeQuestion {
  readonly asOf: Instant;
  readonly axis: Axis;
  /** The clause that the slider moves; null: all. */
  readonly clause: string | null;
  /** The variant with the slider where it stands, and without it. */
  readonly standing: Question;
  readonly along: Question;
}

/** Answers what is asked of some cases. */
export interface Scorer {
  rollup(asked: RollupQuestion): Rollup | Promise<Rollup>;
  cube(asked: CubeQuestion): Cube | Promise<Cube>;
}

/** Some variant as its numbers stand: the cases it may find something in, and what it finds. */
interface Standing {
  readonly laid: Laid;
  readonly from: Instant | null;
  readonly key: string;
  readonly scored: Scored;
}

/** Scores the cases of a store; while the numbers of one pact move they are laid out once. */
export class StoreScorer implements Scorer {
  private day: Day | null = null;
  private standing: Standing | null = null;

  constructor(private readonly store: Store) {}

  private on(asOf: Instant): Day {
    if (this.day?.asOf !== asOf) this.day = dayOf(this.store, asOf);
    return this.day;
  }

  /** The cases are laid out again only for another day or entry into force. */
  private stand(day: Day, question: Question): Standing {
    const { pact, assumedFrom: from } = question;
    const held = this.standing;
    const kept = held?.laid.day === day && held.from === from ? held.laid : layOut(day, question);
    const key = JSON.stringify(pact.clauses);
    if (held?.laid === kept && held.key === key) return held;
    this.standing = { laid: kept, from, key, scored: scored(kept, pact) };
    return this.standing;
  }

  rollup({ asOf, moves, pact, assumedFrom }: RollupQuestion): Rollup {
    const question = { pact, assumedFrom };
    const day = this.on(asOf);
    return moves ? this.stand(day, question).scored.rollup : score(day, question);
  }

  /** Where the slider stands now all cases are scored already, or scored for the next answer. */
  cube({ asOf, axis, clause, standing, along }: CubeQuestion): Cube {
    const day = this.on(asOf);
    if (axis === 'from') return prepare(day, along, axis, clause);
    const { laid, scored: known } = this.stand(day, standing);
    return prepareLaid(laid, along.pact, axis, clause, known);
  }
}

/** A question put to a scorer in another thread, and its answer. */
export type ScorerQuestion =
  | { readonly kind: 'rollup'; readonly asked: RollupQuestion }
  | { readonly kind: 'cube'; readonly asked: CubeQuestion };
export type ScorerAnswer =
  | { readonly kind: 'rollup'; readonly found: Rollup }
  | { readonly kind: 'cube'; readonly found: Cube };

export const answerOf = (scorer: StoreScorer, question: ScorerQuestion): ScorerAnswer =>
  question.kind === 'rollup'
    ? { kind: 'rollup', found: scorer.rollup(question.asked) }
    : { kind: 'cube', found: scorer.cube(question.asked) };
