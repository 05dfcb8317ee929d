import { DAY_MS, HOUR_MS } from '@/domain/dates';
import type { Clause, Pact } from '@/domain/pact';
import { commissionMask } from '@/domain/sweep/bits';
import { type ClauseCodes, clauseCodes } from '@/domain/sweep/clause-test';

/** The numbers of a clause that the lab moves, windows in milliseconds, beside its codes. */
export interface ClauseNumbers {
  readonly codes: ClauseCodes;
  readonly limbs: number;
  readonly adopts: boolean;
  readonly dutyLimbs: number;
  readonly theta: number;
  readonly linkTheta: number;
  readonly minClusters: number;
  readonly commissionFloor: number;
  readonly dutyFloor: number;
  readonly owesDuty: boolean;
  readonly constructive: boolean;
  readonly actMs: number;
  readonly actUrgentMs: number;
  readonly acknowledgeMs: number;
  readonly acknowledgeUrgentMs: number;
  readonly urgentFrom: number;
  readonly extensionShare: number;
  readonly progressMs: number;
  readonly notifyMs: number;
  readonly lagMs: number;
}

export const clauseNumbers = (pact: Pact, clause: Clause): ClauseNumbers =>
  numbersWith(clauseCodes(pact, clause), clause);

/** The numbers of a clause whose codes are known: those of the same clause with other numbers. */
export function numbersWith(codes: ClauseCodes, clause: Clause): ClauseNumbers {
  const { theta, minSeverity, dueDiligence: duty } = clause;
  return {
    codes,
    limbs: commissionMask(clause.commissionLimbs),
    adopts: codes.adopts,
    dutyLimbs: codes.dutyLimbs,
    theta: theta.state,
    linkTheta: theta.link,
    minClusters: theta.minClusters,
    commissionFloor: minSeverity.commission,
    dutyFloor: minSeverity.dueDiligence,
    owesDuty: duty !== null,
    constructive: duty?.knowledge === 'actual_or_constructive',
    actMs: (duty?.actDays ?? 0) * DAY_MS,
    actUrgentMs: (duty?.actDaysUrgent ?? 0) * DAY_MS,
    acknowledgeMs: (duty?.ackHours ?? 0) * HOUR_MS,
    acknowledgeUrgentMs: (duty?.ackHoursUrgent ?? 0) * HOUR_MS,
    urgentFrom: duty?.urgentFromSeverity ?? 0,
    extensionShare: duty?.maxExtensionFrac ?? 0,
    progressMs: (duty?.progressDays ?? 0) * DAY_MS,
    notifyMs: (duty?.notifyDays ?? 0) * DAY_MS,
    lagMs: (duty?.constructiveLagDays ?? 0) * DAY_MS,
  };
}
