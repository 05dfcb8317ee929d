import { partyOf } from './bound';
import { COVERAGE_CODES, type CoverageCode, type Outcome } from './coverage';
import { type Instant, toDay } from './dates';
import { type Finding, findingOf, type Judgement } from './finding';
import type { PredicateResult } from './predicates';
import { RESPONSE_LEVELS } from './vocabulary';

/** One thing a step looked at; `record` leads to it, such as `claims/c1` or `notifications/0`. */
export interface TraceInput {
  readonly label: string;
  readonly value: string;
  readonly record?: string | undefined;
}

/** One predicate of a finding: what was asked, of what, against which threshold, with what outcome. */
export interface TraceStep {
  readonly id: string;
  readonly question: string;
  readonly outcome: Outcome | 'not_reached';
  readonly inputs: readonly TraceInput[];
  readonly value: string;
  readonly threshold: string | null;
  /** What would change the outcome; null where it passed or nothing would. */
  readonly wouldChange: string | null;
  /** Section of the method this step implements. */
  readonly reference: string;
}

/** A finding with every predicate that was asked on the way, for violations and for what is not one. */
export interface Explanation {
  readonly finding: Finding;
  readonly sentence: string;
  readonly steps: readonly TraceStep[];
}

/** Beliefs are shown with three figures. */
const figure = (value: number): string => value.toFixed(3);
const instant = (at: Instant): string => `${toDay(at)}`;
const list = (items: readonly string[]): string => (items.length === 0 ? 'none' : items.join(', '));

const QUESTIONS: Record<CoverageCode, string> = {
  PARTY: 'Are the accused and a victim both bound?',
  TIME: 'Did the conduct fall in the time the pact binds?',
  CONDUCT: 'Is the conduct forbidden by the clause?',
  OBJECT: 'Is the object protected by the clause?',
  INTENT: 'Is the intent the one the clause requires?',
  SEVERITY: 'Is it grave enough for the clause?',
  EXCEPTION: 'Is no exception pleaded and accepted?',
  RESERVATION: 'Is it outside the reservations of the accused?',
};

const CHANGES: Record<CoverageCode, string> = {
  PARTY: 'Both would have to be parties of this pact.',
  TIME: 'A date inside the time in force, or a more precise one.',
  CONDUCT: 'A conduct code that the clause lists.',
  OBJECT: 'An object code that the clause lists.',
  INTENT: 'A record of the intent the clause requires.',
  SEVERITY: 'A severity at or above the floor.',
  EXCEPTION: 'The plea being decided against the invoker.',
  RESERVATION: 'A clause without this reservation.',
};

function coverageInputs(code: CoverageCode, { case: at, coverage }: Judgement): TraceInput[] {
  const { incident, clause, pact, accused } = at;
  const facts = (record: string, label: string, value: string): TraceInput => ({
    label,
    value,
    record,
  });
  switch (code) {
    case 'PARTY':
      return [
        { label: 'Accused', value: accused ?? 'no state is accused' },
        facts('facts/victimStates', 'Victim states', list(incident.victimStates)),
        { label: 'Parties', value: list(pact.parties.map(({ code: party }) => party)) },
      ];
    case 'TIME':
      return [
        facts(
          'facts/started',
          'Started',
          `${incident.started.date} (${incident.started.precision})`,
        ),
        facts(
          'facts/ended',
          'Ended',
          incident.ended === null
            ? incident.ongoing
              ? 'still going on'
              : 'unknown'
            : `${incident.ended.date} (${incident.ended.precision})`,
        ),
        {
          label: 'In force',
          value:
            coverage.inForce === null
              ? 'never between these sides'
              : `from ${instant(coverage.inForce.from)}${coverage.inForce.end === Infinity ? '' : ` until ${instant(coverage.inForce.end)}`}`,
        },
      ];
    case 'CONDUCT':
      return [
        facts('facts/conduct', 'Conduct', list(incident.conduct)),
        { label: 'Clause forbids', value: list(clause.conduct) },
        { label: 'Clause excludes', value: list(clause.conductExclusions) },
      ];
    case 'OBJECT':
      return [
        facts('facts/objects', 'Objects', list(incident.objects)),
        { label: 'Clause protects', value: list(clause.objects) },
        { label: 'Clause excludes', value: list(clause.objectExclusions) },
      ];
    case 'INTENT':
      return [
        facts('facts/intent', 'Intent', incident.intent ?? 'unknown'),
        { label: 'Clause requires', value: clause.intentRequired ?? 'any' },
      ];
    case 'SEVERITY':
      return [
        facts(
          'facts/severity',
          'Severity',
          `${incident.severity}, under this clause ${coverage.severity}`,
        ),
      ];
    case 'EXCEPTION':
      return [
        ...incident.pleas.map((plea, index) => ({
          label: `Plea by ${plea.by}`,
          value: `${plea.kind}${plea.code === undefined ? '' : ` (${plea.code})`}: ${plea.accepted === null ? 'undecided' : plea.accepted ? 'accepted' : 'rejected'}`,
          record: `pleas/${index}`,
        })),
        {
          label: 'Clause allows',
          value: list(clause.exceptions.map((exception) => exception.code)),
        },
      ];
    case 'RESERVATION':
      return clause.reservations
        .filter(({ party }) => accused !== null && party === partyOf(pact, accused)?.code)
        .map(({ party, text }) => ({ label: `Reservation of ${party}`, value: text }));
  }
}

