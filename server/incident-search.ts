import 'server-only';
import type { Reach } from '@/domain/permission';
import { Prisma } from '@/prisma/generated/client';
import { foldedWords } from './projection';

/** What a reader may see: visitors published TLP:CLEAR only; `own`: also whatever this person wrote on. */
export type Visibility = Omit<Reach, 'own'> &
  Partial<Pick<Reach, 'own'>> & {
    /** Records the reader still has to code, whose codes they must not see. */
    readonly without?: readonly string[];
  };

/** What everybody may see. */
export const PUBLIC: Visibility = { tlp: ['CLEAR'], publishedOnly: true };

export const INCIDENT_SORTS = ['started', 'disclosed', 'severity', 'title', 'updated'] as const;
export type IncidentSort = (typeof INCIDENT_SORTS)[number];

/** Lists mean "any of these"; an empty or absent one asks nothing. */
export interface IncidentQuery {
  /** Words, each of which must begin a word of title, summary, victims, actors or claimants. */
  readonly text?: string | undefined;
  readonly conduct?: readonly string[] | undefined;
  readonly objects?: readonly string[] | undefined;
  readonly victims?: readonly string[] | undefined;
  readonly accused?: readonly string[] | undefined;
  readonly status?: readonly string[] | undefined;
  /** States on the path of a record. */
  readonly review?: readonly string[] | undefined;
  readonly minSeverity?: number | undefined;
  readonly maxSeverity?: number | undefined;
  /** Instants: incidents whose start may lie in [from, to]. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly sort?: IncidentSort | undefined;
  readonly descending?: boolean | undefined;
  /** From 1. */
  readonly page?: number | undefined;
  /** 1 to 200; 25 unless told. */
  readonly pageSize?: number | undefined;
}

const COLUMN: Record<IncidentSort, Prisma.Sql> = {
  started: Prisma.sql`i."startedFrom"`,
  disclosed: Prisma.sql`i."disclosed"`,
  severity: Prisma.sql`i."severity"`,
  title: Prisma.sql`i."title"`,
  updated: Prisma.sql`i."ledgerSeq"`,
};

function overlaps(column: Prisma.Sql, values: readonly string[] | undefined): Prisma.Sql[] {
  return values === undefined || values.length === 0
    ? []
    : [Prisma.sql`${column} && ${[...values]}::text[]`];
}

function words(text: string | undefined): Prisma.Sql[] {
  const folded = foldedWords(text ?? '').slice(0, 16);
  if (folded.length === 0) return [];
  const prefixes = folded.map((word) => `'${word}':*`).join(' & ');
  return [Prisma.sql`search_words(i."searchText") @@ ${prefixes}::tsquery`];
}

/** The condition on `"Incident" i` under which a reader may see a row that stands for itself. */
export function visibleTo(visibility: Visibility): Prisma.Sql {
  const { tlp, publishedOnly, own = null, without = [] } = visibility;
  const kept = Prisma.sql`i."withdrawnAt" IS NULL AND i."retiredInto" IS NULL`;
  const standing =
    without.length === 0 ? kept : Prisma.sql`${kept} AND i."id" <> ALL(${[...without]}::text[])`;
  const marked = Prisma.sql`i."tlp" = ANY(${[...tlp]}::text[])`;
  const reached = publishedOnly ? Prisma.sql`${marked} AND i."published"` : marked;
  if (own === null) return Prisma.sql`${standing} AND ${reached}`;
  return Prisma.sql`${standing} AND (${reached} OR i."id" IN (
    SELECT w."incidentId" FROM "IncidentRevision" w WHERE w."authorId" = ${own}))`;
}

/** The condition on `"Incident" i` that a query and a reader's visibility make. */
export function conditionOf(query: IncidentQuery, visibility: Visibility): Prisma.Sql {
  const { minSeverity, maxSeverity, from, to, status, review } = query;
  const conditions = [
    visibleTo(visibility),
    ...words(query.text),
    ...overlaps(Prisma.sql`i."conduct"`, query.conduct),
    ...overlaps(Prisma.sql`i."objects"`, query.objects),
    ...overlaps(Prisma.sql`i."victimStates"`, query.victims),
    ...overlaps(Prisma.sql`i."accused"`, query.accused),
  ];
  if (status !== undefined && status.length > 0)
    conditions.push(Prisma.sql`i."status" = ANY(${[...status]}::text[])`);
  if (review !== undefined && review.length > 0)
    conditions.push(Prisma.sql`i."reviewState" = ANY(${[...review]}::text[])`);
  if (minSeverity !== undefined) conditions.push(Prisma.sql`i."severity" >= ${minSeverity}::int`);
  if (maxSeverity !== undefined) conditions.push(Prisma.sql`i."severity" <= ${maxSeverity}::int`);
  if (from !== undefined)
    conditions.push(Prisma.sql`i."startedTo" >= ${new Date(from).toISOString()}::timestamptz`);
  if (to !== undefined)
    conditions.push(Prisma.sql`i."startedFrom" <= ${new Date(to).toISOString()}::timestamptz`);
  return Prisma.join(conditions, ' AND ');
}

/** A total order: the column asked for, unknown values last, then the id. */
export function orderOf({ sort = 'started', descending = true }: IncidentQuery): Prisma.Sql {
  const direction = descending ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  return Prisma.sql`${COLUMN[sort]} ${direction} NULLS LAST, i."id" ASC`;
}
