import { describe, expect, test } from 'vitest';
import { type Actor, type Person, VISITOR } from './actor';
import { HOUSE, type Subject, type SubjectOf } from './permission';
import { privilegeOf, type SubjectKind } from './privilege';
import { type Attempt, nextFinding, nextRecord, refusalSentence } from './review';
import {
  FINDING_ACTIONS,
  FINDING_PATH,
  FINDING_STATES,
  type FindingAction,
  type FindingState,
  OUTCOME_STATES,
} from './review/finding-path';
import { type Facts, GUARDS, type Guard } from './review/path';
import {
  RECORD_ACTIONS,
  RECORD_PATH,
  RECORD_STATES,
  type RecordAction,
  type RecordState,
} from './review/record-path';
import { type Grant, ROLES, type Role } from './role';

const grantOf = (role: Role): Grant =>
  role === 'delegate' ? { role, party: 'US', pact: null } : { role };
const person = (id: string, ...roles: Role[]): Person => ({
  ...{ kind: 'person', id, name: id, grants: roles.map(grantOf), disabled: false },
});

const marks = { published: true, tlp: 'CLEAR', authors: ['author'] } as const;
const subjects = {
  house: HOUSE,
  record: { kind: 'record', ...marks },
  finding: {
    ...{ kind: 'finding', ...marks, pact: 'a-pact', parties: ['US', 'RU'] },
    ...{ accused: 'US', tabled: true, recused: ['recused'] },
  },
  proposal: { kind: 'proposal', ...marks, proposedBy: 'asker' },
  coding: { kind: 'coding', authors: ['author'], pendingFor: [] },
  account: { kind: 'account', id: 'somebody' },
} as const satisfies Record<SubjectKind, Subject>;
const proposal: SubjectOf<'record.second'> = subjects.proposal;

const GUARD_NAMES = Object.keys(GUARDS) as Guard[];
const ALL: Facts = Object.fromEntries(GUARD_NAMES.map((guard) => [guard, true]));
const COLUMNS = ['system', 'visitor', ...ROLES] as const;
type Column = (typeof COLUMNS)[number];
const actorOf = (column: Column): Actor | 'system' =>
  column === 'system' ? column : column === 'visitor' ? VISITOR : person('me', column);

const subjectFor = (by: (typeof FINDING_PATH)[FindingAction]['by'] | 'incident.log'): Subject =>
  by === 'system' ? HOUSE : subjects[privilegeOf(by).about];
const recordTry = (action: RecordAction, more: Partial<Attempt> = {}): Attempt => ({
  ...{ actor: person('me', ...ROLES), facts: ALL, reason: 'Because.', ...more },
  subject: more.subject ?? subjects[privilegeOf(RECORD_PATH[action].by).about],
});
const findingTry = (action: FindingAction, more: Partial<Attempt> = {}): Attempt => ({
  ...{ actor: person('me', ...ROLES), facts: ALL, reason: 'Because.', outcome: 'agreed', ...more },
  subject: more.subject ?? subjectFor(FINDING_PATH[action].by),
});

/** The path of a record: who acts (`then` whoever confirms), which conditions, from where to where. */
const RECORDS = `
submit   | analyst                           |                            | draft revised > submitted
take_up  | reviewer                          |                            | submitted > in_review
accept   | reviewer                          | second_coding reconciled   | in_review > accepted
return   | reviewer                          | reason                     | in_review > returned
revise   | recorder analyst                  | reason                     | draft > draft ; submitted in_review accepted returned revised > revised
reconcile | analyst                          | second_coding              | submitted > submitted ; in_review > in_review ; accepted > revised
retract  | recorder analyst then reviewer    | reason                     | draft submitted in_review accepted returned revised > retracted
restore  | recorder analyst then reviewer    | reason                     | retracted > revised`;

