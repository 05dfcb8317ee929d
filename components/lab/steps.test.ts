import fc from 'fast-check';
import { expect, test } from 'vitest';
import { begin, redo, type Steps, seen, step, undo } from './steps';

/** The address has followed. */
const followed = <T>(steps: Steps<T>): Steps<T> => seen(steps, steps.present);

test('what is taken back can be done again, and a new step forgets what could', () => {
  let steps = begin('a');
  for (const next of ['b', 'c']) steps = step(steps, next);
  const back = { past: ['a'], present: 'b', future: ['c'] };
  expect(followed(undo(steps))).toEqual({ ...back, left: [] });
  expect(followed(redo(undo(steps)))).toEqual(steps);
  expect(step(undo(steps), 'd')).toEqual({ past: ['a', 'b'], present: 'd', future: [], left: [] });
  expect(step(steps, 'c')).toBe(steps);
  expect(undo(begin('a'))).toEqual(begin('a'));
  expect(redo(steps)).toEqual(steps);
});

test('what the address says before it has followed is no step of its own', () => {
  const made = ['b', 'c', 'd'].reduce(step, begin('a'));
  const back = undo(undo(made));
  // It still says where one stood, then the step between, then where one stands.
  for (const address of ['d', 'c', 'd']) expect(seen(back, address)).toBe(back);
  expect(seen(back, 'b')).toEqual({ past: ['a'], present: 'b', future: ['c', 'd'], left: [] });
  // Somebody went elsewhere meanwhile.
  expect(seen(back, 'e')).toEqual({ past: ['a', 'b'], present: 'e', future: [], left: [] });
  // Back in the browser, once it has followed, is a step like any other.
  expect(seen(followed(back), 'd')).toEqual(step(followed(back), 'd'));
});

test('as many steps back as forth lead to where one stood', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5), { maxLength: 40 }), fc.nat(50), (list, back) => {
      const made = list.reduce((steps, next) => step(steps, next), begin(-1));
      const count = Math.min(back, made.past.length);
      let steps = made;
      for (let at = 0; at < count; at += 1) steps = undo(steps);
      for (let at = 0; at < count; at += 1) steps = redo(steps);
      expect(followed(steps)).toEqual(made);
    }),
  );
});
