import { STEP_UP_REFUSALS, type StepUpRefusal } from '@/domain/step-up';
import { problem } from '@/server/problem';

interface Refused {
  readonly code: StepUpRefusal;
  readonly seconds?: number;
}

/** A code that was not accepted as an answer: 429 where too many were wrong, else 403. */
export function refusedStepUp({ code, seconds }: Refused, field = 'stepUp'): Response {
  const detail = STEP_UP_REFUSALS[code];
  const status = code === 'throttled' ? 429 : 403;
  const faults = [{ path: field, code, message: detail }];
  const wait = seconds === undefined ? {} : { retryAfter: seconds };
  return problem(
    { status, title: 'Not confirmed', code, detail, faults },
    {
      headers: seconds === undefined ? {} : { 'retry-after': `${seconds}` },
      body: wait,
    },
  );
}
