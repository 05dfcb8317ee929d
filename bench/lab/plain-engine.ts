import type { LoadedEngine } from './engine';
import { plainQuestion, plainScore } from './plain/loop';
import type { CaseRow } from './rows';

/** The oracle as an engine among others. */
export const openPlain = (rows: readonly CaseRow[]): LoadedEngine => ({
  name: 'plain loop',
  about: 'one object an incident and accused, one clause after the other; the oracle',
  ways: [
    {
      name: 'objects',
      prepare: (pact, setting) => {
        const question = plainQuestion(pact, setting);
        return () => plainScore(rows, question);
      },
    },
  ],
  close: () => undefined,
});
