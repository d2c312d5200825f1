import { h, type VNode } from 'preact'
import { drawings, type Shape } from './drawings.ts'

export type IconName = keyof typeof drawings

type IconProps = {
  readonly name: IconName
  readonly size?: 'small' | 'normal' | 'large' | 'huge'
  /** Arrows and chevrons point the other way in right-to-left languages. */
  readonly flips?: boolean
}

const sizes = { small: 16, normal: 20, large: 24, huge: 40 } as const

/**
 * A drawing beside words. It is never the only carrier of a meaning, so screen readers skip it. Size and strokes are attributes,
 * not styles: a page whose style sheet did not arrive must not show drawings as large as the screen.
 */
export function Icon({ name, size = 'normal', flips = false }: IconProps): VNode {
  const shapes: readonly Shape[] = drawings[name]
  return (
    <svg
      class={flips ? 'icon icon-flips' : 'icon'}
      width={sizes[size]}
      height={sizes[size]}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {shapes.map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  )
}
