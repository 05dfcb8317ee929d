import type { MoveKind } from '@/domain/standing/standing-moves';

/** Why a finding weighs otherwise than before. */
export const MOVE_WORDS: Readonly<Record<MoveKind, string>> = {
  new: 'new',
  re_attributed: 're-attributed',
  clock_ran_out: 'clock ran out',
  dispute_opened: 'now disputed',
  dispute_settled: 'no longer disputed',
  answered: 'duty met',
  reweighed: 'weighed anew',
  lapsed: 'lapsed',
  withdrawn: 'withdrawn',
};
