import { assumedFrom } from '@/domain/bound';
import { pacts } from '@/domain/fixtures/generators';
import { COMMISSION_LIMBS } from '@/domain/vocabulary';

/** Pacts as the plain loop reads them: hypothetical, with every commission limb or none. */
export const plainPacts = pacts
  .filter((pact) => assumedFrom(pact) !== null)
  .map((pact) => ({
    ...pact,
    clauses: pact.clauses.map((clause) => ({
      ...clause,
      commissionLimbs: clause.commissionLimbs.length > 0 ? [...COMMISSION_LIMBS] : [],
    })),
  }));
