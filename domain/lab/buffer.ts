import type { Store, StoreColumns } from './store';

const KINDS = {
  Int8Array,
  Uint8Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float64Array,
} as const;
type Kind = keyof typeof KINDS;

const FORMAT = 'servanda.columns/1';
const MAGIC = 0x53_56_43_31;

interface Head {
  readonly format: string;
  readonly policy: Store['policy'];
  readonly compiledOn: string;
  readonly coded: boolean;
  readonly incidents: number;
  readonly states: readonly string[];
  readonly odd: readonly (readonly [number, unknown])[];
  readonly columns: readonly (readonly [name: string, kind: Kind, size: number])[];
}

/** Every column begins at a multiple of eight. */
const padded = (size: number): number => Math.ceil(size / 8) * 8;

const kindOf = (column: StoreColumns[keyof StoreColumns]): Kind => {
  const kind = (Object.keys(KINDS) as Kind[]).find((name) => column instanceof KINDS[name]);
  if (kind === undefined) throw new TypeError('a column of an unknown kind');
  return kind;
};

/** A store as one buffer, `servanda.columns/1`: a head in JSON, then the columns as they lie in memory. */
export function toBuffer(store: Store): ArrayBuffer {
  const columns = Object.entries(store.columns);
  const { policy, compiledOn, coded, incidents, states } = store;
  const head: Head = {
    ...{ format: FORMAT, policy, compiledOn, coded, incidents, states },
    odd: [...store.odd],
    columns: columns.map(([name, column]) => [name, kindOf(column), column.length]),
  };
  const text = new TextEncoder().encode(JSON.stringify(head));
  const size = columns.reduce(
    (sum, [, column]) => sum + padded(column.byteLength),
    8 + padded(text.length),
  );
  const buffer = new ArrayBuffer(size);
  new Uint32Array(buffer, 0, 2).set([MAGIC, text.length]);
  new Uint8Array(buffer, 8).set(text);
  let at = 8 + padded(text.length);
  for (const [, column] of columns) {
    new Uint8Array(buffer, at).set(
      new Uint8Array(column.buffer, column.byteOffset, column.byteLength),
    );
    at += padded(column.byteLength);
  }
  return buffer;
}

/**
 * Reads a store back; its columns are views of the buffer.
 * @throws Error where the buffer is none of this format.
 */
export function fromBuffer(buffer: ArrayBuffer): Store {
  const [magic, length = 0] = new Uint32Array(buffer, 0, 2);
  if (magic !== MAGIC) throw new Error(`expected a buffer in ${FORMAT}`);
  const head = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 8, length))) as Head;
  if (head.format !== FORMAT) throw new Error(`expected ${FORMAT}, found ${head.format}`);
  let at = 8 + padded(length);
  const columns = head.columns.map(([name, kind, size]) => {
    const column = new KINDS[kind](buffer, at, size);
    at += padded(column.byteLength);
    return [name, column] as const;
  });
  const { policy, compiledOn, coded, incidents, states } = head;
  return {
    ...{ policy, compiledOn, coded, incidents, states },
    odd: new Map(head.odd) as Store['odd'],
    columns: Object.fromEntries(columns) as unknown as StoreColumns,
  };
}
