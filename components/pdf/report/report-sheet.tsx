import { formatDay } from '@/components/format';
import { Fact, Heading, Line, Sheet } from '@/components/pdf/sheet';
import type { StandingView } from '@/domain/standing-view';
import { stateName } from '@/domain/states';
import type { Tlp } from '@/domain/tlp';
import type { ReportViews } from '@/domain/view/report';
import { Charts } from './charts';
import { FindingsTable } from './findings-table';
import { Parties } from './parties';

interface Props {
  readonly view: StandingView;
  readonly views: ReportViews;
  /** The strictest marking of the records that it counts. */
  readonly tlp: Tlp;
  /** The question as an address, its day named. */
  readonly query: string;
  readonly hashes: {
    readonly standing: string;
    readonly findings: string;
    readonly pactText: string;
    readonly ledger: { readonly size: number; readonly root: string };
  };
}

const METHOD = [
  'Each incident is tested clause by clause: party, time, conduct, object, intent, severity, exception, reservation. A missing fact leaves the question open and counts against nobody.',
  'Claims about who was behind an incident are weighed by source and credibility and fused into beliefs; claims that share one origin count as one. Is the act linked to the territory or nationals of a state, and is the state itself responsible? These are asked apart.',
  'A state that was told of an act linked to it has until a day to act. Inaction past that day is dated, and is a breach where the clause says so.',
  'The index falls from 100 as graver, surer and more frequent violations are found in the time in force. The figure in front counts only what is found; the lower end of the band counts what is pending, disputed or in doubt as well. The words weigh more than the number.',
  'Counts depend on who was looking: a state that is watched closely shows more. Bands that overlap do not rank parties.',
];

function Asked({ view }: { readonly view: StandingView }) {
  const { filter, pact, asOf } = view;
  const narrowed = [
    ['Party', filter.party === null ? null : stateName(filter.party)],
    ['Clause', filter.clause],
    ['Conduct', filter.conduct],
    ['Severity from', filter.minSeverity === null ? null : `${filter.minSeverity}`],
    ['Onset from', filter.since === null ? null : formatDay(filter.since)],
    ['Onset until', filter.until === null ? null : formatDay(filter.until)],
  ] as const;
  return (
    <>
      <Fact label="Pact" value={`${pact.title}, version ${pact.version}`} />
      {pact.inForce === null ? null : (
        <Fact
          label={pact.kind === 'hypothetical' ? 'Assumed in force' : 'In force'}
          value={`from ${formatDay(pact.inForce.from)}${pact.inForce.until === null ? '' : ` until ${formatDay(pact.inForce.until)}`}`}
        />
      )}
      <Fact label="As of" value={formatDay(asOf)} />
      <Fact
        label="Counted"
        value={
          filter.counting === 'signed'
            ? 'signed findings only'
            : 'every finding computed from the record'
        }
      />
      {narrowed.map(([label, value]) =>
        value === null ? null : <Fact key={label} label={label} value={value} />,
      )}
    </>
  );
}

function Proof({ view, query, hashes }: Omit<Props, 'views' | 'tlp'>) {
  const { pact, corpus, policy, engine, signed } = view;
  const { standing, findings, pactText, ledger } = hashes;
  return (
    <>
      <Heading>Versions and hashes</Heading>
      <Fact
        label="Corpus"
        value={`${corpus.version}, ${corpus.incidents} incidents, compiled ${formatDay(corpus.compiledOn)}`}
      />
      <Fact label="Policy and engine" value={`${policy}, ${engine}`} />
      <Fact label="Signed findings" value={`${signed}`} />
      <Fact label={`Pact, version ${pact.version}`} value={pactText} code />
      <Fact label="Standing" value={standing} code />
      <Fact label="Findings" value={findings} code />
      <Fact label={`Merkle root of ${ledger.size} entries`} value={ledger.root} code />
      <Heading>How to check it by hand</Heading>
      <Line>{`• Ask /api/v1/standing?${query} and /api/v1/findings?${query} as the same reader. SHA-256 of each answer as canonical JSON (RFC 8785) is the hash above, as long as the record has not changed since.`}</Line>
      <Line>{`• Ask /api/v1/pacts/${pact.id}?version=${pact.version}: its textHash is the hash of the pact above.`}</Line>
      <Line>{`• Verify an export of the ledger: its root after ${ledger.size} entries is the root above.`}</Line>
      <Line>
        • Open any incident: its record shows claims, notifications, responses and the steps of
        every verdict.
      </Line>
    </>
  );
}

/** The standing of a pact's parties on paper: the answer, pictures, findings, method, and what to check it by. */
export function ReportSheet({ view, views, tlp, query, hashes }: Props) {
  const { pact, asOf, corpus, policy, engine } = view;
  const hypothetical = pact.kind === 'hypothetical';
  const signed = view.filter.counting === 'signed';
  const scored = !pact.referenceOnly && pact.inForce !== null;
  return (
    <Sheet
      title={pact.title}
      tlp={tlp}
      stamp={
        hypothetical && pact.inForce !== null
          ? `HYPOTHETICAL · had this pact been in force from ${formatDay(pact.inForce.from)}`
          : hypothetical
            ? 'HYPOTHETICAL'
            : null
      }
      head={`${hypothetical ? 'HYPOTHETICAL · ' : ''}${pact.title} · standing as of ${formatDay(asOf)}`}
      foot={`Corpus ${corpus.version} · pact version ${pact.version} · policy ${policy} · engine ${engine} · as of ${formatDay(asOf)}`}
    >
      <Parties view={view} />
      <Heading>What was asked</Heading>
      <Asked view={view} />
      {scored ? (
        <>
          <Charts views={views} signed={signed} />
          <FindingsTable findings={views.findings} signed={signed} query={query} />
        </>
      ) : null}
      <Heading>How a finding comes about</Heading>
      {METHOD.map((sentence) => (
        <Line key={sentence}>{`• ${sentence}`}</Line>
      ))}
      <Line>The method rule by rule, with worked examples and its limits: /method.</Line>
      <Proof {...{ view, query, hashes }} />
    </Sheet>
  );
}
