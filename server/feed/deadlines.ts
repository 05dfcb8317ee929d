import 'server-only';
import type { Person } from '@/domain/actor';
import type { Incident } from '@/domain/incident';
import { policyAt } from '@/domain/policy-version';
import { type CalendarEntry, clockEntries, objectionEntries } from '@/domain/review/calendar';
import { DEFAULT_FILTER } from '@/domain/standing-filter';
import { endOfToday, now } from '@/server/clock';
import { RECORD_TOO_LARGE, type RefusedAsTooLarge } from '@/server/corpus/size';
import { processWide } from '@/server/process-wide';
import { visibilityOf } from '@/server/review/blind';
import { askedBy } from '@/server/standing';
import { answerFrom } from '@/server/standing-answer';

/** The deadlines that are open to a reader, and which incidents they may read of. */
export interface OpenDeadlines {
  readonly entries: readonly CalendarEntry[];
  readonly incidents: ReadonlySet<string>;
  /** By id: what a pact is called in the calendar. */
  readonly pacts: ReadonlyMap<string, string>;
}

/** Kept for one version of what a reader sees: an array of incidents is that of one version. */
const kept = processWide(
  'deadlines',
  () => new WeakMap<readonly Incident[], [string, OpenDeadlines]>(),
);

/** Every clock and objection that runs today, under every pact, in what a person may read. */
export async function openDeadlines(
  person: Person,
): Promise<{ readonly ok: true; readonly open: OpenDeadlines } | RefusedAsTooLarge> {
  const visibility = await visibilityOf(person);
  const { source } = await askedBy(DEFAULT_FILTER, visibility);
  if (source.tooLarge === true) return RECORD_TOO_LARGE;
  const { incidents, pacts, policies } = source;
  const [today, at] = [endOfToday(), now()];
  const key = `${source.version} ${today}`;
  const known = kept.get(incidents);
  if (known !== undefined && known[0] === key) return { ok: true, open: known[1] };
  const clocks = pacts.flatMap((pact) => {
    const filter = { ...DEFAULT_FILTER, pact: pact.id };
    const answer = answerFrom({ source, filter, today, signed: [] }, (world) =>
      clockEntries(pact.id, world().select(filter).findings),
    );
    return answer.ok ? answer.value : [];
  });
  const made: OpenDeadlines = {
    entries: [...clocks, ...objectionEntries(incidents, policyAt(policies, at), at)],
    incidents: new Set(incidents.map(({ id }) => id)),
    pacts: new Map(
      pacts.map(({ id, title, kind }) => [
        id,
        kind === 'hypothetical' ? `${title} (HYPOTHETICAL)` : title,
      ]),
    ),
  };
  kept.set(incidents, [key, made]);
  return { ok: true, open: made };
}
