// `npm run build`: the production build, unless one of the same sources is there.
import { build, prepare } from './prepare.mjs';
import { StepFailed } from './run.mjs';

try {
  await prepare();
  await build();
} catch (error) {
  if (!(error instanceof StepFailed)) throw error;
  process.exit(1);
}
