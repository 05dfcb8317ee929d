import { countOf } from '@/components/format';
import { DEPENDENCE_WORDS } from '@/components/incident/words';
import { groupBy } from '@/domain/group';
import type { IncidentDraft } from '@/domain/incident-draft';
import classes from './editor.module.css';

type DraftClaim = NonNullable<IncidentDraft['claims']>[number];

const ROW = 26;
const GAP = 14;
const NODE_X = 34;
const LABEL_X = 50;

const nameOf = ({ claimant, id }: DraftClaim): string => claimant?.name?.trim() || id || 'unnamed';

function Node({ y, dependence }: { readonly y: number } & Pick<DraftClaim, 'dependence'>) {
  const common = { cx: NODE_X, cy: y, r: 6, stroke: 'var(--accent)', strokeWidth: 1.6 };
  switch (dependence) {
    case 'derivative':
      return <circle {...common} fill="var(--paper)" strokeDasharray="2.5 2" />;
    case 'shared':
      return <circle {...common} fill="var(--paper)" />;
    case 'partial':
      return (
        <>
          <circle {...common} fill="var(--paper)" />
          <path d={`M${NODE_X} ${y - 6}A6 6 0 0 0 ${NODE_X} ${y + 6}Z`} fill="var(--accent)" />
        </>
      );
    default:
      return <circle {...common} fill="var(--accent)" />;
  }
}

/** Which claims share evidence: a bracket for each cluster, an arc from a repetition to what it repeats. */
export function ClusterPicture({ claims }: { readonly claims: readonly DraftClaim[] }) {
  const clusters = [...groupBy(claims, ({ cluster, id }) => cluster || id || 'unnamed')];
  if (claims.length < 2) return null;
  const placed: { claim: DraftClaim; y: number }[] = [];
  const brackets: { cluster: string; from: number; to: number }[] = [];
  let y = 16;
  for (const [cluster, members] of clusters) {
    const from = y;
    for (const claim of members) {
      placed.push({ claim, y });
      y += ROW;
    }
    brackets.push({ cluster, from, to: y - ROW });
    y += GAP;
  }
  const at = new Map(placed.map(({ claim, y: place }) => [claim.id, place]));
  const words = `${countOf(claims.length, 'claim')} on ${countOf(clusters.length, 'body of evidence', 'bodies of evidence')}`;
  return (
    <figure className={classes.picture}>
      <svg
        width={520}
        height={y - GAP}
        viewBox={`0 0 520 ${y - GAP}`}
        role="img"
        aria-label={`${words}: ${clusters
          .map(([, members]) => members.map(nameOf).join(' with '))
          .join('; ')}`}
      >
        {brackets.map(({ cluster, from, to }) => (
          <path
            key={cluster}
            d={`M22 ${from - 9}H16V${to + 9}H22`}
            fill="none"
            stroke="var(--hairline-strong)"
          />
        ))}
        {placed.flatMap(({ claim, y: own }) =>
          (claim.derivedFrom ?? []).flatMap((lead) => {
            const to = at.get(lead);
            if (to === undefined) return [];
            const bow = 14 + Math.abs(own - to) / 6;
            return (
              <path
                key={`${claim.id} ${lead}`}
                d={`M${NODE_X - 6} ${own}C${NODE_X - bow} ${own} ${NODE_X - bow} ${to} ${NODE_X - 6} ${to}`}
                fill="none"
                stroke="var(--accent)"
                strokeDasharray="2.5 2"
              />
            );
          }),
        )}
        {placed.map(({ claim, y: place }) => (
          <g key={`${claim.id} ${place}`}>
            <Node y={place} dependence={claim.dependence} />
            <text x={LABEL_X} y={place + 4}>
              {nameOf(claim).slice(0, 44)}
              {' · '}
              {DEPENDENCE_WORDS[claim.dependence ?? 'lead']}
            </text>
          </g>
        ))}
      </svg>
      <figcaption className="muted small">
        {words}; claims on the same evidence count once.
      </figcaption>
    </figure>
  );
}
