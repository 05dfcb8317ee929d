import { CODEBOOK, type Grade, type GradeQuestion } from './codebook-rows';

export type { Grade, GradeQuestion } from './codebook-rows';

const CANNOT_BE_JUDGED: Grade = {
  reliability: 'F',
  credibility: 6,
  reason: 'it cannot be judged: no row of the codebook fits what is recorded',
};
const ASK_FOR_CONVICTION: Grade = {
  ...CANNOT_BE_JUDGED,
  reason:
    'it cannot be judged: the codebook grades a court by a conviction or plea, and none is recorded',
};

/**
 * Proposes the Admiralty grade of a claim from the codebook (dossier.md), with its reason. What no
 * row describes is F6, "cannot be judged", and never a guess. A person may depart from the proposal.
 */
export function proposeGrade(question: GradeQuestion): Grade {
  const fitting = CODEBOOK.find(({ fits }) => fits(question));
  if (fitting !== undefined) {
    const { reliability, credibility, reason } = fitting;
    return { reliability, credibility, reason };
  }
  const court = question.claimantType === 'court' && question.basis === 'legal';
  return court ? ASK_FOR_CONVICTION : CANNOT_BE_JUDGED;
}

/** `A1`, `C3`: a grade as people write it. */
export const gradeText = ({ reliability, credibility }: Omit<Grade, 'reason'>): string =>
  `${reliability}${credibility}`;
