import { endOf, type Instant, startOf } from '@/domain/dates';
import { verificationDeadline } from '@/domain/finding';
import { INCIDENT_STATUSES, INTENTS, type Incident } from '@/domain/incident';
import type { Policy } from '@/domain/policy';
import { conductMask, objectMask } from './bits';

/** How the time of an incident is known: a point, an interval, or still going on. */
export const SHAPE = { POINT: 0, ENDED: 1, ONGOING: 2 } as const;

/** The facts of an incident as numbers. */
export interface Facts {
  readonly conduct: number;
  readonly objects: number;
  readonly severity: number;
  /** Place in INTENTS; -1 unknown. */
  readonly intent: number;
  /** Place in INCIDENT_STATUSES. */
  readonly status: number;
  readonly shape: number;
  readonly startFirst: Instant;
  readonly startLast: Instant;
  /** NaN without an end. */
  readonly endFirst: Instant;
  readonly endLast: Instant;
  readonly verifyBy: Instant;
}

/** Parses the dates and codes of an incident once. */
export function factsOf(incident: Incident, policy: Policy): Facts {
  const { started, ended, ongoing, intent, status } = incident;
  return {
    conduct: conductMask(incident.conduct),
    objects: objectMask(incident.objects),
    severity: incident.severity,
    intent: intent === null ? -1 : INTENTS.indexOf(intent),
    status: INCIDENT_STATUSES.indexOf(status),
    shape: ended !== null ? SHAPE.ENDED : ongoing ? SHAPE.ONGOING : SHAPE.POINT,
    startFirst: startOf(started),
    startLast: endOf(started),
    endFirst: ended === null ? Number.NaN : startOf(ended),
    endLast: ended === null ? Number.NaN : endOf(ended),
    verifyBy: verificationDeadline(incident, policy),
  };
}
