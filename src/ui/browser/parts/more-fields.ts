/** Shows the fields that belong to an answer only while it is chosen. */
export function showMore(more: HTMLElement): void {
  const choice = document.getElementById(more.dataset['moreOf'] ?? '')
  if (!(choice instanceof HTMLInputElement)) return
  const react = (): void => {
    more.hidden = !choice.checked
  }
  // A radio button does not hear that another one took its place, but its form does.
  ;(choice.form ?? document).addEventListener('change', react)
  react()
}
