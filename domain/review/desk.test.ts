import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Person } from '@/domain/actor';
import { judgeRecord, nextFinding, nextRecord } from '@/domain/review';
import { type Grant, ROLES, type Role } from '@/domain/role';
import { byUrgency, type DeskItem, deskOf } from './desk';
import { FINDING_ACTIONS, FINDING_STATES, type FindingAction } from './finding-path';
import { type Facts, GUARDS, type Guard } from './path';
import { RECORD_ACTIONS, RECORD_STATES, type RecordAction } from './record-path';
import { RETURN_REASONS } from './return-reasons';

const grantOf = (role: Role): Grant =>
  role === 'delegate' ? { role, party: 'US', pact: null } : { role };
const person = (...roles: Role[]): Person => ({
  ...{ kind: 'person', id: 'me', name: 'Me', grants: roles.map(grantOf), disabled: false },
});
const ALL: Facts = Object.fromEntries((Object.keys(GUARDS) as Guard[]).map((each) => [each, true]));
const marks = { published: true, tlp: 'CLEAR', authors: ['author'] } as const;
const waiting = { key: 'k', title: 'A leak', since: 0, deadline: null } as const;

type Of<K extends DeskItem['kind']> = DeskItem & { kind: K };
const record = (changes: Partial<Of<'record'>> = {}): DeskItem => ({
  ...{ ...waiting, kind: 'record', state: 'submitted', facts: ALL },
  ...{ subject: { kind: 'record', ...marks }, ...changes },
});
const finding = (changes: Partial<Of<'finding'>> = {}): DeskItem => ({
  ...{ ...waiting, kind: 'finding', state: 'coded', facts: ALL, voted: [], proposed: [] },
  record: { kind: 'record', ...marks },
  subject: {
    ...{ kind: 'finding', ...marks, pact: 'a-pact', parties: ['US', 'RU'] },
    ...{ accused: 'RU', tabled: true, recused: [] },
  },
  ...changes,
});
const coding = (changes: Partial<Of<'coding'>> = {}): DeskItem => ({
  ...{ ...waiting, kind: 'coding', state: 'wanted', assigned: [] },
  ...{ subject: { kind: 'coding', authors: ['author'], pendingFor: [] }, ...changes },
});
const proposal = (changes: Partial<Of<'proposal'>> = {}): DeskItem => ({
  ...{ ...waiting, kind: 'proposal', state: 'open', by: 'finding.second' },
  ...{ subject: { kind: 'proposal', ...marks, proposedBy: 'somebody' }, ...changes },
});

/** `accept return!own_work`: what may be done, and what may not, with the reason. */
const told = (who: Person, item: DeskItem): string =>
  deskOf(who, [item])
    .flatMap(({ actions }) => actions)
    .map(({ action, refusal }) => (refusal === null ? action : `${action}!${refusal.code}`))
    .join(' ');
const mine = { ...marks, authors: ['me'] };

test.each<[string, Role, DeskItem, string]>([
  ['a submitted record', 'reviewer', record(), 'accept return'],
  ['the same', 'analyst', record(), ''],
  ['the same', 'recorder', record(), ''],
  ['one without a second coding', 'reviewer', record({ facts: {} }), 'accept!second_coding return'],
  [
    'a reviewer’s own',
    'reviewer',
    record({ subject: { kind: 'record', ...mine } }),
    'accept!own_work return!own_work',
  ],
  [
    'one they may not see',
    'delegate',
    record({ subject: { kind: 'record', ...marks, published: false } }),
    '',
  ],
  ['a draft', 'analyst', record({ state: 'draft' }), 'submit'],
  ['a draft', 'recorder', record({ state: 'draft' }), ''],
  ['what was returned to another', 'recorder', record({ state: 'returned' }), ''],
  [
    'what was returned to them',
    'recorder',
    record({ state: 'returned', subject: { kind: 'record', ...mine } }),
    'revise',
  ],
  ['an accepted record', 'reviewer', record({ state: 'accepted' }), ''],
  ['a coding wanted of anybody', 'analyst', coding(), 'code'],
  ['a coding wanted of another', 'analyst', coding({ assigned: ['other'] }), ''],
  ['a coding wanted of them', 'analyst', coding({ assigned: ['me'] }), 'code'],
  [
    'a second coding of their own first',
    'analyst',
    coding({ subject: { kind: 'coding', authors: ['me'], pendingFor: [] } }),
    'code!own_work',
  ],
  ['two codings that differ', 'analyst', coding({ state: 'differs' }), 'reconcile'],
  ['two codings that differ', 'reviewer', coding({ state: 'differs' }), ''],
  ['a finding coded twice', 'reviewer', finding(), 'forward'],
  ['a changed one', 'reviewer', finding({ facts: { record_accepted: true } }), 'forward!fresh'],
  ['a reviewed finding', 'chair', finding({ state: 'reviewed' }), 'table'],
  ['before the commission', 'delegate', finding({ state: 'before_commission' }), 'vote recuse'],
  [
    'before the commission, not present',
    'delegate',
    finding({ state: 'before_commission', facts: { ...ALL, seated: false } }),
    'vote!seated recuse',
  ],
  [
    'before the commission, voted',
    'delegate',
    finding({ state: 'before_commission', voted: ['me'] }),
    '',
  ],
  [
    'before the commission, no quorum',
    'chair',
    finding({ state: 'before_commission', facts: { ...ALL, quorum: false } }),
    'decide!quorum',
  ],
  ['decided', 'chair', finding({ state: 'split' }), 'publish'],
  ['publication asked for', 'chair', finding({ state: 'split', proposed: ['publish'] }), ''],
  ['stale', 'analyst', finding({ state: 'stale' }), 'supersede'],
  ['a request', 'chair', proposal(), 'confirm'],
  [
    'their own request',
    'chair',
    proposal({ subject: { kind: 'proposal', ...marks, proposedBy: 'me' } }),
    'confirm!same_person',
  ],
])('%s, for a %s', (_what, role, item, actions) => {
  expect(told(person(role), item)).toBe(actions);
});