/** The path of a finding; `-` is what nobody nominated yet. */
const FINDINGS = `
nominate  | analyst reviewer           | two_sides saved_pact                    | - > computed
code      | system                     | second_coding reconciled                | computed > coded
forward   | reviewer                   | record_accepted fresh                   | coded > reviewed
table     | chair                      | session_open off_agenda readable fresh  | reviewed before_commission procedural > before_commission
vote      | delegate                   | session_open seated fresh stepped_up    | before_commission > before_commission
recuse    | delegate                   | reason                                  | reviewed > reviewed ; before_commission > before_commission
reply     | delegate                   | reason                                  | before_commission > before_commission ; agreed > agreed ; split > split ; unilateral > unilateral ; procedural > procedural ; published > published
decide    | chair                      | session_open quorum fresh               | before_commission > OUTCOME
publish   | chair then chair reviewer  | fresh stepped_up                        | agreed split unilateral procedural > published
revoke    | chair then chair reviewer  | reason                                  | published stale > revoked
go_stale  | system                     | changed                                 | coded reviewed before_commission agreed split unilateral procedural published > stale
supersede | analyst reviewer           | successor                               | stale revoked > superseded`;

interface Row {
  readonly action: string;
  readonly who: readonly string[];
  readonly second: readonly string[] | null;
  readonly needs: readonly string[];
  readonly moves: ReadonlyMap<string, string>;
}
const words = (cell: string): string[] => cell.trim().split(/\s+/).filter(Boolean);
const rowsOf = (table: string): Row[] =>
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [action = '', who = '', needs = '', moves = ''] = line.split('|');
      const [first = '', then] = who.split('then');
      const pairs = moves.split(';').flatMap((move): [string, string][] => {
        const [froms = '', to = ''] = move.split('>');
        return words(froms).map((one) => [one, to.trim()]);
      });
      return {
        ...{ action: action.trim(), who: words(first), needs: words(needs) },
        ...{ second: then === undefined ? null : words(then), moves: new Map(pairs) },
      };
    });
const records = rowsOf(RECORDS).map((row) => ({ ...row, action: row.action as RecordAction }));
const findings = rowsOf(FINDINGS).map((row) => ({ ...row, action: row.action as FindingAction }));

test('the tables name every action once', () => {
  expect(records.map(({ action }) => action)).toEqual([...RECORD_ACTIONS]);
  expect(findings.map(({ action }) => action)).toEqual([...FINDING_ACTIONS]);
});

/** What the table says of one attempt: a state, `asks` for one that waits for a second, `no` else. */
function told(row: Row, state: string, column: Column, confirming: boolean): string {
  const who = confirming && row.second !== null ? row.second : row.who;
  const to = row.moves.get(state);
  if (!who.includes(column) || to === undefined) return 'no';
  if (row.second !== null && !confirming) return 'asks';
  return to === 'OUTCOME' ? 'agreed' : to;
}

describe('every state by every action by every role', () => {
  test.each(records)('record: $action', (row) => {
    for (const state of RECORD_STATES)
      for (const column of COLUMNS)
        for (const confirming of [false, true]) {
          const attempt = recordTry(row.action, {
            actor: actorOf(column),
            ...(confirming && row.second !== null ? { proposal } : {}),
          });
          const next = nextRecord(state, row.action, attempt);
          const got = !next.ok ? 'no' : next.awaits === null ? next.state : 'asks';
          expect(`${state} ${column}: ${got}`).toBe(
            `${state} ${column}: ${told(row, state, column, confirming)}`,
          );
          if (next.ok && next.awaits !== null) expect(next.state).toBe(state);
        }
  });

  test.each(findings)('finding: $action', (row) => {
    for (const state of [null, ...FINDING_STATES])
      for (const column of COLUMNS)
        for (const confirming of [false, true]) {
          const attempt = findingTry(row.action, {
            actor: actorOf(column),
            ...(confirming && row.second !== null ? { proposal } : {}),
          });
          const next = nextFinding(state, row.action, attempt);
          const got = !next.ok ? 'no' : next.awaits === null ? next.state : 'asks';
          expect(`${state} ${column}: ${got}`).toBe(
            `${state} ${column}: ${told(row, state ?? '-', column, confirming)}`,
          );
          if (next.ok && next.awaits !== null) expect(next.state).toBe(state);
        }
  });
});

const willing = (row: Row): Actor | 'system' =>
  row.who.includes('system') ? 'system' : person('me', ...(row.who as Role[]));

