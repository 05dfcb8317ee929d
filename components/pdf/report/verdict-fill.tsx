import { G, Path, Rect } from '@react-pdf/renderer';
import type { Verdict } from '@/domain/verdict';
import { type Box, dotted, hatched, lined } from './hatch';
import { INK, tint, VERDICT_INK } from './ink';

interface Props {
  readonly verdict: Verdict;
  readonly box: Box;
  readonly signed: boolean;
}

/** An area that stands for a verdict: solid or tinted, lined where nobody acted, hatched where pending, dotted where disputed. */
export function VerdictFill({ verdict, box, signed }: Props) {
  const colour = VERDICT_INK[verdict];
  const found = verdict.startsWith('VIOLATION') || verdict === 'DISCHARGED';
  const omitted = verdict === 'VIOLATION_OMISSION';
  const fill = found ? (signed ? colour : tint(colour, omitted ? 0.45 : 0.7)) : INK.paper;
  return (
    <G>
      <Rect {...box} fill={fill} stroke={colour} strokeWidth={0.6} />
      {omitted ? (
        <Path d={lined(box, 3)} stroke={signed ? INK.paper : colour} strokeWidth={0.7} />
      ) : null}
      {verdict === 'PENDING' ? (
        <Path d={hatched(box, 3)} stroke={colour} strokeWidth={0.8} />
      ) : null}
      {verdict === 'DISPUTED' ? <Path d={dotted(box, 3, 0.8)} fill={colour} /> : null}
    </G>
  );
}
