import type { z } from 'zod';
import type { Fault } from '@/domain/fault';
import { parseParameters } from '@/domain/parameters';

/** The parameters of a page's address as Next hands them over. */
export type Asked = Promise<Record<string, string | string[] | undefined>>;

/** The parameters of an address, some of them left out. */
export async function parametersOf(
  asked: Asked,
  beside: ReadonlySet<string> = new Set(),
): Promise<URLSearchParams> {
  const pairs = Object.entries(await asked)
    .filter(([name]) => !beside.has(name))
    .flatMap(([name, value]) => [value ?? []].flat().map((one): [string, string] => [name, one]));
  return new URLSearchParams(pairs);
}

/** What is wrong with an address, a line for each parameter at fault. */
export const wordsOf = (faults: readonly Fault[]): string[] =>
  faults.map(({ path, message }) => `${path}: ${message}`);

/** What an address asks for, or what is wrong with it, a line for each parameter at fault. */
export async function questionIn<T>(
  schema: z.ZodType<T, unknown>,
  asked: Asked,
): Promise<
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly string[] }
> {
  const parsed = parseParameters(schema, await parametersOf(asked));
  if (parsed.ok) return parsed;
  return { ok: false, faults: wordsOf(parsed.faults) };
}
