import { assumedFrom } from './bound';
import { endOf } from './dates';
import type { Clause, DueDiligence, Pact } from './pact';
import type { ClauseCaught } from './pact-draft/caught';
import type { Policy } from './policy';
import { stateName } from './states';
import { codesOf, EXCEPTIONS, OBJECTS } from './vocabulary';

/** Something a lawyer would ask about: a warning with what to do, never a refusal. */
export interface Lint {
  /** Null: the pact as a whole. */
  readonly clause: string | null;
  /** Field it is about, such as `clauses[0].dueDiligence.actDays`. */
  readonly path: string;
  readonly code: string;
  readonly sentence: string;
}

/** Standards of proof by their labels (method.md 2.4: labels borrowed from law, numbers ours). */
export const PROOF_LABELS = [
  { label: 'reasonable grounds', from: 0.5 },
  { label: 'clear and convincing', from: 0.75 },
] as const;
const [GROUNDS, CONVINCING] = PROOF_LABELS;

/** Share of what a clause would be applied to, under which its exceptions have swallowed it. Our own choice [D]. */
const NEARLY_NOTHING = 0.1;
/** Fewer findings than this say nothing of a share. Our own choice [D]. */
const FEW = 5;

type Found = Pick<Lint, 'code' | 'sentence'> & { readonly field: string };
interface At {
  readonly clause: Clause;
  readonly pact: Pact;
  readonly policy: Pick<Policy, 'values'>;
  readonly caught: ClauseCaught | null;
}
type Rule = (at: At) => readonly Found[];

const found = (field: string, code: string, sentence: string): Found => ({ field, code, sentence });
const when = (holds: boolean, lint: () => Found): Found[] => (holds ? [lint()] : []);

const isTestable = ({ conduct, objects }: Clause): boolean =>
  conduct.length > 0 && objects.length > 0;

const emptyTest: Rule = ({ clause: { id, conduct, objects } }) => [
  ...when(conduct.length === 0 && objects.length === 0, () =>
    found(
      'conduct',
      'no_test',
      `Clause ${id} names neither conduct nor object, so nothing can ever test it: name both, or say in a note that it is meant for its text alone.`,
    ),
  ),
  ...when(conduct.length > 0 && objects.length === 0, () =>
    found(
      'objects',
      'no_object',
      `Clause ${id} says what is forbidden and not against what: name the objects it protects.`,
    ),
  ),
  ...when(conduct.length === 0 && objects.length > 0, () =>
    found(
      'conduct',
      'no_conduct',
      `Clause ${id} says what it protects and not from what: name the conduct it forbids.`,
    ),
  ),
];

const nobodyAnswers: Rule = ({ clause: { id, commissionLimbs, dueDiligence, ...clause } }) =>
  when(commissionLimbs.length === 0 && dueDiligence === null && clause.conduct.length > 0, () =>
    found(
      'commissionLimbs',
      'no_limb',
      `Under clause ${id} a state answers neither for doing it nor for letting it happen: name a link to the state, or a duty to act.`,
    ),
  );

const WINDOWS = [
  ['ackHours', 'hours to acknowledge', ''],
  ['ackHoursUrgent', 'hours to acknowledge', ' in urgent cases'],
  ['actDays', 'days to act', ''],
  ['actDaysUrgent', 'days to act', ' in urgent cases'],
] as const satisfies readonly (readonly [keyof DueDiligence, string, string])[];

const shortWindows: Rule = ({ clause: { id, dueDiligence }, policy }) =>
  dueDiligence === null
    ? []
    : WINDOWS.flatMap(([name, words, which]) => {
        const usual = policy.values.defaultWindows[name];
        return when(dueDiligence[name] < usual, () =>
          found(
            `dueDiligence.${name}`,
            'short_window',
            `Clause ${id} gives ${dueDiligence[name]} ${words}${which}; the practice of notification that the policy follows gives ${usual}. A state could be in breach before its offices have spoken to each other: lengthen it, or say why it can be done.`,
          ),
        );
      });

