import { expect, test } from 'vitest';
import type { About } from './draft-routes';
import { isDraftId, keptHere, keptKey, newDraftId } from './kept-here';

const about: About = { incidentId: 'a-leak', basedOn: 3 };
const origin = (wanted: string) => ({ wanted, on: 3 });

/** What a device holds, by the names that `keptKey` gives. */
function device(held: Readonly<Record<string, { id: string | null; title: string }>>) {
  const kept = Object.entries(held).map(([key, { id, title }]): [string, string] => [
    key,
    JSON.stringify({ id, wanted: 'w', on: 3, revision: null, mine: { title } }),
  ]);
  const map = new Map(kept);
  return { getItem: (key: string) => map.get(key) ?? null };
}

test('a draft is named by its id, a change to a record by the record until it has one', () => {
  const [fresh, change] = [keptKey('ann', null), keptKey('ann', about)];
  expect(fresh(null, origin('w'))).toBe(fresh('w', origin('w')));
  expect(fresh(null, origin('w'))).not.toBe(fresh(null, origin('v')));
  expect(change(null, origin('w'))).toBe(change(null, origin('v')));
  expect(change('d', origin('w'))).toBe(fresh('d', origin('w')));
  expect(keptKey('ben', null)('d', origin('w'))).not.toBe(fresh('d', origin('w')));
});

test('what never got an id is found beside a draft that has one', () => {
  const unsent = keptKey('ann', about)(null, origin('w'));
  const saved = keptKey('ann', about)('d', origin('w'));
  const both = device({ [unsent]: { id: null, title: 'b' }, [saved]: { id: 'd', title: 'a' } });
  expect(keptHere(both, 'ann', about, ['d'])?.mine.title).toBe('a');
  expect(
    keptHere(device({ [unsent]: { id: null, title: 'b' } }), 'ann', about, ['d']),
  ).toMatchObject({ mine: { title: 'b' }, on: 3 });
  expect(keptHere(both, 'ben', about, ['d'])).toBeNull();
});

test('an id made here is a random UUID', () => {
  const ids = Array.from({ length: 200 }, newDraftId);
  expect(new Set(ids).size).toBe(200);
  expect(ids.filter((id) => !isDraftId(id) || !/^.{14}4.{4}[89ab]/.test(id))).toEqual([]);
});
