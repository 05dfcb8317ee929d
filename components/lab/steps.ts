/** What was done, where it stands, and what was taken back and can be done again. */
export interface Steps<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** Where one stood before undo and redo, until the address has followed. */
  readonly left: readonly T[];
}

/** Most steps that are remembered. */
const MOST = 200;

export const begin = <T>(present: T): Steps<T> => ({ past: [], present, future: [], left: [] });

/** One step more; standing where one stands already is none. */
export function step<T>(steps: Steps<T>, next: T): Steps<T> {
  if (Object.is(steps.present, next)) return steps;
  const past = [...steps.past, steps.present].slice(-MOST);
  return { past, present: next, future: [], left: [] };
}

/** What the address says: one step more, unless it has yet to follow undo and redo. */
export function seen<T>(steps: Steps<T>, address: T): Steps<T> {
  if (Object.is(steps.present, address))
    return steps.left.length === 0 ? steps : { ...steps, left: [] };
  return steps.left.includes(address) ? steps : step(steps, address);
}

/** The step before; itself where there is none. */
export function undo<T>(steps: Steps<T>): Steps<T> {
  const { past, present, future, left } = steps;
  const [last] = past.slice(-1);
  if (last === undefined) return steps;
  return {
    ...{ past: past.slice(0, -1), present: last, future: [present, ...future] },
    left: [...left, present],
  };
}

/** The step that was taken back last; itself where there is none. */
export function redo<T>(steps: Steps<T>): Steps<T> {
  const { past, present, future, left } = steps;
  const [next, ...rest] = future;
  if (next === undefined) return steps;
  return { past: [...past, present], present: next, future: rest, left: [...left, present] };
}
