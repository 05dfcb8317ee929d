import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Person } from '@/domain/actor';
import { database } from '@/server/database';
import { checkLedger } from '@/server/ledger';
import { onBoth } from '@/server/testing/both';
import { keepAPact } from '@/server/testing/commission';
import { crowd, oneAct, something, type Told } from '@/server/testing/journey';
import { chance } from '@/server/testing/journey-acts';
import { journeyFaults } from '@/server/testing/journey-faults';

/** Acts on the embedded database and on a server; SERVANDA_ACTS asks for another number on each, such as 10000. */
const ACTS = { one: 300, many: 500 } as const;
const SEED = Number(process.env.SERVANDA_SEED ?? 20_261_122);
/** On a server that many at once; the embedded database takes them one after the other. */
const WRITERS = 20;

/** How often each act was done and how often each refusal was met, for the report. */
function summed(told: readonly Told[]): string {
  const counts = new Map<string, number>();
  for (const { act, ok, code } of told) {
    const key = ok ? act : `(${code})`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, one], [, two]) => two - one)
    .map(([key, count]) => `${key} ${count}`)
    .join(', ');
}

onBoth('random acts by random people', (fresh) => {
  const told: Told[] = [];
  let everybody: readonly Person[];
  let took = 0;
  let writers = 1;
  let acts: number = ACTS.one;
  beforeAll(async () => {
    vi.stubEnv('LOG_LEVEL', 'silent');
    await fresh();
    everybody = (await crowd()).map(({ actor }) => actor);
    await keepAPact();
    await something(everybody);
    const many = process.env.DATABASE_URL !== undefined;
    writers = many ? WRITERS : 1;
    acts = Number(process.env.SERVANDA_ACTS ?? (many ? ACTS.many : ACTS.one));
    const writer = async (nth: number): Promise<void> => {
      const luck = chance(SEED + nth);
      for (let n = 0; n < acts / writers; n += 1) told.push(await oneAct(everybody, luck));
    };
    const begun = Date.now();
    await Promise.all(Array.from({ length: writers }, (_, nth) => writer(nth)));
    took = Date.now() - begun;
  }, 1_800_000);

  test('are answered with a value, each of them, whoever else writes meanwhile', () => {
    expect(told).toHaveLength(acts);
    process.stdout.write(
      `journey: ${acts} acts of ${writers} at once in ${(took / 1000).toFixed(1)} s, seed ${SEED}: ${summed(told)}\n`,
    );
  });

  test('get somewhere, and are refused for every kind of reason', async () => {
    const done = new Set(told.filter(({ ok }) => ok).map(({ act }) => act));
    for (const act of [
      'submit',
      'hand_in',
      'accept',
      'nominate',
      'forward',
      'table',
      'vote',
      'decide',
    ])
      expect(done, act).toContain(act);
    const codes = new Set(told.flatMap(({ code }) => code ?? []));
    for (const code of ['role', 'own_work', 'wrong_state']) expect(codes).toContain(code);
  });

  test('never lead where the machine does not, nor count a vote that may not be cast', async () => {
    expect(await journeyFaults()).toEqual([]);
  });

  describe('and the ledger', () => {
    test('is one chain', async () => {
      expect(await checkLedger()).toMatchObject({ ok: true });
      const entries = await database().ledgerEntry.findMany({ orderBy: { seq: 'asc' } });
      expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, at) => at + 1));
    });

    test('tells of every vote and every step', async () => {
      const seqs = new Set(
        (await database().ledgerEntry.findMany({ select: { seq: true } })).map(({ seq }) => seq),
      );
      const steps = await database().findingStep.findMany({ select: { seq: true } });
      const votes = await database().vote.findMany({ select: { seq: true } });
      expect([...steps, ...votes].filter(({ seq }) => !seqs.has(seq))).toEqual([]);
      expect(votes).toHaveLength(told.filter(({ act, ok }) => act === 'vote' && ok).length);
    });
  });
});
