const KINDS = {
  Int8Array,
  Uint8Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float64Array,
} as const;
type Kind = keyof typeof KINDS;

/** A column of numbers of one kind. */
export type PackedColumn =
  | Int8Array
  | Uint8Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float64Array;

const MAGIC = 0x53_56_43_31;

interface Head {
  readonly format: string;
  readonly columns: readonly (readonly [name: string, kind: Kind, size: number])[];
}

/** Every column begins at a multiple of eight. */
const padded = (size: number): number => Math.ceil(size / 8) * 8;

const kindOf = (column: PackedColumn): Kind => {
  const kind = (Object.keys(KINDS) as Kind[]).find((name) => column instanceof KINDS[name]);
  if (kind === undefined) throw new TypeError('a column of an unknown kind');
  return kind;
};

/** Named columns as one buffer: a head in JSON, `format` first, then the columns as they lie in memory. */
export function packColumns(
  head: { readonly format: string },
  named: Readonly<Record<string, PackedColumn>>,
): ArrayBuffer {
  const columns = Object.entries(named);
  const text = new TextEncoder().encode(
    JSON.stringify({
      ...head,
      columns: columns.map(([name, column]) => [name, kindOf(column), column.length]),
    }),
  );
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
 * Reads named columns back, as views of the buffer, with their head.
 * @throws Error where the buffer is none of this format.
 */
export function unpackColumns(
  buffer: ArrayBuffer,
  format: string,
): { readonly head: unknown; readonly columns: Readonly<Record<string, PackedColumn>> } {
  const [magic, length = 0] = new Uint32Array(buffer, 0, 2);
  if (magic !== MAGIC) throw new Error(`expected a buffer in ${format}`);
  const head = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 8, length))) as Head;
  if (head.format !== format) throw new Error(`expected ${format}, found ${head.format}`);
  let at = 8 + padded(length);
  const columns = head.columns.map(([name, kind, size]) => {
    const column = new KINDS[kind](buffer, at, size);
    at += padded(column.byteLength);
    return [name, column] as const;
  });
  return { head, columns: Object.fromEntries(columns) };
}
