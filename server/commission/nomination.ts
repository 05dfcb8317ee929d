import 'server-only';
import type { Actor } from '@/domain/actor';
import type { ChosenCase } from '@/domain/incident-view';
import { hindrance, refusalSentence } from '@/domain/review';
import { NOT_MINE } from '@/domain/review/desk';
import { FINDING_PATH, type FindingState } from '@/domain/review/finding-path';
import { sidesOf } from '@/domain/review/roll';
import { heldRecord, NOWHERE, subjectOf as recordSubject } from '@/server/incident/record';
import { type HeldFinding, heldFindings, readable } from './finding';
import { ENDED } from './nominating';
import { MISFITS } from './outcome';

/** What the page of an incident tells of one case and the commission. */
export interface NominationView {
  /** The latest finding of the case that the reader may see. */
  readonly finding: { readonly id: string; readonly state: FindingState } | null;
  /** Why the reader may not nominate it, or null where they may; no offer: it is nothing of theirs. */
  readonly offer: { readonly refusal: string | null } | null;
}

const NOT_TODAY =
  'A finding is nominated as it stands today, with the entry into force that the pact names.';

const latest = (findings: readonly HeldFinding[]): HeldFinding | null =>
  findings.reduce<HeldFinding | null>(
    (last, each) => (last === null || each.row.version > last.row.version ? each : last),
    null,
  );

/** The commission's finding on a case that is looked at, and whether the reader may nominate it. */
export async function nominationOf(
  actor: Actor,
  { pact, judgement }: ChosenCase,
  { today }: { readonly today: boolean },
): Promise<NominationView> {
  const { incident, clause, accused } = judgement.case;
  const about = { incidentId: incident.id, pactId: pact.id, clauseId: clause.id };
  const held = accused === null ? [] : await heldFindings({ ...about, accused });
  const [last, seen] = [latest(held), latest(await readable(actor, held))];
  const record = await heldRecord(incident.id);
  const code = hindrance<FindingState>(FINDING_PATH.nominate, null, {
    ...{ actor, subject: record === null ? NOWHERE : recordSubject(record), reason: null },
    facts: {
      two_sides: accused !== null && sidesOf(pact, incident, accused) !== null,
      saved_pact: true,
    },
  });
  const refusal = (): string | null => {
    if (accused === null) return MISFITS.unknown_case[1];
    if (last !== null && !ENDED.includes(last.state)) return MISFITS.exists[1];
    if (!today) return NOT_TODAY;
    return code === null ? null : refusalSentence(code);
  };
  return {
    finding: seen === null ? null : { id: seen.id, state: seen.state },
    offer: code !== null && NOT_MINE.has(code) ? null : { refusal: refusal() },
  };
}
