import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, type Page, test } from '@playwright/test';
import { visit } from './visiting';

const run = promisify(execFile);

/**
 * Frames while a slider is dragged over the columns of many made-up incidents: 48,000 unless
 * SERVANDA_PACKED names a number, 1,000,000 say. The columns are packed here and handed to the page in
 * place of the demonstration corpus; everything else is the product. The figures are printed.
 */
const MANY = Number(process.env.SERVANDA_PACKED ?? 48_000);
const LAB = '/lab?pact=maximal-package&from=2012-01-01';
const SECONDS = 3;
/** A frame that missed its turn at 60 a second, ms. */
const LATE = 25;

interface Frames {
  readonly deltas: readonly number[];
  readonly long: readonly number[];
  readonly answers: number;
}

const at = (times: readonly number[], share: number): number =>
  [...times].sort((one, two) => one - two)[Math.floor(share * (times.length - 1))] ?? 0;

const told = (what: string, times: readonly number[]): void =>
  console.log(
    `${MANY} incidents, ${what}: p50 ${at(times, 0.5).toFixed(1)} ms, p95 ${at(times, 0.95).toFixed(1)} ms, longest ${at(times, 1).toFixed(1)} ms (${times.length} frames, ${times.filter((time) => time > LATE).length} late)`,
  );

/** Notes in the page every frame and every long task, until it is asked for them. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const deltas: number[] = [];
    const long: number[] = [];
    const sentences = new Set<string>();
    const picture = document.querySelector('#parties');
    let last = performance.now();
    let on = true;
    const frame = (now: number) => {
      deltas.push(now - last);
      last = now;
      sentences.add(picture?.textContent ?? '');
      if (on) requestAnimationFrame(frame);
    };
    requestAnimationFrame((now) => {
      last = now;
      requestAnimationFrame(frame);
    });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) long.push(duration);
    }).observe({ type: 'longtask' });
    Reflect.set(window, 'noted', () => {
      on = false;
      return { deltas, long, answers: sentences.size };
    });
  });
}

/** Drags a slider to and fro by the pointer for some seconds; returns the frames of that time. */
async function dragged(page: Page, name: string): Promise<Frames> {
  const thumb = page.getByRole('slider', { name, exact: true });
  await thumb.scrollIntoViewIfNeeded();
  const box = await thumb.boundingBox();
  if (box === null) throw new Error(`There is no slider "${name}"`);
  const y = box.y + box.height / 2;
  const x = (share: number) => box.x + 8 + share * (box.width - 16);
  const value = Number(await thumb.inputValue()) / Number(await thumb.getAttribute('max'));
  await page.mouse.move(x(value), y);
  await page.mouse.down();
  await page.mouse.move(x(value), y);
  // What taking hold costs is told apart.
  await expect(page.locator('#curve')).toContainText(/What if/);
  await page.waitForTimeout(400);
  await watch(page);
  const start = Date.now();
  for (let step = 0; Date.now() - start < SECONDS * 1000; step += 1)
    await page.mouse.move(x(0.5 + 0.45 * Math.sin(step / 25)), y);
  const frames = await page.evaluate((): Frames => Reflect.get(window, 'noted')());
  await page.mouse.up();
  return frames;
}

let columns: Buffer | null = null;

test.beforeAll(async () => {
  test.setTimeout(60 * 60_000);
  const given = process.env.SERVANDA_COLUMNS ?? '';
  const folder = mkdtempSync(join(tmpdir(), 'servanda-columns-'));
  const file = given === '' ? join(folder, 'columns') : given;
  try {
    if (!existsSync(file))
      await run(
        process.execPath,
        ['--conditions=react-server', '--import', 'tsx', 'bench/lab-columns.ts', `${MANY}`, file],
        { maxBuffer: 1024 * 1024 },
      );
    columns = readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('the charts follow the thumb frame by frame', async ({ page }) => {
  test.setTimeout(180_000);
  const body = columns ?? Buffer.alloc(0);
  await page.route('**/api/v1/lab/columns**', (route) =>
    route.fulfill({
      ...{ status: 200, contentType: 'application/octet-stream', body },
      headers: { 'x-columns-bytes': `${body.length}` },
    }),
  );
  await visit(page, LAB);
  await expect(page.getByText('The charts follow the sliders.')).toBeAttached({
    timeout: 120_000,
  });
  const workers = page.workers().length;
  console.log(
    `columns of ${MANY} incidents: ${(body.length / 1e6).toFixed(1)} MB, workers: ${workers}`,
  );
  if (process.env.SERVANDA_PACKED === undefined)
    expect(workers).toBe(Math.min(2, availableParallelism()));
  const moved: Frames[] = [];
  for (const name of ['Days to act', 'Belief from which a link to a state is taken as shown']) {
    const frames = await dragged(page, name);
    told(`frames while "${name}" is dragged`, frames.deltas);
    moved.push(frames);
    // Both the picture and the figures were drawn anew, many times.
    expect(frames.answers).toBeGreaterThan(SECONDS * 3);
  }
  const long = moved.flatMap((frames) => frames.long);
  console.log(`tasks over 50 ms while dragging: ${long.length}`);
  const deltas = moved.flatMap((frames) => frames.deltas);
  told('frames of both', deltas);
  // A busy machine stretches wall time: half of the frames must be whole ones.
  expect(at(deltas, 0.5)).toBeLessThan(34);
});
