import type { Predicate, Rule, TableInput } from '@/domain/verdict';

/** The words of the decision table's predicates as a reader meets them. */
const WORDS: { readonly [P in Predicate]: Readonly<Record<TableInput[P], string>> } = {
  cov: { in: 'covered', out: 'not covered', unknown: 'coverage open: a fact is missing' },
  inc: {
    confirmed: 'it happened',
    unconf_open: 'not yet verified, still time to',
    unconf_expired: 'not verified in time',
    retracted: 'retracted',
  },
  state: {
    met: 'the state itself proved',
    contested: 'the state itself contested',
    unmet: 'the state itself not proved',
  },
  link: { met: 'link proved', contested: 'link contested', unmet: 'link not proved' },
  dd: { yes: 'duty to act', no: 'no duty to act' },
  know: {
    known: 'the state knew',
    unknown_open: 'not told yet, still time to',
    unknown_lapsed: 'not told in time',
  },
  feas: { feasible: 'it could act', excused: 'excused: it could not' },
  resp: {
    adequate_in_time: 'acted enough in time',
    adequate_late: 'acted enough, but late',
    inadequate: 'did not act enough',
  },
  clock: { open: 'time still runs', expired: 'time has run out' },
};

const ORDER = Object.keys(WORDS) as Predicate[];

function wordsOf(condition: Rule['when'][number]): string {
  return ORDER.flatMap((predicate) => {
    const taken: readonly string[] | undefined = condition[predicate];
    if (taken === undefined) return [];
    const all: Readonly<Record<string, string>> = WORDS[predicate];
    return [taken.map((word) => all[word] ?? word).join(' or ')];
  }).join('; ');
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
