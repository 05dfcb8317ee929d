import fc from 'fast-check';
import { expect, test } from 'vitest';
import { begin, redo, step, undo } from './steps';

test('what is taken back can be done again, and a new step forgets what could', () => {
  let steps = begin('a');
  for (const next of ['b', 'c']) steps = step(steps, next);
  expect(undo(steps)).toEqual({ past: ['a'], present: 'b', future: ['c'] });
  expect(redo(undo(steps))).toEqual(steps);
  expect(step(undo(steps), 'd')).toEqual({ past: ['a', 'b'], present: 'd', future: [] });
  expect(step(steps, 'c')).toBe(steps);
  expect(undo(begin('a'))).toEqual(begin('a'));
  expect(redo(steps)).toEqual(steps);
});

test('as many steps back as forth lead to where one stood', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5), { maxLength: 40 }), fc.nat(50), (list, back) => {
      const made = list.reduce((steps, next) => step(steps, next), begin(-1));
      const count = Math.min(back, made.past.length);
      let steps = made;
      for (let at = 0; at < count; at += 1) steps = undo(steps);
      for (let at = 0; at < count; at += 1) steps = redo(steps);
      expect(steps).toEqual(made);
    }),
  );
});
