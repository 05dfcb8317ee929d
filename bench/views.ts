import { readFileSync } from 'node:fs';
import { pactLibrarySchema } from '@/domain/pact';
import { POLICY_2026_11 } from '@/domain/policy';
import { VIEWS } from '@/domain/view/views';
import { ASKS } from '@/server/trends/views';
import { syntheticDossier } from './synthetic';

/** How long the server takes to answer each view of the trends, at a size given as the first argument. */
const SIZE = Number(process.argv[2] ?? 20_000);
const TODAY = Date.parse('2026-11-22T23:59:59.999Z');
const LIBRARY = new URL('../corpus/pacts.json', import.meta.url);

const { incidents, monitoring, compiledOn } = syntheticDossier(SIZE);
const { pacts } = pactLibrarySchema.parse(JSON.parse(readFileSync(LIBRARY, 'utf8')));
const policies = [POLICY_2026_11];
const source = { version: 1, compiledOn, incidents, monitoring, pacts, policies };

function timed(view: (typeof VIEWS)[number]['name'], query: string) {
  const asked = ASKS[view](new URLSearchParams(query));
  if (!asked.ok) throw new Error(asked.faults.map(({ message }) => message).join());
  const start = performance.now();
  const answer = asked.answer({ source, filter: asked.filter, today: TODAY, signed: [] });
  if (!answer.ok) throw new Error(answer.refusal.message);
  const { length } = JSON.stringify(answer.value);
  return { ms: performance.now() - start, length };
}

const quantile = (times: readonly number[], share: number): string =>
  (
    [...times].sort((one, two) => one - two)[Math.ceil(share * times.length) - 1] ?? Number.NaN
  ).toFixed(1);

process.stdout.write(`${SIZE} synthetic incidents, Node ${process.version}\n`);
for (const pact of ['maximal-package', 'territory-due-diligence-13c'])
  for (const { name } of VIEWS) {
    const first = timed(name, `pact=${pact}&by=month`);
    const times = Array.from({ length: 20 }, (_, at) =>
      timed(name, `pact=${pact}&by=month&since=20${10 + (at % 10)}-0${1 + Math.floor(at / 10)}-02`),
    ).map(({ ms }) => ms);
    process.stdout.write(
      `${pact}, ${name}: first ${first.ms.toFixed(0)} ms (${(first.length / 1000).toFixed(0)} kB); a filter not asked before: median ${quantile(times, 0.5)} ms, p95 ${quantile(times, 0.95)} ms\n`,
    );
  }
