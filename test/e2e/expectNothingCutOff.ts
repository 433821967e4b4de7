import { expect, type Page } from '@playwright/test'

/** Nothing is wider than the window, and no control lies outside of it or outside of a box that clips. */
export async function expectNothingCutOff(page: Page, where: string): Promise<void> {
  const { pageWidth, windowWidth, cutOff } = await page.evaluate(measure)
  expect(pageWidth, `${where}: the page scrolls sideways`).toBeLessThanOrEqual(windowWidth)
  expect(cutOff, `${where}: controls that are cut off`).toEqual([])
}

/** Runs in the page. */
function measure() {
  const windowWidth = document.documentElement.clientWidth
  const hiddenOnPurpose = '[data-part="visually-hidden"], .visually-hidden, .skip-link'
  const controls = [
    ...document.querySelectorAll('a, button, input, select, textarea, [role="dialog"]'),
  ].filter(
    (element) =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      !element.closest(hiddenOnPurpose),
  )
  const cutOff = controls.filter((element) => {
    const { left, right } = element.getBoundingClientRect()
    let [from, to] = [0, windowWidth]
    for (let box = element.parentElement; box; box = box.parentElement) {
      if (!['hidden', 'clip'].includes(getComputedStyle(box).overflowX)) continue
      const clip = box.getBoundingClientRect()
      from = Math.max(from, clip.left)
      to = Math.min(to, clip.right)
    }
    return left < from - 0.5 || right > to + 0.5
  })
  return {
    windowWidth,
    pageWidth: document.documentElement.scrollWidth,
    cutOff: cutOff.map((element) => element.outerHTML.slice(0, 160)),
  }
}
