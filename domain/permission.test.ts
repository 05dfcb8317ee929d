import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Actor, type Person, VISITOR } from './actor';
import { HOUSE, may, mayEver, reachOf, type Subject, type SubjectOf } from './permission';
import { ACTIONS, type Action, isWatched, privilegeOf, type SubjectKind } from './privilege';
import { type Grant, grantConflict, ROLES, type Role } from './role';
import { TLP_MARKINGS, type Tlp } from './tlp';

const grantOf = (role: Role): Grant =>
  role === 'delegate' ? { role, party: 'US', pact: null } : { role };

const person = (id: string, ...roles: Role[]): Person => ({
  ...{ kind: 'person', id, name: id, grants: roles.map(grantOf), disabled: false },
});

const marks = { published: true, tlp: 'CLEAR', authors: ['somebody'] } as const;
const subjects = {
  house: HOUSE,
  record: { kind: 'record', ...marks },
  finding: {
    ...{ kind: 'finding', ...marks, pact: 'anti-doxing' },
    ...{ parties: ['US', 'RU'], accused: 'US', tabled: true, recused: [] },
  },
  proposal: { kind: 'proposal', ...marks, proposedBy: 'somebody' },
  coding: { kind: 'coding', authors: ['somebody'], pendingFor: [] },
  account: { kind: 'account', id: 'somebody' },
} as const satisfies Record<SubjectKind, Subject>;

/** Asks with whatever subject the action is about; the table guarantees that they fit. */
function ask(actor: Actor, action: Action, from: Record<SubjectKind, Subject> = subjects) {
  return may(actor, action, from[privilegeOf(action).about] as SubjectOf<typeof action>);
}

const COLUMNS = ['visitor', ...ROLES] as const;
const asked = (column: (typeof COLUMNS)[number]): Actor =>
  column === 'visitor' ? VISITOR : person('me', column);

/**
 * The privilege table as a lawyer would read it: columns visitor, recorder, analyst, reviewer,
 * delegate, chair, auditor, admin; `x` may, `.` may not.
 */
const TABLE = `
                    vis rec ana rev del cha aud adm
record.read          x   x   x   x   x   x   x   x
record.export        x   x   x   x   x   x   x   x
lab.use              x   x   x   x   x   x   x   x
incident.log         .   x   x   .   .   .   .   .
incident.import      .   x   x   .   .   .   .   .
incident.revise      .   x   x   .   .   .   .   .
evidence.add         .   x   x   .   .   .   .   .
evidence.withdraw    .   x   x   .   .   .   .   .
evidence.open        .   x   x   x   .   x   x   .
evidence.verify      .   x   x   x   .   x   x   .
record.retract       .   x   x   .   .   .   .   .
record.restore       .   x   x   .   .   .   .   .
record.merge         .   x   x   .   .   .   .   .
record.second        .   .   .   x   .   .   .   .
incident.submit      .   .   x   .   .   .   .   .
review.read          .   x   x   x   .   x   x   .
coding.request       .   .   x   .   .   .   .   .
coding.blind         .   .   x   .   .   .   .   .
coding.read          .   .   x   x   .   x   x   .
coding.reconcile     .   .   x   .   .   .   .   .
pact_draft.read      .   .   x   .   .   .   x   .
pact.draft           .   .   x   .   .   .   .   .
adherence.record     .   .   x   .   .   .   .   .
incident.take_up     .   .   .   x   .   .   .   .
incident.accept      .   .   .   x   .   .   .   .
incident.return      .   .   .   x   .   .   .   .
finding.read         x   x   x   x   x   x   x   x
finding.nominate     .   .   x   x   .   .   .   .
finding.forward      .   .   .   x   .   .   .   .
finding.vote         .   .   .   .   x   .   .   .
finding.recuse       .   .   .   .   x   .   .   .
finding.reply        .   .   .   .   x   .   .   .
commission.read      .   .   .   x   x   x   x   .
commission.convene   .   .   .   .   .   x   .   .
commission.quorum    .   .   .   .   .   x   .   .
finding.table        .   .   .   .   .   x   .   .
finding.decide       .   .   .   .   .   x   .   .
finding.publish      .   .   .   .   .   x   .   .
finding.revoke       .   .   .   .   .   x   .   .
finding.second       .   .   .   x   .   x   .   .
inbox.read           .   x   x   x   x   x   x   x
ledger.read          .   .   .   .   .   .   x   .
ledger.verify        .   .   .   .   .   .   x   .
ledger.export        .   .   .   .   .   .   x   .
ledger.redact        .   .   .   .   .   .   .   x
ledger.second        .   .   .   .   .   x   .   x
user.list            .   .   .   .   .   .   x   x
user.create          .   .   .   .   .   .   .   x
user.invite          .   .   .   .   .   .   .   x
user.disable         .   .   .   .   .   .   .   x
user.enable          .   .   .   .   .   .   .   x
role.grant           .   .   .   .   .   .   .   x
role.revoke          .   .   .   .   .   .   .   x
step_up.reset        .   .   .   .   .   .   .   x
session.list         .   .   .   .   .   .   x   x
session.end          .   .   .   .   .   .   .   x
token.list           .   .   .   .   .   .   x   x
token.issue          .   .   .   .   .   .   .   x
token.revoke         .   .   .   .   .   .   .   x
policy.change        .   .   .   .   .   .   .   x
policy.second        .   .   .   .   .   x   .   x`;

