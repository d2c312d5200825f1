import { Controller } from '@hotwired/stimulus'

/** Asks before what cannot be undone. */
export class Confirm extends Controller<HTMLButtonElement> {
  static override values = { question: String }
  declare readonly questionValue: string

  readonly #ask = (event: Event): void => {
    if (window.confirm(this.questionValue)) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }

  override connect(): void {
    this.element.addEventListener('click', this.#ask)
  }

  override disconnect(): void {
    this.element.removeEventListener('click', this.#ask)
  }
}
