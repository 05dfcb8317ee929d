import { answer, enter } from '@/app/api/v1/entry';
import { refusedAct } from '@/app/api/v1/incidents/refused';
import { revisedSchema, submissionOf } from '@/app/api/v1/incidents/submission';
import { reply } from '@/app/api/v1/reply';
import { parseAsOf } from '@/domain/dates';
import { actorFromRequest } from '@/server/actor';
import { readRecord } from '@/server/incident/reading';
import type { KeptRevision } from '@/server/incident/record';
import { reviseRecord } from '@/server/incident/revising';
import { forbidden, problem } from '@/server/problem';

interface Context {
  readonly params: Promise<{ id: string }>;
}

const notADay = () =>
  problem({
    ...{ status: 400, title: 'Not a day', code: 'impossible_date' },
    detail: 'known: expected a real calendar day, such as 2016-04-18',
    faults: [{ path: 'known', message: 'expected a real calendar day, such as 2016-04-18' }],
  });

const unknownThen = () =>
  problem({
    ...{ status: 404, title: 'Not known then', code: 'unknown_then' },
    detail: 'This record was not known on that day.',
    faults: [{ path: 'known', message: 'a day on which this record was not known yet' }],
  });

const moved = (into: string) =>
  new Response(null, {
    status: 307,
    headers: { location: `/api/v1/incidents/${into}`, 'cache-control': 'no-store' },
  });

/**
 * One incident in the dossier format, as it stands or as it was known on a day (`?known=`). What one
 * may not see answers as what is not there; a merged one points to the record that stands for it.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const asked = new URL(request.url).searchParams.get('known');
  const known = asked === null ? null : parseAsOf(asked);
  if (asked !== null && known === null) return notADay();
  const read = await readRecord(await actorFromRequest(request), (await params).id, known);
  if (!read.ok) {
    if (read.code === 'moved') return moved(read.into);
    return read.code === 'unknown_then' ? unknownThen() : forbidden(read.code);
  }
  const { held, revision } = read;
  const { number, incident, payloadHash: hash, recordedAt } = revision;
  const about = { revision: number, current: held.revision, published: held.published, hash };
  return reply(
    request,
    { ...about, recordedAt: recordedAt.toISOString(), incident },
    `"${hash}-${held.revision}-${held.published}"`,
  );
}

const shown = ({ number, incident, author, recordedAt, reason }: KeptRevision) => ({
  ...{ revision: number, incident, author: author?.name ?? null, reason },
  recordedAt: recordedAt.toISOString(),
});

/** A new revision, on the one its author read; a clash answers with both versions and writes nothing. */
export async function PUT(request: Request, { params }: Context): Promise<Response> {
  const entry = await enter(request, 'incident.revise', 'write');
  if (!entry.ok) return entry.response;
  const sent = await submissionOf(request, revisedSchema);
  if (!sent.ok) return sent.response;
  const { around, submission, warnings } = sent.value;
  const done = await reviseRecord(entry.person, (await params).id, around.basedOn, submission);
  if (done.ok) return answer({ revision: done.revision, warnings });
  if (done.code === 'retired') return refusedAct('retired', { into: done.into });
  if (done.code !== 'stale') return refusedAct(done.code);
  const base = done.base === null ? null : shown(done.base);
  return refusedAct('stale', { base, theirs: shown(done.theirs) });
}
