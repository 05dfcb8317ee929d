import { type Cube, plusCube } from './cube';
import { pickCases } from './pick';
import { plus, type Rollup } from './rollup';
import type { CubeQuestion, RollupQuestion, Scorer, ScorerAnswer, ScorerQuestion } from './scorer';
import { casesIn, type Store } from './store';

/** A store as two, with every other case each: as much to do in the one as in the other, whatever is asked. */
export function halved(store: Store): readonly [Store, Store] {
  const size = casesIn(store);
  const half = (first: number): Store => {
    const length = Math.max(0, Math.ceil((size - first) / 2));
    return pickCases(
      store,
      Uint32Array.from({ length }, (_, at) => first + 2 * at),
    );
  };
  return [half(0), half(1)];
}

/** Two halves asked at once: what they find, added up. */
export class Halves implements Scorer {
  constructor(
    private readonly own: Scorer,
    private readonly other: Scorer,
  ) {}

  async rollup(asked: RollupQuestion): Promise<Rollup> {
    // The other is asked first: it is at work while this one is.
    const [theirs, mine] = await Promise.all([this.other.rollup(asked), this.own.rollup(asked)]);
    return plus(mine, theirs);
  }

  async cube(asked: CubeQuestion): Promise<Cube> {
    const [theirs, mine] = await Promise.all([this.other.cube(asked), this.own.cube(asked)]);
    return plusCube(mine, theirs);
  }
}

/** A half in another thread: its answers come in the order in which it was asked. */
export class FarHalf implements Scorer {
  private readonly rollups: ((found: Rollup) => void)[] = [];
  private readonly cubes: ((found: Cube) => void)[] = [];

  constructor(private readonly send: (question: ScorerQuestion) => void) {}

  rollup(asked: RollupQuestion): Promise<Rollup> {
    return new Promise((resolve) => {
      this.rollups.push(resolve);
      this.send({ kind: 'rollup', asked });
    });
  }

  cube(asked: CubeQuestion): Promise<Cube> {
    return new Promise((resolve) => {
      this.cubes.push(resolve);
      this.send({ kind: 'cube', asked });
    });
  }

  /** Takes in the next answer. */
  receive(answer: ScorerAnswer): void {
    if (answer.kind === 'rollup') this.rollups.shift()?.(answer.found);
    else this.cubes.shift()?.(answer.found);
  }
}
