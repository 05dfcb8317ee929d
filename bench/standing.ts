import { readFileSync } from 'node:fs';
import { pactLibrarySchema } from '@/domain/pact';
import { POLICY_2026_11 } from '@/domain/policy';
import { DEFAULT_FILTER } from '@/domain/standing-filter';
import type { StandingFilter } from '@/domain/standing-view';
import { answerStanding } from '@/server/standing-answer';
import { syntheticDossier } from './synthetic';

/** How long the server takes to answer the standing page, at a size given as the first argument. */
const SIZE = Number(process.argv[2] ?? 20_000);
const TODAY = Date.parse('2026-11-22T23:59:59.999Z');
const LIBRARY = new URL('../corpus/pacts.json', import.meta.url);

const { incidents, monitoring, compiledOn } = syntheticDossier(SIZE);
const { pacts } = pactLibrarySchema.parse(JSON.parse(readFileSync(LIBRARY, 'utf8')));
const policies = [POLICY_2026_11];
const source = { version: 1, compiledOn, incidents, monitoring, pacts, policies };

/** One answer, as it would go over the wire: wall time, and the processor time of this process. */
interface Timing {
  readonly wall: number;
  readonly processor: number;
}

function timed(filter: StandingFilter, today = TODAY): Timing {
  const start = performance.now();
  const used = process.cpuUsage();
  const answer = answerStanding(source, filter, today);
  if (!answer.ok) throw new Error(answer.refusal.message);
  JSON.stringify(answer.value);
  const { user, system } = process.cpuUsage(used);
  return { wall: performance.now() - start, processor: (user + system) / 1000 };
}

const quantile = (times: readonly number[], share: number): number =>
  [...times].sort((one, two) => one - two)[Math.ceil(share * times.length) - 1] ?? Number.NaN;
const told = (ms: number): string => `${ms.toFixed(1)} ms`;
function line(what: string, timings: readonly Timing[]): void {
  const of = (key: keyof Timing, share: number): string =>
    told(
      quantile(
        timings.map((timing) => timing[key]),
        share,
      ),
    );
  process.stdout.write(
    `${what}: median ${of('wall', 0.5)}, p95 ${of('wall', 0.95)}; ` +
      `processor median ${of('processor', 0.5)}, p95 ${of('processor', 0.95)} (${timings.length} runs)\n`,
  );
}

process.stdout.write(`${SIZE} synthetic incidents, Node ${process.version}\n`);
for (const pact of ['anti-doxing-2017', 'maximal-package', 'territory-due-diligence-13c']) {
  const base: StandingFilter = { ...DEFAULT_FILTER, pact };
  process.stdout.write(`\n${pact}\n`);
  line('first answer, nothing kept', [timed(base)]);
  line(
    'another assumed entry into force, columns kept',
    [...['2016-01-01', '2014-06-01', '2012-03-01', '2010-09-01', '2008-01-01']].map((from) =>
      timed({ ...base, from }),
    ),
  );
  line(
    'another day, columns kept',
    [...['2024-01-01', '2022-01-01', '2020-01-01', '2018-06-01', '2025-03-01']].map((asOf) =>
      timed({ ...base, asOf }),
    ),
  );
  timed(base);
  const filters = Array.from({ length: 60 }, (_, at): StandingFilter => {
    const year = 2006 + (at % 20);
    return {
      ...base,
      since: `${year}-0${(at % 9) + 1}-01`,
      minSeverity: at % 3 === 0 ? 2 : null,
      by: at % 2 === 0 ? 'month' : 'year',
      counting: at % 5 === 0 ? 'signed' : 'computed',
    };
  });
  line(
    'another filter, world kept',
    filters.map((filter) => timed(filter)),
  );
  line(
    'the same filter again',
    Array.from({ length: 50 }, () => timed(base)),
  );
}
const { heapUsed, arrayBuffers } = process.memoryUsage();
process.stdout.write(
  `\nheap ${(heapUsed / 2 ** 20).toFixed(0)} MB, typed arrays ${(arrayBuffers / 2 ** 20).toFixed(0)} MB\n`,
);
