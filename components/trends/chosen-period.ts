import type { StandingFilter } from '@/domain/standing-view';

/** A stretch of days, first and last. */
interface Days {
  readonly from: string;
  readonly to: string;
}

/** First and last bin of a choice, by place. */
export interface Choice {
  readonly first: number;
  readonly last: number;
}

/** The bins that a period touches; all of them where it names no end or misses them all. */
export function choiceOf(
  bins: readonly Days[],
  { since, until }: Pick<StandingFilter, 'since' | 'until'>,
): Choice {
  const whole = { first: 0, last: bins.length - 1 };
  const first = since === null ? 0 : bins.findIndex(({ to }) => to >= since);
  const last = until === null ? whole.last : bins.findLastIndex(({ from }) => from <= until);
  return first === -1 || last === -1 || first > last ? whole : { first, last };
}

/** The period of a choice; an end at the edge of the bins stays open, so that it follows the record. */
export function periodOfChoice(
  bins: readonly Days[],
  { first, last }: Choice,
): Pick<StandingFilter, 'since' | 'until'> {
  return {
    since: first <= 0 ? null : (bins[first]?.from ?? null),
    until: last >= bins.length - 1 ? null : (bins[last]?.to ?? null),
  };
}

/** Two places in order and within the bins. */
export function between(bins: readonly Days[], one: number, two: number): Choice {
  const clamp = (at: number): number => Math.max(0, Math.min(bins.length - 1, at));
  return { first: clamp(Math.min(one, two)), last: clamp(Math.max(one, two)) };
}
