import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

// Half as long as what the builder sends by itself, and it sends that three times for each look at a page.
const source = readFileSync(createRequire(import.meta.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'), 'utf8')

/** Colours on their way from one to the other are nobody's to read. */
async function endTransitions(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish()
  })
}

/** What axe finds wrong on the page as it stands; only these rules, or all of WCAG 2.2 AA. */
async function listViolations(page: Page, rules: readonly string[] | null): Promise<readonly string[]> {
  await endTransitions(page)
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(source)
  const runOnly = rules === null ? { type: 'tag' as const, values: tags } : { type: 'rule' as const, values: [...rules] }
  // No frames here, so that axe need not be sent into each and their findings be joined on a page of their own.
  expect(page.frames()).toHaveLength(1)
  const axe = new AxeBuilder({ page, axeSource: 'undefined' }).options({ runOnly, resultTypes: ['violations'] }).setLegacyMode()
  const { violations } = await axe.analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

async function expectNoOverflow(page: Page, name: string): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(overflow, `${name} is wider than ${page.viewportSize()?.width} px`).toBeLessThanOrEqual(0)
}

/** The whole page by the rules of WCAG 2.2 AA, and nothing wider than the screen. */
export async function checkAccess(page: Page, name: string): Promise<void> {
  expect(await listViolations(page, null), name).toEqual([])
  await expectNoOverflow(page, name)
}

/** The same, its colours again in dark if asked, and its width at every size. */
export async function checkEveryLook(page: Page, name: string, dark = true): Promise<void> {
  expect(await listViolations(page, null), name).toEqual([])
  if (dark) {
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await listViolations(page, ['color-contrast']), `${name} in the dark`).toEqual([])
    await page.emulateMedia({ colorScheme: 'light' })
  }
  for (const width of [1280, 360, 320]) {
    await page.setViewportSize({ width, height: 800 })
    await expectNoOverflow(page, name)
  }
}