function coverageSteps(judgement: Judgement): TraceStep[] {
  const { clause } = judgement.case;
  return COVERAGE_CODES.map((code) => {
    const outcome =
      judgement.coverage.checks.find((check) => check.code === code)?.outcome ?? 'unknown';
    return {
      id: `coverage.${code}`,
      question: QUESTIONS[code],
      outcome,
      inputs: coverageInputs(code, judgement),
      value: outcome === 'pass' ? 'yes' : outcome === 'fail' ? 'no' : 'not known',
      threshold:
        code === 'SEVERITY'
          ? `at least ${Math.min(clause.minSeverity.commission, clause.minSeverity.dueDiligence)}`
          : null,
      wouldChange: outcome === 'pass' ? null : CHANGES[code],
      reference: 'method 1, coverage test',
    };
  });
}

const REASONS: Record<PredicateResult['reason'], string> = {
  admitted: 'admitted by the accused state',
  proved: 'above the threshold and corroborated',
  rival: 'another state is credibly accused of the same',
  conflict: 'the claims conflict too much',
  objection: 'an objection of the accused is open',
  below_threshold: 'the belief is below the threshold',
  uncorroborated: 'too few independent clusters of evidence',
  below_commission_floor: 'the severity is below the floor for commission',
};

const PREDICATE_CHANGES: Partial<Record<PredicateResult['reason'], string>> = {
  rival: 'The other accusation being withdrawn or outweighed.',
  conflict: 'Less conflict between the accusations.',
  objection: 'The objection lapsing or being closed by the commission.',
  below_commission_floor: 'A graver severity.',
};

function predicateStep(judgement: Judgement, name: 'link' | 'state'): TraceStep {
  const { case: at, predicates } = judgement;
  const { clause, incident, accused } = at;
  const result = predicates[name];
  const theta = clause.theta[name];
  const { minClusters } = clause.theta;
  const change =
    result.reason === 'below_threshold'
      ? `Belief of ${figure(theta)}: ${figure(theta - result.lower)} more.`
      : result.reason === 'uncorroborated'
        ? `${minClusters - result.clusters} more independent cluster of evidence, or a conviction.`
        : (PREDICATE_CHANGES[result.reason] ?? null);
  return {
    id: `predicate.${name}`,
    question:
      name === 'link'
        ? "Is it linked to the state's territory or nationals?"
        : 'Is the state itself responsible?',
    outcome:
      result.predicate === 'met' ? 'pass' : result.predicate === 'contested' ? 'unknown' : 'fail',
    inputs: [
      ...incident.claims.flatMap((claim) =>
        claim.accused === accused && claim.status === 'live'
          ? [
              {
                label: `Claim ${claim.id}`,
                value: `${claim.claimant.name}: ${claim.proposition}, ${claim.reliability}${claim.credibility}`,
                record: `claims/${claim.id}`,
              },
            ]
          : [],
      ),
      { label: 'Corroborating clusters', value: `${result.clusters} (needs ${minClusters})` },
    ],
    value: `${result.predicate}: belief ${figure(result.lower)} to ${figure(result.upper)}; ${REASONS[result.reason]}`,
    threshold: figure(theta),
    wouldChange: result.predicate === 'met' ? null : change,
    reference: 'method 2.4, predicates',
  };
}

