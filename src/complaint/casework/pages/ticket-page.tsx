import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, ConsoleLayout, SplitView } from '../../../ui/index.ts'
import { caseExportHref, caseFileHref } from '../urls.ts'
import { TicketLines } from './lines.tsx'
import { Live } from './live.tsx'
import { TicketCause } from './ticket-cause.tsx'
import { TicketCheck } from './ticket-check.tsx'
import { TicketChecklist } from './ticket-checklist.tsx'
import { TicketClocks } from './ticket-clocks.tsx'
import { TicketContributions } from './ticket-contributions.tsx'
import { TicketEditors } from './ticket-editors.tsx'
import { TicketFacts, TicketStory } from './ticket-facts.tsx'
import { TicketHead } from './ticket-head.tsx'
import { TicketHistory } from './ticket-history.tsx'
import { TicketHop } from './ticket-hop.tsx'
import { TicketIdentity } from './ticket-identity.tsx'
import { TicketJoined } from './ticket-joined.tsx'
import { TicketLinks } from './ticket-links.tsx'
import { TicketMassEvent } from './ticket-mass-event.tsx'
import { TicketReview } from './ticket-review.tsx'
import { TicketShares } from './ticket-shares.tsx'
import { TicketShield } from './ticket-shield.tsx'
import { TicketSplit } from './ticket-split.tsx'
import { TicketThread } from './ticket-thread.tsx'
import { TicketTriage } from './ticket-triage.tsx'
import { TicketVerbs } from './ticket-verbs.tsx'
import type { LineView, TicketView } from './views.ts'

type Props = { readonly frame: Frame; readonly view: TicketView; readonly lines: readonly LineView[] }

function TicketDetail({ frame, view }: Omit<Props, 'lines'>): VNode {
  return (
    <>
      <div id="ticket" tabindex={-1} class="stack">
        <TicketHead frame={frame} view={view} />
        <Live frame={frame} head={view} refresh />
      </div>
      <TicketReview frame={frame} view={view} />
      <TicketHop frame={frame} view={view} />
      <TicketVerbs frame={frame} view={view} />
      <TicketJoined frame={frame} view={view} />
      <TicketSplit frame={frame} view={view} />
      <TicketLinks frame={frame} view={view} />
      <TicketMassEvent frame={frame} view={view} />
      <TicketStory frame={frame} view={view} />
      <TicketTriage frame={frame} view={view} />
      <TicketFacts frame={frame} view={view} />
      <TicketIdentity frame={frame} view={view} />
      <TicketChecklist frame={frame} view={view} />
      <TicketShield frame={frame} view={view} />
      <TicketThread frame={frame} view={view} />
      <TicketContributions frame={frame} view={view} />
      <TicketShares frame={frame} view={view} />
      <TicketCheck frame={frame} view={view} />
      <TicketEditors frame={frame} view={view} />
      <TicketCause frame={frame} view={view} />
      <TicketClocks frame={frame} clocks={view.clocks} timeZone={view.timeZone} />
      <TicketHistory frame={frame} history={view.history} timeZone={view.timeZone} />
      <div class="button-group no-print">
        <Button href={caseFileHref(view.id)} variant="secondary" size="small" icon="printer" download>
          {frame.words.t('casework.file.print')}
        </Button>
        <Button href={caseExportHref(view.id)} variant="secondary" size="small" icon="download" download>
          {frame.words.t('casework.file.export')}
        </Button>
      </div>
    </>
  )
}

/** All about one ticket on one screen, beside the list it was opened from. */
export function TicketPage({ frame, view, lines }: Props): VNode {
  const { t } = frame.words
  const label = t('casework.ticket.list')
  return (
    <ConsoleLayout frame={frame} title={`${view.number} ${view.title}`} section="inbox">
      <SplitView
        listLabel={label}
        list={
          <>
            <a class="skip-link" href="#ticket">
              {t('casework.ticket.skip')}
            </a>
            <h2>{label}</h2>
            <TicketLines frame={frame} lines={lines} label={label} timeZone={view.timeZone} brief />
          </>
        }
        detail={<TicketDetail frame={frame} view={view} />}
      />
    </ConsoleLayout>
  )
}
