import { Controller } from '@hotwired/stimulus'

type Telling = { readonly place: string; readonly text: string | null }

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
  static override targets = ['place']
  static override values = { url: String }
  declare readonly placeTargets: HTMLElement[]
  declare readonly urlValue: string
  #source: EventSource | null = null

  readonly #follow = (): void => {
    if (document.visibilityState === 'hidden') this.#close()
    else if (this.#source === null) this.#open()
  }

  override connect(): void {
    document.addEventListener('visibilitychange', this.#follow)
    this.#follow()
  }

  override disconnect(): void {
    document.removeEventListener('visibilitychange', this.#follow)
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
