import type { Day } from './day';
import { NEVER } from './instants';
import { ANSWER, type InstantColumn, type Store } from './store';

/** Places in the four instants of a case that was answered. */
export const REACHED = {
  SIZE: 4,
  /** The first refusal or hindrance. */
  OBSTRUCTED: 0,
  /** The first verified answer of a level that keeps the long period running. */
  PROGRESS: 1,
  /** The first verified answer of the level required, and of that required of grave harm. */
  REQUIRED: 2,
  REQUIRED_GRAVE: 3,
} as const;

/** Level of an answer that hinders. */
const OBSTRUCTING = -1;

/** Writes the earlier of what is known and an instant. */
function earlier(reached: InstantColumn, place: number, at: number): void {
  if (at < (reached[place] ?? 0)) reached[place] = at;
}

/**
 * When each case was first answered at the levels a clock asks for, by a day (method.md 3). Every
 * deadline lies at or after knowledge, so that an answer whose date leaves open whether it came before
 * that is in time alike: the start of its interval decides.
 */
export function answersBy(
  { columns, coded, policy }: Store,
  size: number,
  cut: number,
): Pick<Day, 'answered' | 'reached'> {
  const { caseAnswer, answers } = columns;
  const { progressLevel, requiredLevel, requiredLevelGrave } = policy.values;
  const answered = new Uint32Array(size);
  // The first row is of those that were not answered.
  let rows: number = REACHED.SIZE;
  for (let at = 0; at < size; at += 1) {
    const end = caseAnswer[at + 1] ?? 0;
    for (let answer = caseAnswer[at] ?? 0; answer < end; answer += 1) {
      if ((answers[answer * ANSWER.SIZE + ANSWER.AT] ?? NEVER) > cut) continue;
      answered[at] = rows;
      rows += REACHED.SIZE;
      break;
    }
  }
  const reached: InstantColumn = coded ? new Int32Array(rows) : new Float64Array(rows);
  reached.fill(coded ? NEVER : Infinity);
  for (let at = 0; at < size; at += 1) {
    const own = answered[at] ?? 0;
    if (own === 0) continue;
    const end = caseAnswer[at + 1] ?? 0;
    for (let answer = caseAnswer[at] ?? 0; answer < end; answer += 1) {
      const code = answers[answer * ANSWER.SIZE + ANSWER.AT] ?? NEVER;
      if (code > cut) continue;
      const said = answers[answer * ANSWER.SIZE + ANSWER.LEVEL] ?? 0;
      const level = (said >> 1) - 1;
      if (level === OBSTRUCTING) earlier(reached, own + REACHED.OBSTRUCTED, code);
      if ((said & 1) === 0) continue;
      if (level >= progressLevel) earlier(reached, own + REACHED.PROGRESS, code);
      if (level >= requiredLevel) earlier(reached, own + REACHED.REQUIRED, code);
      if (level >= requiredLevelGrave) earlier(reached, own + REACHED.REQUIRED_GRAVE, code);
    }
  }
  return { answered, reached };
}
