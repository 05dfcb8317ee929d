import type { FindingBrief } from '@/domain/review/finding-view';
import classes from './commission.module.css';
import { EXCLUDED_WORDS, sideInProse, VOTE_WORDS } from './words';

const SIDES = ['accused', 'complainant'] as const;

function quorumWords({ quorum, absent, sides }: FindingBrief): string {
  if (quorum === null) return 'Not before a session.';
  if (quorum.met) return 'Quorum: two or more delegates of each side, and the chair.';
  if (absent !== null)
    return `No quorum, but ${sideInProse(sides[absent])} stayed away twice, 14 days apart: the vote can be closed.`;
  const missing = quorum.missing.map((each) =>
    each === 'chair' ? 'the chair' : `delegates for ${sideInProse(sides[each])}`,
  );
  return `No quorum: missing ${missing.join(' and ')}.`;
}

/** Who may sit, who is there, who stepped back and who has voted; positions once it is decided. */
export function Seats({ finding }: { readonly finding: FindingBrief }) {
  const { seats, sides, votes } = finding;
  const standing = new Map(
    votes.filter(({ superseded }) => !superseded).map((vote) => [vote.by.id, vote]),
  );
  return (
    <>
      <p>{quorumWords(finding)}</p>
      <div className={classes.side}>
        {SIDES.map((side) => (
          <div key={side}>
            <h3>For {sideInProse(sides[side])}</h3>
            <ul className={classes.plain}>
              {seats
                .filter((seat) => seat.side === side)
                .map(({ id, name, present, excluded }) => {
                  const vote = standing.get(id);
                  return (
                    <li key={id}>
                      {name}
                      <span className="muted">
                        {excluded === null
                          ? present
                            ? ', present'
                            : ', not present'
                          : `, does not sit: ${EXCLUDED_WORDS[excluded]}`}
                        {vote === undefined
                          ? ''
                          : vote.position === null
                            ? ', has voted'
                            : `, ${VOTE_WORDS[vote.position]}`}
                      </span>
                      {vote?.text == null ? null : (
                        <p className={classes.statement}>“{vote.text}”</p>
                      )}
                    </li>
                  );
                })}
            </ul>
          </div>
        ))}
      </div>
    </>
  );
}
