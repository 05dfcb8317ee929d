import {
  type Autosave,
  type AutosaveEvent,
  NOT_SAVED,
  type SaveAnswer,
  type Standpoint,
  step,
} from './autosave';

/** What a draft is from its first word on. */
export interface Origin {
  /** The id this device gave it: sent once or twice, it is begun once. */
  readonly wanted: string;
  /** The revision of the record its writer read; null: a new record. */
  readonly on: number | null;
}

/** What is sent to the server: a new draft, or the next revision of one. */
export interface Outgoing<P> extends Origin {
  readonly id: string | null;
  readonly basedOn: number | null;
  readonly payload: P;
  /** The page is being left: the request has to outlive it. */
  readonly leaving: boolean;
}

export interface KeeperOptions<P> {
  readonly send: (draft: Outgoing<P>) => Promise<SaveAnswer<P>>;
  /** Where unacknowledged text is kept on this device. */
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** The key of a draft on this device; an id of `null` where the server has given none. */
  readonly keyOf: (id: string | null, origin: Origin) => string;
  readonly origin: Origin;
  readonly start?: Autosave<P>;
}

/** What this device holds of a draft that the server may not. */
export type Kept<P> = Standpoint<P> & { readonly mine: P } & Origin;

/** Reads what this device kept under a key; null where there is nothing, or nothing whole. */
export function readKept<P>(
  storage: Pick<Storage, 'getItem'>,
  key: string,
  isPayload: (value: unknown) => value is P,
): Kept<P> | null {
  try {
    const held: unknown = JSON.parse(storage.getItem(key) ?? 'null');
    if (typeof held !== 'object' || held === null) return null;
    const field = (name: string): unknown => Reflect.get(held, name);
    const [id, revision, savedAt] = ['id', 'revision', 'savedAt'].map(field);
    const [base, mine, wanted, on] = ['base', 'mine', 'wanted', 'on'].map(field);
    if (!isPayload(mine) || typeof wanted !== 'string') return null;
    return {
      ...{ wanted, on: typeof on === 'number' ? on : null },
      id: typeof id === 'string' ? id : null,
      revision: typeof revision === 'number' ? revision : null,
      savedAt: typeof savedAt === 'string' ? savedAt : null,
      base: isPayload(base) ? base : null,
      mine,
    };
  } catch {
    return null;
  }
}

/** Runs the steps of `autosave.ts` against a clock, a server and this device's storage. */
export class DraftKeeper<P> {
  private state: Autosave<P>;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();
  private closed = false;
  private from: Origin;

  constructor(private readonly options: KeeperOptions<P>) {
    this.state = options.start ?? NOT_SAVED;
    this.from = options.origin;
  }

  readonly origin = (): Origin => this.from;

  /** Goes on from what this device kept: on the revision its writer read, not on a later one. */
  readonly resume = ({ wanted, on, ...from }: Kept<P>): void => {
    this.from = { wanted, on };
    this.take({ kind: 'resumed', from });
  };

  /** Goes on from what the server holds now. */
  readonly reopen = (from: Omit<Standpoint<P>, 'mine'>): void =>
    this.take({ kind: 'resumed', from: { ...from, mine: null } });

  readonly snapshot = (): Autosave<P> => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly typed = (payload: P): void => this.take({ kind: 'typed', payload });
  readonly flush = (leaving = false): void => this.take({ kind: 'due' }, leaving);
  readonly reconnected = (): void => this.take({ kind: 'reconnected' });
  readonly signedIn = (): void => this.take({ kind: 'signed-in' });
  readonly merged = (payload: P): void => this.take({ kind: 'merged', payload });

  /** The draft has become a record: nothing more is sent, nothing stays on this device. */
  readonly done = (): void => {
    this.closed = true;
    clearTimeout(this.timer);
    this.forget();
  };

  /** Resolves once nothing is on its way. */
  readonly settled = async (): Promise<Autosave<P>> => {
    while (this.state.sent !== null)
      await new Promise<void>((resolve) => {
        const stop = this.subscribe(() => {
          stop();
          resolve();
        });
      });
    return this.state;
  };

  private take(event: AutosaveEvent<P>, leaving = false): void {
    if (this.closed) return;
    const hadId = this.state.id;
    const { state, next } = step(this.state, event);
    if (event.kind === 'typed' || event.kind === 'resumed' || next.kind !== 'rest')
      clearTimeout(this.timer);
    this.state = state;
    this.keep(hadId);
    if (next.kind === 'wait') this.timer = setTimeout(() => this.flush(), next.ms);
    if (next.kind === 'send') void this.send(leaving);
    for (const listener of this.listeners) listener();
  }

  private async send(leaving: boolean): Promise<void> {
    const { id, revision, sent } = this.state;
    if (sent === null) return;
    const draft = { ...this.from, id, basedOn: revision, payload: sent, leaving };
    const answer = await this.options.send(draft).catch(() => ({ kind: 'unreachable' as const }));
    this.take({ kind: 'answered', answer });
  }

  private keep(hadId: string | null): void {
    const { id, revision, savedAt, base, mine } = this.state;
    if (hadId !== id) this.remove(hadId);
    if (mine === null) {
      this.forget();
      return;
    }
    try {
      const kept: Kept<P> = { ...this.from, id, revision, savedAt, base, mine };
      this.options.storage.setItem(this.options.keyOf(id, this.from), JSON.stringify(kept));
    } catch {
      // A full or forbidden storage keeps nothing; the server still does.
    }
  }

  private forget(): void {
    this.remove(this.state.id);
  }

  private remove(id: string | null): void {
    try {
      this.options.storage.removeItem(this.options.keyOf(id, this.from));
    } catch {
      // Nothing was kept there either.
    }
  }
}
