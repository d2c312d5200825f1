/** Problems are read first, and their links lead right into the field. */
export function takeFocus(summary: HTMLElement): void {
  summary.focus()
  summary.addEventListener('click', (event) => {
    if (!(event.target instanceof HTMLAnchorElement)) return
    const control = document.getElementById(event.target.hash.slice(1))
    if (!control) return
    event.preventDefault()
    // The label, or the question of a group, must be in sight too, not only the box.
    const question = control.closest('fieldset') ?? control.closest('.field') ?? control
    question.scrollIntoView()
    control.focus({ preventScroll: true })
  })
}

export function offerPrint(button: HTMLElement): void {
  button.hidden = false
  button.addEventListener('click', () => {
    window.print()
  })
}

export function offerCopy(holder: HTMLElement): void {
  const source = document.getElementById(holder.dataset['copy'] ?? '')
  const button = holder.querySelector('button')
  const answer = holder.querySelector('[role=status]')
  if (!source || !button || !answer || !('clipboard' in navigator)) return
  holder.hidden = false
  button.addEventListener('click', () => {
    void navigator.clipboard.writeText(source.textContent.trim()).then(() => {
      answer.textContent = holder.dataset['copied'] ?? ''
    })
  })
}
