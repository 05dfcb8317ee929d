import {
  decisionSentence,
  EXCLUDED_WORDS,
  positionOf,
  ROBUSTNESS_TEXT,
  sideInProse,
  VOTE_WORDS,
} from '@/components/commission/words';
import { countOf, formatDay } from '@/components/format';
import { momentWords } from '@/components/log/moment-words';
import { VERDICT_WORDS } from '@/components/verdict-words';
import type { Minutes, MinutesItem } from '@/domain/review/minutes';
import { SIDES, sits } from '@/domain/review/roll';
import { stateInProse } from '@/domain/states';
import { Fact, Heading, Line, Note, Sheet, Statement, Subheading } from './sheet';

const hypothetical = ({ pact }: MinutesItem): string =>
  pact.hypothetical ? ' (HYPOTHETICAL)' : '';

/** Who sat when the votes were counted, of each side. */
function quorumIn({ seats, sides }: MinutesItem): string {
  const seated = SIDES.map((side) => {
    const own = seats.filter((seat) => seat.side === side && sits(seat));
    return `${own.length} for ${sideInProse(sides[side])}`;
  });
  return `${seated.join(', ')}, and the chair`;
}

function Seats({ item }: { readonly item: MinutesItem }) {
  const { seats, sides } = item;
  return [
    <Fact key="quorum" label="Quorum" value={quorumIn(item)} />,
    ...seats.map(({ id, name, side, present, excluded, voted }) => (
      <Fact
        key={id}
        label={`For ${sideInProse(sides[side])}`}
        value={`${name}: ${
          excluded !== null
            ? `did not sit, ${EXCLUDED_WORDS[excluded]}`
            : present
              ? `present${voted ? '' : ', did not vote'}`
              : 'not present'
        }`}
      />
    )),
  ];
}

function Votes({ item: { votes } }: { readonly item: MinutesItem }) {
  const last = new Map(votes.map(({ by, seq }) => [by.id, seq]));
  return votes.map(({ seq, by, at, position, text, textHash }) => (
    <Statement
      key={seq}
      head={`${by.name} ${position === null ? 'has voted' : VOTE_WORDS[position]}, ${momentWords(at)}, entry ${seq}${last.get(by.id) === seq ? '' : ' (superseded by a later vote)'}`}
      text={text}
      textHash={textHash}
    />
  ));
}

function Decision({ item: { decided, sides } }: { readonly item: MinutesItem }) {
  if (decided === null) return <Line>This session did not decide on it.</Line>;
  const { decision, at, by, seq, reckoning } = decided;
  return (
    <>
      <Line>{decisionSentence(decision)}</Line>
      {SIDES.map((side) => (
        <Fact
          key={side}
          label={`Delegation for ${sideInProse(sides[side])}`}
          value={positionOf(decision.positions[side])}
        />
      ))}
      <Fact label="Vote closed" value={`${by.name}, ${momentWords(at)}, entry ${seq}`} />
      <Fact label="What was counted" value={reckoning} code />
    </>
  );
}

function Item({ item, number }: { readonly item: MinutesItem; readonly number: number }) {
  const { incident, pact, clause, accused, asOf, version, computed, contentHash, tabledAt } = item;
  return (
    <>
      <Heading>{`${number}. ${incident.title}`}</Heading>
      <Fact label="Pact" value={`${pact.title}${hypothetical(item)}, ${clause.reference}`} />
      <Fact
        label="Accused"
        value={`${stateInProse(accused)}, clause ${clause.id}, as of ${formatDay(asOf)}, version ${version} of the finding`}
      />
      <Fact label="Put before the session" value={momentWords(tabledAt)} />
      {computed === null ? null : (
        <Fact
          label="Computed"
          value={`${VERDICT_WORDS[computed.verdict]} (${ROBUSTNESS_TEXT[computed.robustness]})`}
        />
      )}
      <Fact label="Content voted on" value={contentHash ?? 'not fixed'} code />
      <Subheading>Who sat</Subheading>
      {item.seats.length === 0 ? <Line>Told by the sittings above.</Line> : <Seats item={item} />}
      <Subheading>Votes and dissents</Subheading>
      {item.votes.length === 0 ? <Line>Nobody voted.</Line> : <Votes item={item} />}
      <Subheading>Decision</Subheading>
      <Decision item={item} />
    </>
  );
}

/** The minutes of a session of the joint commission, to print and file. */
export function MinutesSheet({ minutes }: { readonly minutes: Minutes }) {
  const { id, title, convenedAt, convenedBy, closedAt, closedBy, sittings, items } = minutes;
  return (
    <Sheet
      title={`Minutes: ${title}`}
      tlp={minutes.tlp}
      stamp={null}
      foot={`Session ${id}, minutes issued ${momentWords(minutes.issuedAt)}`}
    >
      <Fact label="Convened" value={`${convenedBy.name}, ${momentWords(convenedAt)}`} />
      <Fact
        label="Closed"
        value={
          closedAt === null
            ? 'open when these minutes were issued'
            : `${closedBy?.name ?? 'unknown'}, ${momentWords(closedAt)}`
        }
      />
      <Heading>Sittings</Heading>
      {sittings.map(({ id: sitting, at, chair, present }) => (
        <Fact
          key={sitting}
          label={momentWords(at)}
          value={`${chair.name} presiding; ${present.length === 0 ? 'nobody came' : present.map(({ name }) => name).join(', ')}`}
        />
      ))}
      {sittings.length === 0 ? <Line>No sitting was held.</Line> : null}
      <Heading>Agenda</Heading>
      {items.map(({ id: finding, incident, accused }, at) => (
        <Line key={finding}>{`${at + 1}. ${incident.title}, ${stateInProse(accused)}`}</Line>
      ))}
      {items.length === 0 ? <Line>Nothing was put before it.</Line> : null}
      {minutes.withheld === 0 ? null : (
        <Note>{`${countOf(minutes.withheld, 'finding')} that the reader may not see.`}</Note>
      )}
      {items.map((item, at) => (
        <Item key={item.id} item={item} number={at + 1} />
      ))}
      <Heading>Entries of the ledger</Heading>
      {minutes.entries.map(({ seq, at, type, payloadHash }) => (
        <Fact key={seq} label={`${seq}  ${type}`} value={`${at}  ${payloadHash}`} code />
      ))}
    </Sheet>
  );
}
