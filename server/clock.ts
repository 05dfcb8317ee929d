import 'server-only';
import { endOfDay, type Instant } from '@/domain/dates';

/** The time now. The domain is always told it. */
export const now = (): Instant => Date.now();

/** The last millisecond of today, UTC: what a reader sees who names no day. */
export const endOfToday = (): Instant => endOfDay(now());
