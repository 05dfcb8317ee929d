import fc from 'fast-check';
import { expect, test } from 'vitest';
import { incidentLists, pacts, settings } from '@/domain/fixtures/generators';
import { DEFAULT_FILTER } from '@/domain/standing-filter';
import { columnsOf } from '@/domain/sweep/columns';
import { selectFromSweep } from '@/domain/sweep/select';
import { sweep } from '@/domain/sweep/sweep';
import { storeOf } from './builder';
import { dayOf } from './day';
import { score } from './engine';
import { type Figures, figuresOfRollup, figuresOfSweep } from './figures';
import { flipsBetween } from './flips';
import { SLIDERS, valueAt } from './sliders';
import { withChanges } from './variant';

const plain = ({ byClause, byParty, low, high, ...names }: Figures) => ({
  ...names,
  ...{ byClause: Array.from(byClause), byParty: Array.from(byParty) },
  ...{ low: Array.from(low), high: Array.from(high) },
});

/** The same, V within the rounding of its units. */
const near = ({ low, high, ...figures }: ReturnType<typeof plain>) => ({
  ...figures,
  low: low.map((value) => expect.closeTo(value, 4)),
  high: high.map((value) => expect.closeTo(value, 4)),
});

test('the browser counts from packed columns what the server counts from a sweep', () => {
  fc.assert(
    fc.property(incidentLists(6), pacts, settings, (incidents, pact, setting) => {
      const swept = sweep(columnsOf(incidents, setting), pact, setting, { partiesOnly: true });
      const { sums } = selectFromSweep(swept, null);
      const day = dayOf(storeOf(incidents, setting), setting.asOf);
      const rollup = score(day, { pact, assumedFrom: setting.assumedFrom ?? null });
      expect(plain(figuresOfRollup(rollup))).toEqual(
        near(plain(figuresOfSweep(swept, sums(DEFAULT_FILTER)))),
      );
    }),
    { numRuns: 100 },
  );
});

test('the findings that turn account for every count that changes', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(incidentLists(6), pacts, settings, share, (incidents, pact, setting, value) => {
      const { 'theta.link': slider } = SLIDERS;
      const variant = withChanges(pact, [
        { slider: 'theta.link', clause: null, value: valueAt(slider, Math.round(value * 100)) },
        { slider: 'actDays', clause: null, value: Math.round(value * 120) },
      ]);
      const columns = columnsOf(incidents, setting);
      const [before, after] = [pact, variant].map((one) => {
        const swept = sweep(columns, one, setting, { partiesOnly: true });
        const { sums } = selectFromSweep(swept, null);
        return { swept, figures: figuresOfSweep(swept, sums(DEFAULT_FILTER)) };
      });
      if (before === undefined || after === undefined) throw new Error('two of two');
      const { clauses, parties, byClause } = after.figures;
      const change = Array.from(
        byClause,
        (count, at) => count - (before.figures.byClause[at] ?? 0),
      );
      for (const flip of flipsBetween(before.swept, after.swept)) {
        const cell = clauses.indexOf(flip.clause) * parties.length + parties.indexOf(flip.party);
        const wide = byClause.length / (clauses.length * parties.length);
        const place = (verdict: string) => cell * wide + ORDER.indexOf(verdict);
        change[place(flip.from)] = (change[place(flip.from)] ?? 0) + 1;
        change[place(flip.to)] = (change[place(flip.to)] ?? 0) - 1;
      }
      expect(change.every((left) => left === 0)).toBe(true);
    }),
    { numRuns: 100 },
  );
});

const ORDER: readonly string[] = [
  'VIOLATION_COMMISSION',
  'VIOLATION_OMISSION',
  'DISPUTED',
  'PENDING',
  'DISCHARGED',
  'NOT_ATTRIBUTABLE',
  'NOT_COVERED',
];
