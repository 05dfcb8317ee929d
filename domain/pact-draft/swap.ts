import { partyOf } from '@/domain/bound';
import type { Fault } from '@/domain/fault';
import { accusedStates, type Setting } from '@/domain/finding';
import { firstInOrder } from '@/domain/first';
import type { Incident } from '@/domain/incident';
import { exchanging } from '@/domain/lab/exchanged';
import type { Pact } from '@/domain/pact';
import { stateName } from '@/domain/states';
import { type Columns, columnsOf } from '@/domain/sweep/columns';

/** The two parties a record accuses most: the exchange is tried on them. In the order of the pact where none is. */
export function swappedPair(
  incidents: readonly Incident[],
  pact: Pact,
  setting: Setting,
): readonly [string, string] | null {
  const times = new Map(pact.parties.map(({ code }) => [code, 0]));
  for (const incident of incidents)
    for (const state of accusedStates(incident, setting)) {
      const party = state === null ? null : partyOf(pact, state);
      if (party !== null) times.set(party.code, (times.get(party.code) ?? 0) + 1);
    }
  const order = [...times.keys()];
  const [one, other] = firstInOrder(
    order,
    2,
    (a, b) => (times.get(b) ?? 0) - (times.get(a) ?? 0) || order.indexOf(a) - order.indexOf(b),
  );
  return one === undefined || other === undefined ? null : [one, other];
}

/** Most incidents that are tried, the last by id: each is judged three times. Our own choice [D]. */
const MOST_TRIED = 2000;

/** Incidents exchanged at a stretch. */
const STRETCH = 20;

function* stretchesIn(incidents: readonly Incident[], setting: Setting): Generator<Columns> {
  for (let from = 0; from < incidents.length; from += STRETCH)
    yield columnsOf(incidents.slice(from, from + STRETCH), setting);
}

/** Whether an incident names one of two parties as victim or accused: no other can change places. */
function concerns(incident: Incident, pact: Pact, pair: readonly string[]): boolean {
  const named = [
    ...incident.victimStates,
    ...incident.claims.flatMap(({ accused }) => accused ?? []),
  ];
  return named.some((state) => pair.includes(partyOf(pact, state)?.code ?? ''));
}

/** Whether the pact itself says of a party what it does not say of others: a reservation, a succession, events. */
const toldApart = ({ clauses, parties, kind }: Pact, pair: readonly string[]): boolean =>
  kind === 'historical' ||
  clauses.some(({ reservations }) => reservations.some(({ party }) => pair.includes(party))) ||
  parties.some(({ code, succeeds }) => pair.includes(code) && succeeds.length > 0);

/**
 * The swap test (method.md, fourth principle): with the names of two parties exchanged in the record
 * and in the pact, reservations with their party, the findings change their names and nothing else;
 * and a pact without reservation, succession or entry into force of its own asks the same of both.
 * Pauses between some incidents and the next, so that whoever runs it can let others have their turn.
 */
export function* swapping(
  incidents: readonly Incident[],
  pact: Pact,
  setting: Setting,
): Generator<undefined, Fault[]> {
  const pair = swappedPair(incidents, pact, setting);
  if (pair === null || pact.referenceOnly) return [];
  const concerned = incidents.filter((incident) => concerns(incident, pact, pair));
  const stretches = stretchesIn(concerned.slice(-MOST_TRIED), setting);
  const tried = yield* exchanging(stretches, { pact, setting }, pair);
  if (tried === null) return [];
  const names = pair.map(stateName).join(' and ');
  const fault = (message: string): Fault => ({ path: 'clauses', record: null, message });
  if (!tried.holds)
    return [
      fault(
        `With ${names} exchanged in record and pact the findings differ in more than the names. A pact must bind both alike.`,
      ),
    ];
  const unexplained = tried.differences.length > 0 && !toldApart(pact, pair);
  return unexplained
    ? [
        fault(
          `The pact treats ${names} differently in ${tried.differences.length} findings without a reservation that says so.`,
        ),
      ]
    : [];
}
