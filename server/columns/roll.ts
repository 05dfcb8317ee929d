import 'server-only';
import type { Incident } from '@/domain/incident';
import { packColumns, unpackColumns } from '@/domain/lab/packed';
import { TLP_MARKINGS, type Tlp } from '@/domain/tlp';

/** Who is in the packed columns, by number: id, revision, and what decides who may see it. */
export interface Roll {
  readonly size: number;
  /** Ids in UTF-8, one after the other, and where each begins; one more at the end. */
  readonly ids: Uint8Array;
  readonly idFrom: Uint32Array;
  readonly revision: Int32Array;
  /** Bits of SEEN. */
  readonly flags: Uint8Array;
}

/** Today's marking, times eight that of the revision, and whether it is published and still stands. */
const SEEN = { OWN: 8, PUBLISHED: 64, STANDS: 128 } as const;

/** What of an incident decides who may see it. */
export interface Marked {
  readonly revision: number;
  readonly published: boolean;
  readonly marking: Tlp;
  readonly incident: Pick<Incident, 'id' | 'tlp'>;
}

const flagsOf = ({ published, marking, incident }: Marked): number =>
  TLP_MARKINGS.indexOf(marking) +
  SEEN.OWN * TLP_MARKINGS.indexOf(incident.tlp) +
  (published ? SEEN.PUBLISHED : 0) +
  SEEN.STANDS;

/** What a role reaches, see `Visibility`. */
export interface Reached {
  readonly tlp: readonly Tlp[];
  readonly publishedOnly: boolean;
}

/** Whether a role reaches a record, by today's marking and by that of the revision. */
export const reaches = ({ tlp, publishedOnly }: Reached, marked: Marked): boolean =>
  tlp.includes(marked.marking) &&
  tlp.includes(marked.incident.tlp) &&
  (marked.published || !publishedOnly);

/** By flags: 1 where a role reaches what has them. */
function reachedBy({ tlp, publishedOnly }: Reached): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, flags) => {
    const marking = TLP_MARKINGS[flags % SEEN.OWN];
    const own = TLP_MARKINGS[(flags >> 3) % SEEN.OWN];
    const stands = (flags & SEEN.STANDS) !== 0;
    const published = (flags & SEEN.PUBLISHED) !== 0 || !publishedOnly;
    if (!stands || !published || marking === undefined || own === undefined) return 0;
    return tlp.includes(marking) && tlp.includes(own) ? 1 : 0;
  });
}

/** By number: 1 where a role reaches an incident that still stands. */
export function seenBy({ flags }: Roll, reached: Reached): Uint8Array {
  const by = reachedBy(reached);
  return flags.map((own) => by[own] ?? 0);
}

/** By number: 1 where an incident still stands. */
export const standing = ({ flags }: Roll): Uint8Array =>
  flags.map((own) => ((own & SEEN.STANDS) === 0 ? 0 : 1));

export const stands = ({ flags }: Roll, number: number): boolean =>
  ((flags[number] ?? 0) & SEEN.STANDS) !== 0;

export const idAt = ({ ids, idFrom }: Roll, number: number): string =>
  Buffer.from(ids.buffer, ids.byteOffset, ids.byteLength).toString(
    'utf8',
    idFrom[number],
    idFrom[number + 1],
  );

/** Lists incidents one after the other. */
export class RollBuilder {
  private readonly names: string[] = [];
  private bytes: Buffer[] = [];
  private readonly lengths: number[] = [];
  private readonly revisions: number[] = [];
  private readonly flags: number[] = [];

  add(marked: Marked): void {
    this.names.push(marked.incident.id);
    this.revisions.push(marked.revision);
    this.flags.push(flagsOf(marked));
    if (this.names.length >= 1000) this.settle();
  }

  private settle(): void {
    for (const name of this.names) this.lengths.push(Buffer.byteLength(name));
    this.bytes.push(Buffer.from(this.names.join('')));
    this.names.length = 0;
  }

  build(): Roll {
    this.settle();
    const idFrom = new Uint32Array(this.lengths.length + 1);
    this.lengths.forEach((length, at) => {
      idFrom[at + 1] = (idFrom[at] ?? 0) + length;
    });
    return {
      ...{ size: this.flags.length, idFrom },
      ids: Uint8Array.from(Buffer.concat(this.bytes)),
      revision: Int32Array.from(this.revisions),
      flags: Uint8Array.from(this.flags),
    };
  }
}

function chained<C extends Uint8Array | Int32Array>(one: C, two: C): C {
  const made = new (one.constructor as new (size: number) => C)(one.length + two.length);
  made.set(one);
  made.set(two, one.length);
  return made;
}

/** One roll after the other; those of the first that are gone no longer stand. */
export function joinedRoll(one: Roll, two: Roll, gone: Iterable<number>): Roll {
  const idFrom = new Uint32Array(one.size + two.size + 1);
  idFrom.set(one.idFrom);
  const end = one.idFrom[one.size] ?? 0;
  two.idFrom.forEach((from, at) => {
    idFrom[one.size + at] = end + from;
  });
  const flags = chained(one.flags, two.flags);
  for (const number of gone) flags[number] = (flags[number] ?? 0) & ~SEEN.STANDS;
  return {
    ...{ size: one.size + two.size, idFrom, flags },
    ids: chained(one.ids, two.ids),
    revision: chained(one.revision, two.revision),
  };
}

const FORMAT = 'servanda.roll/1';

export const rollToBuffer = ({ ids, idFrom, revision, flags }: Roll): ArrayBuffer =>
  packColumns({ format: FORMAT }, { ids, idFrom, revision, flags });

/** Reads what `rollToBuffer` wrote. @throws Error where the buffer is none of this format. */
export function rollFromBuffer(buffer: ArrayBuffer): Roll {
  const columns = unpackColumns(buffer, FORMAT).columns as unknown as Omit<Roll, 'size'>;
  return { ...columns, size: columns.flags.length };
}
