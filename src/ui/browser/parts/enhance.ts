import { countCharacters } from './character-count.ts'
import { offerCombobox } from './combobox.ts'
import { showMore } from './more-fields.ts'
import { offerCopy, offerPrint, takeFocus } from './small-comforts.ts'

const comforts: readonly (readonly [selector: string, add: (element: HTMLElement) => void])[] = [
  ['[data-count]', countCharacters],
  ['[data-combobox]', offerCombobox],
  ['[data-more-of]', showMore],
  ['[data-copy]', offerCopy],
  ['[data-print]', offerPrint],
  ['[data-take-focus]', takeFocus],
]
const done = new WeakSet<Element>()

/** Adds every comfort to the elements that ask for it, once each; pages work without any of them. */
export function enhance(page: ParentNode): void {
  for (const [selector, add] of comforts)
    for (const element of page.querySelectorAll<HTMLElement>(selector)) {
      if (done.has(element)) continue
      done.add(element)
      add(element)
    }
}
