import { found, type Rule, when } from './rule';

/** Standards of proof by their labels (method.md 2.4: labels borrowed from law, numbers ours). */
export const PROOF_LABELS = [
  { label: 'reasonable grounds', from: 0.5 },
  { label: 'clear and convincing', from: 0.75 },
] as const;
const [GROUNDS, CONVINCING] = PROOF_LABELS;

/** Thresholds beside the standards of proof, or beside each other. */
export const thresholds: Rule = ({
  clause: { id, theta, commissionLimbs, dueDiligence },
  policy,
}) => {
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