function occurrenceStep({ case: { incident }, occurrence, verifyBy }: Judgement): TraceStep {
  const confirmed = occurrence === 'confirmed';
  return {
    id: 'occurrence',
    question: 'Is it confirmed that this happened?',
    outcome: confirmed ? 'pass' : occurrence === 'unconf_open' ? 'unknown' : 'fail',
    inputs: [{ label: 'Status', value: incident.status, record: 'facts/status' }],
    value: incident.status,
    threshold: confirmed ? null : `to be verified by ${instant(verifyBy)}`,
    wouldChange: confirmed ? null : 'The occurrence being verified.',
    reference: 'method 3.1, R1 to R3',
  };
}

function dutyStep({ case: { clause }, owes }: Judgement): TraceStep {
  return {
    id: 'duty',
    question: 'Does the clause oblige the state to act against it?',
    outcome: owes === 'yes' ? 'pass' : 'fail',
    inputs: [
      { label: 'Due-diligence limbs', value: list(clause.dueDiligence?.limbs ?? []) },
      { label: 'Severity floor', value: `${clause.minSeverity.dueDiligence}` },
    ],
    value: owes,
    threshold: null,
    wouldChange:
      owes === 'yes'
        ? null
        : 'A due-diligence limb in the clause that a claim rests on, and its severity floor reached.',
    reference: 'method 1, dd',
  };
}

const BASES: Record<string, string> = {
  notification: 'told by a notification',
  constructive: 'on the public record must have known',
  recurrence: 'a recurrence: known as soon as it was linked',
};

function clockSteps({ case: at, duty, input }: Judgement): TraceStep[] {
  if (duty === null) return [];
  const { incident, accused } = at;
  const notices = incident.notifications.map((notice, index) => ({
    label: `Notification ${notice.at.date}`,
    value: `${notice.by} to ${notice.to}, ${notice.channel}${duty.counted.includes(notice) ? '' : ' (does not count)'}`,
    record: `notifications/${index}`,
  }));
  const knowledge: TraceStep = {
    id: 'knowledge',
    question: 'Did the state know, or must it have known?',
    outcome: duty.know === 'known' ? 'pass' : duty.know === 'unknown_open' ? 'unknown' : 'fail',
    inputs: [
      { label: 'Link met on the public record', value: instant(duty.linkMetAt) },
      ...notices,
    ],
    value:
      duty.knownAt === null || duty.basis === null
        ? `no notification reached ${accused ?? 'it'} before ${instant(duty.notifyBy)}`
        : `known from ${instant(duty.knownAt)}: ${BASES[duty.basis]}`,
    threshold: `notify by ${instant(duty.notifyBy)}`,
    wouldChange: duty.know === 'known' ? null : 'A notification that counts.',
    reference: 'method 3, notification',
  };
  const measured = duty.adequacy;
  if (measured === null) return [knowledge];
  const answers = incident.responses.flatMap((answer, index) =>
    answer.by === accused
      ? [
          {
            label: `Response ${answer.at.date}`,
            value: `level ${answer.level}, ${RESPONSE_LEVELS[answer.level] ?? ''}${answer.verified ? '' : ' (not verified)'}`,
            record: `responses/${index}`,
          },
        ]
      : [],
  );
  const adequate = measured.response === 'adequate_in_time';
  return [
    knowledge,
    {
      id: 'response',
      question: 'Did it act enough, in time?',
      outcome: adequate ? 'pass' : measured.clock === 'open' ? 'unknown' : 'fail',
      inputs: answers,
      value: `${measured.response.replaceAll('_', ' ')}; clock ${measured.clock}${measured.progressing ? ', diligent progress shown' : ''}`,
      threshold: `level ${measured.requiredLevel} or higher, verified, by ${instant(measured.actBy)}`,
      wouldChange: adequate
        ? null
        : `A verified response of level ${measured.requiredLevel} by ${instant(measured.actBy)}.`,
      reference: 'method 3, response ladder',
    },
    {
      id: 'feasibility',
      question: 'Was it excused because it could not?',
      outcome: input.feas === 'excused' ? 'pass' : 'fail',
      inputs: [
        { label: 'Incapacity pleaded and accepted', value: duty.incapacityAccepted ? 'yes' : 'no' },
        { label: 'Help requested', value: duty.requestedAssistance ? 'yes' : 'no' },
      ],
      value: input.feas,
      threshold: null,
      wouldChange: null,
      reference: 'method 3, obligation of conduct',
    },
  ];
}

