import { Controller } from '@hotwired/stimulus'

type Telling = { readonly place: string; readonly text: string | null }

/** Colleagues see somebody as writing for half a minute after the last word. */
const tellEvery = 15_000

function readTelling(data: string): Telling | null {
  const parsed: unknown = JSON.parse(data)
  if (typeof parsed !== 'object' || parsed === null || !('place' in parsed) || !('text' in parsed)) return null
  const { place, text } = parsed
  return typeof place === 'string' && (typeof text === 'string' || text === null) ? { place, text } : null
}

/**
 * Shows in the places of an open page what its stream tells. A page that nobody looks at has none: browsers hold few connections to one
 * service, and who comes back to the page is told then what was missed.
 */
export class Live extends Controller<HTMLElement> {
  static override targets = ['place', 'writing']
  static override values = { url: String }
  declare readonly placeTargets: HTMLElement[]
  declare readonly urlValue: string
  #source: EventSource | null = null

  declare readonly hasWritingTarget: boolean
  declare readonly writingTarget: HTMLFormElement
  #told = 0

  /** That something is being written, never what. */
  readonly #write = (event: Event): void => {
    const form = event.target instanceof Element ? event.target.closest('main form[method=post]') : null
    const now = Date.now()
    if (form === null || !this.hasWritingTarget || now - this.#told < tellEvery) return
    this.#told = now
    const body = new URLSearchParams()
    for (const [name, value] of new FormData(this.writingTarget)) if (typeof value === 'string') body.append(name, value)
    void fetch(this.writingTarget.action, { method: 'POST', body, credentials: 'same-origin' }).catch(() => undefined)
  }

  readonly #follow = (): void => {
    if (document.visibilityState === 'hidden') this.#close()
    else if (this.#source === null) this.#open()
  }

  override connect(): void {
    document.addEventListener('visibilitychange', this.#follow)
    document.addEventListener('input', this.#write)
    this.#follow()
  }

  override disconnect(): void {
    document.removeEventListener('visibilitychange', this.#follow)
    document.removeEventListener('input', this.#write)
    this.#close()
  }

  #open(): void {
    const source = new EventSource(this.urlValue)
    source.addEventListener('message', ({ data }: MessageEvent<string>) => {
      const telling = readTelling(data)
      if (telling !== null) this.#show(telling)
    })
    this.#source = source
  }

  #close(): void {
    this.#source?.close()
    this.#source = null
  }

  #show({ place, text }: Telling): void {
    const target = this.placeTargets.find((each) => each.dataset['place'] === place)
    const words = target?.querySelector('[data-words]')
    if (!target || !words) return
    words.textContent = text ?? ''
    target.hidden = text === null
  }
}
