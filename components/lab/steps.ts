/** What was done, where it stands, and what was taken back and can be done again. */
export interface Steps<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
}

/** Most steps that are remembered. */
const MOST = 200;

export const begin = <T>(present: T): Steps<T> => ({ past: [], present, future: [] });

/** One step more; standing where one stands already is none. */
export function step<T>(steps: Steps<T>, next: T): Steps<T> {
  if (Object.is(steps.present, next)) return steps;
  return { past: [...steps.past, steps.present].slice(-MOST), present: next, future: [] };
}

/** The step before; itself where there is none. */
export function undo<T>({ past, present, future }: Steps<T>): Steps<T> {
  const [last] = past.slice(-1);
  if (last === undefined) return { past, present, future };
  return { past: past.slice(0, -1), present: last, future: [present, ...future] };
}

/** The step that was taken back last; itself where there is none. */
export function redo<T>({ past, present, future }: Steps<T>): Steps<T> {
  const [next, ...rest] = future;
  if (next === undefined) return { past, present, future };
  return { past: [...past, present], present: next, future: rest };
}
