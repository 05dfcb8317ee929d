import fc from 'fast-check';
import { expect, test } from 'vitest';
import { incidentLists, pacts, settings } from '@/domain/fixtures/generators';
import { fromBuffer, toBuffer } from './buffer';
import { storeOf } from './builder';
import { closed } from './closed';
import { at, prepare } from './cube';
import { dayOf } from './day';
import { score } from './engine';
import { joined } from './joined';
import { casesAgainst, pickCases } from './pick';
import type { Store } from './store';

const drawn = fc.tuple(incidentLists(4), incidentLists(4), pacts, settings);

test('two stores joined score what all their incidents score packed together', () => {
  fc.assert(
    fc.property(drawn, ([one, two, pact, setting]) => {
      const question = { pact, assumedFrom: setting.assumedFrom ?? null };
      const both = dayOf(joined(storeOf(one, setting), storeOf(two, setting)), setting.asOf);
      const together = dayOf(storeOf([...one, ...two], setting), setting.asOf);
      expect(score(both, question)).toEqual(score(together, question));
      const cubes = [both, together].map((day) => prepare(day, question, 'theta.link', null));
      const [own, other] = cubes.map((cube) => at(cube, 40));
      expect(own).toEqual(other);
    }),
    { numRuns: 60 },
  );
});

/** Leaves out of a store the incidents that do not count. */
const counted = (store: Store, counts: readonly boolean[]): Store =>
  pickCases(
    store,
    casesAgainst(store, () => true, Uint8Array.from(counts, Number)),
  );

test('what is left out of a store neither counts in it nor leaves a word in its buffer', () => {
  fc.assert(
    fc.property(
      drawn,
      fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
      ([one, two, pact, setting], flags) => {
        const question = { pact, assumedFrom: setting.assumedFrom ?? null };
        const all = [...one, ...two];
        const counts = all.map((_, place) => flags[place] === true);
        const seen = all.filter((_, place) => counts[place]);
        const whole = storeOf(all, setting);
        const left = closed(counted(whole, counts), seen.length);
        const alone = storeOf(seen, setting);
        const read = fromBuffer(toBuffer(left));
        expect(score(dayOf(read, setting.asOf), question)).toEqual(
          score(dayOf(alone, setting.asOf), question),
        );
        expect(read.incidents).toBe(seen.length);
        expect([...read.states].sort()).toEqual([...namedIn(alone)].sort());
        for (const name of ['kindConduct', 'holdFlags', 'points', 'answers', 'incident'] as const)
          expect(read.columns[name].length).toBe(used(alone)[name]);
        expect(Math.max(-1, ...read.columns.incident)).toBe(
          new Set(alone.columns.incident).size - 1,
        );
      },
    ),
    { numRuns: 60 },
  );
});

/** States that the cases of a store name. */
function namedIn({ states, columns }: Store): Set<string> {
  const numbers = [...columns.partitionState, ...columns.victimState];
  return new Set(numbers.map((number) => states[number] ?? ''));
}

const used = ({ columns }: Store) => ({
  kindConduct: columns.kindConduct.length,
  holdFlags: columns.holdFlags.length,
  points: columns.points.length,
  answers: columns.answers.length,
  incident: columns.incident.length,
});
