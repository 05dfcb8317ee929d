import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Place } from '@/domain/trend/places';
import { atlasSheets } from './atlas';
import { groupsOn, nextBy, type Sign, unitFor } from './symbols';

const { world, europe } = atlasSheets();
const place = (state: string, victim: number, linked = 0, contested = 0): Place => ({
  ...{ state, victim, linked, contested },
});
const areaOf = ({ role, half }: Sign): number =>
  role === 'victim' ? Math.PI * half ** 2 : (2 * half) ** 2;

const states = Object.keys(world.points);
const lists = fc.uniqueArray(
  fc.record({
    state: fc.constantFrom(...states),
    victim: fc.nat(60),
    linked: fc.nat(30),
    contested: fc.nat(9),
  }),
  { selector: ({ state }) => state, maxLength: 40 },
);

describe('symbols on a map', () => {
  it('have areas true to their counts, whatever their shape', () => {
    fc.assert(
      fc.property(lists, (places) => {
        const symbols = groupsOn(world, places, { unit: 12, gap: 2 }).flatMap(
          (group) => group.symbols,
        );
        for (const symbol of symbols) expect(areaOf(symbol) / symbol.count).toBeCloseTo(12 ** 2, 6);
        for (const { role, count, contested, inner } of symbols)
          if (role === 'linked') expect((2 * inner) ** 2).toBeCloseTo((count - contested) * 144, 6);
      }),
      { numRuns: 30 },
    );
  });

  it('leave out nothing that is more than nothing', () => {
    fc.assert(
      fc.property(lists, (places) => {
        const drawn = groupsOn(world, places, { unit: 3, gap: 2 }).flatMap(({ symbols }) =>
          symbols.map(({ state, role, count }) => `${state} ${role} ${count}`),
        );
        const wanted = places.flatMap(({ state, victim, linked, contested }) => [
          ...(victim > 0 ? [`${state} victim ${victim}`] : []),
          ...(linked + contested > 0 ? [`${state} linked ${linked + contested}`] : []),
        ]);
        expect(drawn).toEqual(wanted);
      }),
      { numRuns: 30 },
    );
  });

  it('part where they would cover each other', () => {
    const crowd = ['BE', 'NL', 'LU', 'DE', 'FR', 'CH'].map((state) => place(state, 9, 4));
    const groups = groupsOn(europe, crowd, { unit: 30, gap: 4 });
    groups.forEach((one, at) => {
      for (const other of groups.slice(at + 1))
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(
          (one.reach + other.reach) * 0.9,
        );
    });
  });

  test.each([
    ['the largest is as wide as it may be', [place('US', 100)], 60, 1000, 60],
    ['a square is no wider than a circle of its area', [place('CN', 0, 100)], 60, 1000, 60],
    [
      'few are no larger than one may be',
      [place('US', 1)],
      60,
      10,
      2 * 10 * Math.sqrt(1 / Math.PI),
    ],
  ])('%s', (_, places, most, single, wide) => {
    const unit = unitFor(places, most, single);
    const circle = 2 * unit * Math.sqrt(Math.max(...places.map((one) => one.victim + one.linked)));
    expect(circle * Math.sqrt(1 / Math.PI)).toBeCloseTo(wide, 6);
  });

  test.each([
    ['ArrowRight', 'b'],
    ['ArrowDown', 'c'],
    ['ArrowLeft', null],
    ['Enter', null],
  ])('%s from a leads to %s', (key, name) => {
    const a = { name: 'a', x: 0, y: 0 };
    const all = [a, { name: 'b', x: 10, y: 3 }, { name: 'c', x: 2, y: 8 }];
    expect(nextBy(key, a, all)?.name ?? null).toBe(name);
  });
});
