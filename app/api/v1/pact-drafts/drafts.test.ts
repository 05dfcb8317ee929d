import { beforeAll, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { POST as tryClauses } from '@/app/api/v1/lab/clause-record/route';
import { GET as readPact } from '@/app/api/v1/pacts/[id]/route';
import { forkedDraft, type PactDraft } from '@/domain/pact-draft/draft';
import { textHash } from '@/domain/pact-text';
import { ingest } from '@/server/ingest';
import { append, checkLedger, ledgerRecords, writing } from '@/server/ledger';
import { getPact, keepPact } from '@/server/pacts';
import { onBoth, onEmbedded } from '@/server/testing/both';
import { anIncident } from '@/server/testing/incident';
import { aPact } from '@/server/testing/pact';
import { asked, at, type SignedIn, signedIn } from '@/server/testing/person';
import { POST as keep } from './[id]/keep/route';
import { POST as restore } from './[id]/restore/route';
import { GET as read, DELETE as remove, PUT as save } from './[id]/route';
import { POST as begin, GET as list } from './route';

const SEED = { kind: 'program', name: 'seed' } as const;
const ACCORD = aPact('accord');

/** Keeps some pacts as the library has them. */
const library = (...ids: string[]): Promise<void> =>
  writing(async (tx) => {
    const entry = await append(tx, {
      ...{ actor: SEED, type: 'pacts.imported', subject: 'pacts:library', payload: {} },
    });
    for (const id of ids) await keepPact(tx, SEED, aPact(id), new Date(entry.at));
  });

const told = z.looseObject({
  ...{ id: z.string().optional(), revision: z.number().optional(), code: z.string().optional() },
  ...{ version: z.number().optional(), textHash: z.string().optional() },
  faults: z.array(z.looseObject({ path: z.string(), message: z.string() })).optional(),
  drafts: z.array(z.looseObject({ id: z.string(), author: z.string() })).optional(),
});

type Route = (
  request: Request,
  context: ReturnType<typeof at<{ id: string }>>,
) => Promise<Response>;

/** Sends as somebody, and reads what is told of it. */
async function as({ cookie }: SignedIn, route: Route, id: string, json?: unknown, method?: string) {
  const reply = await route(
    asked('/x', { cookie, json, ...(method ? { method } : {}) }),
    at({ id }),
  );
  return { status: reply.status, ...told.parse(await reply.json()) };
}

async function begun(by: SignedIn, json: object): Promise<string> {
  const reply = await begin(asked('/pact-drafts', { cookie: by.cookie, json }));
  expect(reply.status).toBe(201);
  return told.parse(await reply.json()).id ?? '';
}

const saying = (text: string, actDays = 30): PactDraft => {
  const fork = forkedDraft(ACCORD);
  const [c1] = fork.pact?.clauses ?? [];
  const dueDiligence = { ...c1?.dueDiligence, actDays };
  return { ...fork, pact: { ...fork.pact, clauses: [{ ...c1, text, dueDiligence }] } };
};
const put = (by: SignedIn, id: string, basedOn: number, payload: PactDraft, more: object = {}) =>
  as(by, save, id, { basedOn, payload, ...more }, 'PUT');

onBoth('drafts of pacts', (fresh) => {
  let ana: SignedIn;
  let ben: SignedIn;
  /** A pact of its own for each test. */
  let accord = 'accord-0';
  beforeAll(async () => {
    await fresh();
    await library('other');
    ana = await signedIn('Ana', 'analyst');
    ben = await signedIn('Ben', 'analyst');
  });
  beforeEach(async () => {
    accord = `accord-${Number(accord.slice(7)) + 1}`;
    await library(accord);
  });

  it('a fork is saved as typed, read by analysts, kept once, and its version stays as it is', async () => {
    const id = await begun(ana, { pact: accord });
    expect(await put(ana, id, 1, saying('No [theft / theft and publication].'))).toMatchObject({
      ...{ status: 200, revision: 2 },
    });
    expect(await as(ben, read, id)).toMatchObject({
      ...{ status: 200, authorId: ana.actor.id, faults: [] },
      pact: { version: 2, clauses: [{ id: 'c1' }] },
    });
    expect(await put(ben, id, 2, saying('Mine.'))).toMatchObject({
      status: 403,
      code: 'not_author',
    });
    const open = await as(ana, keep, id, { basedOn: 2 });
    expect([open.status, open.faults?.[0]?.path]).toEqual([422, 'pact.clauses[0].text']);
    await put(ana, id, 2, saying('No theft at all.', 60));
    const kept = await as(ana, keep, id, { basedOn: 3 });
    expect(kept).toMatchObject({ status: 201, version: 2 });
    const pact = await getPact(accord);
    expect([pact?.version, pact?.clauses[0]?.dueDiligence?.actDays]).toEqual([2, 60]);
    expect(kept.textHash).toBe(pact && textHash(pact));
    expect((await getPact(accord, 1))?.clauses).toEqual(ACCORD.clauses);
    const [entry] = (await ledgerRecords()).slice(-1);
    expect(entry).toMatchObject({ type: 'pact.kept', subject: `pact:${accord}` });
    expect(await put(ana, id, 3, saying('Later.'))).toMatchObject({ status: 409, code: 'kept' });
    expect(await as(ana, keep, id, { basedOn: 3 })).toMatchObject({ status: 409, code: 'kept' });
    expect(await checkLedger()).toMatchObject({ ok: true });
  });

  it('a clash is refused and loses nothing; what arrives twice is saved once', async () => {
    const id = await begun(ana, { pact: accord });
    const mine = saying('Mine.');
    expect(await put(ana, id, 1, mine)).toMatchObject({ status: 200, revision: 2 });
    expect(await put(ana, id, 1, mine)).toMatchObject({ status: 200, revision: 2 });
    const clash = await put(ana, id, 1, saying('From another window.'));
    expect(clash).toMatchObject({ status: 409, code: 'stale' });
    expect(clash).toHaveProperty('theirs.payload.pact.clauses.0.text', 'Mine.');
    expect(await as(ana, keep, id, { basedOn: 1 })).toMatchObject({ status: 409, code: 'stale' });
  });

  it('two forks kept at once make one version; the other is brought up to it first', async () => {
    const [one, two] = [await begun(ana, { pact: accord }), await begun(ben, { pact: accord })];
    await put(ana, one, 1, saying('No theft.'));
    await put(ben, two, 1, saying('No leaks.'));
    const replies = await Promise.all([
      as(ana, keep, one, { basedOn: 2 }),
      as(ben, keep, two, { basedOn: 2 }),
    ]);
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
    const late = replies[0].status === 409 ? { by: ana, id: one } : { by: ben, id: two };
    expect(await as(late.by, keep, late.id, { basedOn: 2 })).toMatchObject({
      ...{ status: 409, code: 'newer_version', latest: 2 },
    });
    const nowhere = await put(late.by, late.id, 2, saying('Both.'), { rebasedTo: 7 });
    expect(nowhere).toMatchObject({ status: 404, code: 'unknown_version' });
    await put(late.by, late.id, 2, saying('Both.'), { rebasedTo: 2 });
    expect(await as(late.by, keep, late.id, { basedOn: 3 })).toMatchObject({ version: 3 });
  });

  it('a draft is kept as a new pact under a new id, without what states did about the other', async () => {
    const id = await begun(ana, { pact: accord });
    expect(await as(ana, keep, id, { basedOn: 1, newId: 'other' })).toMatchObject({
      ...{ status: 409, code: 'exists' },
    });
    const kept = await as(ana, keep, id, { basedOn: 1, newId: 'accord-of-our-own' });
    expect(kept).toMatchObject({ status: 201, version: 1 });
    expect((await getPact('accord-of-our-own'))?.adherence).toEqual([]);
    const blank = await begun(ana, {});
    expect(await as(ana, keep, blank, { basedOn: 1 })).toMatchObject({ code: 'no_origin' });
    const wanting = await as(ana, keep, blank, { basedOn: 1, newId: 'blank' });
    expect(wanting.faults?.map(({ path }) => path)).toContain('pact.parties[0].code');
  });

  it('a clause that names a party is refused with the word', async () => {
    const id = await begun(ana, { pact: accord });
    await put(ana, id, 1, saying('Russia shall not publish what was taken.'));
    const { status, faults } = await as(ana, keep, id, { basedOn: 2 });
    expect(status).toBe(422);
    expect(faults?.[0]?.message).toContain('“Russia”');
  });

  it('what is deleted is out of the list and comes back', async () => {
    const id = await begun(ana, { pact: accord });
    const listed = async (who: SignedIn, query = '') => {
      const reply = await list(asked(`/pact-drafts${query}`, { cookie: who.cookie }));
      return told.parse(await reply.json()).drafts?.map((draft) => `${draft.author} ${draft.id}`);
    };
    expect(await listed(ben)).toContain(`Ana ${id}`);
    expect(await as(ben, remove, id, undefined, 'DELETE')).toMatchObject({ code: 'not_author' });
    await as(ana, remove, id, undefined, 'DELETE');
    expect(await listed(ben)).not.toContain(`Ana ${id}`);
    expect(await listed(ben, '?deleted')).toEqual([`Ana ${id}`]);
    expect(await put(ana, id, 1, saying('Mine.'))).toMatchObject({ code: 'deleted' });
    await as(ana, restore, id, undefined, 'POST');
    expect(await listed(ben)).toContain(`Ana ${id}`);
  });
});

onEmbedded('the record beside a clause', (fresh) => {
  beforeAll(async () => {
    await fresh();
    await library('accord');
    const incidents = [anIncident('open-leak'), anIncident('quiet-leak', { tlp: 'AMBER' })];
    const dossier = {
      ...{ format: 'servanda.dossier/1' as const, title: 'For tests', license: 'CC0-1.0' },
      ...{ compiledOn: '2026-11-22', incidents, monitoring: [] },
    };
    await ingest(SEED, { id: 'd', dossier, published: true, reason: 'x' });
  });

  it('is that of the incidents its reader may see, for any pact, saved or not', async () => {
    const analyst = await signedIn('Ana', 'analyst');
    const tried = async (cookie?: string) => {
      const reply = await tryClauses(asked('/x', { cookie, json: { pact: aPact('never-saved') } }));
      const { clauses, incidents } = await reply.json();
      return [reply.status, incidents, clauses[0].tested];
    };
    expect(await tried()).toEqual([200, 1, 1]);
    expect(await tried(analyst.cookie)).toEqual([200, 2, 2]);
    expect(await getPact('never-saved')).toBeNull();
  });

  it('a pact that is none is told by field', async () => {
    const pact = { ...ACCORD, clauses: [{ ...ACCORD.clauses[0], theta: { state: 2 } }] };
    const reply = await tryClauses(asked('/x', { json: { pact } }));
    const { faults } = told.parse(await reply.json());
    expect([reply.status, faults?.[0]?.path]).toEqual([400, 'pact.clauses[0].theta.state']);
  });

  it('there is no way to change a version, and visitors read kept versions only', async () => {
    const ana = await signedIn('Ana', 'analyst');
    const id = await begun(ana, { pact: 'accord' });
    await put(ana, id, 1, saying('Not yet.'));
    const reply = await readPact(asked('/x'), at({ id: 'accord' }));
    const { versions, pact } = await reply.json();
    expect([versions.length, pact.clauses[0].text]).toEqual([1, ACCORD.clauses[0]?.text]);
    expect((await read(asked('/x'), at({ id }))).status).toBe(401);
    expect(await as(await signedIn('Vic', 'reviewer'), read, id)).toMatchObject({ code: 'role' });
    expect(await as(await signedIn('Aud', 'auditor'), read, id)).toMatchObject({ status: 200 });
    const methods = Object.keys(await import('@/app/api/v1/pacts/[id]/route'));
    expect(methods).toEqual(['GET']);
  });
});
