import { z } from 'zod';
import { partyOf } from '@/domain/bound';
import { groupBy } from '@/domain/group';
import type { Incident } from '@/domain/incident';
import type { Pact } from '@/domain/pact';
import { isTestable, periodOf } from '@/domain/standing-shape';
import type { StandingFilter } from '@/domain/standing-view';
import { stateSchema } from '@/domain/states';
import { type MirrorClause, mirrorOf, mirrorSentence } from '@/domain/symmetry/mirror';
import { type Symmetry, symmetry, symmetrySentence } from '@/domain/symmetry/symmetry';
import { TEXT_ONLY, type TrendsHead, trendsHead } from './overview';
import type { World } from './world';

const side = stateSchema.nullable().default(null);
export const symmetryParameters = z.strictObject({ one: side, other: side });
export type SymmetryParameters = z.infer<typeof symmetryParameters>;

/** Two parties exchanged, and what each did under the same clause. */
export interface SymmetryAnswer extends TrendsHead {
  readonly pair: readonly [string, string] | null;
  /** Null where nothing can be exchanged; the headline says why. */
  readonly symmetry: Symmetry | null;
  readonly mirror: readonly (MirrorClause & { readonly said: string })[];
  /** Titles of the incidents that are named. */
  readonly titles: Readonly<Record<string, string>>;
}

/** Most incidents exchanged at once: each is judged three times, with every step. */
export const EXCHANGE_LIMIT = 2000;

/** The pair asked for, or the two parties with most findings, in the order of the pact. */
function pairOf(
  { pact, select }: World,
  filter: StandingFilter,
  { one, other }: SymmetryParameters,
): readonly [string, string] | null {
  const codes = pact.parties.map(({ code }) => code);
  const named = [one ?? filter.party, other].flatMap((state) => {
    const party = state === null ? null : partyOf(pact, state);
    return party === null ? [] : [party.code];
  });
  const findings = groupBy(
    select({ ...filter, party: null }).counted.filter(({ verdict }) => verdict !== 'NOT_COVERED'),
    ({ party }) => party,
  );
  const ranked = [...codes].sort(
    (a, b) => (findings.get(b)?.length ?? 0) - (findings.get(a)?.length ?? 0),
  );
  const [first, second] = [...new Set([...named, ...ranked])];
  if (first === undefined || second === undefined) return null;
  return codes.indexOf(first) < codes.indexOf(second) ? [first, second] : [second, first];
}

function accuses(pact: Pact, pair: readonly string[], { claims }: Incident): boolean {
  return claims.some(({ accused }) => {
    const party = accused === null ? null : partyOf(pact, accused);
    return party !== null && pair.includes(party.code);
  });
}

function missing(world: World, many: number): string {
  if (world.pact.referenceOnly) return TEXT_ONLY;
  if (world.pact.parties.length < 2) return 'This pact has no two parties to exchange.';
  return `${many} incidents name one of the two, too many to exchange at once. Narrow the period, or choose a clause or a kind of conduct.`;
}

/** The same pact with two parties exchanged: who would be found in breach by the same standard. */
export function shapeSymmetry(
  world: World,
  filter: StandingFilter,
  parameters: SymmetryParameters,
): SymmetryAnswer {
  const { pact, setting, sweep } = world;
  const { from, to } = periodOf(filter);
  const pair = pact.referenceOnly ? null : pairOf(world, filter, parameters);
  const { startFirst } = sweep.columns.facts;
  const incidents =
    pair === null
      ? []
      : sweep.columns.incidents.filter((incident, place) => {
          const onset = startFirst[place] ?? Infinity;
          const kind =
            filter.conduct === null || incident.conduct.some((one) => one === filter.conduct);
          return kind && from <= onset && onset <= to && accuses(pact, pair, incident);
        });
  const asked = {
    ...pact,
    clauses: pact.clauses.filter(({ id }) => filter.clause === null || id === filter.clause),
  };
  const told =
    pair === null || incidents.length > EXCHANGE_LIMIT
      ? null
      : symmetry(incidents, asked, pair, setting);
  const clauses = asked.clauses.filter(isTestable).map(({ id }) => id);
  const { findings } = world.select({ ...filter, party: null });
  const mirror = pair === null ? [] : mirrorOf(findings, clauses, pair);
  const named = new Set(told?.differences.map(({ incident }) => incident));
  return {
    ...trendsHead(world, filter),
    caveat:
      'Both are judged by the record as it stands: a party that fewer people watch shows less.',
    headline: told === null ? missing(world, incidents.length) : symmetrySentence(told),
    ...{ pair, symmetry: told },
    mirror: mirror.map((one) => ({ ...one, said: mirrorSentence(one) })),
    titles: Object.fromEntries(
      incidents.filter(({ id }) => named.has(id)).map(({ id, title }) => [id, title]),
    ),
  };
}