const orderOfWindows: Rule = ({ clause: { id, dueDiligence } }) => {
  if (dueDiligence === null) return [];
  const { ackHours, ackHoursUrgent, actDays, actDaysUrgent } = dueDiligence;
  return [
    ...when(ackHours > actDays * 24, () =>
      found(
        'dueDiligence.ackHours',
        'ack_after_act',
        `Under clause ${id} a state may act before it has to acknowledge (${ackHours} hours to answer, ${actDays} days to act): shorten the one or lengthen the other.`,
      ),
    ),
    ...when(ackHoursUrgent > actDaysUrgent * 24, () =>
      found(
        'dueDiligence.ackHoursUrgent',
        'ack_after_act',
        `Under clause ${id} a state may act before it has to acknowledge in urgent cases (${ackHoursUrgent} hours to answer, ${actDaysUrgent} days to act): shorten the one or lengthen the other.`,
      ),
    ),
    ...when(actDaysUrgent > actDays || ackHoursUrgent > ackHours, () =>
      found(
        'dueDiligence.actDaysUrgent',
        'urgent_slower',
        `Clause ${id} gives more time in urgent cases than in others: exchange the two, or drop the difference.`,
      ),
    ),
  ];
};

const noTerritory: Rule = ({ clause: { id, dueDiligence } }) =>
  when(dueDiligence !== null && !dueDiligence.limbs.includes('TERRITORY'), () =>
    found(
      'dueDiligence.limbs',
      'no_territory',
      `The duty to act in clause ${id} leaves out acts from the territory, on which most links rest: add the territory, or say what the duty rests on instead.`,
    ),
  );

const thresholds: Rule = ({ clause: { id, theta, commissionLimbs, dueDiligence }, policy }) => {
  const holds = commissionLimbs.length > 0;
  const duty = dueDiligence !== null;
  const most = policy.values.admissionBelief;
  return [
    ...when(duty && theta.link < GROUNDS.from, () =>
      found(
        'theta.link',
        'low_link',
        `Clause ${id} takes a link as shown from a belief of ${theta.link}, below “${GROUNDS.label}” (${GROUNDS.from}): raise it, or a mere suspicion starts the clock.`,
      ),
    ),
    ...when(holds && theta.state < CONVINCING.from, () =>
      found(
        'theta.state',
        'low_state',
        `Clause ${id} holds a state responsible from a belief of ${theta.state}, below “${CONVINCING.label}” (${CONVINCING.from}): raise it, or say that the parties accept less.`,
      ),
    ),
    ...when(duty && theta.link > CONVINCING.from, () =>
      found(
        'theta.link',
        'high_link',
        `Clause ${id} asks for a belief of ${theta.link} in a mere link, above “${CONVINCING.label}” (${CONVINCING.from}): the duty to act would hardly ever begin. Lower it.`,
      ),
    ),
    ...when(holds && theta.state > most, () =>
      found(
        'theta.state',
        'high_state',
        `Clause ${id} asks for a belief of ${theta.state}, more than an admission is worth (${most}): nothing can be found under it. Lower it.`,
      ),
    ),
    ...when(holds && duty && theta.link > theta.state, () =>
      found(
        'theta.link',
        'link_above_state',
        `Clause ${id} asks for more proof of a link (${theta.link}) than of responsibility (${theta.state}), although whoever is responsible is linked: exchange the two.`,
      ),
    ),
  ];
};

const exclusions: Rule = ({ clause }) => {
  const { id, conduct, objects, conductExclusions, objectExclusions } = clause;
  const left = (own: readonly string[], out: readonly string[]) =>
    own.filter((code) => !out.includes(code)).length;
  const pairs = left(conduct, conductExclusions) * left(objects, objectExclusions);
  const all = conduct.length * objects.length;
  if (all === 0 || pairs / all >= NEARLY_NOTHING) return [];
  const what = pairs === 0 ? 'nothing' : `${pairs} of ${all} pairs of conduct and object`;
  return [
    found(
      'objectExclusions',
      'swallowed',
      `What clause ${id} leaves out leaves ${what} of what it forbids: the exception has swallowed the rule. Take exclusions off.`,
    ),
  ];
};

const ALL_OBJECTS = codesOf(OBJECTS).length;

const reservations: Rule = ({ clause }) => {
  const { id, conduct, objects } = clause;
  const takes = (own: readonly string[], off: readonly string[]) =>
    off.length === 0 || own.every((code) => off.includes(code));
  return clause.reservations.flatMap((one, at) =>
    when(isTestable(clause) && takes(conduct, one.conduct) && takes(objects, one.objects), () =>
      found(
        `reservations[${at}]`,
        'swallowed',
        `The reservation of ${stateName(one.party)} takes everything off clause ${id}: towards it the clause binds nobody but the other side. Name the conduct and objects it is about.`,
      ),
    ),
  );
};

