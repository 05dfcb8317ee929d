import 'server-only';
import type { Actor } from '@/domain/actor';
import { toDay } from '@/domain/dates';
import { incidentSchema } from '@/domain/incident';
import { may, type SubjectOf } from '@/domain/permission';
import type { FindingState } from '@/domain/review/finding-path';
import { findingStateSchema, type Reckoning, reckoningSchema } from '@/domain/review/reckoning';
import type { Roll, Sides } from '@/domain/review/roll';
import {
  type Coordinates,
  type SignedContent,
  signedContentSchema,
} from '@/domain/review/signature';
import { RECUSAL_GROUNDS } from '@/domain/review/vote';
import { highestTlp, markingOf, type Tlp } from '@/domain/tlp';
import { VERDICTS, type Verdict } from '@/domain/verdict';
import type { Prisma } from '@/prisma/generated/client';
import { database } from '@/server/database';
import type { Tx } from '@/server/ledger';
import { blindTo } from '@/server/review/coding-state';

const CODERS = { firstCoderId: true, secondCoderId: true, reconciledById: true } as const;
const HELD = {
  incident: {
    select: {
      ...{ title: true, tlp: true, revision: true, reviewState: true },
      revisions: { select: { authorId: true }, distinct: ['authorId'] },
      codings: { select: CODERS },
    },
  },
  recusals: { select: { delegateId: true, ground: true } },
  agenda: { select: { sessionId: true, tabledAt: true, session: { select: { closedAt: true } } } },
} satisfies Prisma.FindingInclude;
export type FindingRow = Prisma.FindingGetPayload<{ include: typeof HELD }>;

/** A finding on its way, as guards and paths see it. */
export interface HeldFinding {
  readonly id: string;
  readonly row: FindingRow;
  readonly state: FindingState;
  readonly coordinates: Coordinates;
  /** What its signers see; null until it was coded. */
  readonly content: SignedContent | null;
  readonly reckoning: Reckoning | null;
  readonly sides: Sides;
  /** Whoever recorded or coded the incident, or nominated the finding. */
  readonly authors: readonly string[];
  readonly recusals: Roll['recusals'];
  readonly tlp: Tlp;
}

const isGround = (word: string): word is keyof typeof RECUSAL_GROUNDS =>
  Object.hasOwn(RECUSAL_GROUNDS, word);
/** The verdict a column holds; null where it holds none. */
export const verdictIn = (word: string | null): Verdict | null =>
  VERDICTS.find((verdict) => verdict === word) ?? null;

/** The narrower of today's marking and that of the record that was signed. */
function markingNow({ incident, inputs }: FindingRow): Tlp {
  const now = markingOf(incident.tlp);
  const kept =
    typeof inputs === 'object' && inputs !== null ? Reflect.get(inputs, 'incident') : null;
  const then = incidentSchema.shape.tlp.safeParse(
    typeof kept === 'object' && kept !== null ? Reflect.get(kept, 'tlp') : null,
  ).data;
  return highestTlp(then === undefined ? [now] : [now, then]);
}

function authorsOf({ incident, nominatedById }: FindingRow): string[] {
  const coders = incident.codings.flatMap((coding) => Object.values(coding));
  const wrote = incident.revisions.map(({ authorId }) => authorId);
  return [...new Set([nominatedById, ...wrote, ...coders])].filter((id) => id !== null);
}

function heldOf(row: FindingRow): HeldFinding {
  return {
    ...{ id: row.id, row, state: findingStateSchema.parse(row.state) },
    coordinates: {
      ...{ incident: row.incidentId, clause: row.clauseId, accused: row.accused },
      asOf: toDay(row.asOf.getTime()),
    },
    content: row.content === null ? null : signedContentSchema.parse(row.content),
    reckoning: row.decision === null ? null : reckoningSchema.parse(row.decision),
    sides: { accused: [row.accusedParty], complainant: row.complainants },
    authors: authorsOf(row),
    recusals: row.recusals.map(({ delegateId, ground }) => ({
      ...{ by: delegateId, ground: isGround(ground) ? ground : ('other' as const) },
    })),
    tlp: markingNow(row),
  };
}

/** A finding's id as it may stand in an address; anything else names nothing. */
const isId = (id: string): boolean => /^[0-9a-f-]{36}$/.test(id);

/** A finding by its id, whoever asks; null where there is none. */
export async function heldFinding(
  id: string,
  within: Tx = database(),
): Promise<HeldFinding | null> {
  const row = isId(id) ? await within.finding.findUnique({ where: { id }, include: HELD }) : null;
  return row === null ? null : heldOf(row);
}

/** The findings that fit, in the order they were nominated. */
export async function heldFindings(
  where: Prisma.FindingWhereInput,
  within: Tx = database(),
): Promise<HeldFinding[]> {
  const rows = await within.finding.findMany({
    where,
    include: HELD,
    orderBy: { ledgerSeq: 'asc' },
  });
  return rows.map(heldOf);
}

/** What the privilege table asks of a finding. */
export function subjectOf({
  row,
  sides,
  authors,
  recusals,
  tlp,
}: HeldFinding): SubjectOf<'finding.read'> {
  return {
    ...{ kind: 'finding', pact: row.pactId, published: row.publishedAt !== null, tlp, authors },
    parties: [...sides.accused, ...sides.complainant],
    ...{ accused: row.accusedParty, tabled: row.agenda.length > 0 },
    recused: recusals.map(({ by }) => by),
  };
}

/** The same of what nobody may know of. */
export const NO_FINDING: SubjectOf<'finding.read'> = {
  ...{ kind: 'finding', pact: '', published: false, tlp: 'RED', authors: [] },
  ...{ parties: [], accused: '', tabled: false, recused: [] },
};

/** The same of a proposal about a finding. */
export function proposalSubject(
  held: HeldFinding,
  { proposedById }: { readonly proposedById: string },
): SubjectOf<'finding.second'> {
  const { published, tlp, authors } = subjectOf(held);
  return { kind: 'proposal', proposedBy: proposedById, published, tlp, authors };
}

/** The findings that an actor may read: none of an incident that they still have to code themselves. */
export async function readable(
  actor: Actor,
  findings: readonly HeldFinding[],
): Promise<HeldFinding[]> {
  const blind = await blindTo(actor);
  return findings.filter(
    (held) =>
      !blind.has(held.row.incidentId) && may(actor, 'finding.read', subjectOf(held)).allowed,
  );
}
