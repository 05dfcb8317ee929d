import { GET } from '@/app/api/v1/lab/route';
import { GET as STANDING } from '@/app/api/v1/standing/route';
import { type Loopback, serveLoopback } from '@/bench/loopback';
import { COMPILED } from '@/bench/synthetic';
import { VISITOR } from '@/domain/actor';
import { incidentSchema } from '@/domain/incident';
import { labSchema } from '@/domain/lab/address';
import { DEFAULT_FILTER } from '@/domain/standing-filter';
import { columnsWritten, keptColumns } from '@/server/columns/kept';
import { closeDatabase, database, openDatabase } from '@/server/database';
import { PUBLIC } from '@/server/incident-search';
import { reviseIncident } from '@/server/incidents';
import { labAnswer } from '@/server/lab/answer';
import { labColumns } from '@/server/lab/columns';
import { library } from '@/server/library';
import { standingView } from '@/server/standing';

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
  const pages: number[] = [];
  const page = { ...DEFAULT_FILTER, pact: 'maximal-package' };
  await standingView(page, PUBLIC);
  const question = labSchema.parse({ pact: 'maximal-package' });
  await labAnswer(question, VISITOR);
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
    const packing = await packingNow();
    const start = performance.now();
    await keptColumns(packing, 0);
    columns.push(performance.now() - start);
    await labAnswer(question, VISITOR);
    answers.push(performance.now() - start);
    const asked = performance.now();
    await standingView(page, PUBLIC);
    pages.push(performance.now() - asked);
  }
  return { columns: spread(columns), answers: spread(answers), pages: spread(pages) };
}

const PACTS = ['maximal-package', 'anti-doxing-2017', 'territory-due-diligence-13c'];
/** A question of the standing page that others ask too. */
const pageOf = (viewer: number, ask: number): string => {
  const pact = PACTS[(viewer + ask) % PACTS.length] ?? '';
  return `/api/v1/standing?pact=${pact}&by=${['year', 'quarter', 'month'][ask % 3]}`;
};

/** A question of the lab; not `distinct`: one that others ask too. */
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
  addressOf: (viewer: number, ask: number) => string,
  pause: number,
) {
  const times: number[] = [];
  const before = process.cpuUsage();
  await Promise.all(
    Array.from({ length: VIEWERS }, async (_, viewer) => {
      await new Promise((go) => setTimeout(go, (pause * viewer) / VIEWERS));
      for (let ask = 0; ask < ASKS; ask += 1) {
        const start = performance.now();
        const reply = await fetch(`${server.origin}${addressOf(viewer, ask)}`);
        await reply.arrayBuffer();
        if (reply.status !== 200) throw new Error(`answered ${reply.status}`);
        times.push(performance.now() - start);
        await new Promise((go) => setTimeout(go, pause));
      }
    }),
  );
  const { user, system } = process.cpuUsage(before);
  return { ...spread(times), cpu: (user + system) / 1000 / times.length };
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

/** The standing page of each pact for the first time, nobody else asking. */
async function firstPages() {
  const times: number[] = [];
  for (const pact of PACTS) {
    const start = performance.now();
    const page = await standingView({ ...DEFAULT_FILTER, pact }, PUBLIC);
    if (!page.ok) throw new Error(page.refusal.message);
    times.push(performance.now() - start);
  }
  return spread(times);
}

const known = (viewer: number, ask: number) => `/api/v1/lab${questionOf(viewer, ask, false)}`;
const mixed = (viewer: number, ask: number) =>
  `/api/v1/lab${questionOf(viewer, ask, ask % 2 === 0)}`;

async function standing() {
  const server = await serveLoopback((request) =>
    new URL(request.url).pathname.endsWith('/lab') ? GET(request) : STANDING(request),
  );
  const late = lateness();
  try {
    const first = await firstPages();
    const one = await alone();
    await viewers(server, pageOf, 0);
    const pages = await viewers(server, pageOf, 0);
    await viewers(server, known, 0);
    const same = await viewers(server, known, 0);
    const paced = await viewers(server, mixed, 500);
    return { first, one, pages, same, paced, blocked: late() };
  } finally {
    await server.close();
  }
}

/** The columns that a browser is sent to move the numbers of a pact itself. */
async function sent() {
  const start = performance.now();
  const found = await labColumns(labSchema.parse({ pact: 'maximal-package' }), VISITOR);
  if (!found.ok) throw new Error(found.refusal.message);
  const { byteLength: bytes } = await found.buffer();
  return { bytes, ms: performance.now() - start };
}

const mode = process.argv[2];
const measured =
  mode === 'cold'
    ? { cold: await cold() }
    : {
        cold: await cold(),
        standing: await standing(),
        refresh: await refreshes(),
        sent: await sent(),
      };
process.stdout.write(`${JSON.stringify(measured)}\n`);
await closeDatabase();
