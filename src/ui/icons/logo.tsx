import type { VNode } from 'preact'

/** Our own mark: a voice that was heard and answered. Its two colours are fixed, so it stays the same in both themes. */
export function Logo(): VNode {
  return (
    <svg class="logo" width="38" height="38" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <path fill="#e3ae4a" d="M8 4h24a5 5 0 0 1 5 5v17a5 5 0 0 1-5 5H19l-8.4 6.3A1 1 0 0 1 9 36.5V31H8a5 5 0 0 1-5-5V9a5 5 0 0 1 5-5Z" />
      <path fill="none" stroke="#0b2447" stroke-width="4.5" stroke-linecap="round" stroke-linejoin="round" d="m11.5 17.5 6.3 6.3L29 12" />
    </svg>
  )
}
