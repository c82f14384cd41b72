import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';

const PHONE = { width: 360, height: 740 };

// Set to a folder, it keeps what the pages look like.
const PICTURES = process.env.HONOR_TEST_PICTURES;

export interface Phone {
  readonly page: Page;
  /** What the browser complained about: refused by the policy, not found, failed. */
  readonly complaints: string[];
  /** Looks at what is there now: nothing may stick out at the side. */
  readonly look: (name: string) => Promise<void>;
}

/** A phone of 360 pixels, without scripts. */
export async function phoneOf(browser: Browser): Promise<Phone> {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: PHONE, locale: 'id-ID' });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('requestfailed', (request) => complaints.push(request.url()));
  const look = async (name: string) => {
    if (PICTURES !== undefined)
      await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
    const widths = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    expect([name, ...widths]).toEqual([name, PHONE.width, PHONE.width]);
    expect([name, await smallTargets(page)]).toEqual([name, []]);
  };
  return { page, complaints, look };
}

/** What is to be tapped and lower than 44 pixels; links within a sentence may be (WCAG 2.2, 2.5.8). */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'button, input:not([type=hidden]), textarea, summary, li > a, .button',
      ),
    ]
      .filter((one) => one.getClientRects().length > 0 && one.closest('p:not(.actions), .lead') === null)
      .filter((one) => one.getBoundingClientRect().height < 44)
      .map((one) => one.outerHTML.slice(0, 80)),
  );
}
