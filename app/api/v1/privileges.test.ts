/// <reference types="vite/types/importMeta.d.ts" />
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { type Actor, VISITOR } from '@/domain/actor';
import { evidenceUploadSchema } from '@/domain/evidence-upload';
import { may, mayEver } from '@/domain/permission';
import { codesOfRecord } from '@/domain/review/coding';
import { findPerson } from '@/server/account/people';
import { ensureAccounts } from '@/server/accounts';
import { convene } from '@/server/commission/convocations';
import { NO_FINDING } from '@/server/commission/finding';
import { openSession } from '@/server/commission/sessions';
import { database } from '@/server/database';
import { addEvidence } from '@/server/evidence/adding';
import { createDraft } from '@/server/incident/draft-acts';
import { NOWHERE } from '@/server/incident/record';
import { logIncident } from '@/server/incidents';
import { checkLedger } from '@/server/ledger';
import { MOST_TRIES } from '@/server/refused-access';
import {
  type Answered,
  type Asker,
  FILE,
  FILE_HASH,
  type Handlers,
  handlersOfRoutes,
  roleDecision,
  send,
  watchedIn,
} from '@/server/testing/api-calls';
import { EVIDENCE, type Line, type Named, TABLE } from '@/server/testing/api-table';
import { onEmbedded } from '@/server/testing/both';
import { keepAPact } from '@/server/testing/commission';
import { anIncident } from '@/server/testing/incident';
import { anotherSession, asked, at, signedIn } from '@/server/testing/person';

const MINUTE = 60_000;
const NOTHING: Readonly<Record<string, string>> = {
  incident: 'nowhere-at-all',
  anything: '999999',
};
const nowhere = (named: Named): string => NOTHING[named] ?? '018f0000-0000-7000-8000-00000000dead';

/** What a recorder has that is hidden from those who may not read RED, or from everybody else. */
async function somebodysThings(handlers: Handlers): Promise<Map<Named, string>> {
  const { actor, cookie } = await signedIn('Owner', 'recorder');
  await logIncident(actor, anIncident('hidden', { tlp: 'RED' }), 'a report');
  const draft = await createDraft(actor, { payload: {} });
  const meta = evidenceUploadSchema.parse({ ...EVIDENCE, tlp: 'RED', sha256: FILE_HASH });
  const added = await addEvidence(actor, 'hidden', meta, { bytes: FILE, mediaType: 'image/png' });
  const json = { kind: 'retract', reason: 'A test' };
  const propose = handlers.get('POST /incidents/[id]/proposals');
  const proposed = await propose?.(asked('/x', { cookie, json }), at({ id: 'hidden' }));
  const session = await database().session.findFirst({ where: { userId: actor.id } });
  await keepAPact();
  const finding = await database().finding.create({
    data: {
      ...{ incidentId: 'hidden', pactId: 'a-pact', pactVersion: 1, clauseId: 'c1', accused: 'RU' },
      ...{ asOf: new Date('2026-11-01'), state: 'computed', accusedParty: 'RU', ledgerSeq: 1 },
      ...{ nominatedById: actor.id, nominatedAt: new Date() },
    },
  });
  const coding = await database().coding.create({
    data: {
      ...{ incidentId: 'hidden', revision: 1, firstCoderId: actor.id, requestedAt: new Date() },
      firstCodes: codesOfRecord(anIncident('hidden')),
    },
  });
  const chair = await signedIn('Presiding', 'chair');
  const sitting = await openSession(chair.actor, { title: 'A session' });
  if (!sitting.ok || !draft.ok || !added.ok || proposed?.status !== 201 || session === null)
    throw new Error('nothing to hide');
  return new Map<Named, string>([
    ['incident', 'hidden'],
    ['draft', draft.draft.id],
    ['evidence', added.id],
    ['proposal', (await proposed.json()).id],
    ['session', session.id],
    ['finding', finding.id],
    ['coding', coding.id],
    ['sitting', sitting.id],
  ]);
}

const OF_A_RECORD: readonly Named[] = ['incident', 'evidence', 'proposal', 'coding'];

/** Whether an actor may not know of a thing of that kind that belongs to somebody else. */
function isHidden(named: Named | undefined, actor: Actor): boolean {
  if (named === 'draft') return true;
  if (named === 'sitting') return !mayEver(actor, 'commission.read').allowed;
  if (named === 'session') return !mayEver(actor, 'session.end').allowed;
  if (named === 'finding') return !may(actor, 'finding.read', NO_FINDING).allowed;
  if (named === undefined || !OF_A_RECORD.includes(named)) return false;
  return !may(actor, 'record.read', NOWHERE).allowed;
}

const triedSchema = z.strictObject({ action: z.string(), code: z.string() });
const codeSchema = z.object({ code: z.string() });

/**
 * That an answer is what the roles of its asker say: 401 signed out, 403 for the reason the domain
 * gives; and where they may, 404 for an id that is not there. Returns the code of a refusal.
 */
function expectByRole(line: Line, { name, actor }: Asker, { status, text }: Answered): string {
  const said = `${line.call} by ${name}: ${status} ${text.slice(0, 300)}`;
  const code = status >= 400 ? codeSchema.parse(JSON.parse(text)).code : '';
  const decision = roleDecision(actor, line);
  expect(status, said).toBeLessThan(500);
  if (!decision.allowed) {
    expect(status, said).toBe(decision.code === 'sign_in' ? 401 : 403);
    expect(code, said).toBe(decision.code);
  } else if (line.ids !== undefined) expect(status, said).toBe(404);
  else expect([401, 403, 429], said).not.toContain(status);
  return code;
}

