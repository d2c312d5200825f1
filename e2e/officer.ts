import { type APIRequestContext, expect, type Page } from '@playwright/test'

/** Signs a person of the demo in. */
export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/petugas/masuk')
  await page.locator('[name=email]').fill(email)
  await page.locator('[name=password]').fill('payung-ungu-lampu-77')
  await page.locator('[name=password]').press('Enter')
  await expect(page).not.toHaveURL(/masuk/)
}

export type Sent = { readonly number: string; readonly accessCode: string }

const key = () => Math.random().toString(36).slice(2)

/** A report of its own for each journey, so that they can run side by side. */
export async function sendReport(request: APIRequestContext, about: Readonly<Record<string, string | undefined>>): Promise<Sent> {
  const usual = { kind: 'complaint', category: 'PSP.06', office: 'KANIM-JAKARTA-SELATAN' }
  const answer = await request.post('/api/v1/tickets', { data: { ...usual, ...about, idempotencyKey: `journey-${key()}-${key()}` } })
  expect(answer.status(), await answer.text()).toBe(201)
  return (await answer.json()) as Sent
}
