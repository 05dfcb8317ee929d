import { beforeAll, expect, test, vi } from 'vitest';
import { POST as previewRoute } from '@/app/api/v1/policy/preview/route';
import { POST as decideRoute } from '@/app/api/v1/policy/proposals/[id]/decision/route';
import { GET as listRoute, POST as proposeRoute } from '@/app/api/v1/policy/proposals/route';
import { GET as policyRoute } from '@/app/api/v1/policy/route';
import { toDay } from '@/domain/dates';
import { POLICY_2026_11 } from '@/domain/policy';
import { policyFlipsSchema, policyProposalsSchema } from '@/domain/policy-proposal';
import { corpus } from '@/server/corpus';
import { database } from '@/server/database';
import { logIncident } from '@/server/incidents';
import { checkLedger, ledgerRecords, writing } from '@/server/ledger';
import { keepPact } from '@/server/pacts';
import { keepPolicy } from '@/server/policies';
import { questionOf } from '@/server/standing-question';
import { onBoth } from '@/server/testing/both';
import { anIncident } from '@/server/testing/incident';
import { aPact } from '@/server/testing/pact';
import { asked, at, type SignedIn, signedIn } from '@/server/testing/person';

const today = () => toDay(Date.now());
const DAY = 86_400_000;
const soon = () => toDay(Date.now() + 3 * DAY);
const SEED = { kind: 'program', name: 'seed' } as const;

