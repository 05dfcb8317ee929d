import { beforeAll, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { textHash } from '@/domain/pact-text';
import { append, ledgerRecords, writing } from '@/server/ledger';
import { getPact, keepPact } from '@/server/pacts';
import { onBoth, onEmbedded } from '@/server/testing/both';
import { aPact } from '@/server/testing/pact';
import { asked, at, type SignedIn, signedIn } from '@/server/testing/person';
import { GET as readAdherence, POST as recordAdherence } from './route';

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
  faults: z.array(z.looseObject({ path: z.string(), message: z.string() })).optional(),
});

/** Records as somebody, and reads what is told of it. */
async function records({ cookie }: SignedIn, json: object, id = 'accord') {
  const reply = await recordAdherence(asked('/x', { cookie, json }), at({ id }));
  return { status: reply.status, ...told.parse(await reply.json()) };
}

const entry = (changes: object = {}) => ({
  ...{ party: 'US', state: 'refused', at: { date: '2020-03-01', precision: 'day' } },
  ...{ statedReason: 'It says too much.', version: 1, textHash: textHash(ACCORD) },
  ...changes,
});

onBoth('what states did about a pact', (fresh) => {
  let ana: SignedIn;
  const say = (json: object) => records(ana, json, accord);
  /** A pact of its own for each test. */
  let accord = 'accord-0';
  beforeAll(async () => {
    await fresh();
    ana = await signedIn('Ana', 'analyst');
  });
  beforeEach(async () => {
    accord = `accord-${Number(accord.slice(7)) + 1}`;
    await library(accord);
  });

  it('is recorded of a version, with its hash and ledger entry, and corrected by a later event', async () => {
    expect(await say(entry())).toMatchObject({ status: 201, position: 0 });
    const [last] = (await ledgerRecords()).slice(-1);
    expect(last).toMatchObject({ type: 'adherence.recorded', subject: `pact:${accord}` });
    expect((await getPact(accord))?.adherence.map(({ state }) => state)).toEqual(['refused']);
    const signed = entry({ state: 'signed', statedReason: null, corrects: 0 });
    expect(await say(signed)).toMatchObject({ status: 201, position: 1 });
    expect((await getPact(accord))?.adherence.map(({ state }) => state)).toEqual(['signed']);
    const reply = await readAdherence(asked('/x'), at({ id: accord }));
    expect((await reply.json()).adherence).toMatchObject([
      { state: 'refused', correctedBy: 1, textHash: textHash(ACCORD) },
      { state: 'signed', correctedBy: null, version: 1 },
    ]);
    expect(await say(signed)).toMatchObject({ status: 422 });
  });

  it('two at once are both recorded, each in its place', async () => {
    const both = ['US', 'RU'].map((party) => say(entry({ party })));
    expect((await Promise.all(both)).map(({ status }) => status)).toEqual([201, 201]);
    expect((await getPact(accord))?.adherence.map(({ party }) => party).sort()).toEqual([
      ...['RU', 'US'],
    ]);
  });

  it('an offer without a reply is told once its time is over, until the party answers', async () => {
    const offered = { state: 'offered', party: 'RU', statedReason: null };
    await say(entry({ ...offered, at: { date: '2020-01-01', precision: 'day' } }));
    const missing = async () =>
      (await (await readAdherence(asked('/x'), at({ id: accord }))).json()).missing;
    expect(await missing()).toMatchObject([{ party: 'US', offeredBy: 'RU', dueOn: '2020-06-29' }]);
    const silence = { state: 'no_reply', statedReason: null };
    const early = await say(entry({ ...silence, at: { date: '2020-06-01', precision: 'day' } }));
    expect(early.faults?.[0]).toMatchObject({
      path: 'at',
      message: expect.stringContaining('2020-06-29'),
    });
    await say(entry({ ...silence, at: { date: '2020-06-30', precision: 'day' } }));
    expect(await missing()).toEqual([]);
  });
});

onEmbedded('what cannot be recorded of a pact', (fresh) => {
  let ana: SignedIn;
  beforeAll(async () => {
    await fresh();
    await library('accord', 'other');
    ana = await signedIn('Ana', 'analyst');
  });

  it.each<[string, object, number, string]>([
    ['another text than was read', { textHash: '0'.repeat(64) }, 409, 'textHash'],
    ['a version that is not', { version: 9 }, 404, 'version'],
    ['a state that is no party', { party: 'FR' }, 422, 'party'],
    ['a day to come', { at: { date: '2090-01-01', precision: 'day' } }, 422, 'at'],
    ['a counter-proposal that is not', { counterProposalId: 'nowhere' }, 400, 'counterProposalId'],
    [
      'a signature with a counter-proposal',
      { state: 'signed', counterProposalId: 'other' },
      422,
      'counterProposalId',
    ],
    ['silence with a reason', { state: 'no_reply' }, 422, 'statedReason'],
    ['a correction of nothing', { corrects: 4 }, 422, 'corrects'],
    ['a state of no list', { state: 'liked' }, 400, 'state'],
  ])('%s is refused by its field', async (_, changes, status, path) => {
    const refused = await records(ana, entry(changes));
    expect([refused.status, refused.faults?.[0]?.path]).toEqual([status, path]);
    expect((await getPact('accord'))?.adherence).toEqual([]);
  });
});
