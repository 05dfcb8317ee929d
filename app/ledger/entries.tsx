import { EntryFilters, OlderEntries } from '@/components/ledger/entry-filters';
import { EntryTable } from '@/components/ledger/entry-table';
import { ledgerTypes, type NamedRecord, readLedger } from '@/server/ledger/reading';

const ROWS = 50;

interface Props {
  readonly asked: Readonly<Record<string, string | readonly string[] | undefined>>;
}

const rowOf = (record: NamedRecord) => {
  const { seq, at, by, type, subject, payload, redacted, payloadHash, chainHash } = record;
  const shown = redacted ? null : JSON.stringify(payload, null, 2);
  return { seq, at, by, type, subject, payload: shown, payloadHash, chainHash };
};

/** A page of entries with the form that asks for them; what an address has too much or wrong is left out. */
export async function Entries({ asked }: Props) {
  const word = (name: string): string => {
    const value = asked[name];
    return typeof value === 'string' ? value.slice(0, 200) : '';
  };
  const [type, subject] = [word('type'), word('subject')];
  const before = /^[1-9]\d{0,8}$/.test(word('before')) ? Number(word('before')) : undefined;
  const [page, types] = await Promise.all([
    readLedger({ type: type || undefined, subject: subject || undefined, before, size: ROWS }),
    ledgerTypes(),
  ]);
  return (
    <>
      <EntryFilters types={types} type={type} subject={subject} />
      <EntryTable rows={page.records.map(rowOf)} />
      <OlderEntries type={type} subject={subject} next={page.next} older={before !== undefined} />
    </>
  );
}
