import { isVerdict } from '@/components/verdict-words';
import type { Verdict } from '@/domain/verdict';

/** The parts of the page that something can open beside. */
export const PLACES = ['headline', 'findings', 'confidence', 'heat', 'clocks'] as const;
export type Place = (typeof PLACES)[number];

/** What was asked: a party's number, the findings behind a count, a mark, a cell; or one finding only. */
export type Ask =
  | { readonly what: 'number'; readonly party: string }
  | { readonly what: 'count'; readonly party: string; readonly verdicts: readonly Verdict[] }
  | { readonly what: 'bin'; readonly key: string; readonly verdict: Verdict }
  | { readonly what: 'cell'; readonly clause: string; readonly year: number }
  | { readonly what: 'finding' };

export interface Open {
  readonly place: Place;
  readonly ask: Ask;
}

/** A finding's address within a pact. */
export interface FindingKey {
  readonly incident: string;
  readonly clause: string;
  readonly accused: string;
}

const isPlace = (text: string): text is Place => (PLACES as readonly string[]).includes(text);

function writeAsk(ask: Ask): (string | number)[] {
  switch (ask.what) {
    case 'number':
      return ['number', ask.party];
    case 'count':
      return ['count', ask.party, ...ask.verdicts];
    case 'bin':
      return ['bin', ask.key, ask.verdict];
    case 'cell':
      return ['cell', ask.clause, ask.year];
    case 'finding':
      return [];
  }
}

function readAsk([what, one = '', ...rest]: readonly string[]): Ask | null {
  switch (what) {
    case undefined:
      return { what: 'finding' };
    case 'number':
      return { what, party: one };
    case 'count':
      return { what, party: one, verdicts: rest.filter(isVerdict) };
    case 'bin': {
      const [verdict = ''] = rest;
      return isVerdict(verdict) ? { what, key: one, verdict } : null;
    }
    case 'cell':
      return { what, clause: one, year: Number(rest[0]) };
    default:
      return null;
  }
}

/** Written with `~`, which no id holds and no address escapes. */
export function writeOpen({ place, ask }: Open): string {
  return [place, ...writeAsk(ask)].join('~');
}

/** Null for anything no page wrote. */
export function readOpen(text: string | null): Open | null {
  const [place = '', ...rest] = text?.split('~') ?? [];
  const ask = readAsk(rest);
  return isPlace(place) && ask !== null ? { place, ask } : null;
}

export function writeWhy({ incident, clause, accused }: FindingKey): string {
  return [incident, clause, accused].join('~');
}

export function readWhy(text: string | null): FindingKey | null {
  const [incident, clause, accused] = text?.split('~') ?? [];
  return incident === undefined || clause === undefined || accused === undefined
    ? null
    : { incident, clause, accused };
}
