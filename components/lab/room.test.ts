import fc from 'fast-check';
import { expect, test } from 'vitest';
import { incidentLists, pacts, settings } from '@/domain/fixtures/generators';
import { fromBuffer, toBuffer } from '@/domain/lab/buffer';
import { storeOf } from '@/domain/lab/builder';
import { dayOf } from '@/domain/lab/day';
import { score } from '@/domain/lab/engine';
import { figuresOfRollup } from '@/domain/lab/figures';
import { FarHalf, Halves, halved } from '@/domain/lab/halved';
import { answerOf, StoreScorer } from '@/domain/lab/scorer';
import { placesOf, SLIDER_IDS, SLIDERS, valueAt } from '@/domain/lab/sliders';
import type { Store } from '@/domain/lab/store';
import { type Change, withChanges } from '@/domain/lab/variant';
import { type Grab, withNumber } from './params';
import { Room } from './room';

/** A hand at the sliders: which one, of which clause, to where; then perhaps back to the text. */
const moves = fc.array(
  fc.record({
    slider: fc.constantFrom(...SLIDER_IDS),
    which: fc.option(fc.nat({ max: 2 })),
    share: fc.option(fc.double({ min: 0, max: 0.999, noNaN: true }), { freq: 5 }),
    /** The curve of another slider is drawn. */
    other: fc.boolean(),
  }),
  { minLength: 1, maxLength: 8 },
);

/** Two halves that hold what a worker would: buffers, and answers as copies. */
function twoOf(store: Store): Halves {
  const [own, other] = halved(store);
  const there = new StoreScorer(fromBuffer(toBuffer(other)));
  const far: FarHalf = new FarHalf((question) => {
    const answer = structuredClone(answerOf(there, structuredClone(question)));
    queueMicrotask(() => far.receive(answer));
  });
  return new Halves(new StoreScorer(own), far);
}

test('whatever is moved in whatever order, the room answers what a full score gives, with two workers as with one', () =>
  fc.assert(
    fc.asyncProperty(
      incidentLists(4),
      pacts,
      settings,
      moves,
      fc.boolean(),
      async (incidents, pact, setting, list, shared) => {
        const store = storeOf(incidents, setting);
        const day = dayOf(store, setting.asOf);
        const room = new Room(shared ? twoOf(store) : new StoreScorer(store), store, pact);
        const from = pact.kind === 'historical' ? null : (setting.assumedFrom ?? null);
        let changes: readonly Change[] = [];
        for (const { slider, which, share, other } of list) {
          const { [slider]: range } = SLIDERS;
          const clause = which === null ? null : (pact.clauses[which]?.id ?? null);
          const value = share === null ? null : valueAt(range, Math.floor(share * placesOf(range)));
          const moved = { changes, from: null, asOf: null };
          ({ changes } = withNumber(moved, { slider, clause }, value));
          const grab: Grab = other ? { slider: 'theta.state', clause: null } : { slider, clause };
          const told = await room.ask({ changes, from, asOf: setting.asOf, bases: null }, grab);
          const variant = { pact: withChanges(pact, changes), assumedFrom: from };
          expect(told.after.figures).toEqual(figuresOfRollup(score(day, variant)));
          const text = { pact, assumedFrom: null };
          expect(told.before.figures).toEqual(figuresOfRollup(score(day, text)));
        }
      },
    ),
    { numRuns: 30 },
  ));

test('a curve holds at the place of the thumb what is told of the variant, and is told anew once something else moved', () =>
  fc.assert(
    fc.asyncProperty(incidentLists(4), pacts, settings, async (incidents, pact, setting) => {
      const store = storeOf(incidents, setting);
      const room = new Room(new StoreScorer(store), store, pact);
      const grab: Grab = { slider: 'actDays', clause: null };
      const ask = (changes: readonly Change[]) =>
        room.ask({ changes, from: null, asOf: setting.asOf, bases: null }, grab);
      const change: Change = { slider: 'actDays', clause: null, value: 60 };
      const { curve, after, isStale } = await ask([change]);
      expect(isStale).toBe(false);
      const place = curve?.values.indexOf(60) ?? -1;
      const width = after.figures.byParty.length;
      expect(Array.from(curve?.counts.slice(place * width, (place + 1) * width) ?? [])).toEqual(
        Array.from(after.figures.byParty),
      );
      expect((await ask([{ ...change, value: 61 }])).curve).toBeNull();
      const other: Change = { slider: 'theta.link', clause: null, value: 0.9 };
      expect(await ask([change, other])).toMatchObject({ curve: null, isStale: true });
      expect(await ask([change, other])).toMatchObject({ curve: { grab }, isStale: false });
    }),
    { numRuns: 20 },
  ));
