'use client';

import { useState } from 'react';
import { signOut } from './session';

/** Signs out in this browser and starts over as a visitor. */
export function SignOut() {
  const [state, setState] = useState<'ready' | 'busy' | 'failed'>('ready');
  async function leave() {
    setState('busy');
    if (await signOut()) window.location.assign('/');
    else setState('failed');
  }
  return (
    <button type="button" className="quiet-button" onClick={leave} disabled={state === 'busy'}>
      {state === 'failed' ? 'Not signed out: try again' : 'Sign out'}
    </button>
  );
}