const rows = TABLE.trim()
  .split('\n')
  .slice(1)
  .map((line) => line.trim().split(/\s+/));

const anyRole = fc.constantFrom(...ROLES);
const anyRoles = fc.uniqueArray(anyRole);
const anyAction = fc.constantFrom(...ACTIONS);
const anyMarks = fc.record({
  published: fc.boolean(),
  tlp: fc.constantFrom(...TLP_MARKINGS),
  authors: fc.subarray(['me', 'somebody']),
});
const anySubjects = anyMarks.map(
  (marked): Record<SubjectKind, Subject> => ({
    ...subjects,
    record: { kind: 'record', ...marked },
    finding: { ...subjects.finding, ...marked },
    proposal: { kind: 'proposal', ...marked, proposedBy: 'somebody' },
    coding: { kind: 'coding', authors: marked.authors, pendingFor: [] },
  }),
);

describe('every role by every action', () => {
  test('the table names every action once', () => {
    expect(rows.map(([action]) => action)).toEqual([...ACTIONS]);
  });

  test.each(rows)('%s', (action, ...cells) => {
    const found = COLUMNS.map((column) =>
      ask(asked(column), action as Action).allowed ? 'x' : '.',
    );
    expect(found).toEqual(cells);
  });

  test('a visitor is asked to sign in, a person lacks the role', () => {
    for (const action of ACTIONS.filter((each) => privilegeOf(each).roles !== 'everyone')) {
      expect(ask(VISITOR, action)).toEqual({ allowed: false, code: 'sign_in' });
      expect(ask(person('me'), action)).toEqual({ allowed: false, code: 'role' });
    }
  });
});

describe('reading', () => {
  const readers = (tlp: Tlp, published: boolean, authors: readonly string[] = []) =>
    COLUMNS.filter(
      (column) =>
        may(asked(column), 'record.read', { kind: 'record', published, tlp, authors }).allowed,
    ).join(' ');
  const working = 'recorder analyst reviewer';

  test.each<[Tlp, boolean, string]>([
    ['CLEAR', true, COLUMNS.join(' ')],
    ['GREEN', true, ROLES.join(' ')],
    ['AMBER', true, `${working} delegate chair auditor`],
    ['AMBER+STRICT', true, `${working} delegate chair auditor`],
    ['RED', true, 'analyst reviewer chair auditor'],
    ['CLEAR', false, `${working} chair auditor`],
    ['GREEN', false, `${working} chair auditor`],
    ['AMBER', false, `${working} chair auditor`],
    ['RED', false, 'analyst reviewer chair auditor'],
  ])('TLP:%s, published %s: %s', (tlp, published, who) => {
    expect(readers(tlp, published)).toBe(who);
  });

  test('a recorder reads what they recorded, whatever its marking', () => {
    expect(readers('RED', false, ['me'])).toBe('recorder analyst reviewer chair auditor');
  });

  test('lists reach exactly what may be read one by one', () => {
    const property = fc.property(anyRoles, anyMarks, (roles, marked) => {
      const actor = person('me', ...roles);
      const { tlp, publishedOnly, own } = reachOf(actor);
      const listed =
        (tlp.includes(marked.tlp) && (marked.published || !publishedOnly)) ||
        (own !== null && marked.authors.includes(own));
      expect(may(actor, 'record.read', { kind: 'record', ...marked }).allowed).toBe(listed);
    });
    fc.assert(property);
    expect(reachOf(VISITOR)).toEqual({ tlp: ['CLEAR'], publishedOnly: true, own: null });
    expect(reachOf(person('me', 'recorder')).own).toBe('me');
  });

  test('what may not be read is hidden from every action on it', () => {
    const secret = { kind: 'record', published: false, tlp: 'RED', authors: [] } as const;
    const recorder = person('me', 'recorder');
    expect(may(recorder, 'incident.revise', secret)).toEqual({ allowed: false, code: 'hidden' });
    expect(may(VISITOR, 'record.read', secret)).toEqual({ allowed: false, code: 'hidden' });
    // Without the role nothing is said about the record, there or not.
    expect(may(VISITOR, 'incident.revise', secret)).toEqual({ allowed: false, code: 'sign_in' });
  });

  test('a pending blind coder does not see the other codes', () => {
    const codes = { kind: 'coding', authors: ['first'], pendingFor: ['me'] } as const;
    const analyst = person('me', 'analyst');
    expect(may(analyst, 'coding.read', codes)).toEqual({ allowed: false, code: 'blind' });
    expect(may(analyst, 'coding.blind', codes)).toEqual({ allowed: true });
    expect(may(analyst, 'coding.read', { ...codes, pendingFor: [] })).toEqual({ allowed: true });
    expect(may(analyst, 'coding.reconcile', codes)).toEqual({ allowed: false, code: 'blind' });
  });
});

