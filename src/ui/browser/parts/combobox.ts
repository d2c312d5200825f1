type Entry = { readonly value: string; readonly label: string; readonly group: string; readonly found: string }

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

function readEntries(select: HTMLSelectElement): readonly Entry[] {
  return [...select.options]
    .filter(({ value }) => value !== '')
    .map(({ value, label, parentElement }) => {
      const group = parentElement instanceof HTMLOptGroupElement ? parentElement.label : ''
      return { value, label, group, found: fold(`${label} ${group}`) }
    })
}

function make<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, attributes: Readonly<Record<string, string>>): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  return element
}

/** The box takes the select's id, so its label, hint, problem and the error summary's link stay true. */
function makeBox(select: HTMLSelectElement, listId: string): HTMLInputElement {
  const box = make('input', {
    class: 'input w-full',
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': listId,
    id: select.id,
  })
  for (const name of ['aria-describedby', 'aria-invalid']) {
    const value = select.getAttribute(name)
    if (value !== null) box.setAttribute(name, value)
  }
  select.id += '-value'
  select.hidden = true
  return box
}

/** A typeahead on top of a select, after the ARIA pattern "editable combobox with list autocomplete". The select keeps the value that is sent. */
class Combobox {
  readonly #select: HTMLSelectElement
  readonly #entries: readonly Entry[]
  readonly #box: HTMLInputElement
  readonly #list: HTMLUListElement
  readonly #status: HTMLElement
  readonly #words: DOMStringMap
  #shown: readonly Entry[] = []
  #active = -1

  constructor(holder: HTMLElement, select: HTMLSelectElement) {
    const listId = `${select.id}-list`
    const label = holder.querySelector('label')
    this.#words = holder.dataset
    this.#select = select
    this.#entries = readEntries(select)
    this.#box = makeBox(select, listId)
    this.#box.placeholder = select.querySelector('option[value=""]')?.textContent ?? ''
    this.#list = make('ul', { class: 'combobox-list', role: 'listbox', id: listId, 'aria-label': label?.textContent ?? '' })
    this.#list.hidden = true
    this.#status = make('span', { class: 'sr-only', role: 'status' })
    const frame = make('div', { class: 'combobox' })
    frame.append(this.#box, this.#list, this.#status)
    select.after(frame)
    this.#showChosen()
    this.#listen()
  }

  #listen(): void {
    this.#box.addEventListener('input', () => {
      this.#open(this.#box.value)
    })
    this.#box.addEventListener('click', () => {
      if (this.#list.hidden) this.#open('')
    })
    this.#box.addEventListener('keydown', (event) => {
      this.#press(event)
    })
    this.#box.addEventListener('blur', () => {
      this.#leave()
    })
    // A press on the list must not take the focus from the box: that would close the list before the click arrives.
    this.#list.addEventListener('mousedown', (event) => {
      event.preventDefault()
    })
    this.#list.addEventListener('click', (event) => {
      const option = event.target instanceof Element ? event.target.closest('[role=option]') : null
      if (option) this.#choose(this.#shown[[...this.#list.children].indexOf(option)])
    })
  }

  #press(event: KeyboardEvent): void {
    const { key } = event
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault()
      if (this.#list.hidden) this.#open('')
      this.#mark(this.#active + (key === 'ArrowDown' ? 1 : -1))
    } else if (key === 'Enter' && !this.#list.hidden && this.#active >= 0) {
      event.preventDefault()
      this.#choose(this.#shown[this.#active])
    } else if (key === 'Escape' && !this.#list.hidden) {
      event.preventDefault()
      this.#close()
    }
  }

  #open(typed: string): void {
    const words = fold(typed).split(/\s+/).filter(Boolean)
    this.#shown = this.#entries.filter(({ found }) => words.every((word) => found.includes(word)))
    this.#active = -1
    this.#list.replaceChildren(...this.#shown.map((entry, position) => this.#drawOption(entry, position)))
    if (this.#shown.length === 0) {
      const none = make('li', { class: 'combobox-none', role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' })
      none.textContent = this.#words['comboboxNone'] ?? ''
      this.#list.append(none)
    }
    this.#status.textContent =
      this.#shown.length === 0
        ? (this.#words['comboboxNone'] ?? '')
        : (this.#words['comboboxSome'] ?? '').replace('#', String(this.#shown.length))
    this.#list.hidden = false
    this.#box.setAttribute('aria-expanded', 'true')
    this.#box.removeAttribute('aria-activedescendant')
  }

  #drawOption(entry: Entry, position: number): HTMLElement {
    const option = make('li', {
      role: 'option',
      id: `${this.#list.id}-${String(position)}`,
      'aria-selected': String(entry.value === this.#select.value),
    })
    const label = make('span', {})
    label.textContent = entry.label
    option.append(label)
    if (entry.group !== '') {
      const group = make('span', { class: 'combobox-group' })
      group.textContent = entry.group
      option.append(group)
    }
    return option
  }

  #mark(position: number): void {
    const count = this.#shown.length
    if (count === 0) return
    this.#list.children[this.#active]?.classList.remove('combobox-active')
    this.#active = (position + count) % count
    const option = this.#list.children[this.#active]
    option?.classList.add('combobox-active')
    option?.scrollIntoView({ block: 'nearest' })
    this.#box.setAttribute('aria-activedescendant', option?.id ?? '')
  }

  #choose(entry: Entry | undefined): void {
    if (!entry) return
    this.#select.value = entry.value
    this.#select.dispatchEvent(new Event('change', { bubbles: true }))
    this.#showChosen()
    this.#close()
  }

  #showChosen(): void {
    this.#box.value = this.#entries.find(({ value }) => value === this.#select.value)?.label ?? ''
  }

  #close(): void {
    this.#list.hidden = true
    this.#active = -1
    this.#box.setAttribute('aria-expanded', 'false')
    this.#box.removeAttribute('aria-activedescendant')
  }

  /** Typed words that name one entry choose it; words that name none choose nothing, and stay to be corrected. */
  #leave(): void {
    const typed = this.#box.value.trim()
    if (!this.#list.hidden && typed !== '') {
      const exact = this.#entries.find(({ label }) => fold(label) === fold(typed))
      const only = this.#shown.length === 1 ? this.#shown[0] : undefined
      const meant = exact ?? only
      if (meant) this.#choose(meant)
    }
    const chosen = this.#entries.find(({ value }) => value === this.#select.value)
    if (chosen?.label !== typed && chosen?.label !== this.#box.value) this.#select.value = ''
    this.#close()
  }
}

export function offerCombobox(holder: HTMLElement): void {
  const select = holder.querySelector('select')
  // Without an empty choice there would be nothing to mean "not chosen".
  if (select?.querySelector('option[value=""]')) void new Combobox(holder, select)
}
