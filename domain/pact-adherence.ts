import { z } from 'zod';
import { DAY_MS, type Dated, datedSchema, endOf, type Instant, startOf, toDay } from './dates';
import type { Fault } from './fault';
import { type Source, sourceSchema } from './incident';
import { ADHERENCE_STATES, type AdherenceEvent, type AdherenceState, type Pact } from './pact';
import { stateSchema } from './states';
import { slug, text } from './text';

/** What somebody records a party to have done about a version of a pact. */
export const adherenceEntrySchema = z.strictObject({
  party: stateSchema,
  state: z.enum(ADHERENCE_STATES),
  at: datedSchema,
  statedReason: text(4000).nullable().default(null),
  counterProposalId: slug.nullable().default(null),
  sources: z.array(sourceSchema).max(50, 'expected at most 50 sources').default([]),
  /** The version the party acted on, and the hash of the text that was read there. */
  version: z.int().min(1, 'expected the number of a version').max(1_000_000),
  textHash: z.string().regex(/^[0-9a-f]{64}$/, 'expected a SHA-256 in hex'),
  /** Position of the event that this one takes the place of. */
  corrects: z.int().min(0).max(1_000_000).nullable().default(null),
});
export type AdherenceEntry = z.infer<typeof adherenceEntrySchema>;

/** An adherence event as it was recorded; a corrected one stays on record and counts no more. */
export interface RecordedAdherence extends Omit<AdherenceEvent, 'sources'> {
  readonly position: number;
  readonly sources: readonly Source[];
  /** Null: recorded with the library, of no version in particular. */
  readonly version: number | null;
  readonly textHash: string | null;
  readonly corrects: number | null;
  /** Position of the event that took its place. */
  readonly correctedBy: number | null;
  readonly recordedAt: string;
}

/** Which of several events count: those that no later one took the place of. */
export function standingEvents<E extends { position: number; corrects: number | null }>(
  events: readonly E[],
): E[] {
  const corrected = new Set(events.map(({ corrects }) => corrects));
  return events.filter(({ position }) => !corrected.has(position));
}

/** A party from which an offer was never answered in time. */
export interface MissingReply {
  readonly party: string;
  readonly offeredBy: string;
  readonly offeredAt: Dated;
  /** The day after which no reply is one (method.md 1). */
  readonly dueOn: string;
}

const ANSWERS: ReadonlySet<AdherenceState> = new Set<AdherenceState>([
  ...(['negotiating', 'signed', 'ratified', 'in_force', 'refused', 'no_reply'] as const),
]);

const dueAt = (
  offer: Pick<AdherenceEvent, 'at'>,
  { replyDays }: Pick<Pact, 'replyDays'>,
): Instant => endOf(offer.at) + replyDays * DAY_MS;

/** Whether a party answered an offer, by whatever it did from then on; its own offer is an answer too. */
const answered = (pact: Pick<Pact, 'adherence'>, party: string, offer: AdherenceEvent): boolean =>
  pact.adherence.some(
    ({ party: who, state, at }) =>
      who === party &&
      endOf(at) >= startOf(offer.at) &&
      (ANSWERS.has(state) || (state === 'offered' && startOf(at) > startOf(offer.at))),
  );

/**
 * Offers whose reply date has passed without an answer, one a party: the latest. `replyDays` after
 * the end of the day of the offer, 180 where the pact says nothing (method.md 1, "Refusal as signal").
 */
export function missingReplies(
  pact: Pick<Pact, 'adherence' | 'parties' | 'replyDays'>,
  asOf: Instant,
): MissingReply[] {
  const offers = pact.adherence
    .filter(({ state }) => state === 'offered')
    .sort((one, two) => startOf(two.at) - startOf(one.at));
  return pact.parties.flatMap(({ code }) => {
    const offer = offers.find(
      (one) => one.party !== code && dueAt(one, pact) < asOf && !answered(pact, code, one),
    );
    return offer === undefined
      ? []
      : [
          {
            ...{ party: code, offeredBy: offer.party, offeredAt: offer.at },
            dueOn: toDay(dueAt(offer, pact)),
          },
        ];
  });
}

const COUNTERS: ReadonlySet<AdherenceState> = new Set<AdherenceState>(['negotiating', 'refused']);

/** What an entry must not say of a pact, by field. `recorded`: what is on record of it already. */
export function adherenceFaults(
  entry: AdherenceEntry,
  pact: Pick<Pact, 'id' | 'adherence' | 'parties' | 'replyDays' | 'sources'>,
  recorded: readonly Pick<RecordedAdherence, 'position' | 'party' | 'correctedBy'>[],
  now: Instant,
): Fault[] {
  const faults: Fault[] = [];
  const fault = (path: string, message: string) => faults.push({ path, record: null, message });
  const { party, state, at, statedReason, counterProposalId, corrects } = entry;
  if (!pact.parties.some(({ code }) => code === party))
    fault('party', 'expected a party of this pact');
  if (startOf(at) > now) fault('at', 'expected a day that has come');
  if (counterProposalId !== null && !COUNTERS.has(state))
    fault('counterProposalId', 'a counter-proposal goes with "negotiating" or "refused"');
  if (counterProposalId === pact.id)
    fault('counterProposalId', 'expected another pact than the one that is answered');
  if (state === 'no_reply') {
    const due = pact.adherence
      .filter((event) => event.state === 'offered' && event.party !== party)
      .map((offer) => dueAt(offer, pact));
    if (statedReason !== null) fault('statedReason', 'who did not reply gave no reason');
    if (due.length > 0 && due.every((day) => day > endOf(at)))
      fault('at', `the time to reply runs until ${toDay(Math.min(...due))}`);
  }
  const ids = entry.sources.map(({ id }) => id);
  if (new Set(ids).size < ids.length) fault('sources', 'expected each source once');
  for (const [n, source] of entry.sources.entries()) {
    const known = pact.sources.find(({ id }) => id === source.id);
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(source))
      fault(`sources[${n}].id`, 'another source of this pact has this id');
  }
  const before = recorded.find(({ position }) => position === corrects);
  if (corrects !== null && before === undefined)
    fault('corrects', 'expected the position of an event of this pact');
  if (before !== undefined && before.correctedBy !== null)
    fault('corrects', 'this event was corrected already: correct the one that took its place');
  if (before !== undefined && before.party !== party)
    fault('party', 'a correction is of the same party');
  return faults;
}
