import { syntheticIncidents } from '@/bench/synthetic';
import { SETTING } from './corpus';
import { type Timing, timedEach } from './measure';
import { loggedAgainst } from './ours';
import { plainQuestion, plainScore } from './plain/loop';
import { rollupHash } from './rollup';
import { rowsOf } from './rows';
import { manyPacts } from './thousand';

const PACTS = 1000;
const CHECKED = 25;
const LOGGED = 200;

/** One newly logged incident against a thousand pacts; equal to the plain loop for the first few. */
export function timeLogged(): Timing {
  const pacts = manyPacts(PACTS);
  const questions = pacts.map((pact) => plainQuestion(pact, SETTING));
  const add = loggedAgainst(pacts, SETTING);
  // Incidents of another seed than the corpus.
  const incidents = [...syntheticIncidents(LOGGED, 99)];
  for (const incident of incidents.slice(0, CHECKED)) {
    const rows = rowsOf(incident, SETTING);
    add(incident).forEach((rollup, at) => {
      const question = questions[at];
      if (question !== undefined && rollupHash(rollup) !== rollupHash(plainScore(rows, question)))
        throw new Error(`pact ${at + 1}: what ${incident.id} adds is not what the plain loop adds`);
    });
  }
  timedEach(incidents, add);
  return timedEach(incidents, add);
}
