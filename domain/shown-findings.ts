import { partyOf } from './bound';
import { startOf } from './dates';
import { dueOf } from './deadlines';
import { type Finding, findingOf, judgeIncident, type Setting } from './finding';
import type { Incident } from './incident';
import type { Pact } from './pact';
import type { ShownFinding } from './standing-shape';

/**
 * The findings a standing view is made from, by the explaining path: the oracle that the sweeping
 * path must equal. Incidents that begin after `asOf` are left out, and so are states that are no
 * party.
 */
export function explainedFindings(
  incidents: readonly Incident[],
  pact: Pact,
  setting: Setting,
): (ShownFinding & Finding)[] {
  const keys = new Map<string, number>();
  const shown = incidents
    .filter(({ started }) => startOf(started) <= setting.asOf)
    .flatMap((incident) =>
      judgeIncident(incident, pact, setting).flatMap((judgement) => {
        const { accused } = judgement.case;
        const party = accused === null ? null : partyOf(pact, accused);
        if (accused === null || party === null) return [];
        const id = `${incident.id} ${accused}`;
        const key = keys.get(id) ?? keys.size;
        keys.set(id, key);
        return [
          {
            ...findingOf(judgement),
            accused,
            party: party.code,
            key,
            title: incident.title,
            started: incident.started,
            ended: incident.ended,
            ongoing: incident.ongoing,
            onset: startOf(incident.started),
            due: dueOf(judgement.rule.id, {
              verifyBy: judgement.verifyBy,
              notifyBy: judgement.duty?.notifyBy ?? null,
              actBy: judgement.duty?.adequacy?.actBy ?? null,
            }),
            conduct: incident.conduct,
          },
        ];
      }),
    );
  return shown.map((finding, row) => ({ ...finding, row }));
}
