import { codesOf, OBJECTS } from '@/domain/vocabulary';
import { found, type Rule, when } from './rule';

/** A clause that names nothing, or half of what it takes. */
export const emptyTest: Rule = ({ clause: { id, conduct, objects } }) => [
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

/** A clause under which nobody answers. */
export const nobodyAnswers: Rule = ({ clause: { id, commissionLimbs, dueDiligence, ...clause } }) =>
  when(commissionLimbs.length === 0 && dueDiligence === null && clause.conduct.length > 0, () =>
    found(
      'commissionLimbs',
      'no_limb',
      `Under clause ${id} a state answers neither for doing it nor for letting it happen: name a link to the state, or a duty to act.`,
    ),
  );

const ALL_OBJECTS = codesOf(OBJECTS).length;

/** A clause that protects everything. */
export const broadObjects: Rule = ({ clause: { id, objects, objectExclusions } }) =>
  when(
    objects.length === ALL_OBJECTS && objectExclusions.length === 0 && objects.includes('unknown'),
    () =>
      found(
        'objects',
        'any_object',
        `Clause ${id} protects every object there is, the unknown ones too: say which ones matter, or it forbids what states do not give up.`,
      ),
  );
