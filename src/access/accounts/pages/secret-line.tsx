import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { CopyButton, InsetText } from '../../../ui/index.ts'

type Props = { readonly frame: Frame; readonly label: string; readonly secret: string }

/** A long secret to copy, on the only page that ever shows it. */
export function SecretLine({ frame, label, secret }: Props): VNode {
  return (
    <>
      <InsetText>
        <p>{label}</p>
        <p class="mt-2">
          <code class="break-all font-mono" id="secret" dir="ltr" translate={false}>
            {secret}
          </code>
        </p>
      </InsetText>
      <CopyButton frame={frame} target="secret" what={label} />
    </>
  )
}
