import { Circle, G, Path, Rect, Svg } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import type { Verdict } from '@/domain/verdict';
import { tint, VERDICT_INK } from './ink';

type Draw = (colour: string, fill: string) => ReactNode;

/** The same shapes as on the screen, 16 by 16. */
const SHAPES: Readonly<Record<Verdict, Draw>> = {
  VIOLATION_COMMISSION: (stroke, fill) => (
    <Rect x={2.5} y={2.5} width={11} height={11} {...{ stroke, fill }} strokeWidth={1.4} />
  ),
  VIOLATION_OMISSION: (stroke, fill) => (
    <Path d="M8 2L14.4 13.5H1.6Z" {...{ stroke, fill }} strokeWidth={1.4} />
  ),
  PENDING: (stroke) => (
    <G>
      <Circle cx={8} cy={8} r={6} fill="none" stroke={stroke} strokeWidth={1.4} />
      <Path
        d="M3.6 8.6L8.6 3.6M4.4 11.6L11.6 4.4M7.4 12.4L12.4 7.4"
        stroke={stroke}
        strokeWidth={1.2}
      />
    </G>
  ),
  DISPUTED: (stroke, fill) => (
    <G>
      <Path d="M8 1.5V14.5L1.5 8Z" fill={fill} />
      <Path
        d="M8 1.5L14.5 8L8 14.5L1.5 8Z"
        stroke={stroke}
        strokeWidth={1.4}
        strokeDasharray="1.6 1.4"
      />
    </G>
  ),
  DISCHARGED: (stroke) => <Path d="M2.5 8.5L6.5 12.5L13.5 4" stroke={stroke} strokeWidth={2.2} />,
  NOT_ATTRIBUTABLE: (stroke) => (
    <Circle cx={8} cy={8} r={3.5} fill="none" stroke={stroke} strokeWidth={1.6} />
  ),
  NOT_COVERED: (stroke) => <Path d="M3 8H13" stroke={stroke} strokeWidth={2} />,
};

/** The sign of a verdict, in points; its word stands beside it. */
export function VerdictSign({
  verdict,
  signed,
  size = 7,
}: {
  readonly verdict: Verdict;
  readonly signed: boolean;
  readonly size?: number;
}) {
  const colour = VERDICT_INK[verdict];
  return (
    <Svg width={size} height={size} viewBox="0 0 16 16">
      {SHAPES[verdict](colour, signed ? colour : tint(colour, 0.7))}
    </Svg>
  );
}
