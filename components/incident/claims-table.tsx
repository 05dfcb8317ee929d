'use client';

import { type Column, DataTable } from '@/components/data-table';
import { formatDated, formatNumber } from '@/components/format';
import type { Claim } from '@/domain/claim';
import type { ClaimWeight } from '@/domain/claim-weight';
import { stateName } from '@/domain/states';
import { BASES, LIMBS } from '@/domain/vocabulary';
import classes from './claims-table.module.css';
import { ContributionBar } from './contribution-bar';
import { SourceRefs } from './source-refs';
import { CLAIM_STATUS_WORDS, DEPENDENCE_WORDS, LIKELIHOOD_WORDS, PROPOSITION_WORDS } from './words';

export interface ClaimRow {
  readonly claim: Claim;
  readonly weight: ClaimWeight;
  /** Largest change any claim makes: the full width of a bar. */
  readonly scale: number;
}

function Says({ claim }: { readonly claim: Claim }) {
  return (
    <>
      <span>
        {claim.accused === null ? '' : `${stateName(claim.accused)}: `}
        {PROPOSITION_WORDS[claim.proposition]}
      </span>
      {claim.limbs === undefined ? null : (
        <span className={classes.note}>
          {claim.limbs.map((limb) => LIMBS[limb].label.toLowerCase()).join(', ')}
        </span>
      )}
      {claim.actor === undefined ? null : (
        <span className={classes.note}>Actor as named: {claim.actor}</span>
      )}
      {claim.admission ? <span className={classes.badge}>admission</span> : null}
      {claim.note === undefined ? null : <span className={classes.note}>{claim.note}</span>}
    </>
  );
}

function Effect({ weight, scale }: ClaimRow) {
  if (!weight.live) return <span className="muted">nothing</span>;
  return (
    <span className={classes.effect}>
      <span>link</span>
      <ContributionBar value={weight.link} scale={scale} />
      <span>state</span>
      <ContributionBar value={weight.state} scale={scale} />
    </span>
  );
}

const COLUMNS: readonly Column<ClaimRow>[] = [
  {
    id: 'claim',
    header: 'Who says it',
    rowHeader: true,
    sort: ({ claim }) => claim.claimant.name,
    cell: ({ claim, weight }) => (
      <div id={`claims-${claim.id}`} className={classes.who}>
        <span>
          <span className="muted">{claim.id}</span> {claim.claimant.name}
        </span>
        {weight.pivotal.length > 0 ? (
          <span
            className={classes.badge}
            title={weight.pivotal
              .map(({ pact, clause, accused }) => `${pact} ${clause} ${accused ?? ''}`)
              .join('; ')}
          >
            pivotal
          </span>
        ) : null}
        {weight.live ? null : (
          <span className={classes.note}>
            {claim.status === 'live'
              ? 'not yet made on this day'
              : CLAIM_STATUS_WORDS[claim.status]}
          </span>
        )}
        <span className={classes.note}>
          {BASES[claim.basis].label.toLowerCase()} · <SourceRefs ids={claim.sources} />
        </span>
      </div>
    ),
  },
  {
    id: 'says',
    header: 'What it says',
    cell: ({ claim }) => (
      <div className={classes.says}>
        <Says claim={claim} />
      </div>
    ),
  },
  {
    id: 'date',
    header: 'When',
    sort: ({ claim }) => claim.date?.date ?? null,
    cell: ({ claim }) => <span className={classes.plain}>{formatDated(claim.date)}</span>,
  },
  {
    id: 'likelihood',
    header: 'Likelihood',
    cell: ({ claim }) =>
      claim.likelihood === undefined
        ? formatNumber(claim.probability ?? null, 2)
        : LIKELIHOOD_WORDS[claim.likelihood],
  },
  {
    id: 'confidence',
    header: 'Confidence',
    sort: ({ weight }) => (weight.live ? weight.r : null),
    cell: ({ claim, weight }) => (
      <span className={classes.plain}>
        {claim.reliability}
        {claim.credibility}
        {weight.live ? (
          <span className={classes.note}>{formatNumber(weight.r, 2)} units</span>
        ) : null}
      </span>
    ),
  },
  {
    id: 'cluster',
    header: 'Cluster',
    sort: ({ claim }) => claim.cluster,
    cell: ({ claim }) => (
      <div className={classes.cluster}>
        {claim.cluster}
        <span className={classes.note}>
          {DEPENDENCE_WORDS[claim.dependence]}
          {claim.derivedFrom.length > 0 ? `: ${claim.derivedFrom.join(', ')}` : ''}
        </span>
      </div>
    ),
  },
  {
    id: 'adds',
    header: 'Adds to belief',
    sort: ({ weight }) => (weight.live ? weight.state + weight.link / 1000 : null),
    cell: (row) => <Effect {...row} />,
  },
];

interface Props {
  readonly claims: readonly Claim[];
  readonly weights: readonly ClaimWeight[];
  readonly caption: string;
}

/** Who says who did it. Likelihood and confidence stand apart: one is the claimant's word, the other what the grade carries. */
export function ClaimsTable({ claims, weights, caption }: Props) {
  const scale = Math.max(
    0,
    ...weights.flatMap(({ link, state }) => [Math.abs(link), Math.abs(state)]),
  );
  const rows = claims.flatMap((claim) => {
    const weight = weights.find((line) => line.claim === claim.id);
    return weight === undefined ? [] : [{ claim, weight, scale }];
  });
  return (
    <div className={classes.whole}>
      <DataTable columns={COLUMNS} rows={rows} rowKey={({ claim }) => claim.id} caption={caption} />
    </div>
  );
}
