import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { GET as codingOf, PUT as handIn } from '@/app/api/v1/codings/[id]/route';
import { GET as commissionFindings } from '@/app/api/v1/commission/findings/route';
import { GET as draftOf } from '@/app/api/v1/drafts/[id]/route';
import { POST as createDraft, GET as drafts } from '@/app/api/v1/drafts/route';
import { GET as evidenceImpact } from '@/app/api/v1/evidence/[item]/impact/route';
import { GET as evidenceFile } from '@/app/api/v1/evidence/[item]/route';
import { GET as findingsExport } from '@/app/api/v1/findings/export/route';
import { GET as findings, POST as nominate } from '@/app/api/v1/findings/route';
import { GET as why } from '@/app/api/v1/findings/why/route';
import { GET as inbox } from '@/app/api/v1/inbox/route';
import { GET as evidenceOf } from '@/app/api/v1/incidents/[id]/evidence/route';
import { GET as impactOf } from '@/app/api/v1/incidents/[id]/impact/route';
import { GET as looksOf } from '@/app/api/v1/incidents/[id]/looks/route';
import { POST as propose } from '@/app/api/v1/incidents/[id]/proposals/route';
import { POST as act, GET as reviewOf } from '@/app/api/v1/incidents/[id]/review/route';
import { GET as revisionOf } from '@/app/api/v1/incidents/[id]/revisions/[number]/route';
import { GET as revisionsOf } from '@/app/api/v1/incidents/[id]/revisions/route';
import { GET as incidentOf, PUT as revise } from '@/app/api/v1/incidents/[id]/route';
import { POST as likeness } from '@/app/api/v1/incidents/likeness/route';
import { GET as incidents, POST as log } from '@/app/api/v1/incidents/route';
import { GET as labColumns } from '@/app/api/v1/lab/columns/route';
import { GET as compareBrief } from '@/app/api/v1/lab/compare/brief/route';
import { GET as compareCases } from '@/app/api/v1/lab/compare/cases/route';
import { GET as compareFlips } from '@/app/api/v1/lab/compare/flips/route';
import { GET as compare } from '@/app/api/v1/lab/compare/route';
import { GET as compareWhy } from '@/app/api/v1/lab/compare/why/route';
import { GET as labFlips } from '@/app/api/v1/lab/flips/route';
import { GET as lab } from '@/app/api/v1/lab/route';
import { GET as smallest } from '@/app/api/v1/lab/smallest/route';
import { GET as labTraces } from '@/app/api/v1/lab/traces/route';
import { GET as proposals } from '@/app/api/v1/proposals/route';
import { GET as desk } from '@/app/api/v1/review/route';
import { GET as standing } from '@/app/api/v1/standing/route';
import { GET as trends } from '@/app/api/v1/trends/[view]/route';
import type { Incident } from '@/domain/incident';
import { VIEWS } from '@/domain/view/views';
import { database } from '@/server/database';
import { addEvidence } from '@/server/evidence/adding';
import { sha256Of } from '@/server/evidence/item';
import { incidentPage } from '@/server/incident-page';
import { append, writing } from '@/server/ledger';
import { pactPage } from '@/server/pact-page';
import { keepPact } from '@/server/pacts';
import { previewPolicy } from '@/server/policy-preview';
import { visibilityOf } from '@/server/review/blind';
import { onBoth } from '@/server/testing/both';
import { anIncident } from '@/server/testing/incident';
import { aPact } from '@/server/testing/pact';
import { asked, at, type SignedIn, signedIn } from '@/server/testing/person';

/** Words that stand nowhere but in what is coded, and in what was said of it. */
const CODES = /dangerous-laser|election-infrastructure|GRADED-SO|"severity":5|"reliability":"E"/;
const secret = (changes: Partial<Incident> = {}): Incident => {
  const plain = anIncident('secret');
  return anIncident('secret', {
    ...{ conduct: ['dangerous-laser', 'data-theft-and-doxing'], severity: 5 },
    ...{ objects: ['election-infrastructure', 'political-party'], severityNote: 'GRADED-SO' },
    claims: plain.claims.map((claim) => ({ ...claim, reliability: 'E' as const })),
    ...changes,
  });
};

type Handler = (request: Request) => Promise<Response>;

