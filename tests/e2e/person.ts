import type { Locator } from 'playwright-core';
import { PATIENCE } from './browser';
import type { Phone } from './phone';
import { placeAtRest } from './place-at-rest';

/**
 * What a person does with the phone: looks for words and taps them. Pages below the top one stay in the
 * stack, unseen.
 */
export interface Person {
  phone: Phone;
  /** Waits until the words stand on the screen. */
  sees(words: string | RegExp): Promise<void>;
  /** Waits until the words are gone. */
  seesNoMore(words: string | RegExp): Promise<void>;
  /** The text of the screen now. */
  screen(): Promise<string>;
  taps(words: string | RegExp): Promise<void>;
  /** Taps what a screen reader would call so. */
  tapsNamed(name: string | RegExp): Promise<void>;
  /** Types into the field with this name and, with `confirm`, presses Enter. */
  types(field: string | RegExp, text: string, confirm?: 'confirm'): Promise<void>;
  goesBack(): Promise<void>;
  opensTab(name: string): Promise<void>;
  leaves(): Promise<void>;
}

export const personWith = (phone: Phone): Person => {
  const { page } = phone;
  const seen = (locator: Locator): Locator => locator.locator('visible=true').last();
  const words = (text: string | RegExp): Locator =>
    seen(page.getByText(text, typeof text === 'string' ? { exact: false } : {}));
  const wait = { timeout: PATIENCE };
  const seesIt = async (locator: Locator, what: string): Promise<void> => {
    try {
      await locator.waitFor({ state: 'visible', ...wait });
    } catch (error) {
      const seenInstead = await page.locator('body').innerText();
      throw new Error(`looked for ${what} and saw:\n${seenInstead}`, { cause: error });
    }
  };
  /** A finger on the middle of what has come to rest: a control may lie over its own words. */
  const tap = async (locator: Locator): Promise<void> => {
    for (const end = Date.now() + PATIENCE; Date.now() < end;) {
      await seesIt(locator, String(locator));
      await locator.scrollIntoViewIfNeeded(wait);
      const place = await locator.evaluate(placeAtRest, undefined, wait);
      if (place) return page.mouse.click(place.x, place.y);
    }
    throw new Error('what was to be tapped did not come to rest on the screen');
  };
  return {
    phone,
    sees: (text) => seesIt(words(text), String(text)),
    seesNoMore: (text) =>
      page
        .getByText(text)
        .locator('visible=true')
        .first()
        .waitFor({ state: 'hidden', ...wait }),
    screen: () => page.locator('body').innerText(),
    taps: (text) => tap(words(text)),
    tapsNamed: (name) =>
      tap(
        seen(
          // What begins so may be called by what stands in it.
          typeof name === 'string'
            ? page.getByLabel(name)
            : (['button', 'checkbox'] as const)
                .map((role) => page.getByRole(role, { name }))
                .reduce((one, other) => one.or(other), page.getByLabel(name)),
        ),
      ),
    types: async (field, text, confirm) => {
      const input = seen(
        page.getByLabel(field).and(page.locator('input, textarea')).or(page.getByPlaceholder(field)),
      );
      await input.fill(text, wait);
      if (confirm) await input.press('Enter', wait);
    },
    goesBack: () => tap(seen(page.getByLabel('返回'))),
    opensTab: (name) => tap(seen(page.getByRole('tab', { name }))),
    leaves: async () => {
      phone.expectNoTrouble();
      await phone.close();
    },
  };
};
