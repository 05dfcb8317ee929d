/** What can be wrong with a certificate, in the order it is looked for. */
export const CERTIFICATE_FAULTS = {
  form: 'This is no certificate, or is not written in its one canonical form.',
  seal: 'The file was changed after it was issued: its seal is another.',
  content: 'What was signed does not have the hash that was signed.',
  inputs: 'The inputs do not have the hash that the signed content names.',
  judgement: 'The engine, given these inputs, does not say what was signed.',
  payload: 'The payload of an entry does not have its hash, or was redacted.',
  proof: 'An entry is not proved to lie in the ledger.',
  entry: 'The ledger has no entry that says the same.',
  vote: 'A vote, its text or the content it was cast on does not hold.',
  sitting: 'Who was present is not what the ledger says.',
  decision: 'The votes do not give this decision.',
  word: 'The decision does not give the word it was published with.',
  people: 'Somebody who took part is not named.',
} as const;
export type CertificateFaultCode = keyof typeof CERTIFICATE_FAULTS;

export interface CertificateFault {
  readonly code: CertificateFaultCode;
  /** The ledger entry it is about; null where it is about none. */
  readonly seq: number | null;
}

/** A fault as a sentence. */
export const certificateFaultInWords = ({ code, seq }: CertificateFault): string =>
  seq === null ? CERTIFICATE_FAULTS[code] : `Entry ${seq}: ${CERTIFICATE_FAULTS[code]}`;
