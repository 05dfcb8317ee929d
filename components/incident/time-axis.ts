import { DAY_MS, type Instant } from '@/domain/dates';

export interface Tick {
  readonly at: Instant;
  readonly label: string;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const monthTicks = (from: Instant, to: Instant, step: number): Tick[] => {
  const first = new Date(from);
  const ticks: Tick[] = [];
  const start = Math.floor((first.getUTCFullYear() * 12 + first.getUTCMonth()) / step) * step;
  for (let month = start; ticks.length < 200; month += step) {
    const at = Date.UTC(Math.floor(month / 12), month % 12, 1);
    if (at > to) return ticks;
    const year = Math.floor(month / 12);
    const label = step >= 12 ? `${year}` : `${MONTHS[month % 12] ?? ''} ${year}`;
    if (at >= from) ticks.push({ at, label });
  }
  return ticks;
};

const dayTicks = (from: Instant, to: Instant, step: number): Tick[] => {
  const ticks: Tick[] = [];
  for (let at = Math.ceil(from / DAY_MS) * DAY_MS; at <= to; at += step * DAY_MS) {
    const day = new Date(at);
    ticks.push({ at, label: `${day.getUTCDate()} ${MONTHS[day.getUTCMonth()] ?? ''}` });
  }
  return ticks;
};

const MONTH = 30.44 * DAY_MS;
const STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240];

/** At most `most` ticks at round days, months or years. */
export function timeTicks(from: Instant, to: Instant, most = 5): Tick[] {
  const span = to - from;
  const days = [1, 2, 5, 10, 14].find((step) => span / (step * DAY_MS) <= most);
  if (span < 1.5 * MONTH && days !== undefined) return dayTicks(from, to, days);
  const step = STEPS.find((months) => span / (months * MONTH) <= most) ?? 480;
  return monthTicks(from, to, step);
}

/** Where an instant lies on the axis, 0 to 100, with room at both ends. */
export function position(at: Instant, from: Instant, to: Instant): number {
  const share = to === from ? 0 : (at - from) / (to - from);
  return 2 + 96 * Math.min(1, Math.max(0, share));
}
