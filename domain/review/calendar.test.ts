import { describe, expect, test } from 'vitest';
import { answer, at, incidentOf, objection, on } from '@/domain/fixtures/builders';
import { POLICY_2026_11 } from '@/domain/policy';
import { clockEntries, objectionEntries } from './calendar';

describe('the calendar', () => {
  const finding = { incident: 'leak', title: 'A leak', clause: 'c1', accused: 'RU' };

  test('open clocks, the soonest first, named without their day', () => {
    const entries = clockEntries('a-pact', [
      { ...finding, rule: 'R13', due: at('2026-12-20') },
      { ...finding, clause: 'c2', rule: 'R13', due: at('2026-12-20') },
      { ...finding, rule: 'R9', due: at('2026-12-10') },
      { ...finding, rule: 'R14', due: at('2026-11-10') },
      { ...finding, rule: 'R4', due: null },
      { ...finding, accused: null, rule: 'R2', due: at('2026-12-01') },
    ]);
    expect(entries.map(({ uid, summary }) => [uid, summary])).toEqual([
      ['notify/a-pact/c1/leak/RU', 'Last day to notify Russia: A leak'],
      ['act/a-pact/c1/leak/RU', 'Last day for Russia to act: A leak'],
      ['act/a-pact/c2/leak/RU', 'Last day for Russia to act: A leak'],
    ]);
  });

  test('objections until they lapse, 30 days after they were made', () => {
    const incident = incidentOf({
      objections: [
        objection({ at: on('2026-11-10') }),
        objection({ at: on('2026-09-10'), against: 'STATE' }),
        objection({ at: on('2026-11-10'), against: 'CONDUCT' }),
        objection({ at: on('2027-01-10') }),
      ],
      responses: [answer('2026-11-20', 1, { rebuttalEvidence: true })],
    });
    const entries = objectionEntries([incident], POLICY_2026_11, at('2026-12-01'));
    expect(entries.map(({ at: until }) => until)).toEqual([at('2026-12-10'), at('2026-12-20')]);
    expect(entries[0]?.summary).toBe('The objection of Russia lapses: Mail of a party published');
  });
});