onEmbedded('the privilege table, tried through the API by every demo account', (fresh) => {
  let handlers: Handlers;
  let askers: Asker[];
  let things: Map<Named, string>;
  beforeAll(async () => {
    await fresh();
    vi.stubEnv('NEXTAUTH_SECRET', 'a secret for tests that is long enough to be taken');
    await ensureAccounts();
    const users = await database().user.findMany({ orderBy: { email: 'asc' } });
    askers = [{ name: 'visitor', actor: VISITOR }];
    for (const { id, email } of users) {
      const actor = (await findPerson(id)) ?? VISITOR;
      askers.push({ name: email, actor, cookie: await anotherSession(id) });
    }
    handlers = await handlersOfRoutes(import.meta.glob('./**/route.ts'));
    things = await somebodysThings(handlers);
    vi.useFakeTimers({ toFake: ['Date'] });
  }, 120_000);
  afterAll(() => {
    vi.useRealTimers();
    vi.unstubAllEnvs();
  });

  test('has a line for every method of every route, and no other', () => {
    expect([...new Set(TABLE.map(({ call }) => call))].sort()).toEqual([...handlers.keys()].sort());
    expect(askers).toHaveLength(12);
  });

  test.each(TABLE)('$call: $who', { timeout: 30_000 }, async (line) => {
    vi.setSystemTime(Date.now() + MINUTE + 1);
    const since = await database().ledgerEntry.count();
    const refused: string[] = [];
    for (const asker of line.endsSession ? askers.slice(0, 1) : askers) {
      const reply = await send(handlers, line, asker, nowhere);
      const code = expectByRole(line, asker, reply);
      const watched = watchedIn(asker.actor, line);
      if (reply.status === 403 && watched !== null)
        refused.push(`${asker.name} ${watched} ${code}`);
      if (!isHidden(line.ids?.[0], asker.actor)) continue;
      const hidden = await send(handlers, line, asker, (each) => things.get(each) ?? nowhere(each));
      expect(hidden, `${line.call} by ${asker.name}, of what is hidden`).toEqual(reply);
    }
    expect(await refusalsSince(since)).toEqual(refused.sort());
  });

  test('what is part of another thing is not there', async () => {
    vi.setSystemTime(Date.now() + MINUTE + 1);
    const called = (word: string) => {
      const asker = askers.find(({ name }) => name.startsWith(word));
      if (asker === undefined) throw new Error(`nobody is ${word}`);
      return asker;
    };
    const chair = called('chair');
    const opened = await openSession(chair.actor, { title: 'Another session' });
    if (!opened.ok) throw new Error(opened.code);
    const held = await convene(chair.actor, opened.id, { present: [] });
    if (!held.ok) throw new Error(held.code);
    const grant = await database().roleGrant.findFirstOrThrow({ where: { role: 'chair' } });
    const other = await database().user.findFirstOrThrow({ where: { NOT: { id: grant.userId } } });
    const [id = '', finding = ''] = [things.get('sitting'), things.get('finding')];
    const ballot = { accept: true, stepUp: '000000' };
    const parts = [
      [
        ...(['PUT /commission/sessions/[id]/convocations/[convocation]', 'chair'] as const),
        ...([{ id, convocation: held.id }, { present: [] }] as const),
      ],
      [
        ...(['POST /findings/[id]/proposals/[proposal]/decision', 'reviewer'] as const),
        ...([{ id: finding, proposal: things.get('proposal') }, ballot] as const),
      ],
      [
        ...(['DELETE /users/[id]/roles/[grant]', 'admin'] as const),
        ...([{ id: other.id, grant: grant.id }, {}] as const),
      ],
    ] as const;
    for (const [call, word, params, json] of parts) {
      const { cookie } = called(word);
      const [method = ''] = call.split(' ');
      const reply = await handlers.get(call)?.(asked('/x', { cookie, method, json }), at(params));
      expect(reply?.status, call).toBe(404);
    }
    expect(await database().roleGrant.findUnique({ where: { id: grant.id } })).toEqual(grant);
  });

  test('nobody fills the ledger by trying', async () => {
    vi.setSystemTime(Date.now() + MINUTE + 1);
    const since = await database().ledgerEntry.count();
    const line = TABLE.find(({ call }) => call === 'POST /users/[id]/roles');
    const chair = askers.find(({ name }) => name.startsWith('chair'));
    if (line === undefined || chair === undefined) throw new Error('no such line');
    for (let n = 0; n < 2 * MOST_TRIES; n += 1) {
      expect((await send(handlers, line, chair, () => `${n}`.padStart(36, '0'))).status).toBe(403);
      expect((await send(handlers, line, chair, () => ''.padStart(36, '0'))).status).toBe(403);
    }
    expect(await database().ledgerEntry.count()).toBe(since + MOST_TRIES);
    vi.setSystemTime(Date.now() + MINUTE + 1);
    await send(handlers, line, chair, () => 'a b');
    const [last] = await database().ledgerEntry.findMany({ orderBy: { seq: 'desc' }, take: 1 });
    expect(last).toMatchObject({ type: 'access.refused', subject: 'user' });
    expect(await checkLedger()).toMatchObject({ ok: true });
  });

  /** Who was refused what for which reason, by the ledger, each once. */
  async function refusalsSince(seq: number): Promise<string[]> {
    const entered = await database().ledgerEntry.findMany({
      where: { type: 'access.refused', seq: { gt: seq } },
      include: { payload: true },
    });
    const names = new Map(
      askers.map(({ name, actor }) => [actor.kind === 'person' ? actor.id : '', name]),
    );
    const words = entered.map(({ actor, payload }) => {
      const { action, code } = triedSchema.parse(payload?.payload);
      return `${names.get(actor)} ${action} ${code}`;
    });
    return [...new Set(words)].sort();
  }
});
