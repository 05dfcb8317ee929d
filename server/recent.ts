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

  /** Lets go of what is kept under a key. */
  drop(key: string): void {
    this.#kept.delete(key);
  }
}
