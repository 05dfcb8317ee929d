import { partyOf } from './bound';
import { COVERAGE_CODES, type CoverageCode } from './coverage';
import type { Judgement } from './finding';
import { instant, list, type TraceInput, type TraceStep } from './trace-step';

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

/** The eight coverage tests of a case as steps (method.md 1). */
export function coverageSteps(judgement: Judgement): TraceStep[] {
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