describe('every condition', () => {
  const cases = [
    ...records.flatMap((row) =>
      [...GUARD_NAMES, 'reason'].map((need) => ({ row, need, path: 'record' as const })),
    ),
    ...findings.flatMap((row) =>
      [...GUARD_NAMES, 'reason'].map((need) => ({ row, need, path: 'finding' as const })),
    ),
  ];
  test.each(cases)('$path: $row.action without $need', ({ row, need, path }) => {
    const [start = ''] = row.moves.keys();
    const lacking =
      need === 'reason' ? { reason: ' ' } : { facts: { ...ALL, [need]: false } satisfies Facts };
    const more = { ...lacking, actor: willing(row) };
    const next =
      path === 'record'
        ? nextRecord(start as RecordState, row.action as RecordAction, {
            ...recordTry(row.action as RecordAction, more),
          })
        : nextFinding(start === '-' ? null : (start as FindingState), row.action as FindingAction, {
            ...findingTry(row.action as FindingAction, more),
          });
    const code = need === 'reason' ? 'reason_missing' : need;
    expect(next.ok ? 'ok' : next.code).toBe(row.needs.includes(need) ? code : 'ok');
  });

  test('what is not said to hold does not hold', () => {
    const accept = recordTry('accept', { facts: {}, actor: person('me', 'reviewer') });
    expect(nextRecord('in_review', 'accept', accept)).toEqual({ ok: false, code: 'second_coding' });
  });
});

describe('people', () => {
  const roles = ROLES.filter((role) => role !== 'auditor' && role !== 'admin');
  const author = person('author', ...roles);

  test.each<RecordAction>(['take_up', 'accept', 'return'])('no author may %s', (action) => {
    const state = action === 'take_up' ? 'submitted' : 'in_review';
    expect(nextRecord(state, action, recordTry(action, { actor: author }))).toEqual({
      ...{ ok: false, code: 'own_work' },
    });
  });

  test.each<[FindingAction, FindingState]>([
    ['forward', 'coded'],
    ['table', 'reviewed'],
    ['vote', 'before_commission'],
    ['decide', 'before_commission'],
    ['publish', 'agreed'],
    ['revoke', 'published'],
  ])('no author may %s', (action, state) => {
    expect(nextFinding(state, action, findingTry(action, { actor: author }))).toEqual({
      ...{ ok: false, code: 'own_work' },
    });
  });

  test.each<[string, () => { ok: boolean; code: string }, string]>([
    [
      'the second person is not the first',
      () =>
        nextFinding(
          'agreed',
          'publish',
          findingTry('publish', { actor: person('asker', 'chair'), proposal }),
        ),
      'same_person',
    ],
    [
      'nor an author',
      () => nextRecord('accepted', 'retract', recordTry('retract', { actor: author, proposal })),
      'own_work',
    ],
    [
      'who recused does not vote',
      () =>
        nextFinding(
          'before_commission',
          'vote',
          findingTry('vote', { actor: person('recused', 'delegate') }),
        ),
      'recused',
    ],
    [
      'without the role nothing is said of the state',
      () => nextFinding('revoked', 'vote', findingTry('vote', { actor: person('me', 'recorder') })),
      'role',
    ],
  ])('%s', (_what, act, code) => {
    expect(act()).toEqual({ ok: false, code });
  });

  test('a subject of the wrong kind is a fault of ours', () => {
    expect(() => nextRecord('draft', 'submit', recordTry('submit', { subject: HOUSE }))).toThrow();
  });
});

describe('the decision', () => {
  const chair = person('me', 'chair');
  test.each(OUTCOME_STATES)('is what the votes gave: %s', (outcome) => {
    expect(
      nextFinding('before_commission', 'decide', findingTry('decide', { actor: chair, outcome })),
    ).toEqual({ ok: true, state: outcome, code: 'finding.decided', awaits: null });
  });

  test('cannot be taken without one', () => {
    const { outcome: _none, ...attempt } = findingTry('decide', { actor: chair });
    expect(nextFinding('before_commission', 'decide', attempt)).toEqual({
      ...{ ok: false, code: 'no_outcome' },
    });
  });
});

test('every refusal has a sentence', () => {
  for (const code of [...GUARD_NAMES, 'own_work', 'wrong_state', 'reason_missing'] as const)
    expect(refusalSentence(code)).toMatch(/^[A-Z].*\.$/);
});
