import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

/** What the stories read in a record; the rest goes along as it is. */
interface Dossier extends Record<string, unknown> {
  readonly id: string;
  readonly conduct: readonly string[];
  readonly objects: readonly string[];
  readonly claims: readonly {
    readonly id: string;
    readonly reliability: string;
    readonly credibility: number;
  }[];
}

/** A record of the demonstration corpus, under another id and title; the first where none is named. */
export function incident(id: string, title: string, like?: string): Dossier {
  const { incidents } = JSON.parse(readFileSync('corpus/russia-west.json', 'utf8'));
  const found = incidents.find((each: Dossier) => like === undefined || each.id === like);
  return { ...found, id, title };
}

/** What a person's own browser sends, their session with it. */
export async function send(page: Page, method: string, path: string, data?: unknown) {
  const reply = await page.request.fetch(`/api/v1${path}`, {
    ...{ method, headers: { origin: new URL(page.url()).origin } },
    // A connection that was kept may just have been closed by the server.
    maxRetries: 2,
    ...(data === undefined ? {} : { data }),
  });
  return { status: reply.status(), body: await reply.json() };
}

/** The code that the authenticator of a demo account shows now. */
export async function codeOf(page: Page): Promise<string> {
  const { body } = await send(page, 'GET', '/me/step-up');
  return body.demo.code;
}
