import { ask, listAt, numberAt, part, sentenceOf, wordAt } from '@/components/log/api';
import type { DeskRow } from '@/domain/review/desk';
import type { Change } from '@/domain/revision-diff';
import type { RecordStateProps } from './record-state';

/** A row of the desk as the server sends it. */
export interface Row extends DeskRow {
  readonly href: string;
  readonly incident: string | null;
}
export interface DeskAnswer {
  readonly rows: readonly Row[];
  readonly more: number;
}

async function read(path: string): Promise<unknown> {
  const reply = await ask('GET', path);
  if (reply.kind !== 'done') throw new Error(sentenceOf(reply));
  return reply.body;
}

const isDesk = (body: unknown): body is DeskAnswer => Array.isArray(part(body, 'rows'));
export async function fetchDesk(): Promise<DeskAnswer> {
  const body = await read('/review');
  if (!isDesk(body)) throw new Error('The server answered something unexpected.');
  return body;
}

/** A case as it lies on the desk: the record in short, where it stands, and what is new. */
export interface Case {
  readonly revision: number;
  readonly summary: string;
  readonly claims: number;
  readonly sources: number;
  readonly review: Omit<RecordStateProps, 'incident' | 'onDesk'>;
  readonly since: {
    readonly revision: number | null;
    readonly at: string | null;
    readonly changes: readonly Change[];
  };
}

const isReview = (body: unknown): body is Case['review'] => wordAt(body, 'state') !== '';
const isSince = (body: unknown): body is Case['since'] => Array.isArray(part(body, 'changes'));

/** Everything the desk shows of one record. */
export async function fetchCase(incident: string): Promise<Case> {
  const at = `/incidents/${incident}`;
  const [record, review, since] = await Promise.all([
    read(at),
    read(`${at}/review`),
    read(`${at}/looks`),
  ]);
  const revision = numberAt(record, 'revision');
  if (revision === null || !isReview(review) || !isSince(since))
    throw new Error('The server answered something unexpected.');
  return {
    ...{ revision, review, since, summary: wordAt(record, 'incident', 'summary') },
    claims: listAt(record, 'incident', 'claims').length,
    sources: listAt(record, 'incident', 'sources').length,
  };
}

/** Notes that the case was looked at; what comes of it changes nothing on the screen. */
export const noteLook = (incident: string) =>
  ask('POST', `/incidents/${incident}/looks`, { body: {} });
