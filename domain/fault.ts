import type { z } from 'zod';

/** One thing wrong with an input: where it stands, in which record, and what was expected. */
export interface Fault {
  /** Path in the file, such as `incidents[3].claims[0].accused`. */
  readonly path: string;
  /** Id of the nearest record that has one, or null. */
  readonly record: string | null;
  readonly message: string;
}

function pathText(path: readonly PropertyKey[]): string {
  const text = path.reduce<string>(
    (so, key) =>
      typeof key === 'number' ? `${so}[${key}]` : so === '' ? String(key) : `${so}.${String(key)}`,
    '',
  );
  return text === '' ? '(file)' : text;
}

function recordOf(input: unknown, path: readonly PropertyKey[]): string | null {
  let at: unknown = input;
  let id: string | null = null;
  for (const key of path) {
    if (typeof at !== 'object' || at === null) break;
    at = Reflect.get(at, key);
    const own: unknown = typeof at === 'object' && at !== null ? Reflect.get(at, 'id') : undefined;
    if (id === null && typeof own === 'string') id = own.slice(0, 120);
  }
  return id;
}

function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys')
    return `unknown ${issue.keys.length > 1 ? 'keys' : 'key'} ${issue.keys.map((key) => JSON.stringify(key.slice(0, 80))).join(', ')}`;
  if (issue.code === 'invalid_value')
    return `expected ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map((value) => JSON.stringify(value)).join(', ')}`;
  if (issue.code === 'invalid_type') return issue.message.replace(/^Invalid input: /, '');
  return issue.message;
}

/** Every fault zod found, in the order of the file; `input` names the records concerned. */
export function faultsOf(error: z.core.$ZodError, input: unknown): Fault[] {
  return error.issues.map((issue) => ({
    path: pathText(issue.path),
    record: recordOf(input, issue.path),
    message: messageOf(issue),
  }));
}

/** A fault with its machine code, as the API tells it. */
export interface CodedFault {
  readonly path: string;
  /** Such as `impossible_date`; in words of its own for a program. */
  readonly code: string;
  readonly message: string;
  readonly level: 'refused' | 'warning';
}

/** zod's words for a fault, where a schema gave it no code of its own. */
const CODES: Readonly<Partial<Record<z.core.$ZodIssue['code'], string>>> = {
  unrecognized_keys: 'unknown_field',
  invalid_type: 'wrong_type',
  invalid_value: 'unknown_code',
  invalid_union: 'unknown_code',
  invalid_format: 'wrong_form',
  too_small: 'too_small',
  too_big: 'too_large',
};

function codeOf(issue: z.core.$ZodIssue): string {
  const own: unknown = issue.code === 'custom' ? issue.params?.code : undefined;
  if (typeof own === 'string') return own;
  if (issue.code === 'invalid_type' && /received undefined$/.test(issue.message)) return 'missing';
  return CODES[issue.code] ?? 'invalid';
}

/** Every fault zod found with its code; at most `most`, since a hostile body can have thousands. */
export function codedFaultsOf(error: z.core.$ZodError, most = 100): CodedFault[] {
  return error.issues.slice(0, most).map((issue) => ({
    path: pathText(issue.path).slice(0, 300),
    code: codeOf(issue),
    message: messageOf(issue).slice(0, 2000),
    level: 'refused',
  }));
}

/** One line for a terminal. */
export function faultLine({ path, record, message }: Fault): string {
  return `${path}${record === null ? '' : ` (${record})`}: ${message}`.replaceAll(/\s+/g, ' ');
}

/** A value that earned its type, or the faults that kept it from it. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Parses at the border: the value with its type, or every fault with path and record. */
export function parse<T>(schema: z.ZodType<T>, value: unknown): Parsed<T> {
  const parsed = schema.safeParse(value);
  return parsed.success
    ? { ok: true, value: parsed.data }
    : { ok: false, faults: faultsOf(parsed.error, value) };
}
