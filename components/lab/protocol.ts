import type { Pact } from '@/domain/pact';
import type { Grab } from './params';
import type { Asked, Told } from './room';

/** What the page sends to the worker. */
export type ToWorker =
  /** Fetch the columns of a record and hold them for a pact. */
  | { readonly kind: 'open'; readonly address: string; readonly pact: Pact }
  | {
      readonly kind: 'ask';
      readonly id: number;
      readonly asked: Asked;
      readonly grab: Grab | null;
    };

/** Why there are no columns. */
export type NoColumns = 'network' | 'refused' | 'unreadable';

/** What the worker sends to the page. */
export type FromWorker =
  | { readonly kind: 'loading'; readonly got: number; readonly total: number | null }
  | { readonly kind: 'ready'; readonly incidents: number }
  | { readonly kind: 'told'; readonly id: number; readonly told: Told }
  | { readonly kind: 'failed'; readonly why: NoColumns };
