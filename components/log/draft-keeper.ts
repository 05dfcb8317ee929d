import { type Autosave, type AutosaveEvent, NOT_SAVED, type SaveAnswer, step } from './autosave';

/** What is sent to the server: a new draft, or the next revision of one. */
export interface Outgoing<P> {
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
  /** The key of a draft on this device; `null` while the server has given it no id. */
  readonly keyOf: (id: string | null) => string;
  readonly start?: Autosave<P>;
}

/** What this device holds of a draft that the server may not. */
export type Kept<P> = Pick<Autosave<P>, 'id' | 'revision' | 'savedAt' | 'base'> & {
  readonly mine: P;
};

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
    const [id, revision, savedAt, base, mine] = ['id', 'revision', 'savedAt', 'base', 'mine'].map(
      field,
    );
    if (!isPayload(mine)) return null;
    return {
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

  constructor(private readonly options: KeeperOptions<P>) {
    this.state = options.start ?? NOT_SAVED;
  }

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
    if (event.kind === 'typed' || next.kind !== 'rest') clearTimeout(this.timer);
    this.state = state;
    this.keep(hadId);
    if (next.kind === 'wait') this.timer = setTimeout(() => this.flush(), next.ms);
    if (next.kind === 'send') void this.send(leaving);
    for (const listener of this.listeners) listener();
  }

  private async send(leaving: boolean): Promise<void> {
    const { id, revision, sent } = this.state;
    if (sent === null) return;
    const draft = { id, basedOn: revision, payload: sent, leaving };
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
      const kept: Kept<P> = { id, revision, savedAt, base, mine };
      this.options.storage.setItem(this.options.keyOf(id), JSON.stringify(kept));
    } catch {
      // A full or forbidden storage keeps nothing; the server still does.
    }
  }

  private forget(): void {
    this.remove(this.state.id);
  }

  private remove(id: string | null): void {
    try {
      this.options.storage.removeItem(this.options.keyOf(id));
    } catch {
      // Nothing was kept there either.
    }
  }
}
