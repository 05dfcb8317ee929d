import type { ResponseLevel } from '@/domain/response/response-columns';
import type { AnsweredCase } from '@/domain/view/response';

/** What each measured level is called in a heading, an id and a sentence. */
export const LEVELS: Readonly<
  Record<ResponseLevel, { readonly id: string; readonly title: string; readonly done: string }>
> = {
  2: { id: 'acknowledged', title: 'Time to acknowledgement', done: 'acknowledged' },
  4: { id: 'investigated', title: 'Time to investigation', done: 'investigated' },
  5: { id: 'acted', title: 'Time to action', done: 'acted' },
};

/** What one case adds to a curve, in words. */
export function caseWords({ days, known }: AnsweredCase, level: ResponseLevel): string {
  const taken = days[level];
  const unit = (n: number): string => `${n} ${n === 1 ? 'day' : 'days'}`;
  return taken === null
    ? `not ${LEVELS[level].done} in ${unit(Math.round(known))}`
    : `${LEVELS[level].done} after ${unit(Math.round(taken))}`;
}

/** Most parties that one picture draws; the table has all. */
export const DRAWN = 4;
