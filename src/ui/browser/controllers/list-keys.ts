import { Controller } from '@hotwired/stimulus'

const setting = 'tanggap.keys'

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]')
}

/** How long after `g` the second letter may come. */
const pairMilliseconds = 1500

/** The console's single-letter keys. They can be turned off, because speech input and shaky hands press letters unmeant (WCAG 2.1.4). */
export class ListKeys extends Controller<HTMLElement> {
  readonly #keys: Readonly<Record<string, () => boolean>> = {
    j: () => this.#step(1),
    k: () => this.#step(-1),
    o: () => this.#openCurrent(),
    e: () => this.#focus('#answer, [data-key-answer]'),
    x: () => this.#tick(),
    u: () => this.#follow('.back-link'),
    g: () => this.#beginPair(),
    '/': () => this.#focus('#console-search'),
    '?': () => this.#showHelp(),
  }

  #pairBegan = Number.NEGATIVE_INFINITY

  readonly #press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return
    if (localStorage.getItem(setting) === 'off' || document.querySelector('dialog[open]')) return
    const isPair = performance.now() - this.#pairBegan < pairMilliseconds
    this.#pairBegan = Number.NEGATIVE_INFINITY
    const done = isPair ? this.#follow(`.side [data-key-go="${CSS.escape(event.key)}"]`) : this.#keys[event.key]?.()
    if (done) event.preventDefault()
  }

  override connect(): void {
    document.addEventListener('keydown', this.#press)
    const button = this.element.querySelector<HTMLButtonElement>('[data-shortcuts]')
    if (button) {
      button.hidden = false
      button.addEventListener('click', () => this.#showHelp())
    }
    const choice = this.element.querySelector<HTMLInputElement>('#shortcuts-on')
    if (!choice) return
    choice.checked = localStorage.getItem(setting) !== 'off'
    choice.addEventListener('change', () => {
      localStorage.setItem(setting, choice.checked ? 'on' : 'off')
    })
  }

  override disconnect(): void {
    document.removeEventListener('keydown', this.#press)
  }

  #step(by: 1 | -1): boolean {
    const items = [...this.element.querySelectorAll<HTMLElement>('[data-key-item]')].filter((item) => item.checkVisibility())
    if (items.length === 0) return false
    const focused = items.indexOf(document.activeElement as HTMLElement)
    const start = focused >= 0 ? focused : items.findIndex((item) => item.ariaCurrent === 'true')
    const next = start < 0 ? 0 : Math.min(items.length - 1, Math.max(0, start + by))
    items[next]?.focus()
    return true
  }

  #openCurrent(): boolean {
    const focused = document.activeElement
    if (!(focused instanceof HTMLElement) || !focused.matches('[data-key-item]')) return false
    focused.click()
    return true
  }

  /** `g` and a letter go to a page of the menu, as far as it is there for this officer. */
  #beginPair(): boolean {
    this.#pairBegan = performance.now()
    return true
  }

  #follow(selector: string): boolean {
    const link = this.element.querySelector<HTMLAnchorElement>(selector)
    link?.click()
    return link !== null
  }

  /** Ticks or unticks the line that the focus is on. */
  #tick(): boolean {
    const box = document.activeElement?.closest('li')?.querySelector<HTMLInputElement>('input[type=checkbox]')
    box?.click()
    return Boolean(box)
  }

  #focus(selector: string): boolean {
    const target = this.element.querySelector<HTMLElement>(selector)
    if (!target) return false
    target.closest('details')?.setAttribute('open', '')
    target.focus()
    return true
  }

  #showHelp(): boolean {
    const dialog = this.element.querySelector<HTMLDialogElement>('#shortcuts')
    dialog?.showModal()
    return dialog !== null
  }
}
