import { optionsOf } from '@/components/log/options';
import { CONDUCT, EXCEPTIONS, LIMBS, OBJECTS } from '@/domain/vocabulary';

/** The vocabularies of a clause, as options of its fields. */
export const CONDUCT_OPTIONS = optionsOf(CONDUCT);
export const OBJECT_OPTIONS = optionsOf(OBJECTS);
export const EXCEPTION_OPTIONS = optionsOf(EXCEPTIONS);
export const limbOptions = (codes: readonly (keyof typeof LIMBS)[]) =>
  codes.map((value) => ({ value, label: LIMBS[value].label }));

/** A field of a clause is told which clause it is of, such as `pact.clauses.0`. */
export interface OfClause {
  readonly name: string;
}
