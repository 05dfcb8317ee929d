import { GET as readDraft, PUT as saveDraft } from '@/app/api/v1/drafts/[id]/route';
import { POST as createDraft } from '@/app/api/v1/drafts/route';
import { POST as logIncident } from '@/app/api/v1/incidents/route';
import { anIncident } from '@/server/testing/incident';
import { at, type SignedIn, signedIn } from '@/server/testing/person';
import { type Handler, serveLoopback } from './loopback';

/** What fifty people who save as fast as one account may leave behind. */
export interface DraftLoad {
  readonly seconds: number;
  readonly saves: number;
  readonly perSecond: number;
  /** Milliseconds from sending to the whole answer. */
  readonly p50: number;
  readonly p95: number;
  readonly slowest: number;
  /** Saves that met another window's and were done again on it. */
  readonly clashes: number;
  /** Records logged meanwhile, under the lock of the ledger. */
  readonly logged: number;
  /** Answers that are none of the above; should be empty. */
  readonly surprises: readonly string[];
  /** Saves that were acknowledged and are not in the draft; should be empty. */
  readonly lost: readonly string[];
}

export const RECORDERS = 50;
/** Every so-manieth recorder has the draft open in two windows. */
const TWICE = 5;
/** One account may save ten times a second. */
const PACE_MS = 110;

const route: Handler = (request) => {
  const { pathname } = new URL(request.url);
  const id = pathname.split('/').at(-1) ?? '';
  if (pathname === '/api/v1/incidents') return logIncident(request);
  if (pathname === '/api/v1/drafts') return createDraft(request);
  return request.method === 'PUT' ? saveDraft(request, at({ id })) : readDraft(request, at({ id }));
};

interface Saved {
  readonly revision: number;
  readonly title: string;
}

/** Two windows write their own count into one title: "a12 b7". */
const counted = (title: string, window: string, count: number): string => {
  const others = title.split(' ').filter((word) => word !== '' && !word.startsWith(window));
  return [...others, `${window}${count}`].sort().join(' ');
};

class Run {
  readonly times: number[] = [];
  readonly surprises: string[] = [];
  readonly lost: string[] = [];
  clashes = 0;
  logged = 0;
  until = 0;
  constructor(readonly origin: string) {}

  async send(path: string, method: string, who: SignedIn, json?: unknown) {
    const answer = await fetch(`${this.origin}/api/v1${path}`, {
      method,
      headers: { cookie: who.cookie, 'content-type': 'application/json' },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
    return { status: answer.status, body: await answer.json() };
  }

  /** One window of one recorder: saves, and on a clash takes what is there and saves on it. */
  async type(who: SignedIn, id: string, window: string, pace: number): Promise<number> {
    let known: Saved = { revision: 1, title: '' };
    let count = 0;
    if (window !== 'a') await new Promise((next) => setTimeout(next, pace / 3));
    while (Date.now() < this.until) {
      const begun = performance.now();
      const title = counted(known.title, window, count + 1);
      const payload = { ...anIncident('typed'), title };
      const { status, body } = await this.send(`/drafts/${id}`, 'PUT', who, {
        ...{ basedOn: known.revision, payload },
      });
      this.times.push(performance.now() - begun);
      if (status === 200) {
        known = { revision: body.revision, title };
        count += 1;
      } else if (status === 409 && body.theirs !== undefined) {
        known = { revision: body.theirs.revision, title: body.theirs.payload.title };
        this.clashes += 1;
        continue;
      } else this.surprises.push(`${status} ${JSON.stringify(body).slice(0, 200)}`);
      await new Promise((next) => setTimeout(next, pace - (performance.now() - begun)));
    }
    return count;
  }

  async begin(who: SignedIn): Promise<string> {
    return (await this.send('/drafts', 'POST', who, { payload: { title: '' } })).body.id;
  }

  async record(who: SignedIn, id: string, twice: boolean): Promise<void> {
    const windows = twice ? ['a', 'b'] : ['a'];
    const pace = PACE_MS * windows.length;
    const counts = await Promise.all(windows.map((window) => this.type(who, id, window, pace)));
    const kept = await this.send(`/drafts/${id}`, 'GET', who);
    const wanted = windows
      .flatMap((window, index) => (counts[index] === 0 ? [] : `${window}${counts[index]}`))
      .join(' ');
    const saves = counts.reduce((sum, count) => sum + count, 0);
    const { revision, payload } = kept.body;
    if (payload.title !== wanted || revision !== saves + 1)
      this.lost.push(`${who.actor.name}: ${payload.title} at ${revision}, not ${wanted}`);
  }

  /** Somebody logs a record every second meanwhile. */
  async log(who: SignedIn): Promise<void> {
    for (let n = 1; Date.now() < this.until; n += 1) {
      const json = { incident: anIncident(`meanwhile-${n}`) };
      const { status } = await this.send('/incidents', 'POST', who, json);
      if (status === 201) this.logged += 1;
      else this.surprises.push(`${status} on logging`);
      await new Promise((next) => setTimeout(next, 1000));
    }
  }
}

/** Fifty recorders save drafts at once, over HTTP on this machine, for some seconds, on `database()`. */
export async function draftLoad(seconds: number): Promise<DraftLoad> {
  const people: SignedIn[] = [];
  for (let n = 0; n <= RECORDERS; n += 1) people.push(await signedIn(`R${n}`, 'recorder'));
  const [logger, ...recorders] = people;
  if (logger === undefined) throw new Error('nobody');
  const server = await serveLoopback(route);
  const run = new Run(server.origin);
  try {
    const drafts = await Promise.all(recorders.map((who) => run.begin(who)));
    run.until = Date.now() + seconds * 1000;
    await Promise.all([
      run.log(logger),
      ...recorders.map((who, n) => run.record(who, drafts[n] ?? '', n % TWICE === 0)),
    ]);
  } finally {
    await server.close();
  }
  const sorted = [...run.times].sort((one, other) => one - other);
  const quantile = (share: number) => Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? 0);
  const saves = sorted.length - run.clashes - run.surprises.length;
  const { clashes, logged, surprises, lost } = run;
  return {
    ...{ seconds, saves, perSecond: Math.round((saves / seconds) * 10) / 10 },
    ...{ p50: quantile(0.5), p95: quantile(0.95), slowest: quantile(1) },
    ...{ clashes, logged, surprises, lost },
  };
}
