import { Controller } from '@hotwired/stimulus'

/** One tick for all lines of a list, and how many are ticked. */
export class CheckAll extends Controller {
  static override targets = ['all', 'item', 'line', 'count']
  declare readonly allTarget: HTMLInputElement
  declare readonly itemTargets: HTMLInputElement[]
  declare readonly lineTarget: HTMLElement
  declare readonly countTarget: HTMLElement

  override connect(): void {
    this.lineTarget.hidden = false
    this.tell()
  }

  toggle(): void {
    for (const item of this.itemTargets) item.checked = this.allTarget.checked
    this.tell()
  }

  tell(): void {
    const ticked = this.itemTargets.filter(({ checked }) => checked).length
    this.allTarget.checked = ticked > 0 && ticked === this.itemTargets.length
    this.allTarget.indeterminate = ticked > 0 && ticked < this.itemTargets.length
    this.countTarget.textContent = ticked === 0 ? '' : (this.countTarget.dataset['words'] ?? '').replace('#', String(ticked))
  }
}
