/** A column under way: numbers pushed one after the other, of any size. */
export class Growing {
  private values = new Float64Array(1024);
  size = 0;

  push(value: number): void {
    if (this.size === this.values.length) {
      const larger = new Float64Array(this.size * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.size] = value;
    this.size += 1;
  }

  at(place: number): number {
    return this.values[place] ?? 0;
  }

  /** The values as a column of another kind. */
  into<C extends { set: (values: ArrayLike<number>) => void }>(column: new (size: number) => C): C {
    const made = new column(this.size);
    made.set(this.values.subarray(0, this.size));
    return made;
  }
}

/** Numbers things in the order in which they first come. */
export class Numbered<T> {
  private readonly numbers = new Map<string, number>();
  readonly items: T[] = [];

  of(key: string, make: () => T): number {
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.items.length;
    this.numbers.set(key, number);
    this.items.push(make());
    return number;
  }
}
