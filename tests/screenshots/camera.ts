import path from 'node:path';
import { expect, test } from '../e2e/fixtures.ts';
import type { Locator, Page } from '@playwright/test';
import { FOLDER } from './folder.ts';

export type Look = 'light' | 'dark';
export const LOOKS: readonly Look[] = ['light', 'dark'];

const USUAL = { width: 1440, height: 900 };
/** The larger desks, and the smallest screen that is worked at. */
const OTHER_SIZES = { wide: { width: 1920, height: 1080 }, small: { width: 1366, height: 768 } } as const;
type OtherSize = keyof typeof OTHER_SIZES;

/** Pictures by day or by night. */
export function lookAs(look: Look): void {
  test.use({
    viewport: USUAL,
    contextOptions: { colorScheme: look, reducedMotion: 'reduce' },
  });
}

/** Before anybody signs in a window has the look it had last; this one has none yet, and follows the system. */
export async function followSystem(page: Page): Promise<void> {
  await page.evaluate(() => localStorage.setItem('hotline.theme', 'system'));
  await page.reload();
  await page.getByLabel('工号', { exact: true }).waitFor();
}

/** Takes pictures of one window. */
export interface Camera {
  /**
   * @param name as the file is called, without the look
   * @param shows what has to be in sight first
   * @param sizes other sizes of the window it is taken in too
   */
  readonly shot: (name: string, shows: Locator, ...sizes: OtherSize[]) => Promise<void>;
}

export function cameraOf(page: Page, look: Look): Camera {
  const take = async (name: string, shows: Locator): Promise<void> => {
    // Screens that are not in front stay, hidden.
    await expect(shows.filter({ visible: true }).first()).toBeVisible();
    await expect(page.locator('.skeleton, .ant-btn-loading, [aria-busy="true"]').filter({ visible: true })).toHaveCount(
      0,
    );
    await page.screenshot({ path: path.join(FOLDER, `${name}-${look}.png`), animations: 'disabled' });
  };
  return {
    async shot(name, shows, ...sizes) {
      await take(name, shows);
      for (const size of sizes) {
        await page.setViewportSize(OTHER_SIZES[size]);
        await take(`${name}-${size}`, shows);
      }
      if (sizes.length > 0) await page.setViewportSize(USUAL);
    },
  };
}
