import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PAUSE_MS, RETRY_MS, type SaveAnswer } from './autosave';
import { DraftKeeper, type Outgoing, readKept } from './draft-keeper';

const isWord = (value: unknown): value is string => typeof value === 'string';
const keyOf = (id: string | null) => `draft:${id ?? 'new'}`;
const origin = { wanted: 'w1', on: null };

/** A server that answers as told, and a device. */
function setting(answers: readonly SaveAnswer<string>['kind'][]) {
  const held = new Map<string, string>();
  const sent: Outgoing<string>[] = [];
  const storage = {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
  };
  const send = async (draft: Outgoing<string>): Promise<SaveAnswer<string>> => {
    sent.push(draft);
    const kind = answers[sent.length - 1] ?? 'saved';
    if (kind === 'saved')
      return { kind, id: 'd1', revision: (draft.basedOn ?? 0) + 1, savedAt: `at ${sent.length}` };
    if (kind === 'conflict')
      return { kind, theirs: { id: 'd1', revision: 5, payload: 'theirs', savedAt: 'then' } };
    if (kind === 'busy') return { kind, seconds: 1 };
    return kind === 'refused' ? { kind, message: 'no' } : { kind };
  };
  return { held, sent, storage, keeper: new DraftKeeper<string>({ send, storage, keyOf, origin }) };
}

describe('a draft kept', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('is on this device at once, on the server after a pause, and then here no more', async () => {
    const { keeper, sent, held, storage } = setting([]);
    keeper.typed('a');
    keeper.typed('ab');
    expect(readKept(storage, keyOf(null), isWord)?.mine).toBe('ab');
    await vi.advanceTimersByTimeAsync(PAUSE_MS - 1);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent).toMatchObject([{ id: null, wanted: 'w1', basedOn: null, payload: 'ab' }]);
    expect(keeper.snapshot()).toMatchObject({ id: 'd1', revision: 1, savedAt: 'at 1' });
    expect([...held.keys()]).toEqual([]);
    keeper.typed('abc');
    expect([...held.keys()]).toEqual(['draft:d1']);
    keeper.flush();
    await vi.advanceTimersByTimeAsync(0);
    expect(sent[1]).toMatchObject({ id: 'd1', basedOn: 1, payload: 'abc' });
  });

  test('waits on this device for the connection, and is then sent', async () => {
    const { keeper, sent, storage } = setting(['unreachable', 'unreachable', 'saved']);
    keeper.typed('a');
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(keeper.snapshot().trouble).toEqual({ kind: 'offline' });
    expect(readKept(storage, keyOf(null), isWord)?.mine).toBe('a');
    await vi.advanceTimersByTimeAsync(RETRY_MS);
    expect(sent).toHaveLength(2);
    keeper.reconnected();
    await vi.advanceTimersByTimeAsync(0);
    expect(keeper.snapshot()).toMatchObject({ revision: 1, trouble: null, mine: null });
  });

  test('a window that was closed is gone on with: the same draft, on the revision it was typed on', async () => {
    const first = setting(['saved', 'unreachable']);
    first.keeper.typed('a');
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    first.keeper.typed('ab');
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    const kept = readKept(first.storage, keyOf('d1'), isWord);
    expect(kept).toMatchObject({ wanted: 'w1', id: 'd1', revision: 1, base: 'a', mine: 'ab' });
    const next = setting(['conflict']);
    if (kept !== null) next.keeper.resume(kept);
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(next.sent).toMatchObject([{ id: 'd1', basedOn: 1, payload: 'ab' }]);
    expect(next.keeper.snapshot()).toMatchObject({ mine: 'ab', trouble: { kind: 'conflict' } });
  });

  test('sends nothing while signed out, and everything after', async () => {
    const { keeper, sent } = setting(['signed-out', 'saved']);
    keeper.typed('a');
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    keeper.typed('ab');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
    keeper.signedIn();
    await vi.advanceTimersByTimeAsync(0);
    expect(sent[1]?.payload).toBe('ab');
  });

  test('once it is a record, sends and keeps nothing more', async () => {
    const { keeper, sent, held } = setting([]);
    keeper.typed('a');
    keeper.done();
    await vi.advanceTimersByTimeAsync(60_000);
    keeper.flush(true);
    expect([sent.length, held.size]).toEqual([0, 0]);
  });

  test('is left alone where what the device holds is not whole', () => {
    const storage = { getItem: () => '{"mine": 1' };
    expect(readKept(storage, 'x', isWord)).toBeNull();
    expect(readKept({ getItem: () => '{"mine": 1}' }, 'x', isWord)).toBeNull();
    expect(readKept({ getItem: () => null }, 'x', isWord)).toBeNull();
  });
});
