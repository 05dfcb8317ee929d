import type { Predicate, Rule, TableInput } from '@/domain/verdict';

interface Named<W extends string> {
  /** What the words are about; empty where they speak for themselves. */
  readonly about: string;
  readonly words: Readonly<Record<W, string>>;
}

/** The words of the decision table's predicates as a reader meets them. */
const WORDS: { readonly [P in Predicate]: Named<TableInput[P]> } = {
  cov: { about: '', words: { in: 'covered', out: 'not covered', unknown: 'coverage open' } },
  inc: {
    about: '',
    words: {
      confirmed: 'it happened',
      unconf_open: 'not verified yet',
      unconf_expired: 'not verified in time',
      retracted: 'retracted',
    },
  },
  state: {
    about: 'state itself ',
    words: { met: 'proved', contested: 'contested', unmet: 'not proved' },
  },
  link: { about: 'link ', words: { met: 'proved', contested: 'contested', unmet: 'not proved' } },
  dd: { about: '', words: { yes: 'duty to act', no: 'no duty to act' } },
  know: {
    about: '',
    words: {
      known: 'the state knew',
      unknown_open: 'not told yet',
      unknown_lapsed: 'not told in time',
    },
  },
  feas: { about: '', words: { feasible: 'it could act', excused: 'excused: it could not' } },
  resp: {
    about: 'acted ',
    words: {
      adequate_in_time: 'enough in time',
      adequate_late: 'too late',
      inadequate: 'too little',
    },
  },
  clock: { about: '', words: { open: 'time still runs', expired: 'time has run out' } },
};

const ORDER = Object.keys(WORDS) as Predicate[];

function wordsOf(condition: Rule['when'][number]): string {
  return ORDER.flatMap((predicate) => {
    const taken: readonly string[] | undefined = condition[predicate];
    if (taken === undefined) return [];
    const { about, words } = WORDS[predicate];
    const all: Readonly<Record<string, string>> = words;
    return [`${about}${taken.map((word) => all[word] ?? word).join(' or ')}`];
  }).join(' · ');
}

/** When a rule holds, one line for each condition; any of them suffices. */
export function ruleWords(rule: Rule): string[] {
  return rule.when.map(wordsOf);
}

/** The reason each rule leaves in a finding, in words. */
export const REASON_WORDS: Readonly<Record<string, string>> = {
  needs_fact: 'a fact is missing; no deadline runs',
  not_covered: 'the first test that fails is kept',
  verification: 'waits for verification',
  unsubstantiated: 'the occurrence was not substantiated',
  commission: 'a later cure mitigates, never erases',
  link_contested: 'somebody else is credibly accused, the claims conflict, or an objection is open',
  link_unmet: 'below the threshold, or too few independent clusters',
  commission_contested: 'no duty to act to fall back on',
  link_only_no_duty: 'linked, and the clause asks for no action',
  notify: 'the victim can still notify',
  no_knowledge: 'nobody told it, and it need not have known',
  timely: 'acted enough in time',
  incapacity: 'pleaded, shown, help asked for, and accepted',
  act: 'the state can still act',
  omission: 'marked “cured late” where it acted enough afterwards',
};
