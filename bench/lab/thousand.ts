import { Chance } from '@/bench/random';
import { placesOf, SLIDER_IDS, SLIDERS, valueAt } from '@/domain/lab/sliders';
import { type Change, withChanges } from '@/domain/lab/variant';
import type { Pact } from '@/domain/pact';
import { BENCH_PACT } from './pact';

/** Pacts between the same two states, each with clauses of the bench and numbers of its own. */
export function manyPacts(count: number, seed = 7): Pact[] {
  const chance = new Chance(seed);
  return Array.from({ length: count }, (_, at): Pact => {
    const kept = BENCH_PACT.clauses.filter(() => chance.is(0.5));
    const clauses = kept.length === 0 ? BENCH_PACT.clauses : kept;
    const changes = SLIDER_IDS.filter(() => chance.is(0.3)).map((slider): Change => {
      const { [slider]: one } = SLIDERS;
      return { slider, clause: null, value: valueAt(one, chance.whole(0, placesOf(one) - 1)) };
    });
    return withChanges({ ...BENCH_PACT, id: `bench-${at + 1}`, clauses }, changes);
  });
}
