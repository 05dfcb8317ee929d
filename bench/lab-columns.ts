import { readFileSync, writeFileSync } from 'node:fs';
import { toBuffer } from '@/domain/lab/buffer';
import { StoreBuilder } from '@/domain/lab/builder';
import { pick } from '@/domain/lab/pick';
import { pactLibrarySchema } from '@/domain/pact';
import { POLICY_2026_11 } from '@/domain/policy';
import { COMPILED, syntheticIncidents } from './synthetic';

/** Packs made-up incidents into the columns that one pact can touch: `lab-columns.ts COUNT FILE [PACT]`. */
const [, , count = '', file = '', id = 'maximal-package'] = process.argv;
if (!/^[1-9]\d*$/.test(count) || file === '')
  throw new Error('expected how many incidents, and a file to write to');
const library = pactLibrarySchema.parse(
  JSON.parse(readFileSync(new URL('../corpus/pacts.json', import.meta.url), 'utf8')),
);
const pact = library.pacts.find((one) => one.id === id);
if (pact === undefined) throw new Error(`the library has no pact "${id}"`);

const builder = new StoreBuilder({ policy: POLICY_2026_11, compiledOn: COMPILED });
for (const incident of syntheticIncidents(Number(count))) builder.add(incident);
writeFileSync(file, new Uint8Array(toBuffer(pick(builder.build(), pact))));
