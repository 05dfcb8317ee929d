import type { CoverageCode } from './coverage';
import type { Finding, Judgement } from './finding';
import { stateInProse } from './states';
import { figure, instant, REASONS } from './trace-step';

/** Why a clause does not cover an incident, by the test that failed. */
export const OUTSIDE: Record<CoverageCode, string> = {
  PARTY: 'the accused and a victim are not both bound by this pact',
  TIME: 'the conduct lies outside the time in which the pact binds',
  CONDUCT: 'the clause does not forbid this kind of conduct',
  OBJECT: 'the clause does not protect this kind of object',
  INTENT: 'the intent is not the one the clause requires',
  SEVERITY: 'it is not grave enough for the clause',
  EXCEPTION: 'an exception was pleaded and accepted',
  RESERVATION: 'a reservation of the accused takes it out',
};

/** What the record does not say, by the test it leaves open. */
export const MISSING: Record<CoverageCode, string> = {
  PARTY: 'who is bound',
  TIME: 'when exactly it happened',
  CONDUCT: 'what was done',
  OBJECT: 'against what it was done',
  INTENT: 'with what intent it was done',
  SEVERITY: 'how grave it was',
  EXCEPTION: 'whether the exception pleaded is accepted',
  RESERVATION: 'whether the reservation applies',
};

function outsideSentence({ coverage: { code, status } }: Judgement): string {
  if (status !== 'out' || code === null) return 'Not covered: the incident was retracted.';
  return `Not covered: ${OUTSIDE[code]}.`;
}

/** The finding of a case in one plain sentence that names what decided. */
export function sentence(judgement: Judgement, finding: Finding): string {
  const { duty, predicates } = judgement;
  const who = finding.accused === null ? 'no state' : stateInProse(finding.accused);
  const { link, state } = predicates;
  switch (finding.rule) {
    case 'R0':
      return `Pending: the record does not say ${finding.failedCoverage === null ? 'enough' : MISSING[finding.failedCoverage]}.`;
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
