import classes from './ledger.module.css';

const STEPS = [
  {
    what: 'The entry, and the one before it. Entry N stands in line N + 1; entry 18 here.',
    command: 'sed -n 19p ledger.jsonl > entry; sed -n 18p ledger.jsonl > before',
  },
  {
    what: 'Its payload, with the salt. This has to be its payloadHash; for an entry whose salt is null, hash the payload alone (jq -cSj .payload).',
    command: "jq -cSj '{payload,salt}' entry | sha256sum",
  },
  {
    what: 'What it says of itself. This has to be its eventHash.',
    command: "jq -cSj '{actor,at,payloadHash,seq,subject,type}' entry | sha256sum",
  },
  {
    what: 'The link to the entry before. This has to be its chainHash; before entry 1 stand 64 zeros.',
    command: '(jq -j .chainHash before; jq -j .eventHash entry) | xxd -r -p | sha256sum',
  },
  {
    what: 'Its leaf in the Merkle tree, which a proof names as leafHash.',
    command: "(printf '\\0'; jq -cSj '{actor,at,payloadHash,seq,subject,type}' entry) | sha256sum",
  },
  {
    what: 'A step of a proof: the hash so far and the next of the path, the one on the left first.',
    command: "(printf '\\1'; printf LEFT | xxd -r -p; printf RIGHT | xxd -r -p) | sha256sum",
  },
] as const;

/** How to check an entry and a proof with the tools of any Unix, without this product. */
export function ByHand() {
  return (
    <>
      <div className="prose">
        <p>
          Nothing of this page has to be believed. An export is plain text, one line an entry, and
          each value in it can be computed with <code>sha256sum</code>, <code>jq</code> and{' '}
          <code>xxd</code>:
        </p>
      </div>
      <ol className={classes.steps}>
        {STEPS.map(({ what, command }) => (
          <li key={command}>
            <p>{what}</p>
            <pre>
              <code>{command}</code>
            </pre>
          </li>
        ))}
      </ol>
    </>
  );
}
