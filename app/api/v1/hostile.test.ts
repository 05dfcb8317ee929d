import * as fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { PUT as saveDraft } from '@/app/api/v1/drafts/[id]/route';
import { POST as createDraft } from '@/app/api/v1/drafts/route';
import { POST as openEvidence } from '@/app/api/v1/evidence/[item]/open/route';
import { POST as withdraw } from '@/app/api/v1/evidence/[item]/withdraw/route';
import { POST as propose } from '@/app/api/v1/incidents/[id]/proposals/route';
import { PUT as revise } from '@/app/api/v1/incidents/[id]/route';
import { POST as likeness } from '@/app/api/v1/incidents/likeness/route';
import { POST as log } from '@/app/api/v1/incidents/route';
import { POST as shorten } from '@/app/api/v1/permalinks/route';
import { POST as decide } from '@/app/api/v1/proposals/[id]/decision/route';
import { incidentSchema } from '@/domain/incident';
import { incidentDraftSchema } from '@/domain/incident-draft';
import { hashOf } from '@/domain/ledger';
import { loggingFaults } from '@/domain/logging-rules';
import { database } from '@/server/database';
import { checkLedger } from '@/server/ledger';
import { onBoth } from '@/server/testing/both';
import { type HostileBody, hostileBodies } from '@/server/testing/hostile';
import { anIncident } from '@/server/testing/incident';
import { asked, at, type SignedIn, signedIn } from '@/server/testing/person';

/** As many as SERVANDA_HOSTILE names. */
const SUBMISSIONS = Number(process.env.SERVANDA_HOSTILE ?? 400);
const PEOPLE = 20;

interface Route {
  readonly name: string;
  readonly send: (request: Request) => Promise<Response>;
  readonly valid: unknown;
}

const draft = { title: 'Half', claims: [{ id: 'c1', note: 'x' }], started: { date: '2016-0' } };
const logged = (id: string) => ({ incident: anIncident(id), reason: 'A new report' });

/** A request with such a body, as it comes over the wire. */
function sent({ body, type, chunked }: HostileBody, cookie: string, number: number): Request {
  const text = typeof body === 'string' ? body.replaceAll('new-id', `hostile-${number}`) : body;
  const bytes = new Uint8Array(typeof text === 'string' ? new TextEncoder().encode(text) : text);
  const stream = () =>
    new ReadableStream<Uint8Array>({
      start(controller) {
        for (let from = 0; from < bytes.length; from += 65_536)
          controller.enqueue(bytes.slice(from, from + 65_536));
        controller.close();
      },
    });
  return new Request('http://localhost:3000/api/v1/x', {
    ...{ method: 'POST', duplex: 'half', body: chunked ? stream() : bytes },
    headers: { cookie, ...(type === null ? {} : { 'content-type': type }) },
  });
}

onBoth('hostile submissions', (fresh) => {
  let people: SignedIn[];
  let reviewer: SignedIn;
  let routes: Route[];
  beforeAll(async () => {
    await fresh();
    people = [];
    for (let n = 0; n < PEOPLE; n += 1) people.push(await signedIn(`P${n}`, 'recorder'));
    reviewer = await signedIn('Rita', 'reviewer');
    const [first] = people;
    if (first === undefined) throw new Error('nobody');
    const own = { cookie: first.cookie };
    await log(asked('/incidents', { ...own, json: logged('target') }));
    const made = await createDraft(asked('/drafts', { ...own, json: { payload: {} } }));
    const id: string = (await made.json()).id;
    const proposed = await propose(
      asked('/x', { ...own, json: { kind: 'retract', reason: 'x' } }),
      at({ id: 'target' }),
    );
    const proposal: string = (await proposed.json()).id;
    const target = at({ id: 'target' });
    routes = [
      { name: 'POST /incidents', send: log, valid: logged('new-id') },
      {
        ...{ name: 'PUT /incidents/[id]', send: (request) => revise(request, target) },
        valid: { ...logged('target'), basedOn: 1 },
      },
      { name: 'POST /drafts', send: createDraft, valid: { payload: draft } },
      {
        ...{ name: 'PUT /drafts/[id]', send: (request) => saveDraft(request, at({ id })) },
        valid: { basedOn: 1, payload: draft },
      },
      { name: 'POST /incidents/likeness', send: likeness, valid: { draft } },
      {
        ...{ name: 'POST …/proposals', send: (request) => propose(request, target) },
        valid: { kind: 'merge', reason: 'x', into: 'target' },
      },
      {
        name: 'POST …/decision',
        send: (request) => decide(request, at({ id: proposal })),
        valid: { accept: false, reason: 'x' },
      },
      {
        ...{ name: 'POST /permalinks', send: shorten },
        valid: { path: '/trends', query: 'by=month' },
      },
      {
        name: 'POST …/open',
        send: (request) => openEvidence(request, at({ item: crypto.randomUUID() })),
        valid: { reason: 'x' },
      },
      {
        name: 'POST …/withdraw',
        send: (request) => withdraw(request, at({ item: crypto.randomUUID() })),
        valid: { reason: 'x' },
      },
    ];
  }, 120_000);

  it(`answers ${SUBMISSIONS} of them without a fault of its own`, async () => {
    const counts = new Map<string, number>();
    const count = (word: string) => counts.set(word, (counts.get(word) ?? 0) + 1);
    const submission = fc
      .nat(routes.length - 1)
      .chain((index) => fc.tuple(fc.constant(index), hostileBodies(routes[index]?.valid)));
    const samples = fc.sample(submission, { numRuns: SUBMISSIONS, seed: 20261122 });
    for (const [number, [index, body]] of samples.entries()) {
      const route = routes[index];
      const who = route?.name === 'POST …/decision' ? reviewer : people[number % PEOPLE];
      if (route === undefined || who === undefined) throw new Error('no such route');
      const answer = await route.send(sent(body, who.cookie, number));
      const said = await answer.json();
      const told = `${route.name} ${String(body.body).slice(0, 400)} ${JSON.stringify(said).slice(0, 400)}`;
      expect(answer.status, told).toBeLessThan(500);
      count(`${answer.status}`);
      if (answer.status < 300) {
        count(route.name);
        continue;
      }
      expect(said.error.message, told).toMatch(/\S/);
      expect(said.error.code, told).toMatch(/^[a-z_]+$/);
      if (![401, 403, 404, 429].includes(answer.status))
        expect(said.error.field, told).toMatch(/\S/);
      for (const fault of said.faults ?? []) expect(fault.code, told).toMatch(/^[a-z_]+$/);
    }
    process.stdout.write(
      `hostile submissions: ${[...counts]
        .sort()
        .map(([word, n]) => `${word}: ${n}`)
        .join(', ')}\n`,
    );
    const accepted = (name: string) => counts.get(name) ?? 0;
    const revisions = await database().incidentRevision.findMany();
    expect(revisions).toHaveLength(
      1 + accepted('POST /incidents') + accepted('PUT /incidents/[id]'),
    );
    expect(await database().draft.count()).toBe(1 + accepted('POST /drafts'));
    for (const { payload, payloadHash } of revisions) {
      const incident = incidentSchema.parse(payload);
      expect(hashOf(payload)).toBe(payloadHash);
      const faults = loggingFaults(incident, Date.now());
      expect(faults.filter(({ level }) => level === 'refused')).toEqual([]);
    }
    for (const { payload } of await database().draft.findMany()) incidentDraftSchema.parse(payload);
    expect(await checkLedger()).toMatchObject({ ok: true });
  }, 300_000);
});
