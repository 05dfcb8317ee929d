import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstInOrder } from './first';

describe('the first items in an order', () => {
  it('are those that sorting all of them would put first, equal ones as they came', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), fc.nat())), fc.nat(12), (items, limit) => {
        const order = ([one]: [number, number], [two]: [number, number]): number => one - two;
        expect(firstInOrder(items, limit, order)).toEqual([...items].sort(order).slice(0, limit));
      }),
    );
  });
});
