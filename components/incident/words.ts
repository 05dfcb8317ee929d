import type { CoverageCode } from '@/domain/coverage';

/** Codes of a record as words on screen. */
export const STATUS_WORDS: Readonly<Record<string, string>> = {
  confirmed: 'Confirmed',
  reported: 'Reported, not verified',
  retracted: 'Retracted',
};

export const INTENT_WORDS: Readonly<Record<string, string>> = {
  'political-effect': 'Political effect',
  'commercial-advantage': 'Commercial advantage',
  'none-apparent': 'None apparent',
};

export const LIKELIHOOD_WORDS: Readonly<Record<string, string>> = {
  almost_no_chance: 'almost no chance',
  very_unlikely: 'very unlikely',
  unlikely: 'unlikely',
  roughly_even_chance: 'roughly even chance',
  likely: 'likely',
  very_likely: 'very likely',
  almost_certain: 'almost certain',
};

export const PROPOSITION_WORDS: Readonly<Record<string, string>> = {
  STATE: 'the state itself is responsible',
  LINK: 'linked to its territory or nationals',
  PRIVATE: 'private actors there, not the state',
  OTHER: 'somebody else, or left open',
};

export const DEPENDENCE_WORDS: Readonly<Record<string, string>> = {
  lead: 'leads its cluster',
  shared: 'rests on the same evidence',
  derivative: 'repeats another claim',
  partial: 'partly its own evidence',
};

export const CLAIM_STATUS_WORDS: Readonly<Record<string, string>> = {
  live: 'counts',
  retracted: 'retracted',
  superseded: 'superseded',
  orphaned: 'orphaned: what it rested on was retracted',
};

export const CHANNEL_WORDS: Readonly<Record<string, string>> = {
  diplomatic: 'diplomatic note or talk',
  hotline: 'hotline',
  cert: 'between response teams',
  public: 'in public',
};

export const OBJECTION_WORDS: Readonly<Record<string, string>> = {
  LINK: 'the link to it',
  STATE: 'its own responsibility',
  CONDUCT: 'what happened',
};

/** Why a clause does not cover an incident; each completes "Not covered: ...". */
export const COVERAGE_WORDS: Readonly<Record<CoverageCode, string>> = {
  PARTY: 'not between two of its parties',
  TIME: 'outside the time it binds',
  CONDUCT: 'the conduct is not one it forbids',
  OBJECT: 'the object is not one it protects',
  INTENT: 'not with the intent it asks for',
  SEVERITY: 'not grave enough',
  EXCEPTION: 'an exception was pleaded and accepted',
  RESERVATION: 'a reservation takes it out',
};

/** Flags of a finding; those with a code after a colon are looked up by what stands before it. */
const FLAG_WORDS: Readonly<Record<string, string>> = {
  straddles: 'began before the pact bound',
  good_faith_period: 'between signature and entry into force',
  commission_disputed: 'who ordered it is disputed',
  assumed_channel: 'notified through a channel that stands in for the pact’s',
  obstructed: 'evidence was obstructed',
  cured_late: 'acted enough, but late',
  date_sensitive: 'depends on an imprecise date',
  needs_fact: 'a fact is missing',
};

export function flagWords(flag: string): string {
  const [name = flag, code] = flag.split(':');
  const words = FLAG_WORDS[name] ?? name.replaceAll('_', ' ');
  return code === undefined ? words : `${words} (${code.toLowerCase()})`;
}