test('own work is marked as such', () => {
  const [row] = deskOf(person('reviewer'), [record({ subject: { kind: 'record', ...mine } })]);
  expect(row?.own).toBe(true);
  expect(row?.actions[0]?.refusal?.sentence).toBe('Nobody judges their own work.');
});

test('the soonest deadline comes first, then what has waited longest', () => {
  const items = [
    record({ key: 'young', since: 9 }),
    record({ key: 'old', since: 1 }),
    record({ key: 'due later', since: 9, deadline: 30 }),
    record({ key: 'due soon', since: 5, deadline: 20 }),
    record({ key: 'due soon, older', since: 4, deadline: 20 }),
  ];
  expect(deskOf(person('reviewer'), items).map(({ key }) => key)).toEqual([
    'due soon, older',
    'due soon',
    'due later',
    'old',
    'young',
  ]);
});

test('accepting what nobody took up takes it up first', () => {
  const attempt = {
    ...{ actor: person('reviewer'), facts: ALL, reason: null },
    subject: { kind: 'record', ...marks } as const,
  };
  expect(judgeRecord('submitted', 'accept', attempt)).toEqual({
    ...{ ok: true, state: 'accepted', codes: ['record.taken_up', 'record.accepted'] },
  });
  expect(judgeRecord('in_review', 'return', { ...attempt, reason: 'Why.' })).toEqual({
    ...{ ok: true, state: 'returned', codes: ['record.returned'] },
  });
  expect(judgeRecord('draft', 'accept', attempt)).toEqual({ ok: false, code: 'wrong_state' });
  expect(judgeRecord('submitted', 'return', attempt)).toEqual({
    ...{ ok: false, code: 'reason_missing' },
  });
});

test('return reasons are numbered from 1 to 9', () => {
  expect(RETURN_REASONS.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

describe('whoever looks at whatever', () => {
  const anyFacts = fc
    .subarray(Object.keys(GUARDS) as Guard[])
    .map((held): Facts => Object.fromEntries(held.map((guard) => [guard, true])));
  const anyMarks = fc.constantFrom(marks, mine, { ...marks, published: false });
  const anyRecord = fc
    .record({ state: fc.constantFrom(...RECORD_STATES), facts: anyFacts, marked: anyMarks })
    .map(({ state, facts, marked }) => ({
      ...record({ state, facts, subject: { kind: 'record', ...marked } }),
    }));
  const anyFinding = fc
    .record({ state: fc.constantFrom(...FINDING_STATES), facts: anyFacts })
    .map(({ state, facts }) => finding({ state, facts: { ...facts, stepped_up: true } }));
  const anyItems = fc.array(
    fc.tuple(fc.oneof(anyRecord, anyFinding), fc.nat(5), fc.option(fc.nat(5))),
  );
  const anyPerson = fc.subarray([...ROLES]).map((roles) => person(...roles));

  test('what the desk allows, the path allows', () => {
    fc.assert(
      fc.property(anyPerson, fc.oneof(anyRecord, anyFinding), (who, item) => {
        for (const { action, allowed } of deskOf(who, [item])[0]?.actions ?? []) {
          const attempt = { actor: who, reason: 'Because.', outcome: 'split' } as const;
          if (item.kind === 'record') {
            const { subject, facts, state } = item;
            const from = state === 'submitted' ? 'in_review' : state;
            const taken = RECORD_ACTIONS.find((each) => each === action) as RecordAction;
            expect(nextRecord(from, taken, { ...attempt, subject, facts }).ok).toBe(allowed);
          } else if (item.kind === 'finding' && action !== 'supersede') {
            const { subject, facts, state } = item;
            const taken = FINDING_ACTIONS.find((each) => each === action) as FindingAction;
            expect(nextFinding(state, taken, { ...attempt, subject, facts }).ok).toBe(allowed);
          }
        }
      }),
    );
  });

  test('the order is total and does not depend on the order given', () => {
    fc.assert(
      fc.property(anyItems, (given) => {
        const items = given.map(
          ([item, since, deadline], at): DeskItem => ({
            ...item,
            ...{ since, deadline, key: `${at}` },
          }),
        );
        const rows = deskOf(person('reviewer', 'chair', 'analyst'), items);
        const turned = deskOf(person('reviewer', 'chair', 'analyst'), [...items].reverse());
        expect(turned).toEqual(rows);
        rows.forEach((row, at) => {
          const next = rows[at + 1];
          if (next !== undefined) expect(byUrgency(row, next)).toBeLessThan(0);
        });
      }),
    );
  });
});
