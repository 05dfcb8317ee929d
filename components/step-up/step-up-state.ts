import { useQuery } from '@tanstack/react-query';
import { type StepUpState, stepUpStateSchema } from '@/domain/step-up';

export const STEP_UP_KEY = ['step-up'] as const;

async function fetchState(): Promise<StepUpState> {
  const reply = await fetch('/api/v1/me/step-up');
  if (!reply.ok) throw new Error(`Step-up answered ${reply.status}.`);
  return stepUpStateSchema.parse(await reply.json());
}

/** Step-up of whoever is signed in; codes of demonstration accounts change every half minute. */
export function useStepUpState(initial?: StepUpState) {
  return useQuery({
    ...{ queryKey: STEP_UP_KEY, queryFn: fetchState, staleTime: 0 },
    ...(initial === undefined ? {} : { initialData: initial }),
  });
}
