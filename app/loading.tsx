import { StandingSkeleton } from '@/components/standing/states';

export default function Loading() {
  return <StandingSkeleton />;
}
