import { checkCertificate } from '@/domain/review/certificate-check';
import { certificateFaultInWords } from '@/domain/review/certificate-fault';
import { readText } from './input';
import { done, failed, type Outcome, refused } from './outcome';

const AGAIN = {
  true: 'The inputs, judged again here, give what was signed.',
  false: 'Another engine signed it, so its inputs were not judged again here.',
} as const;

/** `verify --certificate FILE`: whether the certificate of a finding holds, from the file alone. */
export function verifyCertificate(file: string, json: boolean): Outcome {
  const read = readText(file);
  if (!read.ok) return refused(...read.faults);
  const verdict = checkCertificate(read.value);
  if (!verdict.ok) {
    const message = certificateFaultInWords(verdict.fault);
    const said = JSON.stringify({ ok: false, ...verdict.fault, message });
    return failed(`${file}: ${message}`, json ? said : undefined);
  }
  const { certificate, judgedAgain } = verdict;
  const { finding, content, publication, decision, ledger } = certificate;
  const { outcome } = decision.reckoning.decision;
  const { treeSize, root } = ledger;
  const said = { finding: finding.id, outcome, word: publication.word, judgedAgain };
  if (json) return done(JSON.stringify({ ok: true, ...said, treeSize, root }));
  return done(
    [
      `The certificate holds: finding ${finding.id}, version ${finding.version}, on ${content.finding.incident}.`,
      `Decided ${outcome}, computed ${content.verdict}, published as ${publication.word} on ${publication.at}.`,
      AGAIN[`${judgedAgain}`],
      `Its entries lie among the first ${treeSize} of the ledger whose root is ${root}: compare it with one you know.`,
    ].join('\n'),
  );
}
