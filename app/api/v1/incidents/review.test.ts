import { beforeAll, describe, expect, it } from 'vitest';
import { POST as proposeOn } from '@/app/api/v1/incidents/[id]/proposals/route';
import { POST as act, GET as reviewOf } from '@/app/api/v1/incidents/[id]/review/route';
import { GET, PUT } from '@/app/api/v1/incidents/[id]/route';
import { POST } from '@/app/api/v1/incidents/route';
import { POST as decideOn } from '@/app/api/v1/proposals/[id]/decision/route';
import type { Incident } from '@/domain/incident';
import { database } from '@/server/database';
import { ingest } from '@/server/ingest';
import { checkLedger } from '@/server/ledger';
import { codingStateOf, recordStateOf } from '@/server/review/coding-state';
import { onBoth } from '@/server/testing/both';
import { anIncident } from '@/server/testing/incident';
import { asked, at, type SignedIn, signedIn } from '@/server/testing/person';

interface Said {
  readonly action: string;
  readonly basedOn?: number;
  readonly reason?: string;
}

onBoth('the path of a record', (fresh) => {
  let rosa: SignedIn;
  let anna: SignedIn;
  let remy: SignedIn;
  let both: SignedIn;
  beforeAll(async () => {
    await fresh();
    rosa = await signedIn('Rosa', 'recorder');
    anna = await signedIn('Anna', 'analyst');
    remy = await signedIn('Remy', 'reviewer');
    both = await signedIn('Both', 'recorder', 'reviewer');
  });

  const log = async (incident: Incident, who = rosa) =>
    (await POST(asked('/incidents', { cookie: who.cookie, json: { incident } }))).status;
  const revise = async (incident: Incident, basedOn: number, who = rosa) =>
    (
      await PUT(
        asked(`/incidents/${incident.id}`, {
          ...{ cookie: who.cookie, method: 'PUT' },
          json: { incident, basedOn, reason: 'why' },
        }),
        at({ id: incident.id }),
      )
    ).status;
  const send = (who: SignedIn | null, id: string, { basedOn = 1, ...said }: Said) =>
    act(asked('/x', { cookie: who?.cookie, json: { basedOn, ...said } }), at({ id }));
  const answered = async (who: SignedIn | null, id: string, said: Said) => {
    const answer = await send(who, id, said);
    const body = await answer.json();
    return answer.status === 200 ? body.state : `${answer.status} ${body.error.code}`;
  };
  const stateOf = async (who: SignedIn | null, id: string) =>
    (await reviewOf(asked('/x', { cookie: who?.cookie }), at({ id }))).json();
  /** As if a second analyst had coded it the same way. */
  const coded = (incidentId: string) =>
    database().coding.updateMany({
      where: { incidentId, supersededAt: null },
      data: { handedInAt: new Date(), secondCodes: {}, settledRevision: 1 },
    });

  it('begins as a draft, as an import does, and as accepted where it was reviewed before', async () => {
    await log(anIncident('begun'));
    const dossier = {
      ...{ format: 'servanda.dossier/1' as const, title: 'Test', license: 'CC0-1.0' },
      ...{ compiledOn: '2026-11-22', monitoring: [] },
    };
    const author = { kind: 'program', name: 'seed' } as const;
    const batch = { published: true, reason: 'test' };
    const incidents = [anIncident('shown'), anIncident('withdrawn', { status: 'retracted' })];
    await ingest(author, {
      ...{ ...batch, id: 'demo', origin: 'demonstration' as const },
      dossier: { ...dossier, incidents },
    });
    await ingest(author, {
      ...{ ...batch, id: 'other' },
      dossier: { ...dossier, incidents: [anIncident('came-in')] },
    });
    const states = await Promise.all(
      ['begun', 'shown', 'withdrawn', 'came-in', 'nowhere'].map((id) =>
        recordStateOf(database(), id),
      ),
    );
    expect(states).toEqual(['draft', 'accepted', 'retracted', 'draft', null]);
  });

  it('goes from draft to accepted through other people, and is published then', async () => {
    await log(anIncident('whole'));
    const visible = async () => (await GET(asked('/x'), at({ id: 'whole' }))).status;
    expect(await answered(remy, 'whole', { action: 'accept' })).toBe('409 wrong_state');
    expect(await answered(rosa, 'whole', { action: 'submit' })).toBe('403 role');
    expect(await answered(anna, 'whole', { action: 'submit' })).toBe('submitted');
    expect(await answered(anna, 'whole', { action: 'submit' })).toBe('409 wrong_state');
    expect(await answered(remy, 'whole', { action: 'accept' })).toBe('409 second_coding');
    expect(await visible()).toBe(404);
    await coded('whole');
    expect(await answered(remy, 'whole', { action: 'take_up' })).toBe('in_review');
    expect(await answered(remy, 'whole', { action: 'accept' })).toBe('accepted');
    expect(await visible()).toBe(200);
    const { steps, state } = await stateOf(rosa, 'whole');
    expect(state).toBe('accepted');
    expect(steps).toMatchObject([
      { action: 'submit', from: 'draft', to: 'submitted', by: 'Anna', revision: 1 },
      { action: 'take_up', by: 'Remy' },
      { action: 'accept', from: 'in_review', to: 'accepted', by: 'Remy', reason: null },
    ]);
    expect((await stateOf(null, 'whole')).steps).toMatchObject([{ by: null }, {}, { by: null }]);
  });

  it('says that it was revised since it was accepted, and keeps what two people settled', async () => {
    expect(await revise(anIncident('whole', { title: 'Reworded' }), 1)).toBe(200);
    expect(await stateOf(null, 'whole')).toMatchObject({ state: 'revised', revisedSince: true });
    const at2 = await codingStateOf(database(), 'whole', 2);
    expect(at2).toMatchObject({ secondCoding: true, reconciled: true });
    expect(await revise(anIncident('whole', { severity: 5 }), 2)).toBe(200);
    const at3 = await codingStateOf(database(), 'whole', 3);
    expect(at3).toMatchObject({ secondCoding: false, reconciled: false });
    expect(at3.coders).toEqual([anna.actor.id]);
  });

  it('is returned for a reason alone, and revised before it is submitted again', async () => {
    await log(anIncident('back'));
    await send(anna, 'back', { action: 'submit' });
    expect(await answered(remy, 'back', { action: 'return' })).toBe('400 reason_missing');
    expect(await answered(remy, 'back', { action: 'return', reason: ' ' })).toMatch(/^400/);
    const why = { action: 'return', reason: 'A source is missing' };
    expect(await answered(remy, 'back', why)).toBe('returned');
    const { steps } = await stateOf(rosa, 'back');
    // What nobody had taken up was taken up with the judgement.
    expect(steps.map(({ action }: { action: string }) => action)).toEqual([
      ...['submit', 'take_up', 'return'],
    ]);
    expect(steps[2]).toMatchObject({ reason: 'A source is missing', by: 'Remy' });
    expect(await answered(anna, 'back', { action: 'submit' })).toBe('409 wrong_state');
    await revise(anIncident('back', { title: 'With a source' }), 1);
    expect(await answered(anna, 'back', { action: 'submit', basedOn: 2 })).toBe('submitted');
  });

  it('does not move under whoever judges it', async () => {
    await log(anIncident('moving'));
    await send(anna, 'moving', { action: 'submit' });
    await coded('moving');
    await send(remy, 'moving', { action: 'take_up' });
    await revise(anIncident('moving', { summary: 'Other words.' }), 1);
    const late = await send(remy, 'moving', { action: 'accept' });
    expect([late.status, await late.json()]).toMatchObject([
      ...[409, { current: 2, error: { code: 'moved_on', field: 'basedOn' } }],
    ]);
    expect(await answered(remy, 'moving', { action: 'accept', basedOn: 2 })).toBe(
      '409 wrong_state',
    );
  });

  it('is judged once where two judge at once', async () => {
    const third = await signedIn('Third', 'reviewer');
    for (const id of ['race-1', 'race-2', 'race-3']) {
      await log(anIncident(id));
      await send(anna, id, { action: 'submit' });
      await coded(id);
      const results = await Promise.all([
        answered(remy, id, { action: 'accept' }),
        answered(third, id, { action: 'return', reason: 'No' }),
      ]);
      const late = results.filter((word) => word === '409 wrong_state');
      expect([late.length, results.length]).toEqual([1, 2]);
    }
  });

  describe('nobody judges their own work', () => {
    it('asked before and inside the transaction', async () => {
      await log(anIncident('own'), both);
      await send(anna, 'own', { action: 'submit' });
      await coded('own');
      expect(await answered(both, 'own', { action: 'accept' })).toBe('403 own_work');
      await log(anIncident('joined'));
      await send(anna, 'joined', { action: 'submit' });
      expect(await revise(anIncident('joined', { title: 'Mine' }), 1, both)).toBe(200);
      await send(anna, 'joined', { action: 'submit', basedOn: 2 });
      const why = { action: 'return', reason: 'x', basedOn: 2 };
      expect(await answered(both, 'joined', why)).toBe('403 own_work');
    });

    it('nor what they put forward or coded', async () => {
      const judge = await signedIn('Judge', 'analyst', 'reviewer');
      await log(anIncident('forward'));
      await send(judge, 'forward', { action: 'submit' });
      await coded('forward');
      expect(await answered(judge, 'forward', { action: 'accept' })).toBe('403 own_work');
    });

    it('nor what they settled two codings of, though the record stayed as it was', async () => {
      const judge = await signedIn('Umpire', 'analyst', 'reviewer');
      await log(anIncident('settled'));
      await send(anna, 'settled', { action: 'submit' });
      await database().coding.updateMany({
        where: { incidentId: 'settled' },
        data: { reconciledById: judge.actor.id, reconciledAt: new Date() },
      });
      await coded('settled');
      expect(await answered(judge, 'settled', { action: 'accept' })).toBe('403 own_work');
      const step = { action: 'accept', from: 'in_review', to: 'accepted', at: new Date() };
      const kept = database().recordStep.create({
        data: { ...step, incidentId: 'settled', revision: 1, actorId: judge.actor.id },
      });
      await expect(kept).rejects.toThrow(/nobody judges their own work/);
      expect(await answered(remy, 'settled', { action: 'accept' })).toBe('accepted');
    });

    it('and the database refuses it too', async () => {
      const step = {
        ...{ incidentId: 'own', revision: 1, action: 'accept', from: 'in_review', to: 'accepted' },
        at: new Date(),
      };
      const keep = (actorId: string) =>
        database().recordStep.create({ data: { ...step, actorId } });
      await expect(keep(both.actor.id)).rejects.toThrow(/nobody judges their own work/);
      await expect(keep(anna.actor.id)).rejects.toThrow(/nobody judges their own work/);
    });
  });

  it('is retracted by two people from any state, and reviewed anew once it is restored', async () => {
    const twice = async (kind: string) => {
      const json = { kind, reason: 'Shown to be so' };
      const made = await proposeOn(
        asked('/x', { cookie: rosa.cookie, json }),
        at({ id: 'moving' }),
      );
      const { id } = await made.json();
      const decision = { accept: true, reason: 'seen' };
      await decideOn(asked('/x', { cookie: remy.cookie, json: decision }), at({ id }));
      return recordStateOf(database(), 'moving');
    };
    expect(await twice('retract')).toBe('retracted');
    expect(await answered(anna, 'moving', { action: 'submit', basedOn: 3 })).toBe(
      '409 wrong_state',
    );
    expect(await twice('restore')).toBe('revised');
  });

  it.each<[string, unknown]>([
    ['an unknown act', { action: 'publish', basedOn: 1 }],
    ['no revision', { action: 'accept' }],
    ['a revision beyond reach', { action: 'accept', basedOn: 2 ** 40 }],
    ['a reason of another kind', { action: 'return', basedOn: 1, reason: 1 }],
    ['a reason too long', { action: 'return', basedOn: 1, reason: 'x'.repeat(2001) }],
    ['another field', { action: 'accept', basedOn: 1, state: 'accepted' }],
    ['nothing', null],
  ])('refuses %s', async (_what, json) => {
    const answer = await act(asked('/x', { cookie: remy.cookie, json }), at({ id: 'back' }));
    expect([answer.status, (await answer.json()).error.field]).toMatchObject([
      ...[400, expect.any(String)],
    ]);
  });

  it('gives nothing away of what is not there', async () => {
    await log(anIncident('red', { tlp: 'RED' }));
    expect(await answered(anna, 'nowhere', { action: 'submit' })).toBe('404 not_found');
    expect(await answered(null, 'back', { action: 'submit' })).toBe('401 sign_in');
    expect((await reviewOf(asked('/x'), at({ id: 'red' }))).status).toBe(404);
  });

  it('is told whole in the ledger', async () => {
    const entries = await database().ledgerEntry.findMany({
      where: { subject: 'incident:whole' },
      orderBy: { seq: 'asc' },
    });
    expect(entries.map(({ type }) => type)).toEqual([
      ...['incident.logged', 'record.submitted', 'coding.requested', 'record.taken_up'],
      ...['record.accepted', 'incident.revised', 'record.revised', 'incident.revised'],
    ]);
    expect(await checkLedger()).toMatchObject({ ok: true });
  });

  it.each([
    'DELETE FROM "RecordStep"',
    'UPDATE "RecordStep" SET "to" = \'accepted\'',
    'DELETE FROM "Coding"',
    'UPDATE "Coding" SET "secondCodes" = \'{"severity":5}\' WHERE "handedInAt" IS NOT NULL',
    'UPDATE "Coding" SET "firstCodes" = \'{}\'',
    'UPDATE "Coding" SET "secondCoderId" = "firstCoderId" WHERE "handedInAt" IS NULL',
  ])('is guarded by the database: %s', async (statement) => {
    await expect(database().$executeRawUnsafe(statement)).rejects.toThrow(/refused|two_people/);
  });
});
