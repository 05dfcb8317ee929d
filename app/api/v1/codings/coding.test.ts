import * as fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { POST as settle } from '@/app/api/v1/codings/[id]/reconciliation/route';
import { GET as codingOf, PUT as handIn } from '@/app/api/v1/codings/[id]/route';
import { POST as takeIt } from '@/app/api/v1/codings/[id]/take/route';
import { POST as request } from '@/app/api/v1/incidents/[id]/coding/route';
import { POST as act, GET as reviewOf } from '@/app/api/v1/incidents/[id]/review/route';
import { GET, PUT } from '@/app/api/v1/incidents/[id]/route';
import { POST } from '@/app/api/v1/incidents/route';
import type { Incident } from '@/domain/incident';
import { type Codes, codesOfRecord } from '@/domain/review/coding';
import { database } from '@/server/database';
import { checkLedger } from '@/server/ledger';
import { codingStateOf } from '@/server/review/coding-state';
import { onBoth } from '@/server/testing/both';
import { hostileBodies } from '@/server/testing/hostile';
import { anIncident } from '@/server/testing/incident';
import { asked, at, type SignedIn, signedIn } from '@/server/testing/person';

onBoth('double coding', (fresh) => {
  let rosa: SignedIn;
  let anna: SignedIn;
  let amir: SignedIn;
  let remy: SignedIn;
  beforeAll(async () => {
    await fresh();
    rosa = await signedIn('Rosa', 'recorder');
    anna = await signedIn('Anna', 'analyst');
    amir = await signedIn('Amir', 'analyst');
    remy = await signedIn('Remy', 'reviewer');
  });

  const json = async (answer: Response) => ({ status: answer.status, ...(await answer.json()) });
  const review = async (who: SignedIn, id: string, action: string, basedOn = 1, reason = 'x') =>
    json(
      await act(asked('/x', { cookie: who.cookie, json: { action, basedOn, reason } }), at({ id })),
    );
  /** Logs a record and submits it; tells the coding that is wanted. */
  const submitted = async (incident: Incident, by = anna): Promise<string> => {
    await POST(asked('/incidents', { cookie: rosa.cookie, json: { incident } }));
    await review(by, incident.id, 'submit');
    return codingFor(incident.id);
  };
  const codingFor = async (incidentId: string) => {
    const coding = await database().coding.findFirst({ where: { incidentId, supersededAt: null } });
    return coding?.id ?? '';
  };
  const read = async (who: SignedIn | null, id: string) =>
    json(await codingOf(asked('/x', { cookie: who?.cookie }), at({ id })));
  const code = async (who: SignedIn, id: string, codes: unknown) =>
    json(
      await handIn(asked('/x', { cookie: who.cookie, method: 'PUT', json: { codes } }), at({ id })),
    );
  const reconcile = async (who: SignedIn, id: string, resolutions: unknown) =>
    json(await settle(asked('/x', { cookie: who.cookie, json: { resolutions } }), at({ id })));
  const revise = async (incident: Incident, basedOn: number, who = rosa) =>
    json(
      await PUT(
        asked('/x', {
          ...{ cookie: who.cookie, method: 'PUT' },
          json: { incident, basedOn, reason: 'why' },
        }),
        at({ id: incident.id }),
      ),
    );
  const stateOf = async (id: string, revision: number) => codingStateOf(database(), id, revision);
  const same = codesOfRecord(anIncident('any'));
  const other: Codes = {
    ...{ conduct: ['disruption'], objects: same.objects, severity: 2 },
    grades: [{ claim: 'c1', reliability: 'C', credibility: 3 }],
  };

  it('is asked of an analyst who neither wrote the record nor put it forward', async () => {
    const id = await submitted(anIncident('first'));
    const coding = await database().coding.findUnique({ where: { id } });
    expect(coding).toMatchObject({
      ...{ firstCoderId: anna.actor.id, secondCoderId: amir.actor.id, revision: 1 },
      ...{ handedInAt: null, secondCodes: null },
    });
  });

  it('shows the second coder the incident without a code, and the codes of nobody', async () => {
    const told = await read(amir, await codingFor('first'));
    expect(told).toMatchObject({
      ...{ status: 200, state: 'wanted', mine: true, mayCode: true, codes: null },
      incident: { title: 'Incident first', claims: [{ id: 'c1', basis: 'legal' }] },
    });
    expect(JSON.stringify(told)).not.toMatch(
      /doxing|severity|reliability|credibility|political-party/,
    );
    const onesSelf = await reviewOf(asked('/x', { cookie: amir.cookie }), at({ id: 'first' }));
    expect(await onesSelf.json()).toMatchObject({ state: 'submitted', coding: 'wanted' });
  });

  it('is refused to those it was not given to', async () => {
    const id = await codingFor('first');
    expect(await code(anna, id, same)).toMatchObject({ status: 403, code: 'own_work' });
    expect(await code(remy, id, same)).toMatchObject({ status: 403, code: 'role' });
    const ari = await signedIn('Ari', 'analyst');
    expect(await code(ari, id, same)).toMatchObject({ status: 403, code: 'not_assigned' });
    const took = await takeIt(asked('/x', { cookie: ari.cookie, json: {} }), at({ id }));
    expect((await json(took)).code).toBe('not_assigned');
    expect(await read(rosa, id)).toMatchObject({ status: 403, code: 'role' });
    expect(await read(null, id)).toMatchObject({ status: 401 });
    expect(await read(amir, crypto.randomUUID())).toMatchObject({ status: 404 });
    await database().roleGrant.updateMany({
      where: { userId: ari.actor.id },
      data: { revokedAt: new Date() },
    });
  });

  it('grades every claim, and no other', async () => {
    const id = await codingFor('first');
    const none = await code(amir, id, { ...other, grades: [] });
    expect(none).toMatchObject({ status: 400, error: { field: 'codes.grades' } });
    const [grade] = other.grades;
    const more = await code(amir, id, { ...other, grades: [grade, { ...grade, claim: 'c9' }] });
    expect(more).toMatchObject({ status: 400, error: { message: /c9/ } });
  });

  it('is handed in once, and then tells where the two differ', async () => {
    const id = await codingFor('first');
    const done = await code(amir, id, other);
    expect(done.differences).toEqual([
      { variable: 'conduct', first: ['data-theft-and-doxing'], second: ['disruption'] },
      { variable: 'severity', first: 4, second: 2 },
      {
        variable: 'grade:c1',
        first: { reliability: 'B', credibility: 1 },
        second: { reliability: 'C', credibility: 3 },
      },
    ]);
    expect(await code(amir, id, other)).toMatchObject({ status: 409, code: 'handed_in' });
    expect(await read(amir, id)).toMatchObject({ state: 'differs', codes: { second: other } });
    expect(await stateOf('first', 1)).toMatchObject({ secondCoding: true, reconciled: false });
    expect(await review(remy, 'first', 'accept')).toMatchObject({
      status: 409,
      code: 'reconciled',
    });
  });

  it('is reconciled with a value and a reason for each difference', async () => {
    const id = await codingFor('first');
    const conduct = { variable: 'conduct', value: same.conduct, reason: 'Taken and published.' };
    const severity = { variable: 'severity', value: 3, reason: 'Between the two.' };
    const grade = {
      ...{ variable: 'grade', claim: 'c1', value: { reliability: 'B', credibility: 2 } },
      reason: 'An indictment.',
    };
    const refused = [
      [[conduct, severity], 'missing'],
      [
        [conduct, severity, grade, { ...conduct, variable: 'objects', value: same.objects }],
        'needless',
      ],
      [[conduct, conduct, severity, grade], 'repeated'],
      [[conduct, severity, { ...grade, reason: '' }], 'blank'],
    ] as const;
    for (const [resolutions, code_] of refused) {
      const answer = await reconcile(anna, id, resolutions);
      expect([answer.status, answer.faults[0].code]).toEqual([400, code_]);
    }
    expect(await reconcile(remy, id, [conduct])).toMatchObject({ status: 403, code: 'role' });
    expect(await reconcile(anna, id, [conduct, severity, grade])).toMatchObject({
      ...{ status: 200, revision: 2 },
    });
    expect(await reconcile(anna, id, [conduct])).toMatchObject({ status: 409, code: 'settled' });
    const kept = await json(await GET(asked('/x', { cookie: amir.cookie }), at({ id: 'first' })));
    expect(kept.incident).toMatchObject({
      ...{ severity: 3, conduct: same.conduct },
      claims: [{ reliability: 'B', credibility: 2 }],
    });
  });

  it('keeps the record under review at its new revision, written by whoever reconciled it', async () => {
    expect(await stateOf('first', 2)).toMatchObject({ secondCoding: true, reconciled: true });
    const told = await json(
      await reviewOf(asked('/x', { cookie: remy.cookie }), at({ id: 'first' })),
    );
    expect(told).toMatchObject({ state: 'submitted', revision: 2, coding: 'settled' });
    expect(told.steps.at(-1)).toMatchObject({ action: 'reconcile', by: 'Anna', revision: 2 });
    expect(await review(remy, 'first', 'accept', 1)).toMatchObject({ status: 409, current: 2 });
    expect(await review(remy, 'first', 'accept', 2)).toMatchObject({ state: 'accepted' });
  });

  it('is settled at once where the two agree', async () => {
    const id = await submitted(anIncident('agreed'));
    expect(await code(amir, id, same)).toMatchObject({ status: 200, differences: [] });
    expect(await review(remy, 'agreed', 'accept')).toMatchObject({ state: 'accepted' });
  });

  it('waits for the record where it was revised meanwhile, and its coder stays blind', async () => {
    const id = await submitted(anIncident('moved'));
    expect((await revise(anIncident('moved', { severity: 5 }), 1)).status).toBe(200);
    expect(await code(amir, id, same)).toMatchObject({ status: 409, code: 'moved_on' });
    expect(await read(amir, id)).toMatchObject({ movedOn: true });
    const hidden = await json(await GET(asked('/x', { cookie: amir.cookie }), at({ id: 'moved' })));
    expect(hidden).toMatchObject({ status: 403, code: 'blind' });
    expect(await revise(anIncident('moved'), 2, amir)).toMatchObject({
      status: 403,
      code: 'blind',
    });
    expect(await review(amir, 'moved', 'submit', 2)).toMatchObject({ code: 'blind' });
    await review(anna, 'moved', 'submit', 2);
    const next = await codingFor('moved');
    expect(next).not.toBe(id);
    expect(await read(amir, next)).toMatchObject({ state: 'wanted', mine: true, revision: 2 });
    expect(await read(amir, id)).toMatchObject({ state: 'superseded' });
    expect((await code(amir, id, same)).code).toBe('superseded');
  });

  it('is over where it was not reconciled before the record changed', async () => {
    const id = await codingFor('moved');
    await code(amir, id, other);
    await revise(anIncident('moved', { title: 'Renamed', severity: 5 }), 2);
    expect(await reconcile(anna, id, [])).toMatchObject({ status: 409, code: 'superseded' });
    expect(await stateOf('moved', 3)).toMatchObject({ secondCoding: false, reconciled: false });
  });

  it('sends an accepted record to be coded again by an analyst, once', async () => {
    await database().incident.update({
      where: { id: 'moved' },
      data: { reviewState: 'accepted', published: true },
    });
    const ask = async (who: SignedIn, id: string, basedOn: number) =>
      json(await request(asked('/x', { cookie: who.cookie, json: { basedOn } }), at({ id })));
    expect(await ask(rosa, 'moved', 3)).toMatchObject({ status: 403, code: 'role' });
    expect(await ask(anna, 'moved', 2)).toMatchObject({ status: 409, code: 'moved_on' });
    expect(await ask(anna, 'nowhere', 1)).toMatchObject({ status: 404 });
    const made = await ask(anna, 'moved', 3);
    expect(made.status).toBe(201);
    expect(await ask(anna, 'moved', 3)).toMatchObject({ status: 409, code: 'coded' });
    const codes = { ...same, severity: 1 };
    expect((await code(amir, made.id, codes)).differences).toHaveLength(1);
    const severity = { variable: 'severity', value: 5, reason: 'The first was right.' };
    expect(await reconcile(amir, made.id, [severity])).toMatchObject({ status: 200, revision: 3 });
    // Nothing changed in the record: it stays accepted.
    const told = await json(await reviewOf(asked('/x'), at({ id: 'moved' })));
    expect(told).toMatchObject({ state: 'accepted', coding: 'settled' });
  });

  it('makes an accepted record a revised one where its codes change', async () => {
    await POST(
      asked('/incidents', { cookie: rosa.cookie, json: { incident: anIncident('late') } }),
    );
    await database().incident.update({
      where: { id: 'late' },
      data: { reviewState: 'accepted', published: true },
    });
    const made = await json(
      await request(asked('/x', { cookie: anna.cookie, json: { basedOn: 1 } }), at({ id: 'late' })),
    );
    await code(amir, made.id, { ...same, severity: 1 });
    const severity = { variable: 'severity', value: 1, reason: 'No effect was shown.' };
    expect(await reconcile(anna, made.id, [severity])).toMatchObject({ revision: 2 });
    const told = await json(await reviewOf(asked('/x'), at({ id: 'late' })));
    expect(told).toMatchObject({ state: 'revised', revisedSince: true, coding: 'settled' });
  });

  it('is open to any analyst who may where nobody can be given it, and goes to one of two', async () => {
    const alone = await signedIn('Alone', 'recorder', 'analyst');
    for (const { actor } of [anna, amir])
      await database().roleGrant.updateMany({
        where: { userId: actor.id },
        data: { revokedAt: new Date() },
      });
    const id = await submitted(anIncident('open'), alone);
    const before = await database().coding.findUnique({ where: { id } });
    expect(before?.secondCoderId).toBeNull();
    const late = [await signedIn('Lea', 'analyst'), await signedIn('Leo', 'analyst')];
    expect(await read(late[0] ?? null, id)).toMatchObject({ open: true, mine: false, codes: null });
    const results = await Promise.all(
      late.map(
        async ({ cookie }) => (await takeIt(asked('/x', { cookie, json: {} }), at({ id }))).status,
      ),
    );
    expect(results.sort()).toEqual([200, 403]);
    // Whoever cannot code any more leaves it to the others.
    const holder = await database().coding.findUnique({ where: { id } });
    await database().user.update({
      where: { id: holder?.secondCoderId ?? '' },
      data: { disabledAt: new Date() },
    });
    const rest = late.find(({ actor }) => actor.id !== holder?.secondCoderId);
    const took = await takeIt(asked('/x', { cookie: rest?.cookie, json: {} }), at({ id }));
    expect(took.status).toBe(200);
  });

  it('answers hostile bodies without a fault of its own', async () => {
    const who = await signedIn('Hannes', 'analyst');
    const id = await submitted(anIncident('hostile'), await signedIn('Hanna', 'analyst'));
    const routes = [
      { send: (sent: Request) => handIn(sent, at({ id })), valid: { codes: other } },
      {
        send: (sent: Request) => settle(sent, at({ id })),
        valid: { resolutions: [{ variable: 'severity', value: 3, reason: 'x' }] },
      },
      { send: (sent: Request) => request(sent, at({ id: 'hostile' })), valid: { basedOn: 1 } },
      {
        send: (sent: Request) => act(sent, at({ id: 'hostile' })),
        valid: { action: 'submit', basedOn: 1, reason: null },
      },
    ];
    for (const [index, { send, valid }] of routes.entries())
      for (const { body, type } of fc.sample(hostileBodies(valid), { numRuns: 25, seed: index })) {
        const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
        const answer = await send(
          new Request('http://localhost:3000/x', {
            ...{ method: 'POST', body: new Uint8Array(bytes) },
            headers: { cookie: who.cookie, ...(type === null ? {} : { 'content-type': type }) },
          }),
        );
        const said = await answer.json();
        expect(answer.status, JSON.stringify(said).slice(0, 300)).toBeLessThan(500);
        if (answer.status >= 400) expect(said.error.message).toMatch(/\S/);
      }
    expect(await checkLedger()).toMatchObject({ ok: true });
  });
});
