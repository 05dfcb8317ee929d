import { COMPILED } from '@/bench/synthetic';
import type { Setting } from '@/domain/finding';
import { POLICY_2026_11 } from '@/domain/policy';
import { AS_OF } from './pact';

/** The question of the bench: the ten clauses on the day of compilation. */
export const SETTING: Setting = { policy: POLICY_2026_11, compiledOn: COMPILED, asOf: AS_OF };
