import { GET } from '@/app/api/v1/lab/route';
import { type Loopback, serveLoopback } from '@/bench/loopback';
import { COMPILED } from '@/bench/synthetic';
import { VISITOR } from '@/domain/actor';
import { incidentSchema } from '@/domain/incident';
import { labSchema } from '@/domain/lab/address';
import { columnsWritten, keptColumns } from '@/server/columns/kept';
import { closeDatabase, database, openDatabase } from '@/server/database';
import { reviseIncident } from '@/server/incidents';
import { labAnswer } from '@/server/lab/answer';
import { library } from '@/server/library';

/**
 * What one process of the product measures of itself, as JSON on its standard output: a process of
 * its own, so that a cold start is one.
 */
const author = { kind: 'program', name: 'import' } as const;
const packingNow = async () => {
  const [policy] = (await library()).policies;
  if (policy === undefined) throw new Error('no policy');
  return { policy, compiledOn: COMPILED };
};
const VIEWERS = 20;
const ASKS = 25;
const WRITES = 50;

const quantile = (times: readonly number[], share: number): number =>
  [...times].sort((one, two) => one - two)[Math.ceil(share * times.length) - 1] ?? Number.NaN;
const spread = (times: readonly number[]) => ({
  ...{ median: quantile(times, 0.5), p95: quantile(times, 0.95), runs: times.length },
});

async function cold() {
  await openDatabase();
  const opened = performance.now();
  const kept = await keptColumns(await packingNow(), 0);
  const ready = performance.now();
  const found = await labAnswer(labSchema.parse({ pact: 'maximal-package' }), VISITOR);
  if (!found.ok) throw new Error(found.refusal.message);
  const answered = performance.now();
  await columnsWritten();
  const { rss, arrayBuffers } = process.memoryUsage();
  return {
    ...{ opened, columns: ready - opened, answered, written: performance.now() - answered },
    ...{ incidents: kept.base.roll.size, rss, arrayBuffers },
  };
}

/** From the commit of a revision to columns that hold it, and to the answer of a question asked before. */
async function refreshes() {
  const columns: number[] = [];
  const answers: number[] = [];
  const asked = labSchema.parse({ pact: 'maximal-package' });
  await labAnswer(asked, VISITOR);
  for (let at = 0; at < WRITES; at += 1) {
    const id = `synthetic-${`${at * 7 + 1}`.padStart(7, '0')}`;
    const row = await database().incidentRevision.findFirst({
      where: { incidentId: id },
      orderBy: { number: 'desc' },
    });
    if (row === null) throw new Error(`no incident ${id}`);
    const incident = incidentSchema.parse(row.payload);
    const revised = { ...incident, severity: (incident.severity % 5) + 1 };
    const done = await reviseIncident(author, id, row.number, revised, 'Measured');
    if (!done.ok) throw new Error(done.code);
    const start = performance.now();
    await keptColumns(await packingNow(), 0);
    columns.push(performance.now() - start);
    await labAnswer(asked, VISITOR);
    answers.push(performance.now() - start);
  }
  return { columns: spread(columns), answers: spread(answers) };
}

const PACTS = ['maximal-package', 'anti-doxing-2017', 'territory-due-diligence-13c'];
/** A question of the lab; `turn` 0: one that others ask too. */
const questionOf = (viewer: number, ask: number, distinct: boolean): string => {
  const pact = PACTS[(viewer + ask) % PACTS.length] ?? '';
  const own = distinct ? viewer * ASKS + ask : ask % 5;
  return `?pact=${pact}&set=theta.link:${(0.3 + (own % 600) / 1000).toFixed(2)}${
    distinct ? `,actDays:${1 + (own % 90)}` : ''
  }`;
};

/** Viewers who ask, look for so many milliseconds, and ask again. */
async function viewers(
  server: Loopback,
  { distinct, pause }: { distinct: boolean; pause: number },
) {
  const times: number[] = [];
  await Promise.all(
    Array.from({ length: VIEWERS }, async (_, viewer) => {
      await new Promise((go) => setTimeout(go, (pause * viewer) / VIEWERS));
      for (let ask = 0; ask < ASKS; ask += 1) {
        const start = performance.now();
        const mixed = distinct && ask % 2 === 0;
        const reply = await fetch(`${server.origin}/api/v1/lab${questionOf(viewer, ask, mixed)}`);
        await reply.arrayBuffer();
        if (reply.status !== 200) throw new Error(`answered ${reply.status}`);
        times.push(performance.now() - start);
        await new Promise((go) => setTimeout(go, pause));
      }
    }),
  );
  return spread(times);
}

/** The longest that a timer of ten milliseconds came late. */
function lateness() {
  let worst = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    worst = Math.max(worst, now - last - 10);
    last = now;
  }, 10);
  return () => {
    clearInterval(timer);
    return worst;
  };
}

/** New variants one after the other, nobody else asking. */
async function alone() {
  const times: number[] = [];
  for (let at = 0; at < 40; at += 1) {
    const query = new URLSearchParams(questionOf(30, at, true));
    const start = performance.now();
    await labAnswer(labSchema.parse(Object.fromEntries(query)), VISITOR);
    times.push(performance.now() - start);
  }
  return spread(times);
}

async function standing() {
  const server = await serveLoopback(GET);
  try {
    const one = await alone();
    await viewers(server, { distinct: false, pause: 0 });
    const late = lateness();
    const same = await viewers(server, { distinct: false, pause: 0 });
    const paced = await viewers(server, { distinct: true, pause: 500 });
    return { one, same, paced, blocked: late() };
  } finally {
    await server.close();
  }
}

const mode = process.argv[2];
const measured =
  mode === 'cold'
    ? { cold: await cold() }
    : { cold: await cold(), standing: await standing(), refresh: await refreshes() };
process.stdout.write(`${JSON.stringify(measured)}\n`);
await closeDatabase();