onBoth('the policy', (fresh) => {
  let ada: SignedIn;
  let abel: SignedIn;
  let chloe: SignedIn;
  beforeAll(async () => {
    vi.stubEnv('LOG_LEVEL', 'silent');
    await fresh();
    await writing(async (tx) => {
      await keepPolicy(tx, POLICY_2026_11, new Date());
      await keepPact(tx, SEED, aPact('accord'), new Date());
    });
    await logIncident(SEED, anIncident('leak'), 'Seen');
    ada = await signedIn('Ada', 'admin');
    abel = await signedIn('Abel', 'admin');
    chloe = await signedIn('Chloe', 'chair');
  });

  const current = async () => (await policyRoute()).json();
  const propose = async (who: SignedIn, changes: object, more: object = {}) => {
    const { versions } = await current();
    const basedOn = versions.at(-1).version;
    const json = { basedOn, changes, validFrom: today(), reason: 'Too short', ...more };
    const reply = await proposeRoute(asked('/x', { cookie: who.cookie, json }));
    return { status: reply.status, body: await reply.json() };
  };
  const decide = async (who: SignedIn, id: string, accept: boolean) => {
    const json = { accept, reason: 'I have looked at the flips' };
    const reply = await decideRoute(asked('/x', { cookie: who.cookie, json }), at({ id }));
    return { status: reply.status, body: await reply.json() };
  };
  const proposals = async () =>
    policyProposalsSchema.parse(await (await listRoute(asked('/x', { cookie: ada.cookie }))).json())
      .proposals;

  test('a change takes two people: never the proposer, whatever they hold; the chair may second', async () => {
    const made = await propose(ada, { objectionDays: 45 });
    expect(made.status).toBe(201);
    const { id } = made.body;
    const own = await decide(ada, id, true);
    expect([own.status, own.body.code]).toEqual([403, 'same_person']);
    for (const role of ['recorder', 'reviewer', 'auditor'] as const) {
      const other = await signedIn('Other', role);
      expect((await decide(other, id, true)).status, role).toBe(403);
    }
    expect((await current()).version).toBe('2026-11');
    const done = await decide(chloe, id, true);
    expect(done).toMatchObject({ status: 200, body: { version: today() } });
    const now = await current();
    expect([now.version, now.entries.objectionDays.value]).toEqual([today(), 45]);
    expect(now.versions.map(({ version }: { version: string }) => version)).toEqual([
      ...['2026-11', today()],
    ]);
    const again = await decide(abel, id, true);
    expect([again.status, again.body.code]).toEqual([409, 'decided']);
    const types = (await ledgerRecords()).map(({ type }) => type);
    expect(types.filter((type) => type.startsWith('policy.'))).toEqual([
      ...['policy.proposed', 'policy.confirmed'],
    ]);
  });

  test('scores are computed by the policy of the day asked about, and say which', async () => {
    const held = await corpus();
    const versionOn = (asOf: string | null) => {
      const question = questionOf(held, { pact: 'accord', from: null, asOf }, Date.now());
      return question.ok ? question.setting.policy.version : question.refusal.code;
    };
    expect([versionOn(null), versionOn('2026-10-01')]).toEqual([today(), '2026-11']);
  });

  test('of twenty who confirm at once exactly one adds a version', async () => {
    const { body } = await propose(ada, { objectionDays: 46 });
    const seconders = [abel, chloe, ...(await Promise.all([signedIn('Ann', 'admin')]))];
    const sent = await Promise.all(
      Array.from({ length: 20 }, (_, n) => decide(seconders[n % 3] ?? abel, body.id, true)),
    );
    expect(sent.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(sent.filter(({ status }) => status === 409)).toHaveLength(19);
    expect((await current()).version).toBe(`${today()}.2`);
  });

  test('a change of an older version than the latest can only be declined', async () => {
    const one = await propose(ada, { objectionDays: 50 });
    const two = await propose(abel, { objectionDays: 51 });
    expect((await decide(abel, one.body.id, true)).status).toBe(200);
    const late = await decide(ada, two.body.id, true);
    expect([late.status, late.body.code]).toEqual([409, 'not_latest']);
    expect((await decide(ada, two.body.id, false)).status).toBe(200);
    const stale = await propose(ada, { objectionDays: 52 }, { basedOn: '2026-11' });
    expect([stale.status, stale.body.code]).toEqual([409, 'not_latest']);
    const [listed] = (await proposals()).filter(({ id }) => id === two.body.id);
    expect(listed).toMatchObject({
      version: null,
      decision: { accepted: false, by: { name: 'Ada' } },
    });
  });

  test('a version that is for a later day waits for it', async () => {
    const before = (await current()).version;
    const { body } = await propose(ada, { objectionDays: 60 }, { validFrom: soon() });
    expect((await decide(chloe, body.id, true)).body.version).toBe(soon());
    expect((await current()).version).toBe(before);
    const question = questionOf(
      await corpus(),
      { pact: 'accord', from: null, asOf: null },
      Date.now() + 3 * DAY,
    );
    expect(question.ok && question.setting.policy.version).toBe(soon());
    const early = await propose(ada, { objectionDays: 61 });
    expect(early).toMatchObject({ status: 400, body: { error: { field: 'validFrom' } } });
  });

  test('bad values are told by name, and who may not propose is told so first', async () => {
    const later = { validFrom: soon() };
    const wrong = await propose(ada, { objectionDays: -3, patience: 1 }, later);
    expect(wrong.status).toBe(400);
    expect(wrong.body.faults).toMatchObject([
      { path: 'changes.objectionDays', code: 'out_of_range' },
      { path: 'changes.patience', code: 'unknown_value' },
    ]);
    expect((await propose(ada, {}, later)).status).toBe(422);
    expect((await propose(ada, { objectionDays: 'x' }, later)).status).toBe(422);
    expect((await propose(chloe, { objectionDays: 62 }, later)).status).toBe(403);
    expect((await decide(chloe, 'nothing', true)).status).toBe(404);
    expect((await decide(chloe, crypto.randomUUID(), true)).status).toBe(404);
    expect((await listRoute(asked('/x', {}))).status).toBe(401);
  });

  test('shows which findings a change would turn before it is made; keeps their number', async () => {
    const preview = async (who: SignedIn, changes: object, pact = 'accord') => {
      const json = { changes, pact };
      return previewRoute(asked('/x', { cookie: who.cookie, json }));
    };
    const changes = { claimTrustCap: 0.05 };
    const shown = policyFlipsSchema.parse(await (await preview(chloe, changes)).json());
    expect(shown.flips.map(({ incident }) => incident)).toContain('leak');
    // An admin reads what is published; of an unpublished record only the number is told.
    const hidden = policyFlipsSchema.parse(await (await preview(ada, changes)).json());
    expect([hidden.flips, hidden.beyond]).toEqual([[], shown.flips.length]);
    expect((await preview(chloe, changes, 'no-such-pact')).status).toBe(404);
    expect((await preview(chloe, { patience: 1 })).status).toBe(400);
    expect((await preview(await signedIn('Rosa', 'recorder'), changes)).status).toBe(403);
    const { body } = await propose(ada, changes, { validFrom: soon() });
    expect(body.impact).toEqual({
      flips: shown.flips.length,
      pacts: [{ pact: 'accord', flips: shown.flips.length }],
    });
  });

  test('the database itself refuses one person, a second decision and a deletion', async () => {
    const { body } = await propose(ada, { objectionDays: 63 }, { validFrom: soon() });
    const row = { id: body.id };
    const decided = { decidedAt: new Date(), accepted: false, decisionReason: 'x' };
    await expect(
      database().policyProposal.update({
        where: row,
        data: { ...decided, decidedById: ada.actor.id },
      }),
    ).rejects.toThrow(/two_people/);
    await expect(
      database().policyProposal.update({ where: row, data: { reason: 'another' } }),
    ).rejects.toThrow(/only .* may change/);
    await database().policyProposal.update({
      where: row,
      data: { ...decided, decidedById: abel.actor.id },
    });
    await expect(
      database().policyProposal.update({ where: row, data: { accepted: true } }),
    ).rejects.toThrow(/settled/);
    await expect(database().policyProposal.delete({ where: row })).rejects.toThrow(/refused/);
    expect(await checkLedger()).toMatchObject({ ok: true });
  });
});
