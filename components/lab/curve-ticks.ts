import { scaleTicks, yearTicks } from '@/components/plot/scale';
import { placesOf, SLIDERS } from '@/domain/lab/sliders';
import type { Curve } from './room';

/** A place of a curve that is named below it. */
export interface PlaceTick {
  readonly place: number;
  readonly label: string;
}

/** Room that one figure below a curve takes, px. */
const APART = 64;

/** Round values below a curve, as few as fit: years of an entry into force, else numbers of its slider. */
export function placeTicks(
  { grab, values }: Curve,
  { from, until }: { readonly from: number; readonly until: number },
  width: number,
): PlaceTick[] {
  if (grab.slider === 'from') {
    const start = new Date(values[0] ?? 0);
    const base = start.getUTCFullYear() * 12 + start.getUTCMonth();
    return yearTicks(base + from, base + until, width).map(({ month, label }) => ({
      ...{ place: month - base, label },
    }));
  }
  const { [grab.slider]: slider } = SLIDERS;
  const about = Math.max(2, Math.floor(width / APART));
  const whole = slider.step >= 1;
  const few = placesOf(slider) <= about;
  const ticks = few
    ? Array.from(values)
    : scaleTicks(slider.most - slider.least, whole, Math.min(6, about)).map(
        (value) => value + slider.least,
      );
  return ticks
    .filter((value) => value <= slider.most)
    .map((value) => ({
      place: Math.round((value - slider.least) / slider.step),
      label: `${Number(value.toFixed(4))}`,
    }));
}
