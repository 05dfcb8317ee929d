import 'server-only';
import type { Store } from '@/domain/lab/store';
import { idAt, type Roll } from './roll';

/** FNV-1a of some bytes. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return hash >>> 0;
}

/** Finds the number of an incident by its id: a table of numbers, without a string for each. */
export class Numbers {
  private readonly table: Int32Array;

  constructor(private readonly roll: Roll) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(2, roll.size * 2)));
    this.table = new Int32Array(size).fill(-1);
    const { ids, idFrom } = roll;
    for (let number = 0; number < roll.size; number += 1) {
      let place = hashOf(ids, idFrom[number] ?? 0, idFrom[number + 1] ?? 0) & (size - 1);
      while (this.table[place] !== -1) place = (place + 1) & (size - 1);
      this.table[place] = number;
    }
  }

  /** Every number an id was given; the last one that still stands is the incident's. */
  of(id: string): number[] {
    const bytes = Buffer.from(id);
    const mask = this.table.length - 1;
    const found: number[] = [];
    let place = hashOf(bytes, 0, bytes.length) & mask;
    for (let number = this.table[place] ?? -1; number !== -1; number = this.table[place] ?? -1) {
      if (idAt(this.roll, number) === id) found.push(number);
      place = (place + 1) & mask;
    }
    return found;
  }
}

/** The cases of each incident: where they lie in a store, in one list. */
export class CasesOf {
  private readonly from: Uint32Array;
  private readonly places: Uint32Array;

  constructor({ columns: { incident }, incidents }: Store) {
    this.from = new Uint32Array(incidents + 2);
    for (const number of incident) this.from[number + 2] = (this.from[number + 2] ?? 0) + 1;
    for (let at = 2; at < this.from.length; at += 1)
      this.from[at] = (this.from[at] ?? 0) + (this.from[at - 1] ?? 0);
    this.places = new Uint32Array(incident.length);
    incident.forEach((number, at) => {
      const next = this.from[number + 1] ?? 0;
      this.places[next] = at;
      this.from[number + 1] = next + 1;
    });
  }

  /** Of some incidents, in order. */
  of(numbers: Iterable<number>): Uint32Array {
    const found: number[] = [];
    for (const number of numbers)
      found.push(...this.places.subarray(this.from[number], this.from[number + 1]));
    return Uint32Array.from(found).sort();
  }
}
