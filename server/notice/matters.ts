import 'server-only';
import type { NoticeAbout } from '@/domain/notice';
import { HOUSE } from '@/domain/permission';
import { markingOf } from '@/domain/tlp';
import { heldFindings, subjectOf } from '@/server/commission/finding';
import { database } from '@/server/database';
import { isId } from '@/server/incident/record';
import type { Tx } from '@/server/ledger/chain';

/** What a notice is about, as it stands now. */
export interface Matter {
  readonly title: string;
  readonly about: NoticeAbout;
  /** Parties whose delegates sit on it. */
  readonly parties: readonly string[];
  /** Of a finding, the party it accuses; else null. */
  readonly accused: string | null;
  /** Of a record, its coding that is being made, in or settled; null where there is none. */
  readonly coding: string | null;
  /** Who wrote it, and who coded it or was given it to code. */
  readonly authors: readonly string[];
  readonly coders: readonly string[];
  /** Those who still have to code the incident blind. */
  readonly blind: readonly string[];
}

/** The word and the name in a subject of the ledger, such as `incident:us-2016-dnc-email-leak`. */
export function partsOf(subject: string): readonly [word: string, name: string] {
  const colon = subject.indexOf(':');
  return colon < 0 ? [subject, ''] : [subject.slice(0, colon), subject.slice(colon + 1)];
}

const named = (subjects: readonly string[], wanted: string): string[] =>
  subjects.map(partsOf).flatMap(([word, name]) => (word === wanted ? [name] : []));

const NOBODYS = { authors: [], coders: [], blind: [], parties: [] } as const;
const NO_PLACE = { accused: null, coding: null } as const;

type Found = readonly [subject: string, matter: Matter];

async function incidentMatters(within: Tx, ids: readonly string[]): Promise<Found[]> {
  const rows = await within.incident.findMany({
    where: { id: { in: ids.filter(isId) }, withdrawnAt: null },
    select: {
      ...{ id: true, title: true, published: true, tlp: true },
      revisions: { select: { authorId: true }, distinct: ['authorId'] },
      codings: {
        select: {
          ...{ id: true, firstCoderId: true, secondCoderId: true },
          ...{ handedInAt: true, supersededAt: true },
        },
      },
    },
  });
  return rows.map(({ id, title, published, tlp, revisions, codings }) => {
    const authors = revisions.flatMap(({ authorId }) => authorId ?? []);
    const about = { kind: 'record', published, tlp: markingOf(tlp), authors } as const;
    const coders = codings.flatMap((each) => [each.firstCoderId, each.secondCoderId ?? []].flat());
    const blind = codings
      .filter(({ handedInAt, supersededAt }) => handedInAt === null && supersededAt === null)
      .flatMap(({ secondCoderId }) => secondCoderId ?? []);
    const coding = codings.find(({ supersededAt }) => supersededAt === null)?.id ?? null;
    const people = { authors, coders, blind, parties: [] };
    return [`incident:${id}`, { title, about, ...people, ...NO_PLACE, coding }];
  });
}

async function findingMatters(within: Tx, ids: readonly string[]): Promise<Found[]> {
  const findings = await heldFindings({ id: { in: [...ids] } }, within);
  const incidents = findings.map(({ row }) => `incident:${row.incidentId}`);
  const records = new Map(await incidentMatters(within, named(incidents, 'incident')));
  return findings.map((held) => {
    const { id, row, authors } = held;
    const about = subjectOf(held);
    const { parties, accused } = about;
    const title = `${row.incident.title} (${row.accused}, ${row.clauseId} of ${row.pactId})`;
    const blind = records.get(`incident:${row.incidentId}`)?.blind ?? [];
    const people = { authors, coders: [], blind, parties };
    return [`finding:${id}`, { title, about, ...people, ...NO_PLACE, accused }];
  });
}

async function sessionMatters(within: Tx, ids: readonly string[]): Promise<Found[]> {
  const rows = await within.commissionSession.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, title: true },
  });
  const about = { kind: 'commission' } as const;
  return rows.map(({ id, title }) => [`session:${id}`, { ...NOBODYS, ...NO_PLACE, title, about }]);
}

/** What is no secret in the house, and has no table of its own. */
const WORDS: Readonly<Record<string, (name: string) => string>> = {
  policy: (name) => `version ${name}`,
  ledger: (name) => `entry ${name}`,
};

function houseMatters(subjects: readonly string[]): Found[] {
  return subjects.flatMap((subject): Found[] => {
    const [word, name] = partsOf(subject);
    const title = Object.hasOwn(WORDS, word) ? WORDS[word]?.(name) : undefined;
    if (title === undefined) return [];
    return [[subject, { ...NOBODYS, ...NO_PLACE, title, about: HOUSE }]];
  });
}

const KEPT = [
  ['incident', incidentMatters],
  ['finding', findingMatters],
  ['session', sessionMatters],
] as const;

/** What subjects of the ledger are about; one that is gone, or of which nobody is told, is left out. */
export async function mattersOf(
  subjects: readonly string[],
  within: Tx = database(),
): Promise<ReadonlyMap<string, Matter>> {
  const wanted = [...new Set(subjects)];
  const found = houseMatters(wanted);
  for (const [word, mattersIn] of KEPT) {
    const names = named(wanted, word);
    if (names.length > 0) found.push(...(await mattersIn(within, names)));
  }
  return new Map(found);
}
