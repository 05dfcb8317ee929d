import type { Reply } from '@/components/log/api';

/** What a reviewer or analyst decided on a record, before it is sent. */
export interface Decision {
  readonly key: string;
  readonly incident: string;
  readonly title: string;
  readonly action: 'submit' | 'accept' | 'return';
  readonly reason: string | null;
  readonly basedOn: number;
}

/** How long a decision is held before it is sent, milliseconds. */
export const HOLD_MS = 5_000;

export interface World {
  readonly send: (decision: Decision, keepalive: boolean) => Promise<Reply>;
  readonly later: (act: () => void, milliseconds: number) => () => void;
  /** Told after every change. */
  readonly changed: () => void;
  /** Ends when the screen shows what came of it. */
  readonly sent: (decision: Decision, reply: Reply) => Promise<void>;
}

/**
 * Decisions that can still be undone: each is held for some seconds and then sent, at once where the
 * page is left. A decision that is sent cannot be undone, and is never sent twice.
 */
export class HeldDecisions {
  readonly #world: World;
  #held: readonly { readonly decision: Decision; readonly cancel: () => void }[] = [];

  #sending: readonly Decision[] = [];

  readonly #reasons = new Map<string, string>();

  constructor(world: World) {
    this.#world = world;
  }

  get held(): readonly Decision[] {
    return this.#held.map(({ decision }) => decision);
  }

  /** On their way: they cannot be undone any more, and are not on the desk either. */
  get sending(): readonly Decision[] {
    return this.#sending;
  }

  /** What was last written as the reason for an item and no server has taken yet; empty where nothing was. */
  reasonFor(key: string): string {
    return this.#reasons.get(key) ?? '';
  }

  hold(decision: Decision): void {
    if (decision.reason !== null) this.#reasons.set(decision.key, decision.reason);
    const cancel = this.#world.later(() => this.#send(decision, false), HOLD_MS);
    this.#held = [...this.#held, { decision, cancel }];
    this.#world.changed();
  }

  /** Takes the last decision back that is not sent yet; null where there is none. */
  undo(): Decision | null {
    const last = this.#held.at(-1);
    if (last === undefined) return null;
    last.cancel();
    this.#held = this.#held.slice(0, -1);
    this.#world.changed();
    return last.decision;
  }

  /** Sends everything that is held, so that it outlives the page. */
  flush(): void {
    for (const { decision, cancel } of this.#held) {
      cancel();
      this.#send(decision, true);
    }
  }

  async #send(decision: Decision, keepalive: boolean): Promise<void> {
    this.#held = this.#held.filter((each) => each.decision !== decision);
    this.#sending = [...this.#sending, decision];
    this.#world.changed();
    const reply = await this.#world.send(decision, keepalive);
    if (reply.kind === 'done') this.#reasons.delete(decision.key);
    await this.#world.sent(decision, reply);
    this.#sending = this.#sending.filter((each) => each !== decision);
    this.#world.changed();
  }
}
