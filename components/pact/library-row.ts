import { formatDated, formatNumber } from '@/components/format';
import { adherenceSummary, type PartyAdherence } from '@/domain/adherence';
import { inForceFor } from '@/domain/bound';
import { toDay } from '@/domain/dates';
import type { Pact } from '@/domain/pact';
import { stateName } from '@/domain/states';
import { ADHERENCE_WORDS } from './adherence-words';
import { isTestable } from './clause-test';
import type { PactRow } from './pact-table';

const FEW = 8;

/** Parties by name while they are few, else their number. */
export function partyWords(codes: readonly string[]): string {
  return codes.length <= FEW
    ? codes.map(stateName).join(', ')
    : `${formatNumber(codes.length)} states`;
}

/** "In force: 2", "Offered: Russia; no reply: United States": what each party did last. */
export function adherenceWords(parties: readonly PartyAdherence[]): string {
  return adherenceSummary(parties)
    .map(({ state, parties: count }) => {
      const word = state === null ? 'Nothing on record' : ADHERENCE_WORDS[state];
      const members = parties.filter(({ latest }) => (latest?.state ?? null) === state);
      const who =
        count === parties.length && count > 1
          ? 'all'
          : count > 3
            ? formatNumber(count)
            : members.map(({ party }) => stateName(party)).join(', ');
      return `${word}: ${who}`;
    })
    .join('; ');
}

function bindsWords(pact: Pact): { words: string; since: string | null } {
  if (pact.assumedInForce !== null)
    return {
      words: `assumed from ${formatDated(pact.assumedInForce)}`,
      since: pact.assumedInForce.date,
    };
  const spans = pact.parties.flatMap(({ code }) => inForceFor(pact, code, null) ?? []);
  if (spans.length === 0) return { words: 'never between these sides', since: null };
  const from = toDay(Math.min(...spans.map((span) => span.from)));
  const end = Math.max(...spans.map((span) => span.end));
  const since = formatDated({ date: from, precision: 'day' });
  return {
    words:
      end === Infinity
        ? `since ${since}`
        : `${since} to ${formatDated({ date: toDay(end), precision: 'day' })}`,
    since: from,
  };
}

/** A pact as a row of the library. */
export function libraryRow(pact: Pact, parties: readonly PartyAdherence[]): PactRow {
  const { words, since } = bindsWords(pact);
  return {
    id: pact.id,
    title: pact.title,
    hypothetical: pact.kind === 'hypothetical',
    parties: partyWords(pact.parties.map(({ code }) => code)),
    partyCount: pact.parties.length,
    clauses: pact.clauses.length,
    tested: pact.referenceOnly ? 0 : pact.clauses.filter(isTestable).length,
    adherence: adherenceWords(parties),
    binds: words,
    since,
  };
}
