import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Pact, pactLibrarySchema, pactSchema } from '@/domain/pact';
import { parseWith, type Read, readFile, readJson } from './input';

const LIBRARY = fileURLToPath(new URL('../corpus/pacts.json', import.meta.url));

const isLibrary = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Reflect.get(value, 'format') === 'servanda.pacts/1';

function fromFile(file: string): Read<Pact> {
  const read = readJson(file);
  if (!read.ok) return read;
  if (!isLibrary(read.value)) return parseWith(pactSchema, read.value);
  const library = parseWith(pactLibrarySchema, read.value);
  if (!library.ok) return library;
  const [only, second] = library.value.pacts;
  if (only === undefined || second !== undefined)
    return {
      ok: false,
      faults: [`${file}: expected one pact, found a library of ${library.value.pacts.length}`],
    };
  return { ok: true, value: only };
}

/** The pact an argument names: an id of the pact library, or a file in `servanda.pact/1`. */
export function pactNamed(name: string): Read<Pact> {
  const library = readFile(LIBRARY, pactLibrarySchema);
  if (!library.ok) return library;
  const versions = library.value.pacts.filter(({ id }) => id === name);
  const latest = versions.reduce<Pact | null>(
    (best, pact) => (best === null || pact.version > best.version ? pact : best),
    null,
  );
  if (latest !== null) return { ok: true, value: latest };
  if (existsSync(name)) return fromFile(name);
  const ids = library.value.pacts.map(({ id }) => id).join(', ');
  return { ok: false, faults: [`--pact: expected a pact file or one of ${ids}; found "${name}"`] };
}
