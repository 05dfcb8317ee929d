import { partyOf } from '@/domain/bound';
import { assess, type Finding, type Setting } from '@/domain/finding';
import type { Incident } from '@/domain/incident';
import type { Pact } from '@/domain/pact';
import { onePerIncident } from '@/domain/standing';
import { stateName } from '@/domain/states';
import { listed } from '@/domain/trend/wording';
import type { Verdict } from '@/domain/verdict';
import { countVerdicts } from '@/domain/verdict-counts';
import { type Exchange, exchangedIncident, exchangedPact, exchangeOf } from './exchange';

type Counts = Readonly<Record<Verdict, number>>;

/** One party: as the record has it, and had the other party stood in its place. */
export interface SymmetrySide {
  readonly party: string;
  readonly asRecorded: Counts;
  /** Counts against this name once the two have changed places in the record. */
  readonly exchanged: Counts;
}

/** A finding that would be another, had the two parties changed places in the record. */
export interface SymmetryDifference {
  readonly incident: string;
  readonly clause: string;
  /** The accused as recorded. */
  readonly accused: string;
  readonly verdict: Verdict;
  readonly exchanged: Verdict;
}

export interface Symmetry {
  readonly parties: readonly [string, string];
  readonly sides: readonly SymmetrySide[];
  /** What the pact itself treats otherwise, by a reservation, an entry into force or a succession. */
  readonly differences: readonly SymmetryDifference[];
  /** Exchanging the names in record and pact alike changes nothing but the names: the engine's own rule. */
  readonly holds: boolean;
}

function countsOf(
  findings: readonly Finding[],
  pact: Pact,
  party: string,
  setting: Setting,
): Counts {
  const own = findings.filter(
    ({ accused }) => accused !== null && partyOf(pact, accused)?.code === party,
  );
  return countVerdicts(onePerIncident(own, setting));
}

const keyOf = ({ incident, clause }: Finding, accused: string | null): string =>
  `${incident} ${clause} ${accused ?? ''}`;

/** Findings of two runs side by side, where the names of the first are exchanged. */
function compared(
  one: readonly Finding[],
  two: readonly Finding[],
  name: Exchange,
): SymmetryDifference[] {
  const others = new Map(two.map((finding) => [keyOf(finding, finding.accused), finding.verdict]));
  return one.flatMap((finding) => {
    const { incident, clause, accused, verdict } = finding;
    if (accused === null) return [];
    const exchanged = others.get(keyOf(finding, name(accused))) ?? 'NOT_COVERED';
    return exchanged === verdict ? [] : [{ incident, clause, accused, verdict, exchanged }];
  });
}

/**
 * The same pact with two parties exchanged (method.md, fourth principle): each has done what the
 * other is said to have done, and is asked by the same clauses. Under a pact that binds both alike
 * the findings change their names and nothing else; `differences` are what the pact itself treats
 * otherwise.
 */
export function symmetry(
  incidents: readonly Incident[],
  pact: Pact,
  [one, other]: readonly [string, string],
  setting: Setting,
): Symmetry {
  const name = exchangeOf(one, other);
  const recorded = assess(incidents, pact, setting);
  const swapped = incidents.map((incident) => exchangedIncident(incident, name));
  const exchanged = assess(swapped, pact, setting);
  const everywhere = assess(swapped, exchangedPact(pact, name), setting);
  return {
    parties: [one, other],
    sides: [one, other].map((party) => ({
      party,
      asRecorded: countsOf(recorded, pact, party, setting),
      exchanged: countsOf(exchanged, pact, party, setting),
    })),
    differences: compared(recorded, exchanged, name),
    holds: compared(recorded, everywhere, name).length === 0,
  };
}

const found = (counts: Counts): number => counts.VIOLATION_COMMISSION + counts.VIOLATION_OMISSION;

/** Who would be found in breach had the two changed places, in words. */
export function symmetrySentence({ sides, differences, holds, parties }: Symmetry): string {
  const told = (of: (side: SymmetrySide) => Counts): string =>
    listed(sides.map((side) => `${stateName(side.party)} ${found(of(side))}`));
  const rule = holds
    ? ''
    : ' With names exchanged in record and pact alike the findings differ: that is a fault of the engine.';
  const pact =
    differences.length === 0
      ? 'The pact asks the same of both.'
      : `The pact treats them otherwise in ${differences.length} ${differences.length === 1 ? 'finding' : 'findings'}.`;
  return `Violations found as recorded: ${told((side) => side.asRecorded)}; with ${listed(parties.map(stateName))} exchanged: ${told((side) => side.exchanged)}. ${pact}${rule}`;
}