const exceptions: Rule = ({ clause: { id, exceptions: list } }) =>
  list.flatMap(({ code, burden, note = '' }, at) => [
    ...when(code === 'other' && note.trim() === '', () =>
      found(
        `exceptions[${at}].note`,
        'open_exception',
        `Clause ${id} has an exception that is not described: whatever is pleaded fits it. Say what it is, or take it out.`,
      ),
    ),
    ...when(burden === 'accuser', () =>
      found(
        `exceptions[${at}].burden`,
        'burden_on_accuser',
        `Under clause ${id} the state that accuses has to show that there was no case of ${EXCEPTIONS[code].label.toLowerCase()}, of which it knows least: lay the burden on who invokes it, or say why not.`,
      ),
    ),
  ]);

const broadObjects: Rule = ({ clause: { id, objects, objectExclusions } }) =>
  when(
    objects.length === ALL_OBJECTS && objectExclusions.length === 0 && objects.includes('unknown'),
    () =>
      found(
        'objects',
        'any_object',
        `Clause ${id} protects every object there is, the unknown ones too: say which ones matter, or it forbids what states do not give up.`,
      ),
  );

/** What the record itself says of a clause: that nothing ever tests it, or that its limits take nearly all. */
const onRecord: Rule = ({ clause, caught }) => {
  if (caught === null || !isTestable(clause)) return [];
  const { tested, bare } = caught;
  const swallowed = bare >= FEW && tested / bare < NEARLY_NOTHING;
  return [
    ...when(swallowed, () =>
      found(
        'exceptions',
        'swallowed',
        `Exclusions, exceptions and reservations take ${bare - tested} of ${bare} findings off clause ${clause.id}: little is left of the rule. Narrow them.`,
      ),
    ),
    ...when(tested === 0 && !swallowed, () =>
      found(
        'conduct',
        'never_tested',
        `No recorded incident could ever test clause ${clause.id}: whether it is kept cannot be shown from this record. Widen it, or say how it would be verified.`,
      ),
    ),
  ];
};

const RULES: readonly Rule[] = [
  ...[emptyTest, nobodyAnswers, shortWindows, orderOfWindows, noTerritory, thresholds],
  ...[exclusions, reservations, exceptions, broadObjects, onRecord],
];

function ofPact(pact: Pact): Lint[] {
  const lint = (path: string, code: string, sentence: string): Lint => ({
    ...{ clause: null, path, code, sentence },
  });
  const from = assumedFrom(pact);
  const entered = new Set(
    pact.adherence.filter(({ state }) => state === 'in_force').map(({ party }) => party),
  );
  const endsBefore = pact.end !== undefined && from !== null && endOf(pact.end) < from;
  return [
    ...(pact.noticeDays > 0
      ? []
      : [
          lint(
            'noticeDays',
            'no_notice',
            'A party can withdraw from one day to the next: give a period of notice, or the pact ends when it is needed.',
          ),
        ]),
    ...(pact.kind === 'historical' && entered.size < 2
      ? [
          lint(
            'kind',
            'never_in_force',
            'A historical pact tests nothing until the entry into force of two parties is recorded: record it, or call the pact hypothetical and assume a day.',
          ),
        ]
      : []),
    ...(endsBefore
      ? [
          lint(
            'end',
            'ends_before_entry',
            'The pact ends before it is assumed to enter into force, so nothing falls under it: move the one or the other.',
          ),
        ]
      : []),
  ];
}

/**
 * What a lawyer would ask about a pact, clause by clause. With what was caught on a record it tells
 * too which clause nothing recorded could ever test. Windows are measured against the policy in force.
 */
export function pactLints(
  pact: Pact,
  policy: Pick<Policy, 'values'>,
  caught: readonly ClauseCaught[] = [],
): Lint[] {
  const ofClauses = pact.clauses.flatMap((clause, at) => {
    const own = caught.find((one) => one.clause === clause.id) ?? null;
    return RULES.flatMap((rule) => rule({ clause, pact, policy, caught: own })).map(
      ({ field, code, sentence }): Lint => ({
        ...{ clause: clause.id, path: `clauses[${at}].${field}`, code, sentence },
      }),
    );
  });
  return [...ofPact(pact), ...ofClauses];
}
