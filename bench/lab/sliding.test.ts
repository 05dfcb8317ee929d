import { expect, test } from 'vitest';
import { syntheticIncidents } from '@/bench/synthetic';
import { storeOf } from '@/domain/lab/builder';
import { at, prepare } from '@/domain/lab/cube';
import { dayOf } from '@/domain/lab/day';
import { score } from '@/domain/lab/engine';
import { SLIDER_IDS, SLIDERS, valueAt } from '@/domain/lab/sliders';
import { withChanges } from '@/domain/lab/variant';
import { BENCH_PACT } from './pact';
import { rollupHash } from './rollup';
import { SETTING } from './setting';

/**
 * Cases that two clauses cover, one with a clock that runs and one without any; and one with an
 * undecided plea that was never verified.
 */
const NUMBERS = [7064, 8131, 64_144];
const incidents = [...syntheticIncidents(Math.max(...NUMBERS))].filter((_, place) =>
  NUMBERS.includes(place + 1),
);
const day = dayOf(storeOf(incidents, SETTING), SETTING.asOf);

test.each(SLIDER_IDS)('%s prepared is a full score at every place', (slider) => {
  const cube = prepare(day, { pact: BENCH_PACT, assumedFrom: null }, slider, null);
  cube.values.forEach((_, place) => {
    const value = valueAt(SLIDERS[slider], place);
    const pact = withChanges(BENCH_PACT, [{ slider, clause: null, value }]);
    expect(rollupHash(at(cube, place))).toBe(rollupHash(score(day, { pact, assumedFrom: null })));
  });
});