describe('segregation of duties', () => {
  const mine = { published: true, tlp: 'CLEAR', authors: ['me'] } as const;
  const own = {
    house: HOUSE,
    record: { kind: 'record', ...mine },
    finding: { ...subjects.finding, authors: ['me'] },
    proposal: { kind: 'proposal', ...mine, proposedBy: 'somebody' },
    coding: { kind: 'coding', authors: ['me'], pendingFor: [] },
    account: { kind: 'account', id: 'me' },
  } as const satisfies Record<SubjectKind, Subject>;

  test.each<[Role, Action]>([
    ['reviewer', 'incident.take_up'],
    ['reviewer', 'incident.accept'],
    ['reviewer', 'incident.return'],
    ['reviewer', 'finding.forward'],
    ['reviewer', 'record.second'],
    ['reviewer', 'finding.second'],
    ['analyst', 'coding.blind'],
    ['delegate', 'finding.vote'],
    ['chair', 'finding.table'],
    ['chair', 'finding.decide'],
    ['chair', 'finding.publish'],
    ['chair', 'finding.revoke'],
    ['chair', 'policy.second'],
    ['chair', 'ledger.second'],
  ])('a %s never does %s on their own work, with every signing role in hand', (_role, action) => {
    const everything = person('me', 'recorder', 'analyst', 'reviewer', 'delegate', 'chair');
    expect(ask(everything, action, own)).toEqual({ allowed: false, code: 'own_work' });
    expect(ask(everything, action)).toEqual({ allowed: true });
  });

  test('an author may still revise, and recuse', () => {
    expect(ask(person('me', 'recorder'), 'incident.revise', own).allowed).toBe(true);
    expect(ask(person('me', 'delegate'), 'finding.recuse', own).allowed).toBe(true);
  });

  test.each<[Role, Action]>([
    ['reviewer', 'record.second'],
    ['chair', 'finding.second'],
    ['admin', 'policy.second'],
    ['admin', 'ledger.second'],
  ])('a %s who asked is not the second person of %s', (role, action) => {
    const asking = { ...subjects, proposal: { ...subjects.proposal, proposedBy: 'me' } };
    expect(ask(person('me', role), action, asking)).toEqual({
      ...{ allowed: false, code: 'same_person' },
    });
  });

  test('an admin leaves their own account alone', () => {
    for (const action of ['user.disable', 'role.grant', 'role.revoke', 'user.enable'] as const)
      expect(ask(person('me', 'admin'), action, own)).toEqual({
        ...{ allowed: false, code: 'own_account' },
      });
  });

  test('a delegate votes for their party, on the pacts they are named for, unless recused', () => {
    const of = (party: string, pact: string | null): Person => ({
      ...person('me'),
      grants: [{ role: 'delegate', party, pact }],
    });
    const vote = (actor: Person, more: Partial<SubjectOf<'finding.vote'>> = {}) =>
      may(actor, 'finding.vote', { ...subjects.finding, ...more });
    expect(vote(of('RU', null))).toEqual({ allowed: true });
    expect(vote(of('RU', 'anti-doxing'))).toEqual({ allowed: true });
    expect(vote(of('RU', 'another'))).toEqual({ allowed: false, code: 'party' });
    expect(vote(of('FR', null))).toEqual({ allowed: false, code: 'party' });
    expect(vote(of('US', null), { recused: ['me'] })).toEqual({ allowed: false, code: 'recused' });
  });
});

