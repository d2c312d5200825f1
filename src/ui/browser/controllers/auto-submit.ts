import { Controller } from '@hotwired/stimulus'

/** Filters that apply as soon as they change; their button is then in the way. */
export class AutoSubmit extends Controller<HTMLFormElement> {
  static override targets = ['button']
  declare readonly buttonTargets: HTMLButtonElement[]

  override connect(): void {
    for (const button of this.buttonTargets) button.hidden = true
  }

  send(): void {
    this.element.requestSubmit()
  }
}
