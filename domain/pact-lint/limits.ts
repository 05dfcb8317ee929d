import { stateName } from '@/domain/states';
import { EXCEPTIONS } from '@/domain/vocabulary';
import { found, namesBoth, type Rule, when } from './rule';

/** Share of what a clause would be applied to, under which its exceptions have swallowed it. Our own choice [D]. */
const NEARLY_NOTHING = 0.1;
/** Fewer findings than this say nothing of a share. Our own choice [D]. */
const FEW = 5;

/** Exclusions that leave nothing of conduct and objects, or nearly nothing. */
export const exclusions: Rule = ({ clause }) => {
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

/** Reservations that take everything. */
export const reservations: Rule = ({ clause }) => {
  const { id, conduct, objects } = clause;
  const takes = (own: readonly string[], off: readonly string[]) =>
    off.length === 0 || own.every((code) => off.includes(code));
  return clause.reservations.flatMap((one, at) =>
    when(namesBoth(clause) && takes(conduct, one.conduct) && takes(objects, one.objects), () =>
      found(
        `reservations[${at}]`,
        'swallowed',
        `The reservation of ${stateName(one.party)} takes everything off clause ${id}: towards it the clause binds nobody but the other side. Name the conduct and objects it is about.`,
      ),
    ),
  );
};

/** Exceptions without words, and burdens on the side that knows least. */
export const exceptions: Rule = ({ clause: { id, exceptions: list } }) =>
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

/** What the record itself says of a clause: that nothing ever tests it, or that its limits take nearly all. */
export const onRecord: Rule = ({ clause, caught }) => {
  if (caught === null || !namesBoth(clause)) return [];
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
