import {
  decisionSentence,
  positionOf,
  ROBUSTNESS_TEXT,
  STATE_WORDS,
  sideInProse,
  VOTE_WORDS,
} from '@/components/commission/words';
import { formatDay } from '@/components/format';
import { momentWords } from '@/components/log/moment-words';
import { VERDICT_WORDS } from '@/components/verdict-words';
import type { Certificate } from '@/domain/review/certificate';
import { stateInProse } from '@/domain/states';
import type { Tlp } from '@/domain/tlp';
import { Fact, Heading, Line, Note, Quote, Sheet, Statement } from './sheet';

interface Props {
  readonly certificate: Certificate;
  /** What the hashes of the content stand for, in words. */
  readonly about: {
    readonly incident: string;
    readonly pact: string;
    /** The marking of the record. */
    readonly tlp: Tlp;
    readonly clause: { readonly reference: string; readonly text: string };
  };
}

type Names = (id: string) => string;

function Decided({ certificate, name }: Pick<Props, 'certificate'> & { readonly name: Names }) {
  const { decision, votes, content, publication } = certificate;
  const { roll, decision: held } = decision.reckoning;
  const last = new Map(votes.map(({ by, seq }) => [by, seq]));
  return (
    <>
      <Heading>What the commission decided</Heading>
      <Line>{decisionSentence(held)}</Line>
      <Fact label="Published as" value={VERDICT_WORDS[publication.word]} />
      <Fact
        label="Computed"
        value={`${VERDICT_WORDS[content.verdict]} (${ROBUSTNESS_TEXT[content.robustness]})`}
      />
      <Fact
        label={`For ${sideInProse(roll.sides.accused)}`}
        value={positionOf(held.positions.accused)}
      />
      <Fact
        label={`For ${sideInProse(roll.sides.complainant)}`}
        value={positionOf(held.positions.complainant)}
      />
      <Fact label="Vote closed" value={`${name(decision.by)}, ${momentWords(decision.at)}`} />
      <Fact
        label="Published"
        value={`${momentWords(publication.at)}, asked for by ${name(publication.proposedBy)}, confirmed by ${name(publication.confirmedBy)}`}
      />
      <Heading>Votes and dissents</Heading>
      {votes.map(({ seq, by, position, text, textHash, at }) => (
        <Statement
          key={seq}
          head={`${name(by)} ${VOTE_WORDS[position]}, ${momentWords(at)}, entry ${seq}${last.get(by) === seq ? '' : ' (superseded by a later vote)'}`}
          text={text}
          textHash={textHash}
        />
      ))}
      {votes.length === 0 ? <Line>Nobody voted.</Line> : null}
    </>
  );
}

function Proof({ certificate }: Pick<Props, 'certificate'>) {
  const { ledger, contentHash, content, seal, check } = certificate;
  return (
    <>
      <Heading>Proof</Heading>
      <Note>
        These are the hashes of the certificate as JSON, which is what is checked; this sheet is for
        reading. It comes from the same address.
      </Note>
      <Fact label="Signed content" value={contentHash} code />
      <Fact label="Inputs" value={content.inputsHash} code />
      <Fact
        label={`Record, revision ${content.record.revision}`}
        value={content.record.payloadHash}
        code
      />
      <Fact label={`Pact, version ${content.pact.version}`} value={content.pact.textHash} code />
      <Fact label="Policy and engine" value={`${content.policy}, ${content.engine}`} />
      <Fact label={`Merkle root of ${ledger.treeSize} entries`} value={ledger.root} code />
      <Fact label="Seal of the JSON" value={seal} code />
      <Heading>Entries of the ledger</Heading>
      {ledger.entries.map(({ seq, at, type, payloadHash }) => (
        <Fact key={seq} label={`${seq}  ${type}`} value={`${at}  ${payloadHash}`} code />
      ))}
      <Heading>How to check it by hand</Heading>
      {check.map((sentence) => (
        <Line key={sentence}>{`• ${sentence}`}</Line>
      ))}
    </>
  );
}

/** The certificate of a published finding, to print and file. */
export function CertificateSheet({ certificate, about }: Props) {
  const { content, finding, replies, people, issuedAt } = certificate;
  const { stamp } = content;
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const name: Names = (id) => names.get(id) ?? id;
  const accused = stateInProse(content.finding.accused);
  return (
    <Sheet
      title="Certificate of a finding"
      tlp={about.tlp}
      stamp={
        stamp === null
          ? null
          : `${stamp.word} · had this pact been in force from ${formatDay(stamp.assumedInForce)}`
      }
      foot={`Finding ${finding.id}, version ${finding.version}, issued ${momentWords(issuedAt)}`}
    >
      <Fact label="Incident" value={`${about.incident} (${content.finding.incident})`} />
      <Fact label="Pact" value={`${about.pact}, ${about.clause.reference}`} />
      <Fact label="Accused" value={accused} />
      <Fact label="As of" value={formatDay(content.finding.asOf)} />
      {finding.state === 'published' ? null : (
        <Fact label="Since then" value={STATE_WORDS[finding.state]} />
      )}
      <Quote>{about.clause.text}</Quote>
      <Heading>What was computed</Heading>
      <Line>{content.sentence}</Line>
      <Decided certificate={certificate} name={name} />
      <Heading>Right of reply</Heading>
      {replies.length === 0 ? <Line>The accused side made no statement.</Line> : null}
      {replies.map(({ seq, by, at, text, textHash }) => (
        <Statement
          key={seq}
          head={`${name(by)}, ${momentWords(at)}, entry ${seq}`}
          text={text}
          textHash={textHash}
        />
      ))}
      <Heading>Who took part</Heading>
      {people.map(({ id, name: called, roles }) => (
        <Fact key={id} label={called} value={roles.join('; ')} />
      ))}
      <Proof certificate={certificate} />
    </Sheet>
  );
}
