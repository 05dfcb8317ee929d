import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Dossier, dossierSchema } from '@/domain/dossier';
import { faultLine, faultsOf } from '@/domain/fault';
import { type Pact, pactLibrarySchema } from '@/domain/pact';

export interface CorpusFiles {
  /** By file name without its ending. */
  readonly dossiers: readonly { readonly id: string; readonly dossier: Dossier }[];
  readonly pacts: readonly Pact[];
  /** One line per fault, each with the file it is in. */
  readonly faults: readonly string[];
}

function parsed(text: string): { json: unknown } | { fault: string } {
  try {
    return { json: JSON.parse(text) as unknown };
  } catch (error) {
    return { fault: `(file): not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
}

const formatOf = (json: unknown): unknown =>
  typeof json === 'object' && json !== null ? Reflect.get(json, 'format') : undefined;

/** Reads the demonstration corpus: dossiers and pact libraries, by their `format`, in file order. */
export function readCorpus(folder: string): CorpusFiles {
  const dossiers: { id: string; dossier: Dossier }[] = [];
  const pacts: Pact[] = [];
  const faults: string[] = [];
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.json')) continue;
    const read = parsed(readFileSync(join(folder, name), 'utf8'));
    if ('fault' in read) {
      faults.push(`${name}: ${read.fault}`);
      continue;
    }
    const isLibrary = formatOf(read.json) === 'servanda.pacts/1';
    const library = isLibrary ? pactLibrarySchema.safeParse(read.json) : undefined;
    const dossier = isLibrary ? undefined : dossierSchema.safeParse(read.json);
    if (library?.success) pacts.push(...library.data.pacts);
    if (dossier?.success) dossiers.push({ id: name.slice(0, -5), dossier: dossier.data });
    const error = library?.error ?? dossier?.error;
    if (error !== undefined)
      for (const fault of faultsOf(error, read.json)) faults.push(`${name}: ${faultLine(fault)}`);
  }
  return { dossiers, pacts, faults };
}