describe('before the commission', () => {
  const of = (party: string, pact: string | null = null): Person => ({
    ...person('me'),
    grants: [{ role: 'delegate', party, pact }],
  });
  const tabled: SubjectOf<'finding.read'> = { ...subjects.finding, published: false };
  const asks = (who: Person, more: Partial<SubjectOf<'finding.read'>> = {}) =>
    may(who, 'finding.read', { ...tabled, ...more });

  test.each<[string, Person, Partial<SubjectOf<'finding.read'>>, boolean]>([
    ['its delegates read what is put before them', of('US'), {}, true],
    ['not before that', of('US'), { tabled: false }, false],
    ['not those of a third party', of('FR'), {}, false],
    ['not those named for another pact', of('RU', 'another'), {}, false],
    ['AMBER too', of('RU'), { tlp: 'AMBER' }, true],
    ['never RED', of('RU'), { tlp: 'RED' }, false],
  ])('%s', (_what, who, more, allowed) => {
    expect(asks(who, more).allowed).toBe(allowed);
  });

  test('the right of reply is the accused party’s', () => {
    expect(may(of('US'), 'finding.reply', tabled)).toEqual({ allowed: true });
    expect(may(of('RU'), 'finding.reply', tabled)).toEqual({ allowed: false, code: 'not_accused' });
    expect(may(of('FR'), 'finding.reply', subjects.finding)).toEqual({
      ...{ allowed: false, code: 'not_accused' },
    });
  });

  test('a recused delegate may still reply for their party', () => {
    expect(may(of('US'), 'finding.reply', { ...tabled, recused: ['me'] }).allowed).toBe(true);
  });
});

describe('always', () => {
  test('nobody without a grant ever writes', () => {
    fc.assert(
      fc.property(anyAction, anySubjects, (action, about) => {
        const allowed = ask(person('me'), action, about).allowed;
        expect(allowed && privilegeOf(action).writes).toBe(false);
      }),
    );
  });

  test('a disabled person may exactly what a visitor may', () => {
    fc.assert(
      fc.property(anyRoles, anyAction, anySubjects, (roles, action, about) => {
        const disabled = { ...person('me', ...roles), disabled: true };
        expect(ask(disabled, action, about)).toEqual(ask(VISITOR, action, about));
      }),
    );
  });

  test('an auditor writes nothing and an admin signs nothing, whatever else they hold', () => {
    fc.assert(
      fc.property(anyRoles, anyAction, anySubjects, (roles, action, about) => {
        const auditor = ask(person('me', ...roles, 'auditor'), action, about);
        expect(auditor.allowed && privilegeOf(action).writes).toBe(false);
        const admin = ask(person('me', ...roles, 'admin'), action, about);
        expect(admin.allowed && privilegeOf(action).signs).toBe(false);
      }),
    );
  });

  test('nobody signs what they authored', () => {
    fc.assert(
      fc.property(anyRoles, anyAction, anySubjects, (roles, action, about) => {
        const subject = about[privilegeOf(action).about];
        fc.pre('authors' in subject && subject.authors.includes('me'));
        const { notOwn } = privilegeOf(action);
        expect(ask(person('me', ...roles), action, about).allowed && notOwn).toBe(false);
      }),
    );
  });

  test('what is never allowed is not allowed for anything in particular', () => {
    fc.assert(
      fc.property(anyRoles, anyAction, anySubjects, (roles, action, about) => {
        const actor = person('me', ...roles);
        if (!mayEver(actor, action).allowed)
          expect(ask(actor, action, about)).toEqual(mayEver(actor, action));
      }),
    );
  });
});

describe('grants', () => {
  test.each<[string, Grant[], Grant, boolean]>([
    ['an analyst also reviews', [{ role: 'analyst' }], { role: 'reviewer' }, true],
    ['an auditor holds nothing else', [{ role: 'auditor' }], { role: 'recorder' }, false],
    ['a recorder does not audit', [{ role: 'recorder' }], { role: 'auditor' }, false],
    ['an admin does not sign', [{ role: 'admin' }], { role: 'chair' }, false],
    ['an admin may record', [{ role: 'admin' }], { role: 'recorder' }, true],
    ['not twice', [{ role: 'chair' }], { role: 'chair' }, false],
    [
      'a second pact for one party',
      [{ role: 'delegate', party: 'US', pact: 'a' }],
      { role: 'delegate', party: 'US', pact: 'b' },
      true,
    ],
    [
      'not for two parties',
      [{ role: 'delegate', party: 'US', pact: 'a' }],
      { role: 'delegate', party: 'RU', pact: 'b' },
      false,
    ],
  ])('%s', (_what, held, wanted, fine) => {
    expect(grantConflict(held, wanted) === null).toBe(fine);
  });
});

test('the ledger is told of refused tries to decide, to publish and to govern, not to read or log', () => {
  const told = ACTIONS.filter(isWatched);
  expect(told).toEqual(expect.arrayContaining(['finding.vote', 'finding.publish', 'role.grant']));
  expect(told).toEqual(expect.arrayContaining(['policy.change', 'ledger.export', 'ledger.second']));
  const others = ACTIONS.filter((action) => !isWatched(action));
  expect(others).toEqual(expect.arrayContaining(['record.read', 'incident.log', 'ledger.read']));
  expect(others.filter((action) => privilegeOf(action).signs)).toEqual([]);
});
