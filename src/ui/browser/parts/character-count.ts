const quietMillis = 1000

/** Says how many characters are left while one types; aloud only after a pause. */
export function countCharacters(holder: HTMLElement): void {
  const area = holder.querySelector('textarea')
  const shown = holder.querySelector('.field-limit')
  const limit = Number(holder.dataset['count'])
  if (!area || !shown || !limit) return
  const numbers = new Intl.NumberFormat(holder.dataset['countLocale'])
  const spoken = document.createElement('span')
  spoken.className = 'sr-only'
  spoken.setAttribute('role', 'status')
  holder.append(spoken)
  let timer = 0
  const tell = (): void => {
    const left = limit - area.value.length
    const words = (left < 0 ? holder.dataset['countOver'] : holder.dataset['countLeft']) ?? ''
    shown.textContent = words.replace('#', numbers.format(Math.abs(left)))
    shown.classList.toggle('field-limit-over', left < 0)
    clearTimeout(timer)
    timer = window.setTimeout(() => {
      spoken.textContent = shown.textContent
    }, quietMillis)
  }
  area.addEventListener('input', tell)
  if (area.value !== '') tell()
}
