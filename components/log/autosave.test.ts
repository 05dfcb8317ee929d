import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Autosave,
  type AutosaveEvent,
  NOT_SAVED,
  PAUSE_MS,
  RETRY_MS,
  type SaveAnswer,
  step,
} from './autosave';

type State = Autosave<string>;
type Event = AutosaveEvent<string>;

const saved = (revision: number): Event => ({
  kind: 'answered',
  answer: { kind: 'saved', id: 'd1', revision, savedAt: `at ${revision}` },
});
const answer = (said: SaveAnswer<string>): Event => ({ kind: 'answered', answer: said });
const typed = (payload: string): Event => ({ kind: 'typed', payload });
const DUE: Event = { kind: 'due' };
const theirs = { id: 'd1', revision: 7, payload: 'theirs', savedAt: 'then' };

function run(events: readonly Event[]) {
  return events.reduce(
    ({ state }, event) => step<string>(state, event),
    step<string>(NOT_SAVED, DUE),
  );
}

describe('what follows what', () => {
  test.each<[string, readonly Event[], Partial<State>, string]>([
    ['typing waits for a pause', [typed('a')], { mine: 'a', sent: null }, `wait ${PAUSE_MS}`],
    ['nothing typed, nothing sent', [DUE], { sent: null }, 'rest'],
    ['the pause is over', [typed('a'), DUE], { mine: 'a', sent: 'a' }, 'send'],
    ['due twice is sent once', [typed('a'), DUE, DUE], { sent: 'a' }, 'rest'],
    [
      'the server has it',
      [typed('a'), DUE, saved(1)],
      { mine: null, sent: null, base: 'a', id: 'd1', revision: 1, savedAt: 'at 1' },
      'rest',
    ],
    [
      'typed while it was on its way',
      [typed('a'), DUE, typed('b'), saved(1)],
      { mine: 'b', base: 'a', revision: 1 },
      `wait ${PAUSE_MS}`,
    ],
    [
      'no connection',
      [typed('a'), DUE, answer({ kind: 'unreachable' })],
      { mine: 'a', sent: null, trouble: { kind: 'offline' }, savedAt: null },
      `wait ${RETRY_MS}`,
    ],
    [
      'connected again',
      [typed('a'), DUE, answer({ kind: 'unreachable' }), { kind: 'reconnected' }],
      { sent: 'a', trouble: null },
      'send',
    ],
    [
      'asked to slow down',
      [typed('a'), DUE, answer({ kind: 'busy', seconds: 12 })],
      { mine: 'a' },
      'wait 12000',
    ],
    [
      'the session has ended',
      [typed('a'), DUE, answer({ kind: 'signed-out' }), typed('ab'), DUE],
      { mine: 'ab', sent: null, trouble: { kind: 'signed-out' } },
      'rest',
    ],
    [
      'signed in again',
      [typed('a'), DUE, answer({ kind: 'signed-out' }), typed('ab'), { kind: 'signed-in' }],
      { sent: 'ab', trouble: null },
      'send',
    ],
    [
      'a refusal is tried again only after a change',
      [typed('a'), DUE, answer({ kind: 'refused', message: 'no' }), typed('b')],
      { mine: 'b', trouble: null },
      `wait ${PAUSE_MS}`,
    ],
    [
      'a clash overwrites nobody',
      [typed('a'), DUE, answer({ kind: 'conflict', theirs }), typed('ab'), DUE],
      { mine: 'ab', sent: null, trouble: { kind: 'conflict', theirs } },
      'rest',
    ],
    [
      'what was made of both rests on theirs',
      [typed('a'), DUE, answer({ kind: 'conflict', theirs }), { kind: 'merged', payload: 'both' }],
      { sent: 'both', base: 'theirs', revision: 7, trouble: null },
      'send',
    ],
    [
      'what this device kept is sent on the revision it was typed on',
      [
        { kind: 'resumed', from: { ...NOT_SAVED, id: 'd1', revision: 3, base: 'b', mine: 'c' } },
        DUE,
      ],
      { id: 'd1', revision: 3, base: 'b', mine: 'c', sent: 'c' },
      'send',
    ],
    [
      'what the server holds now is gone on from',
      [{ kind: 'resumed', from: { ...NOT_SAVED, id: 'd1', revision: 4, base: 'b', mine: null } }],
      { id: 'd1', revision: 4, base: 'b', mine: null },
      'rest',
    ],
  ])('%s', (_, events, state, next) => {
    const end = run(events);
    expect(end.state).toMatchObject(state);
    const told = end.next.kind === 'wait' ? `wait ${end.next.ms}` : end.next.kind;
    expect(told).toBe(next);
  });
});

const events: fc.Arbitrary<Event> = fc.oneof(
  fc.string({ maxLength: 3 }).map(typed),
  fc.constant(DUE),
  fc.constant<Event>({ kind: 'reconnected' }),
  fc.constant<Event>({ kind: 'signed-in' }),
  fc.string({ maxLength: 3 }).map((payload): Event => ({ kind: 'merged', payload })),
  fc
    .constantFrom<SaveAnswer<string>>(
      { kind: 'saved', id: 'd1', revision: 1, savedAt: 'then' },
      { kind: 'unreachable' },
      { kind: 'signed-out' },
      { kind: 'busy', seconds: 3 },
      { kind: 'refused', message: 'no' },
      { kind: 'conflict', theirs },
    )
    .map(answer),
);

test('in any order: what was typed last is held until the server has it, and only its answer says saved', () => {
  fc.assert(
    fc.property(fc.array(events, { maxLength: 40 }), (many) => {
      let state: State = NOT_SAVED;
      let last: string | null = null;
      for (const event of many) {
        if (event.kind === 'answered' && state.sent === null) continue;
        const before = state;
        state = step(before, event).state;
        if (event.kind === 'typed') last = event.payload;
        if (event.kind === 'merged' && before.trouble?.kind === 'conflict') last = event.payload;
        expect(state.mine ?? state.base ?? null).toBe(last);
        if (state.savedAt !== before.savedAt)
          expect(event.kind === 'answered' || event.kind === 'merged').toBe(true);
        if (state.trouble?.kind === 'conflict' || state.trouble?.kind === 'signed-out')
          expect(state.sent).toBeNull();
      }
    }),
    { numRuns: 2000 },
  );
});
