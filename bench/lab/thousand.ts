import { Chance } from '@/bench/random';
import { placesOf, SLIDER_IDS, SLIDERS, valueAt } from '@/domain/lab/sliders';
import { type Change, withChanges } from '@/domain/lab/variant';
import type { Pact } from '@/domain/pact';
import { BENCH_PACT } from './pact';

const STATES = ['RU', 'US', 'CN', 'IR', 'KP', 'GB', 'UA', 'DE', 'FR'] as const;

/** Whom the pacts bind: always the two states that are accused most, or any two that occur. */
export type Between = 'the same two states' | 'any two states';

function partiesOf(chance: Chance, between: Between): string[] {
  if (between === 'the same two states') return ['RU', 'US'];
  const one = chance.whole(0, STATES.length - 1);
  const step = chance.whole(1, STATES.length - 1);
  return [STATES[one], STATES[(one + step) % STATES.length]].flatMap((state) => state ?? []);
}

/** Pacts with some clauses of the bench each, about five, and with numbers of their own. */
export function manyPacts(count: number, between: Between, seed = 7): Pact[] {
  const chance = new Chance(seed);
  return Array.from({ length: count }, (_, at): Pact => {
    const parties = partiesOf(chance, between);
    const own = BENCH_PACT.clauses.filter(() => chance.is(0.5));
    const clauses = (own.length === 0 ? BENCH_PACT.clauses : own).map((clause) => ({
      ...clause,
      reservations: clause.reservations.map((held) => ({ ...held, party: parties[1] ?? '' })),
    }));
    const changes = SLIDER_IDS.filter(() => chance.is(0.3)).map((slider): Change => {
      const { [slider]: one } = SLIDERS;
      return { slider, clause: null, value: valueAt(one, chance.whole(0, placesOf(one) - 1)) };
    });
    const bound = parties.map((code) => ({ code, succeeds: [] }));
    return withChanges({ ...BENCH_PACT, id: `bench-${at + 1}`, parties: bound, clauses }, changes);
  });
}
