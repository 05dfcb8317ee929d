import { describe, expect, test } from 'vitest';
import type { Reply } from '@/components/log/api';
import { type Decision, HeldDecisions, HOLD_MS } from './held-decisions';

const decision = (key: string): Decision => ({
  ...{ key, incident: key, title: key, action: 'accept', reason: null, basedOn: 1 },
});

const DONE: Reply = { kind: 'done', status: 200, body: null };

/** A world whose clock is moved by hand, with what its server answers. */
function world(answers: Reply = DONE) {
  let now = 0;
  let timers: { at: number; act: () => void }[] = [];
  const sent: string[] = [];
  const held = new HeldDecisions({
    send: async ({ key }, keepalive) => {
      sent.push(keepalive ? `${key}!` : key);
      return answers;
    },
    later: (act, milliseconds) => {
      const timer = { at: now + milliseconds, act };
      timers.push(timer);
      return () => {
        timers = timers.filter((each) => each !== timer);
      };
    },
    changed: () => {},
    sent: async () => {},
  });
  const pass = (milliseconds: number) => {
    now += milliseconds;
    const due = timers.filter(({ at }) => at <= now);
    timers = timers.filter(({ at }) => at > now);
    for (const { act } of due) act();
  };
  return { held, sent, pass };
}

describe('decisions on the desk', () => {
  test('are held, then sent once', () => {
    const { held, sent, pass } = world();
    held.hold(decision('a'));
    pass(HOLD_MS - 1);
    expect([held.held.length, sent]).toEqual([1, []]);
    pass(1);
    pass(HOLD_MS);
    held.flush();
    expect([held.held.length, sent]).toEqual([0, ['a']]);
  });

  test('are undone from the last, and what is undone is never sent', () => {
    const { held, sent, pass } = world();
    for (const key of ['a', 'b', 'c']) held.hold(decision(key));
    expect([held.undo()?.key, held.undo()?.key]).toEqual(['c', 'b']);
    pass(HOLD_MS);
    expect([sent, held.undo()]).toEqual([['a'], null]);
  });

  test('are all sent when the page is left, each once', () => {
    const { held, sent, pass } = world();
    for (const key of ['a', 'b']) held.hold(decision(key));
    held.flush();
    held.flush();
    pass(HOLD_MS);
    expect(sent).toEqual(['a!', 'b!']);
  });

  test.each([
    ['taken back', DONE, 'Grade of claim c1'],
    ['not taken by the server', { kind: 'unreachable' } as const, 'Grade of claim c1'],
    ['taken by the server', DONE, ''],
  ])(
    'on a reason that was %s: its words are kept as long as no server has them',
    async (what, answers, kept) => {
      const { held, pass } = world(answers);
      held.hold({ ...decision('a'), action: 'return', reason: 'Grade of claim c1' });
      if (what === 'taken back') held.undo();
      pass(HOLD_MS);
      await Promise.resolve();
      expect([held.reasonFor('a'), held.reasonFor('b')]).toEqual([kept, '']);
    },
  );
});