function outsideSentence(judgement: Judgement): string {
  const { coverage, case: at } = judgement;
  const { code } = coverage;
  const start = `${at.incident.started.date}`;
  switch (code) {
    case 'PARTY':
      return 'Not covered: the accused and a victim are not both bound by this pact.';
    case 'TIME':
      return `Not covered: the conduct of ${start} lies outside the time the pact binds.`;
    case null:
      return 'Not covered: the incident was retracted.';
    default:
      return `Not covered: ${QUESTIONS[code].replace(/\?$/, '').toLowerCase()} - no.`;
  }
}

function sentence(judgement: Judgement, finding: Finding): string {
  const { duty, predicates } = judgement;
  const who = finding.accused ?? 'No state';
  const { link, state } = predicates;
  switch (finding.rule) {
    case 'R0':
      return `Pending because a fact is missing: ${finding.failedCoverage?.toLowerCase()}.`;
    case 'R1':
      return outsideSentence(judgement);
    case 'R2':
      return `Pending: the occurrence is to be verified by ${instant(judgement.verifyBy)}.`;
    case 'R3':
      return `Not attributable: the occurrence was not verified by ${instant(judgement.verifyBy)}.`;
    case 'R4':
      return `A violation because ${who} itself is held responsible: ${REASONS[state.reason]} (belief ${figure(state.lower)}).`;
    case 'R5':
      return `Disputed because ${REASONS[link.reason]}.`;
    case 'R6':
      return finding.accused === null
        ? 'Not attributable: no state is accused.'
        : `Not a violation because the link to ${who} is not proved: ${REASONS[link.reason]}.`;
    case 'R7':
      return `Disputed because the responsibility of ${who} is contested: ${REASONS[state.reason]}.`;
    case 'R8':
      return `Not a violation: linked to ${who}, but its own responsibility is not proved and the clause sets no duty to act.`;
    case 'R9':
    case 'R10':
      return `Not a violation${finding.rule === 'R9' ? ' yet' : ''} because: no notification reached ${who} before ${instant(duty?.notifyBy ?? 0)}.`;
    case 'R11':
      return `Duty met: ${who} acted enough before ${instant(finding.actBy ?? 0)}.`;
    case 'R12':
      return `Duty met: ${who} could not do more, asked for help, and the plea was accepted.`;
    case 'R13':
      return `Pending: ${who} has until ${instant(finding.actBy ?? 0)} to act.`;
    case 'R14':
      return `A violation because ${who} knew from ${instant(finding.knownAt ?? 0)} and did not act enough by ${instant(finding.actBy ?? 0)}${finding.flags.includes('cured_late') ? '; it did later' : ''}.`;
  }
}

/** The explaining path: one judged case with every predicate, passed or failed, and its inputs. */
export function explain(judgement: Judgement): Explanation {
  const finding = findingOf(judgement);
  return {
    finding,
    sentence: sentence(judgement, finding),
    steps: [
      ...coverageSteps(judgement),
      occurrenceStep(judgement),
      predicateStep(judgement, 'link'),
      predicateStep(judgement, 'state'),
      dutyStep(judgement),
      ...clockSteps(judgement),
    ],
  };
}
