import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startOf } from '@/domain/dates';
import { incidentLists, pacts, settings } from '@/domain/fixtures/generators';
import { basesFrom, basisOn, NO_BASIS, watchedIn } from '@/domain/monitoring';
import { periodFor } from '@/domain/standing';
import {
  Hearing,
  heardOf,
  nothingHeard,
  type Watch,
  watchFromBuffer,
  watchToBuffer,
} from './hearing';
import { joinedWatch, WatchBuilder } from './hearing-builder';

test('what packed columns tell of monitoring is what the incidents tell', () => {
  fc.assert(
    fc.property(
      incidentLists(4),
      incidentLists(4),
      pacts,
      settings,
      fc.nat(),
      (one, two, pact, setting, away) => {
        const packed = (list: typeof one): Watch => {
          const builder = new WatchBuilder(setting);
          for (const incident of list) builder.add(incident);
          return watchFromBuffer(watchToBuffer(builder.build()));
        };
        const all = [...one, ...two];
        const watch = joinedWatch(packed(one), packed(two));
        const left = all.filter((_, at) => at !== away % (all.length + 1));
        const begun = left.filter(({ started }) => startOf(started) <= setting.asOf);
        const bases = basesFrom({ pact, monitoring: [], setting }, watchedIn(begun, setting));
        const periods = pact.parties.map(({ code }) => periodFor({ pact, setting }, code));
        const question = { pact, asOf: setting.asOf, periods };
        const counts = nothingHeard(question);
        const hearing = new Hearing(watch, question, counts);
        all.forEach((_, at) => {
          hearing.add(at);
        });
        if (left.length < all.length) hearing.add(away % (all.length + 1), -1);
        pact.parties.forEach(({ code: party }, at) => {
          const period = periods[at] ?? null;
          const own = counts[at];
          const basis =
            period === null || own === undefined
              ? NO_BASIS
              : basisOn({ pact, monitoring: [], setting }, { party, period }, heardOf(own));
          expect(basis).toEqual(bases(party, period));
        });
      },
    ),
    { numRuns: 150 },
  );
});
