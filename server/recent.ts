import 'server-only';

/** The most recently used answers, at most `limit`: the least recently used makes room. */
export class Recent<T> {
  readonly #kept = new Map<string, T>();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** What is kept under a key, made where there is nothing yet. */
  get(key: string, make: () => T): T {
    const found = this.#kept.get(key);
    const value = found ?? make();
    this.#kept.delete(key);
    this.#kept.set(key, value);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.#limit && oldest !== undefined) this.#kept.delete(oldest);
    return value;
  }

  /** What is kept under a key; undefined: nothing. */
  find(key: string): T | undefined {
    const found = this.#kept.get(key);
    return found === undefined ? undefined : this.get(key, () => found);
  }

  /** What is kept under a key, made in pieces where there is nothing yet. */
  *once(key: string, make: () => Generator<void, T>): Generator<void, T> {
    const found = this.find(key);
    if (found !== undefined) return found;
    const made = yield* make();
    return this.get(key, () => made);
  }

  /** Lets go of what is kept under a key. */
  drop(key: string): void {
    this.#kept.delete(key);
  }
}
