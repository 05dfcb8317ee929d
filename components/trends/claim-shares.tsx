import Link from 'next/link';
import { formatNumber } from '@/components/format';
import { ContributionBar } from '@/components/incident/contribution-bar';
import { recordHref } from '@/components/record-href';
import type { Explained } from '@/components/standing/api';
import { isVerdict, VERDICT_WORDS } from '@/components/verdict-words';
import classes from './claim-shares.module.css';

interface Props {
  readonly explained: Explained;
}

/** What each claim adds to the belief in the accused, the largest first; without a pivotal one the verdict would be another. */
export function ClaimShares({ explained }: Props) {
  const { contributions, leaveOneOut, finding } = explained;
  if (contributions.length === 0) return null;
  const without = new Map(leaveOneOut.map((one) => [one.claim, one]));
  const sorted = [...contributions].sort((one, two) => two.link - one.link);
  const scale = Math.max(...sorted.map(({ link }) => Math.abs(link)));
  return (
    <section aria-label="What each claim adds" className={classes.root}>
      <h3 className={classes.title}>What each claim adds to the link</h3>
      <ul className={classes.list}>
        {sorted.map(({ claim, link, effective }) => {
          const left = without.get(claim);
          const turns = left !== undefined && left.verdict !== finding.verdict;
          return (
            <li key={claim}>
              <Link href={recordHref(finding.incident, `claims/${claim}`)}>Claim {claim}</Link>{' '}
              <ContributionBar value={link} scale={scale} />
              <span className={classes.said}>
                {formatNumber(effective, 2)} units of evidence
                {left?.pivotal ? ' · pivotal' : ''}
                {turns && isVerdict(left.verdict)
                  ? ` · without it: ${VERDICT_WORDS[left.verdict]}`
                  : ''}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
