import { readFileSync } from 'node:fs';
import { faultLine, parse } from '@/domain/fault';

type Schema<T> = Parameters<typeof parse<T>>[0];

export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly string[] };

/** Why a file could not be read, in a few words. */
export function systemFault(error: unknown): string {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  if (code === 'ENOENT') return 'no such file';
  if (code === 'EISDIR') return 'expected a file, found a directory';
  return code === 'EACCES' ? 'not allowed to read it' : 'could not be read';
}

/** The text of a file, or of standard input for `-`. */
export function readText(file: string): Read<string> {
  try {
    const bytes = readFileSync(file === '-' ? 0 : file);
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    if (error instanceof TypeError) return { ok: false, faults: [`${file}: expected UTF-8 text`] };
    return { ok: false, faults: [`${file}: ${systemFault(error)}`] };
  }
}

/** Reads and parses a JSON file. */
export function readJson(file: string): Read<unknown> {
  const read = readText(file);
  if (!read.ok) return read;
  try {
    return { ok: true, value: JSON.parse(read.value) };
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n', 1)[0] : '';
    return { ok: false, faults: [`${file}: expected JSON: ${why}`] };
  }
}

/** Parses a value; a fault names the path in the file, the record and what was expected. */
export function parseWith<T>(schema: Schema<T>, value: unknown): Read<T> {
  const parsed = parse(schema, value);
  return parsed.ok ? parsed : { ok: false, faults: parsed.faults.map(faultLine) };
}

/** Reads a JSON file that must fit a schema. */
export function readFile<T>(file: string, schema: Schema<T>): Read<T> {
  const read = readJson(file);
  return read.ok ? parseWith(schema, read.value) : read;
}
