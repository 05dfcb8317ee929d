import { z } from 'zod';
import { FINDING_PATH } from '@/domain/review/finding-path';
import type { Step } from '@/domain/review/path';
import { RECORD_PATH } from '@/domain/review/record-path';
import { database } from '@/server/database';

/** What a storm of acts left behind, looked at without any of the rules that let it through. */

interface Taken {
  readonly of: string;
  readonly action: string;
  readonly from: string | null;
  readonly to: string;
}

const stepIn = (path: object, action: string): Step<string> | undefined =>
  Reflect.get(path, action);

/** Steps that the path does not have, or that do not follow each other. */
function strays(path: object, steps: readonly Taken[], first: string | null): string[] {
  const stood = new Map<string, string>();
  return steps.flatMap(({ of, action, from, to }) => {
    const step = stepIn(path, action);
    const before = stood.get(of) ?? first;
    stood.set(of, to);
    const opens = from === null && step?.opens === to;
    const moves: readonly string[] = from === null ? [] : (step?.moves[from] ?? []);
    const known = opens || moves.includes(to);
    return known && from === before ? [] : [`${of}: ${action} from ${from} (${before}) to ${to}`];
  });
}

async function recordFaults(): Promise<string[]> {
  const rows = await database().recordStep.findMany({ orderBy: { id: 'asc' } });
  const steps = rows.map((row) => ({ of: row.incidentId, ...row }));
  const last = new Map(steps.map(({ of, to }) => [of, to]));
  const incidents = await database().incident.findMany({ select: { id: true, reviewState: true } });
  return [
    ...strays(RECORD_PATH, steps, 'draft'),
    ...incidents
      .filter(({ id, reviewState }) => reviewState !== (last.get(id) ?? 'draft'))
      .map(
        ({ id, reviewState }) => `${id} is ${reviewState}, its last step led to ${last.get(id)}`,
      ),
    ...(await ownJudgements(rows)),
  ];
}

interface Judged {
  readonly incidentId: string;
  readonly action: string;
  readonly actorId: string | null;
  readonly at: Date;
}

/** Judgements by whoever had written the record, or been given it to code. */
async function ownJudgements(steps: readonly Judged[]): Promise<string[]> {
  const hands = await handsOn();
  return steps
    .filter(({ action }) => ['take_up', 'accept', 'return'].includes(action))
    .filter(({ incidentId, actorId, at }) =>
      hands.some((hand) => hand.of === incidentId && hand.who === actorId && hand.at <= at),
    )
    .map(({ incidentId, action }) => `${incidentId}: ${action} by one of its own`);
}

interface Hand {
  readonly of: string;
  readonly who: string | null;
  readonly at: Date;
}

/** Who had a hand in each incident, and since when. */
async function handsOn(): Promise<Hand[]> {
  const revisions = await database().incidentRevision.findMany({
    select: { incidentId: true, authorId: true, recordedAt: true },
  });
  const codings = await database().coding.findMany();
  return [
    ...revisions.map((row) => ({ of: row.incidentId, who: row.authorId, at: row.recordedAt })),
    ...codings.flatMap((row) => [
      { of: row.incidentId, who: row.firstCoderId, at: row.requestedAt },
      ...(row.assignedAt === null
        ? []
        : [{ of: row.incidentId, who: row.secondCoderId, at: row.assignedAt }]),
      ...(row.reconciledAt === null
        ? []
        : [{ of: row.incidentId, who: row.reconciledById, at: row.reconciledAt }]),
    ]),
  ];
}

const sittingSchema = z.object({
  convocation: z.string(),
  chair: z.string().optional(),
  present: z.array(z.string()),
});
interface Sitting {
  readonly session: string;
  readonly seq: number;
  readonly chair: string;
  readonly present: readonly string[];
}

/** Every state of every sitting, as the ledger tells it. */
async function sittings(): Promise<Sitting[]> {
  const entries = await database().ledgerEntry.findMany({
    where: { type: { in: ['session.convened', 'session.presence'] } },
    orderBy: { seq: 'asc' },
    include: { payload: true },
  });
  const chairs = new Map<string, string>();
  return entries.map(({ seq, subject, payload }) => {
    const told = sittingSchema.parse(payload?.payload);
    if (told.chair !== undefined) chairs.set(told.convocation, told.chair);
    const chair = chairs.get(told.convocation) ?? '';
    return { session: subject.replace('session:', ''), seq, chair, present: told.present };
  });
}

