import { h, type VNode } from 'preact'
import { drawings, type Shape } from './drawings.ts'

export type IconName = keyof typeof drawings

type IconProps = {
  readonly name: IconName
  readonly size?: 'small' | 'normal' | 'large' | 'huge'
  /** Arrows and chevrons point the other way in right-to-left languages. */
  readonly flips?: boolean
}

const sizes = { small: 'size-4', normal: 'size-5', large: 'size-6', huge: 'size-10' } as const

/** A drawing beside words. It is never the only carrier of a meaning, so screen readers skip it. */
export function Icon({ name, size = 'normal', flips = false }: IconProps): VNode {
  const shapes: readonly Shape[] = drawings[name]
  return (
    <svg
      class={['icon', sizes[size], flips ? 'rtl:-scale-x-100' : ''].filter(Boolean).join(' ')}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      {shapes.map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  )
}
