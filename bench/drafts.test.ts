import { beforeAll, expect, it } from 'vitest';
import { checkLedger } from '@/server/ledger';
import { onBoth } from '@/server/testing/both';
import { draftLoad, RECORDERS } from './drafts';

/** Four seconds with the tests; a minute as a bench: SERVANDA_BENCH_SECONDS=60. */
const SECONDS = Number(process.env.SERVANDA_BENCH_SECONDS) || 4;

onBoth('drafts under load', (fresh) => {
  beforeAll(fresh);

  it(
    `${RECORDERS} recorders at once for ${SECONDS} s lose nothing and wait for nobody for ever`,
    async ({ task }) => {
      const { surprises, lost, ...figures } = await draftLoad(SECONDS);
      process.stdout.write(`${task.suite?.name}: ${JSON.stringify(figures)}\n`);
      expect(surprises).toEqual([]);
      expect(lost).toEqual([]);
      expect(figures.saves).toBeGreaterThan(SECONDS * 3);
      expect(figures.clashes).toBeGreaterThan(0);
      expect(await checkLedger()).toMatchObject({ ok: true });
    },
    SECONDS * 1000 + 60_000,
  );
});
