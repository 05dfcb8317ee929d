import type { FusionOptions } from './attribution';
import { contributions } from './contribution';
import { judgeIncident, type Setting } from './finding';
import type { Incident } from './incident';
import type { Pact } from './pact';
import { settingFor } from './pact-verdict';
import { leaveOneOut } from './pivotal';
import { liveClaims } from './retraction';

/** A pact, clause and accused state: the address of a finding. */
export interface CaseAddress {
  readonly pact: string;
  readonly clause: string;
  readonly accused: string | null;
}

/** What one claim adds, for one accused state (method.md 2, "Contribution display"). */
export interface ClaimWeight {
  readonly claim: string;
  /** False where it does not count on the day asked about. */
  readonly live: boolean;
  readonly r: number;
  readonly effective: number;
  readonly link: number;
  readonly state: number;
  /** Findings whose link or state answer changes without it. */
  readonly pivotal: readonly CaseAddress[];
}

function pivotalCases(
  incident: Incident,
  pacts: readonly Pact[],
  setting: Setting,
): { claim: string; at: CaseAddress }[] {
  return pacts.flatMap((pact) =>
    judgeIncident(incident, pact, settingFor(pact, setting, null))
      .filter(({ rule }) => rule.verdict !== 'NOT_COVERED')
      .flatMap(({ case: at }) =>
        leaveOneOut(at)
          .filter(({ pivotal }) => pivotal)
          .map(({ claim }) => ({
            claim,
            at: { pact: pact.id, clause: at.clause.id, accused: at.accused },
          })),
      ),
  );
}

/** What each claim of an incident adds to the beliefs in one accused state, and where it decides. */
export function claimWeights(
  incident: Incident,
  pacts: readonly Pact[],
  setting: Setting,
  accused: string | null,
  fusion: FusionOptions,
): ClaimWeight[] {
  const live = liveClaims(incident, setting.asOf, setting.compiledOn);
  const lines = accused === null ? [] : contributions(live, accused, fusion);
  const added = new Map(lines.map((line) => [line.claim, line]));
  const pivots = pivotalCases(incident, pacts, setting);
  return incident.claims.map(({ id }) => {
    const line = added.get(id);
    return {
      claim: id,
      live: live.some((claim) => claim.id === id),
      r: line?.r ?? 0,
      effective: line?.effective ?? 0,
      link: line?.link ?? 0,
      state: line?.state ?? 0,
      pivotal: pivots.filter(({ claim }) => claim === id).map(({ at }) => at),
    };
  });
}
