import 'server-only';
import { createHash } from 'node:crypto';
import { toDay } from '@/domain/dates';
import type { Setting } from '@/domain/finding';
import { heardOf } from '@/domain/lab/hearing';
import { idOf, type Mention } from '@/domain/lab/standing/mention';
import { listedOf, sumsOfTally } from '@/domain/lab/standing/standing-sums';
import type { Tally } from '@/domain/lab/standing/tally';
import type { Signed } from '@/domain/lab/standing/tallying';
import { basisOn, NO_BASIS } from '@/domain/monitoring';
import type { Pact } from '@/domain/pact';
import { ENGINE_VERSION } from '@/domain/policy';
import { periodFor } from '@/domain/standing';
import {
  periodOf,
  type ShownFinding,
  type StandingRecord,
  shapeStanding,
} from '@/domain/standing-shape';
import type { StandingFilter, StandingView } from '@/domain/standing-view';
import { flagsAt, reasonAt, victimsAt } from '@/domain/sweep/row';
import type { Sweep } from '@/domain/sweep/sheet';
import { shownAt } from '@/domain/sweep/shown';
import { VERDICTS } from '@/domain/verdict';
import type { Base } from './columns/base';
import { listedColumns, listedSweeps } from './columns/listed';
import { hashOfPact, type SeenColumns } from './columns/seen';
import { tallyFor } from './columns/tallies';
import type { Library } from './library';
import { processWide } from './process-wide';
import { Recent } from './recent';
import { caseKey, signedBy } from './standing-answer';
import type { SignedCase } from './standing-question';

/** A question of the standing page over columns. */
export interface ColumnsAsked {
  readonly held: Library;
  readonly seen: SeenColumns;
  readonly filter: StandingFilter;
  readonly pact: Pact;
  readonly setting: Setting;
  readonly signed: readonly SignedCase[];
}

type Cases = ReadonlyMap<string, SignedCase>;

const clauseIn = ({ clauses }: Pact, clause: number): string => clauses[clause]?.id ?? '';

/** The verdict with which a finding was published, for counting mode `signed`. */
function signedWords(cases: Cases, pact: Pact): { readonly wordOf: Signed; readonly key: string } {
  const incidents = new Set([...cases.values()].map(({ incident }) => incident));
  const wordOf: Signed = (mention) => {
    if (incidents.size === 0) return -1;
    const id = idOf(mention);
    if (!incidents.has(id)) return -1;
    const held = cases.get(caseKey(id, clauseIn(pact, mention.clause), mention.accused));
    // Signed as another verdict, such as before a deadline passed, is not signed as this one.
    if (held === undefined || held.verdict !== VERDICTS[mention.found]) return -1;
    return VERDICTS.indexOf(held.word);
  };
  return { wordOf, key: JSON.stringify([...cases.values()]) };
}

/** What was looked for, by party, in the period that a filter asks for. */
async function basesOf({ held, seen, filter, pact, setting }: ColumnsAsked) {
  const { monitoring } = held;
  const question = { pact, setting, period: periodOf(filter) };
  const periods = pact.parties.map(({ code }) => periodFor(question, code));
  const heard = await seen.heard({ pact, asOf: setting.asOf, periods });
  return new Map(
    pact.parties.map(({ code: party }, at) => {
      const [period = null, own] = [periods[at], heard[at]];
      const basis =
        period === null || own === undefined
          ? NO_BASIS
          : basisOn({ pact, monitoring, setting }, { party, period }, heardOf(own));
      return [party, basis] as const;
    }),
  );
}

/** Findings that are listed, by case and clause: where they stand in a sweep. */
type Listed = ReadonlyMap<string, { readonly scored: Sweep; readonly row: number }>;

/** Lists kept of one base: a write seldom changes what is listed. */
const LISTS = 16;
const lists = processWide('listed findings', () => new WeakMap<Base, Recent<Promise<Listed>>>());

/** The findings that are listed, swept: their rows. */
async function listedIn(asked: ColumnsAsked, tally: Tally): Promise<Listed> {
  const { seen, pact, setting } = asked;
  const ids = [...new Set(listedOf(tally).map(idOf))].sort();
  if (seen.fresh.some(({ incident }) => ids.includes(incident.id))) return sweptOf(asked, ids);
  const { asOf, assumedFrom, policy, compiledOn } = setting;
  const key = [hashOfPact(pact), asOf, assumedFrom, policy.version, compiledOn, ids];
  const own = lists.get(seen.kept.base) ?? new Recent<Promise<Listed>>(LISTS);
  lists.set(seen.kept.base, own);
  const place = JSON.stringify(key);
  const made = own.get(place, () => sweptOf(asked, ids));
  made.catch(() => own.drop(place)); // A failure is not kept.
  return made;
}

