import type { Credibility, Reliability } from './claim';
import type { Basis, ClaimantType } from './vocabulary';

/**
 * What the codebook asks of a claim. There is no place here for who is accused, nor for which state
 * speaks: the same words get the same grade from friend and rival (dossier.md, "Codebook").
 */
export interface GradeQuestion {
  readonly claimantType: ClaimantType;
  readonly basis: Basis;
  /** The accused state speaks for itself. */
  readonly admission?: boolean | undefined;
  /** A conviction or guilty plea in open court. */
  readonly convicted?: boolean | undefined;
  /** Published with technical detail. Absent: as the basis says, yes for `technical`, else no. */
  readonly withDetail?: boolean | undefined;
  /** An assessment or inquiry published with its reasoning. Absent: yes for a legislature, else no. */
  readonly withReasoning?: boolean | undefined;
  /** Several governments speak together. */
  readonly joint?: boolean | undefined;
  /** The territorial state itself says that persons or systems on its soil were involved. */
  readonly ownTerritory?: boolean | undefined;
  /** Officials or sources who are not named. */
  readonly anonymous?: boolean | undefined;
  /** The author is known to have had no access to evidence. */
  readonly noAccess?: boolean | undefined;
}

/** An Admiralty grade with the row of the codebook it comes from, in words. */
export interface Grade {
  readonly reliability: Reliability;
  readonly credibility: Credibility;
  readonly reason: string;
}

export interface CodebookRow extends Grade {
  readonly fits: (question: GradeQuestion) => boolean;
}

const STATE_BODIES: readonly ClaimantType[] = ['government', 'court', 'legislature'];
const OFFICIAL: readonly ClaimantType[] = [
  'government',
  'legislature',
  'international-organisation',
];
const REPORTING: readonly ClaimantType[] = [
  'security-company',
  'academic',
  'ngo',
  'victim',
  'international-organisation',
];
const OWN_WORDS: readonly Basis[] = ['technical', 'legal', 'political'];

const row = (
  grade: readonly [Reliability, Credibility],
  reason: string,
  fits: CodebookRow['fits'],
): CodebookRow => ({ reliability: grade[0], credibility: grade[1], reason, fits });

const detailed = ({ withDetail, basis }: GradeQuestion): boolean =>
  withDetail ?? basis === 'technical';

/** The codebook, row by row; the first that fits gives the grade. */
export const CODEBOOK: readonly CodebookRow[] = [
  row(
    ['E', 5],
    'an assertion whose author has no access to evidence',
    ({ noAccess }) => noAccess === true,
  ),
  row(
    ['A', 1],
    'a conviction or guilty plea in open court',
    ({ claimantType, basis, convicted }) =>
      claimantType === 'court' && basis === 'legal' && convicted === true,
  ),
  row(
    ['A', 1],
    "the perpetrating state's own admission",
    ({ claimantType, basis, admission }) =>
      STATE_BODIES.includes(claimantType) && OWN_WORDS.includes(basis) && admission === true,
  ),
  row(
    ['A', 2],
    "the territorial state's own statement that persons or systems on its soil were involved",
    ({ claimantType, basis, ownTerritory }) =>
      STATE_BODIES.includes(claimantType) && OWN_WORDS.includes(basis) && ownTerritory === true,
  ),
  row(
    ['A', 2],
    'an intelligence assessment or legislative inquiry published with its reasoning',
    ({ claimantType, basis, withReasoning }) =>
      OWN_WORDS.includes(basis) &&
      ((claimantType === 'legislature' && withReasoning !== false) ||
        (claimantType === 'government' && withReasoning === true)),
  ),
  row(
    ['B', 1],
    'an indictment or sanctions designation',
    ({ claimantType, basis }) => claimantType === 'government' && basis === 'legal',
  ),
  row(
    ['B', 1],
    'a joint government statement with published technical detail',
    (question) =>
      question.claimantType === 'government' &&
      OWN_WORDS.includes(question.basis) &&
      question.joint === true &&
      detailed(question),
  ),
  row(
    ['B', 2],
    "a single government's official statement with technical detail",
    (question) =>
      question.claimantType === 'government' &&
      OWN_WORDS.includes(question.basis) &&
      detailed(question),
  ),
  row(
    ['B', 2],
    'a technical report of a security company, academic, NGO, victim or international body',
    (question) =>
      REPORTING.includes(question.claimantType) &&
      question.basis === 'technical' &&
      detailed(question),
  ),
  row(
    ['C', 3],
    'officials or sources who are not named',
    ({ claimantType, basis, anonymous }) =>
      anonymous === true &&
      (claimantType === 'media' || claimantType === 'government') &&
      (basis === 'media' || basis === 'political'),
  ),
  row(
    ['B', 3],
    'consistent on-record reporting by independent newsrooms',
    ({ claimantType, basis }) => claimantType === 'media' && basis === 'media',
  ),
  row(['C', 3], 'a leaked document', ({ basis }) => basis === 'leak'),
  row(
    ['C', 3],
    'an official statement, single or joint, without published evidence',
    ({ claimantType, basis }) =>
      OFFICIAL.includes(claimantType) && (basis === 'political' || basis === 'technical'),
  ),
  row(
    ['D', 4],
    'a self-claim by a group',
    ({ claimantType, basis }) => claimantType === 'perpetrator' && basis === 'self-claim',
  ),
];
