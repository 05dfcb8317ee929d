import Link from 'next/link';
import { Section } from '@/components/section';
import type { Claim } from '@/domain/claim';
import type { IncidentView } from '@/domain/incident-view';
import { stateInProse } from '@/domain/states';
import { caseHref, type PageQuestion } from './case-address';
import { ClaimsTable } from './claims-table';

interface Props {
  readonly view: IncidentView;
  readonly question: PageQuestion;
  readonly sources: string;
  /** Claims left out of every finding for the sake of their evidence. */
  readonly suspended: readonly Claim[];
}

/** The same clause asked about another accused state. */
function weighHref(
  incident: string,
  chosen: IncidentView['chosen'],
  accused: string,
  question: PageQuestion,
): string {
  const at =
    chosen === null ? {} : { pact: chosen.pact.id, clause: chosen.judgement.case.clause.id };
  return caseHref(incident, { ...at, accused }, question, 'claims');
}

function Suspended({ claims }: { readonly claims: readonly Claim[] }) {
  if (claims.length === 0) return null;
  return (
    <p>
      <strong>Suspended, and left out of every finding</strong>, because{' '}
      <a href="#evidence">evidence</a> behind {claims.length === 1 ? 'it' : 'them'} is withdrawn or
      is not what was stored:{' '}
      {claims.map(({ id, claimant }) => `${claimant.name} (${id})`).join(', ')}.
    </p>
  );
}

/** Who says what, how sure, and what each claim adds. */
export function ClaimsSection({ view, question, sources, suspended }: Props) {
  const { incident, chosen, weighedFor, weights } = view;
  return (
    <Section
      id="claims"
      title="Claims"
      sources={sources}
      note="Likelihood is the claimant's own word for how sure it is. Grade and confidence are what we give: who speaks, with what. The two are never multiplied into one word."
    >
      {view.accused.length < 2 ? null : (
        <p>
          What each claim adds, for{' '}
          {view.accused.map((code, index) => (
            <span key={code}>
              {index === 0 ? '' : ' · '}
              {code === weighedFor ? (
                <strong>{stateInProse(code)}</strong>
              ) : (
                <Link href={weighHref(incident.id, chosen, code, question)}>
                  {stateInProse(code)}
                </Link>
              )}
            </span>
          ))}
        </p>
      )}
      <Suspended claims={suspended} />
      <ClaimsTable
        claims={incident.claims}
        weights={weights}
        caption={
          weighedFor === null
            ? 'No state is accused: no claim adds to a belief.'
            : `What belief in ${stateInProse(weighedFor)} would lose without each claim; pivotal where an answer would change with it`
        }
      />
    </Section>
  );
}