async function sweptOf(
  { seen, pact, setting }: ColumnsAsked,
  ids: readonly string[],
): Promise<Listed> {
  const sweeps = await listedSweeps(await listedColumns(seen, ids, setting), pact, setting);
  const found = new Map<string, { readonly scored: Sweep; readonly row: number }>();
  for (const scored of sweeps)
    for (let row = 0; row < scored.rows; row += 1) {
      const { incidents, partitions } = scored.columns;
      const id = incidents[scored.incident[row] ?? -1]?.id ?? '';
      const accused = partitions[scored.partition[row] ?? -1]?.state ?? '';
      found.set(caseKey(id, clauseIn(pact, scored.clause[row] ?? -1), accused), { scored, row });
    }
  return found;
}

function placeIn(listed: Listed, key: string) {
  const place = listed.get(key);
  if (place === undefined) throw new Error(`the columns list a finding that is none: ${key}`);
  return place;
}

/** A finding that is listed, in words; one that counts as another verdict says that. */
function shownIn(listed: Listed, pact: Pact) {
  return (mention: Mention): ShownFinding => {
    const clause = clauseIn(pact, mention.clause);
    const { scored, row } = placeIn(listed, caseKey(idOf(mention), clause, mention.accused));
    const finding = shownAt(scored, row);
    const verdict = VERDICTS[mention.verdict] ?? 'NOT_COVERED';
    return verdict === finding.verdict ? finding : { ...finding, verdict, m: 1 };
  };
}

/** The record of a pact on a day, added up from columns: of incidents it reads those that are listed. */
async function recordOf(asked: ColumnsAsked): Promise<Omit<StandingRecord, 'select'>> {
  const { held, seen, filter, pact, setting, signed } = asked;
  const { assumedFrom = null, asOf } = setting;
  const cases = signedBy(pact, setting, signed);
  const tally = await tallyFor(seen, {
    ...{ base: pact, pact, assumedFrom, asOf, filter },
    signed: filter.counting === 'signed' ? signedWords(cases, pact) : null,
  });
  const bases = await basesOf(asked);
  const listed = await listedIn(asked, tally);
  return {
    ...{ pact, setting, monitoring: held.monitoring },
    corpus: {
      version: `${held.version}`,
      compiledOn: held.compiledOn ?? toDay(asOf),
      incidents: seen.count,
    },
    sums: () => sumsOfTally(tally, shownIn(listed, pact)),
    basis: (party) => bases.get(party) ?? NO_BASIS,
    signed: [...cases.values()].filter(({ incident }) => seen.has(incident)).length,
    detail: ({ incident, clause, accused, verdict }) => {
      const key = caseKey(incident, clause, accused);
      const { scored, row } = placeIn(listed, key);
      const own = cases.get(key);
      return {
        ...{ reason: reasonAt(scored, row), flags: flagsAt(scored, row) },
        ...{ signed: own?.word === verdict ? own.id : null, victims: victimsAt(scored, row) },
      };
    },
  };
}

/** Views kept of what one reader sees. */
const VIEWS = 64;
const views = processWide(
  'standing from columns',
  () => new WeakMap<SeenColumns, Recent<Promise<StandingView>>>(),
);

/** The standing page under a filter, from columns: it says what its incidents say (integration test). */
export async function standingOfColumns(
  asked: ColumnsAsked,
): Promise<{ readonly view: StandingView; readonly etag: string }> {
  const { held, seen, filter, pact, setting } = asked;
  const place = `${pact.id} ${setting.asOf} ${setting.assumedFrom} ${setting.policy.version}`;
  const key = `${held.version} ${seen.reader} ${place} ${JSON.stringify(filter)}`;
  const own = views.get(seen) ?? new Recent<Promise<StandingView>>(VIEWS);
  views.set(seen, own);
  const made = own.get(key, async () => shapeStanding(await recordOf(asked), filter));
  made.catch(() => own.drop(key)); // A failure is not kept.
  const hash = createHash('sha256').update(`${seen.count} ${ENGINE_VERSION} ${key}`);
  return { view: await made, etag: `"${hash.digest('base64url').slice(0, 27)}"` };
}
