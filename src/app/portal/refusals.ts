import type { Frame } from '../../platform/html.ts'
import { page, type Reply } from '../../platform/http/route.ts'
import { RefusalPage } from './pages/refusal-page.tsx'

/** Every refusal and failure as a page in the reader's language, with a way on. */
export function renderRefusal(
  frame: Frame,
  refusal: { readonly status: number; readonly code: string; readonly requestId: string },
): Reply {
  return page(RefusalPage({ frame, ...refusal }), { status: refusal.status })
}