onBoth('a pending blind task', (fresh) => {
  let rosa: SignedIn;
  let anna: SignedIn;
  let amir: SignedIn;
  let item: string;
  let draft: string;
  let coding: string;
  const ask = '?pact=a-pact&incident=secret&clause=c1&accused=RU';
  const SIDES = '?pact=a-pact&bPact=a-pact&bSet=theta.link:0.01';

  const send = async (
    who: SignedIn,
    handler: Handler,
    path = '/x',
    json?: unknown,
    method = 'GET',
  ) =>
    handler(
      asked(path, {
        cookie: who.cookie,
        method: json === undefined ? method : method === 'GET' ? 'POST' : method,
        json,
      }),
    );

  beforeAll(async () => {
    await fresh();
    rosa = await signedIn('Rosa', 'recorder');
    anna = await signedIn('Anna', 'analyst');
    amir = await signedIn('Amir', 'analyst');
    await writing(async (tx) => {
      const author = { kind: 'program', name: 'import' } as const;
      const { at: when } = await append(tx, {
        ...{ actor: author, type: 'pacts.imported', subject: 'pacts:library', payload: {} },
      });
      await keepPact(tx, author, aPact('a-pact'), new Date(when));
    });
    await send(rosa, log, '/incidents', { incident: secret({ severity: 4 }) });
    await send(rosa, log, '/incidents', { incident: anIncident('plain') });
    await send(
      rosa,
      (request) => revise(request, at({ id: 'secret' })),
      '/x',
      { incident: secret(), basedOn: 1, reason: 'GRADED-SO' },
      'PUT',
    );
    // A change that Amir once began, with the codes of the record in it.
    const made = await send(amir, createDraft, '/drafts', {
      ...{ incidentId: 'secret', basedOn: 2, payload: { ...secret() } },
    });
    draft = (await made.json()).id;
    const bytes = new TextEncoder().encode('a report');
    const added = await addEvidence(
      rosa.actor,
      'secret',
      {
        ...{ sha256: sha256Of(bytes), name: 'a.txt', description: 'x', tool: 'x', url: null },
        ...{ tlp: 'CLEAR', claims: [], capturedAt: '2026-01-01T00:00Z', sealed: false },
      },
      { bytes, mediaType: 'text/plain' },
    );
    item = added.ok ? added.id : '';
    await send(rosa, (request) => propose(request, at({ id: 'secret' })), '/x', {
      kind: 'retract',
      reason: 'GRADED-SO',
    });
    await send(anna, (request) => act(request, at({ id: 'secret' })), '/x', {
      ...{ action: 'submit', basedOn: 2 },
    });
    const open = await database().coding.findFirstOrThrow({ where: { incidentId: 'secret' } });
    expect(open.secondCoderId).toBe(amir.actor.id);
    coding = open.id;
  });

  /** Every route that reads, asked about the record, and what it answers whoever has to code it. */
  const on =
    <T extends object>(
      route: (request: Request, about: { params: Promise<T> }) => Promise<Response>,
      params: () => T,
    ): Handler =>
    (request) =>
      route(request, at(params()));
  const id = () => ({ id: 'secret' });
  const row = (path: string, status: number, handler: Handler, query = '') => ({
    ...{ path, status, handler, query },
  });
  const READS = [
    row(
      'codings/[id]',
      200,
      on(codingOf, () => ({ id: coding })),
    ),
    row('commission/findings', 200, commissionFindings),
    row(
      'drafts/[id]',
      404,
      on(draftOf, () => ({ id: draft })),
    ),
    row('drafts', 200, drafts),
    row(
      'evidence/[item]/impact',
      403,
      on(evidenceImpact, () => ({ item })),
    ),
    row(
      'evidence/[item]',
      403,
      on(evidenceFile, () => ({ item })),
    ),
    row('findings', 200, findings, '?pact=a-pact'),
    row('findings/export', 200, findingsExport, '?pact=a-pact&format=json'),
    row('findings/why', 403, why, ask),
    row('inbox', 200, inbox),
    row('incidents/[id]/evidence', 200, on(evidenceOf, id)),
    row('incidents/[id]/looks', 403, on(looksOf, id)),
    row('incidents/[id]/impact', 403, on(impactOf, id)),
    row('incidents/[id]/review', 200, on(reviewOf, id)),
    row(
      'incidents/[id]/revisions/[number]',
      403,
      on(revisionOf, () => ({ ...id(), number: '1' })),
    ),
    row('incidents/[id]/revisions', 403, on(revisionsOf, id)),
    row('incidents/[id]', 403, on(incidentOf, id)),
    row('incidents', 200, incidents, '?severity=5'),
    row('lab', 200, lab, '?pact=a-pact'),
    row('lab/columns', 200, labColumns, '?pact=a-pact'),
    row('lab/compare', 200, compare, SIDES),
    row('lab/compare/brief', 200, compareBrief, SIDES),
    row('lab/compare/cases', 200, compareCases, `${SIDES}&clause=c1&bClause=c1&verdict=PENDING`),
    row('lab/compare/flips', 200, compareFlips, SIDES),
    row('lab/compare/why', 403, compareWhy, `${SIDES}&incident=secret&clause=c1&accused=RU`),
    row('lab/flips', 200, labFlips, '?pact=a-pact&set=theta.link:0.01'),
    row('lab/smallest', 404, smallest, '?pact=a-pact&want=clear&findings=secret~c1~RU'),
    row('lab/traces', 403, labTraces, `${ask}&set=theta.link:0.01`),
    row('proposals', 200, proposals),
    row('review', 200, desk),
    row('standing', 200, standing, '?pact=a-pact'),
    ...VIEWS.map(({ name }) =>
      row(
        'trends/[view]',
        200,
        on(trends, () => ({ view: name })),
        '?pact=a-pact',
      ),
    ),
  ];

  /** Routes that read nothing of incidents, or are for an auditor, who holds no other role. */
  const ELSEWHERE =
    /^(commission\/sessions|feeds?|findings\/\[id\]|inbox\/|lab\/scenarios|ledger|me|pact-drafts|pacts|policy|sessions|users|calendar)/;

  it('is tried on every route that reads', () => {
    const root = join('app', 'api', 'v1');
    const reading = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith(`${sep}route.ts`))
      .filter((path) => /function GET/.test(readFileSync(join(root, path), 'utf8')))
      .map((path) => path.slice(0, -`${sep}route.ts`.length).replaceAll(sep, '/'));
    const tried = new Set(READS.map(({ path }) => path));
    expect(reading.filter((path) => !tried.has(path) && !ELSEWHERE.test(path))).toEqual([]);
  });

  it.each(READS)('hides the codes of others in GET $path', async ({ status, handler, query }) => {
    const answer = await send(amir, handler, `/x${query}`);
    const said = await answer.text();
    expect(said).not.toMatch(CODES);
    expect(answer.status).toBe(status);
    if (status === 403 && !/sealed/.test(said))
      expect(said).toContain('Your own coding comes first.');
  });

  it('leaves the record out of lists and figures, and says so', async () => {
    for (const [handler, query] of [
      [incidents, ''],
      [findings, '?pact=a-pact'],
      [standing, '?pact=a-pact'],
    ] as const) {
      const mine = await (await send(amir, handler, `/x${query}`)).json();
      const others = await (await send(anna, handler, `/x${query}`)).json();
      expect(JSON.stringify(mine)).not.toContain('secret');
      expect([mine.withheld, others.withheld]).toEqual([1, 0]);
      expect(JSON.stringify(others)).not.toEqual(JSON.stringify({ ...mine, withheld: 0 }));
    }
    const seen = await visibilityOf(amir.actor);
    const pact = await pactPage('a-pact', seen);
    expect(JSON.stringify(pact?.records)).not.toEqual(
      JSON.stringify((await pactPage('a-pact', await visibilityOf(anna.actor)))?.records),
    );
    const preview = await previewPolicy(amir.actor, {
      changes: { objectionDays: 45 },
      pact: 'a-pact',
    });
    expect(preview.ok).toBe(true);
    expect(JSON.stringify(preview)).not.toContain('secret');
  });

  it('hides the page of the record as well', async () => {
    const question = { pact: null, clause: null, accused: null, from: null, asOf: null };
    expect(await incidentPage('secret', question, amir.actor)).toBeNull();
    expect(await incidentPage('secret', question, anna.actor)).not.toBeNull();
  });

  it('seals every piece of its evidence, whatever its conduct', async () => {
    const listed = async (who: SignedIn) =>
      (await (await send(who, (request) => evidenceOf(request, at({ id: 'secret' })))).json())
        .evidence[0];
    expect(await listed(amir)).toMatchObject({ sealed: true, custody: [] });
    expect(await listed(anna)).toMatchObject({ sealed: false });
  });

  it.each<[string, Handler, unknown, string?]>([
    [
      'a revision',
      (request) => revise(request, at({ id: 'secret' })),
      { incident: secret(), basedOn: 2, reason: 'x' },
      'PUT',
    ],
    [
      'a submission',
      (request) => act(request, at({ id: 'secret' })),
      { action: 'submit', basedOn: 2 },
    ],
    [
      'a proposal',
      (request) => propose(request, at({ id: 'secret' })),
      { kind: 'retract', reason: 'x' },
    ],
    ['a draft', createDraft, { incidentId: 'secret', basedOn: 2, payload: {} }],
    ['a nomination', nominate, { incident: 'secret', pact: 'a-pact', clause: 'c1', accused: 'RU' }],
  ])('refuses %s of it', async (_what, handler, json, method) => {
    const answer = await send(amir, handler, '/x', json, method);
    expect([answer.status, (await answer.json()).code]).toEqual([403, 'blind']);
  });

  it('gives no hint of it either', async () => {
    const answer = await send(amir, likeness, '/x', { draft: { title: 'Incident secret' } });
    expect(JSON.stringify(await answer.json())).not.toContain('"secret"');
  });

  it('ends with the own coding', async () => {
    const codes = {
      ...{ conduct: ['disruption'], objects: ['political-party'], severity: 1 },
      grades: [{ claim: 'c1', reliability: 'A', credibility: 1 }],
    };
    await send(amir, (request) => handIn(request, at({ id: coding })), '/x', { codes }, 'PUT');
    const answer = await send(amir, (request) => incidentOf(request, at({ id: 'secret' })));
    expect(await answer.text()).toMatch(CODES);
    const list = await (await send(amir, incidents)).json();
    expect(list.withheld).toBe(0);
  });
});
