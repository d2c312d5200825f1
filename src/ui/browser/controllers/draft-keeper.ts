import { Controller } from '@hotwired/stimulus'

const prefix = 'tanggap.draft.'
/** Beside the words: which draft of the server they were typed over. No field has such a name. */
const base = '#saved'

/** Leaves nothing behind for the next one at this screen. */
export function forgetDrafts(store: Storage): void {
  for (const key of Object.keys(store)) if (key.startsWith(prefix)) store.removeItem(key)
}

function readDraft(stored: string | null): ReadonlyMap<string, string> {
  if (stored === null) return new Map()
  const parsed: unknown = JSON.parse(stored)
  if (typeof parsed !== 'object' || parsed === null) return new Map()
  return new Map(Object.entries(parsed).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}

/**
 * Keeps unsent words of one form in this tab, under officer, kind and ticket. The kind is part of the place, so that what was meant as an
 * internal note can never come back as a reply.
 */
export class DraftKeeper extends Controller<HTMLFormElement> {
  static override values = { place: String, saved: String }
  declare readonly placeValue: string
  declare readonly savedValue: string

  get #key(): string {
    return prefix + this.placeValue
  }

  get #areas(): readonly HTMLTextAreaElement[] {
    return [...this.element.querySelectorAll('textarea')]
  }

  override connect(): void {
    const draft = readDraft(sessionStorage.getItem(this.#key))
    const isNewer = this.savedValue !== '' && draft.get(base) === this.savedValue
    for (const area of this.#areas) {
      const kept = draft.get(area.name)
      // What the server sent back with a problem is newer than what was kept; a draft it had before that was typed is older.
      if (kept === undefined || (area.value !== '' && !isNewer)) continue
      area.value = kept
      area.dispatchEvent(new Event('input', { bubbles: true }))
    }
  }

  keep(): void {
    const filled = this.#areas.filter(({ value }) => value.trim() !== '')
    if (filled.length === 0) sessionStorage.removeItem(this.#key)
    else
      sessionStorage.setItem(
        this.#key,
        JSON.stringify(Object.fromEntries([[base, this.savedValue], ...this.#areas.map(({ name, value }) => [name, value])])),
      )
  }

  settle(event: CustomEvent<{ readonly success: boolean }>): void {
    if (event.detail.success) sessionStorage.removeItem(this.#key)
  }
}
