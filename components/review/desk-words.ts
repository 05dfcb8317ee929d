import { STATE_WORDS as FINDING_STATES } from '@/components/commission/words';
import type { DeskRow } from '@/domain/review/desk';
import { STATE_WORDS } from './state-words';

const KINDS = {
  coding: { wanted: 'Your blind coding is wanted', differs: 'Two codings differ' },
  proposal: 'Wants a second person',
} as const;

/** What a row waits for, in a few words. */
export function rowWords({ kind, state }: DeskRow): string {
  if (kind === 'coding') return state === 'differs' ? KINDS.coding.differs : KINDS.coding.wanted;
  if (kind === 'proposal') return KINDS.proposal;
  const words = kind === 'finding' ? FINDING_STATES : STATE_WORDS;
  const known = Object.entries(words).find(([word]) => word === state);
  return known?.[1] ?? state.replaceAll('_', ' ');
}

const DAY = 86_400_000;

/** How long something has waited at an instant. */
export function waitedWords(since: number, now: number): string {
  const days = Math.floor((now - since) / DAY);
  if (days < 1) return 'since today';
  return days === 1 ? 'for a day' : `for ${days} days`;
}
