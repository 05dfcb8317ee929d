import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pactLibrarySchema } from '@/domain/pact';
import { type Columns, LabClient } from './client';
import type { FromWorker, ToWorker } from './protocol';
import type { Asked, Told } from './room';

const [pact] = pactLibrarySchema.parse(
  JSON.parse(readFileSync(new URL('../../corpus/pacts.json', import.meta.url), 'utf8')),
).pacts;
if (pact === undefined) throw new Error('the library is empty');
const thePact = pact;

const asked = (value: number): Asked => ({
  changes: [{ slider: 'actDays', clause: null, value }],
  ...{ from: null, asOf: 0, bases: null },
});
const NOTHING: Told['after'] = {
  figures: { clauses: [], parties: [], byClause: [], byParty: [], low: [], high: [] },
  lines: [],
};
const told: Told = { before: NOTHING, after: NOTHING, curve: null, isStale: false };

function setUp() {
  const sent: ToWorker[] = [];
  const columns: Columns['state'][] = [];
  const answers: number[] = [];
  const client = new LabClient((message) => sent.push(message), {
    onColumns: ({ state }) => columns.push(state),
    onTold: (_, { changes }) => answers.push(changes[0]?.value ?? -1),
  });
  const questions = () => sent.flatMap((one) => (one.kind === 'ask' ? [one] : []));
  const answer = (id: number | undefined) =>
    client.receive({ kind: 'told', id: id ?? -1, told } satisfies FromWorker);
  return { client, sent, columns, answers, questions, answer };
}

test('one question is under way at most, and of those that come meanwhile the newest is asked next', () => {
  const { client, columns, answers, questions, answer } = setUp();
  client.open('/columns', thePact);
  client.ask(asked(1), null);
  expect(questions()).toEqual([]);
  client.receive({ kind: 'ready', incidents: 3 });
  for (const value of [2, 3, 4]) client.ask(asked(value), null);
  expect(questions()).toHaveLength(1);
  answer(questions()[0]?.id);
  expect(questions().map((one) => one.asked.changes[0]?.value)).toEqual([1, 4]);
  answer(questions()[1]?.id);
  expect(answers).toEqual([1, 4]);
  expect(columns).toEqual(['loading', 'ready']);
});

test('an answer from columns that are no longer held is passed over', () => {
  const { client, answers, questions, answer } = setUp();
  client.open('/columns', thePact);
  client.receive({ kind: 'ready', incidents: 3 });
  client.ask(asked(1), null);
  const [old] = questions();
  client.open('/others', thePact);
  answer(old?.id);
  client.receive({ kind: 'ready', incidents: 3 });
  client.ask(asked(2), null);
  answer(questions().at(-1)?.id);
  expect(answers).toEqual([2]);
});
