import type { FindingWord } from '@/domain/standing';

/** The finding words of method.md 4 as a reader meets them: the word, then what it rests on. */
export const FINDING_WORDS: Readonly<
  Record<FindingWord, { readonly word: string; readonly meaning: string }>
> = {
  VIOLATIONS_FOUND: {
    word: 'Violations found',
    meaning: 'at least one incident meets every test of a clause.',
  },
  QUESTIONS_RAISED: {
    word: 'Questions raised',
    meaning: 'no violation is found, but cases are pending or disputed.',
  },
  UNABLE_TO_CONCLUDE: {
    word: 'Unable to conclude',
    meaning: 'the monitoring on record does not allow it to be said that nothing happened.',
  },
  NO_INDICATION_LIMITED: {
    word: 'No indication, limited',
    meaning: 'no violation within what was monitored; part of the period was not.',
  },
  NO_INDICATION_BROAD: {
    word: 'No indication, broad',
    meaning: 'no violation, with nearly the whole period monitored.',
  },
};
