import { type Attribution, fuse } from './attribution';
import { partyOf, type StandingMode, standingMode } from './bound';
import { type ClaimWeight, claimWeights } from './claim-weight';
import { COVERAGE_CODES } from './coverage';
import {
  accusedStates,
  type Finding,
  type Judgement,
  judgeIncident,
  type Setting,
} from './finding';
import type { Incident } from './incident';
import type { Pact } from './pact';
import { inOrder, isCovered, type PactVerdict, settingFor, verdictUnder } from './pact-verdict';
import { liveClaims } from './retraction';
import { type Explanation, explain } from './trace';

/** Which case of an incident a reader asks about; `from` assumes an entry into force for that pact. */
export interface CaseChoice {
  readonly pact: string | null;
  readonly clause: string | null;
  readonly accused: string | null;
  /** `YYYY-MM-DD`; null: the pact's own. */
  readonly from: string | null;
}

/** The case a reader looks at, explained. */
export interface ChosenCase {
  readonly pact: Pact;
  readonly judgement: Judgement;
  readonly explanation: Explanation;
  readonly assumed: string | null;
  readonly mode: StandingMode | null;
}

/** Everything the page of one incident shows. */
export interface IncidentView {
  readonly incident: Incident;
  readonly accused: readonly string[];
  readonly verdicts: readonly PactVerdict[];
  readonly chosen: ChosenCase | null;
  readonly attribution: Attribution;
  /** The accused state the weights are for; null where no state is accused. */
  readonly weighedFor: string | null;
  readonly weights: readonly ClaimWeight[];
}

/** How far a finding came through the coverage tests; the number of tests where it passed them all. */
const reached = ({ failedCoverage, verdict }: Finding): number =>
  verdict !== 'NOT_COVERED' || failedCoverage === null
    ? COVERAGE_CODES.length
    : COVERAGE_CODES.indexOf(failedCoverage);

/**
 * The finding asked for. Where the question is incomplete, the gravest that fits it; where none is
 * covered, the one that came nearest to it, of pacts that another assumed date would make apply first.
 */
function chosenFinding(
  verdicts: readonly PactVerdict[],
  choice: CaseChoice,
): { verdict: PactVerdict; finding: Finding } | null {
  const fits = (finding: Finding): boolean =>
    (choice.clause === null || finding.clause === choice.clause) &&
    (choice.accused === null || finding.accused === choice.accused);
  const pool = verdicts.filter(({ pact }) => choice.pact === null || pact.id === choice.pact);
  const covered = pool.flatMap((verdict) =>
    [...verdict.gravest, ...verdict.findings.filter(isCovered)].flatMap((finding) =>
      fits(finding) ? [{ verdict, finding }] : [],
    ),
  );
  const promising = pool.filter(({ otherDate }) => otherDate !== null);
  const outside = (promising.length > 0 ? promising : pool).flatMap((verdict) =>
    verdict.findings.flatMap((finding) => (fits(finding) ? [{ verdict, finding }] : [])),
  );
  const [gravest] = covered;
  if (gravest !== undefined) return gravest;
  return outside.reduce<(typeof outside)[number] | null>(
    (best, next) => (best === null || reached(next.finding) > reached(best.finding) ? next : best),
    null,
  );
}

function explained(
  incident: Incident,
  pacts: readonly Pact[],
  setting: Setting,
  chosen: { verdict: PactVerdict; finding: Finding } | null,
  day: string | null,
): ChosenCase | null {
  const pact = pacts.find(({ id }) => id === chosen?.verdict.pact.id);
  if (pact === undefined || chosen === null) return null;
  const { clause, accused } = chosen.finding;
  const judgement = judgeIncident(incident, pact, settingFor(pact, setting, day)).find(
    ({ case: at }) => at.clause.id === clause && at.accused === accused,
  );
  if (judgement === undefined) return null;
  const party = accused === null ? null : partyOf(pact, accused);
  return {
    pact,
    judgement,
    explanation: explain(judgement),
    assumed: chosen.verdict.assumed,
    mode: party === null ? null : standingMode(pact, party.code),
  };
}

/** One incident under every pact that is scored, at the day of the setting. */
export function incidentView(
  incident: Incident,
  library: readonly Pact[],
  setting: Setting,
  choice: CaseChoice,
): IncidentView {
  const pacts = library.filter(({ referenceOnly }) => !referenceOnly);
  const verdicts = inOrder(
    pacts.map((pact) =>
      verdictUnder(incident, pact, setting, pact.id === choice.pact ? choice.from : null),
    ),
  );
  const day = choice.pact === null ? null : choice.from;
  const chosen = explained(incident, pacts, setting, chosenFinding(verdicts, choice), day);
  const live = liveClaims(incident, setting.asOf, setting.compiledOn);
  const accused = accusedStates(incident, setting).filter((state) => state !== null);
  const fusion = {
    policy: setting.policy.values,
    joint: incident.joint,
    commissionLimbs: chosen?.judgement.case.clause.commissionLimbs,
  };
  const weighedFor = chosen?.judgement.case.accused ?? accused[0] ?? null;
  return {
    incident,
    accused,
    verdicts,
    chosen,
    attribution: fuse(live, fusion),
    weighedFor,
    weights: claimWeights(incident, pacts, setting, weighedFor, fusion),
  };
}