async function world() {
  const grants = await database().roleGrant.findMany({ where: { role: 'delegate' } });
  const party = new Map(grants.map(({ userId, party: of }) => [userId, of]));
  return { party, sitting: await sittings(), hands: await handsOn() };
}
type World = Awaited<ReturnType<typeof world>>;

const findingsKept = () =>
  database().finding.findMany({
    include: { votes: true, recusals: true, proposals: true, steps: { orderBy: { seq: 'asc' } } },
  });
type Kept = Awaited<ReturnType<typeof findingsKept>>[number];

/** Whether somebody's vote on a finding could count at a moment of a session; which party it speaks for. */
function seatAt(
  { party, sitting, hands }: World,
  kept: Kept,
  { who, session, seq, at }: { who: string; session: string; seq: number; at: Date },
): 'accused' | 'complainant' | null {
  const held = sitting.filter((each) => each.session === session && each.seq < seq).at(-1);
  const own =
    kept.nominatedById === who ||
    hands.some((hand) => hand.of === kept.incidentId && hand.who === who && hand.at <= at);
  const back = kept.recusals.some(({ delegateId, at: since }) => delegateId === who && since <= at);
  if (own || back || held === undefined || held.chair === who) return null;
  if (!held.present.includes(who)) return null;
  const side = party.get(who) ?? '';
  if (side === kept.accusedParty) return 'accused';
  return kept.complainants.includes(side) ? 'complainant' : null;
}

const decidedSchema = z.object({ session: z.string(), votes: z.array(z.number()) });

/** What the votes of a session give, counted again by hand; null: no quorum. */
function countedAgain(seen: World, kept: Kept, session: string, seq: number, at: Date) {
  const sides = { accused: 0, complainant: 0 };
  const seats = { accused: 0, complainant: 0 };
  for (const who of seen.party.keys()) {
    const side = seatAt(seen, kept, { who, session, seq, at });
    if (side === null) continue;
    seats[side] += 1;
    const last = kept.votes
      .filter((each) => each.voterId === who && each.sessionId === session && each.seq < seq)
      .sort((one, two) => one.seq - two.seq)
      .at(-1);
    if (last?.position === 'uphold') sides[side] += 1;
    if (last?.position === 'dissent') sides[side] -= 1;
  }
  if (seats.accused < 2 || seats.complainant < 2) return null;
  const upheld = [sides.accused, sides.complainant].filter((sum) => sum > 0).length;
  return upheld === 2 ? 'agreed' : upheld === 1 ? 'split' : 'procedural';
}

async function decisionFaults(seen: World, kept: Kept): Promise<string[]> {
  const faults: string[] = [];
  for (const { action, seq, at, to } of kept.steps) {
    if (action !== 'decide') continue;
    const entry = await database().ledgerPayload.findUniqueOrThrow({ where: { seq } });
    const { session } = decidedSchema.parse(entry.payload);
    const counted = countedAgain(seen, kept, session, seq, at);
    if (counted !== to) faults.push(`${kept.id}: decided ${to}, the votes give ${counted}`);
  }
  return faults;
}

async function findingFaults(): Promise<string[]> {
  const seen = await world();
  const all = await findingsKept();
  const steps = all.flatMap(({ id: of, steps: own }) => own.map((step) => ({ of, ...step })));
  const faults = strays(FINDING_PATH, steps, null);
  for (const kept of all) {
    if (kept.steps.at(-1)?.to !== kept.state) faults.push(`${kept.id} is ${kept.state}`);
    for (const { voterId: who, sessionId: session, seq, castAt: at, contentHash } of kept.votes)
      if (
        contentHash !== kept.contentHash ||
        seatAt(seen, kept, { who, session, seq, at }) === null
      )
        faults.push(`${kept.id}: the vote ${seq} is not eligible`);
    for (const { id, proposedById, decidedById } of kept.proposals)
      if (proposedById === decidedById) faults.push(`${id} was decided by who proposed it`);
    faults.push(...(await decisionFaults(seen, kept)));
  }
  return faults;
}

/** Everything that may not be, in words; empty where every rule was kept. */
export async function journeyFaults(): Promise<string[]> {
  return [...(await recordFaults()), ...(await findingFaults())];
}
