import type { Pact } from '@/domain/pact';
import type { Grab } from './params';
import type { FromWorker, NoColumns, ToWorker } from './protocol';
import type { Asked, Told } from './room';

/** How the columns stand: on their way, held, or not to be had. */
export type Columns =
  | { readonly state: 'loading'; readonly got: number; readonly total: number | null }
  | { readonly state: 'ready'; readonly incidents: number }
  | { readonly state: 'failed'; readonly why: NoColumns };

interface Listeners {
  readonly onColumns: (columns: Columns) => void;
  /** What a question came to; the newest one that was asked, others are passed over. */
  readonly onTold: (told: Told, asked: Asked) => void;
}

interface Question {
  readonly asked: Asked;
  readonly grab: Grab | null;
}

/**
 * Asks the worker, one question at a time: while one is under way only the newest of those that come
 * is kept, so that no answer is ever older than the thumb by more than one.
 */
export class LabClient {
  private ready = false;
  private id = 0;
  private under: Question | null = null;
  private next: Question | null = null;

  constructor(
    private readonly send: (message: ToWorker) => void,
    private readonly listeners: Listeners,
  ) {}

  open(address: string, pact: Pact): void {
    this.ready = false;
    this.under = null;
    this.id += 1;
    this.listeners.onColumns({ state: 'loading', got: 0, total: null });
    this.send({ kind: 'open', address, pact });
  }

  ask(asked: Asked, grab: Grab | null): void {
    this.next = { asked, grab };
    this.go();
  }

  private go(): void {
    if (!this.ready || this.under !== null || this.next === null) return;
    this.under = this.next;
    this.next = null;
    this.id += 1;
    this.send({ kind: 'ask', id: this.id, ...this.under });
  }

  /** Takes in what the worker says. */
  receive(message: FromWorker): void {
    switch (message.kind) {
      case 'loading':
        this.listeners.onColumns({ ...message, state: 'loading' });
        break;
      case 'failed':
        this.listeners.onColumns({ state: 'failed', why: message.why });
        break;
      case 'ready':
        this.ready = true;
        this.listeners.onColumns({ state: 'ready', incidents: message.incidents });
        this.go();
        break;
      case 'told':
        this.settle(message);
        break;
    }
  }

  private settle({ id, told }: Extract<FromWorker, { readonly kind: 'told' }>): void {
    const { under } = this;
    // Asked of columns that are no longer held.
    if (under === null || id !== this.id) return;
    this.under = null;
    this.listeners.onTold(told, under.asked);
    this.go();
  }
}
