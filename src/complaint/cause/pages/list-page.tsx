import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Card, ConsoleLayout, EmptyState, PageHeading, StatusTag, Table, type Tone } from '../../../ui/index.ts'
import type { ActionStanding } from '../rules.ts'
import { actionHref, proposalHref } from '../urls.ts'
import type { ActionView, ProposalView } from './views.ts'

type Props = { readonly frame: Frame; readonly proposals: readonly ProposalView[]; readonly actions: readonly ActionView[] }

const tones: Readonly<Record<ActionStanding, Tone>> = { late: 'danger', open: 'neutral', done: 'info', verified: 'success' }

/** How an action stands, in a word. */
export function StandingTag({ frame, standing }: { readonly frame: Frame; readonly standing: ActionStanding }): VNode {
  return <StatusTag tone={tones[standing]}>{frame.words.t(`cause.standing.${standing}`)}</StatusTag>
}

function toAction(frame: Frame, action: ActionView) {
  const { t, date } = frame.words
  return {
    id: action.id,
    cells: {
      what: (
        <a href={actionHref(action.id)} dir="auto">
          {action.words}
        </a>
      ),
      topic: `${action.office}: ${action.category}`,
      owner: action.mine ? t('cause.mine') : action.owner,
      due: (
        <span>
          {date(action.dueOn, 'UTC')} <StandingTag frame={frame} standing={action.standing} />
        </span>
      ),
    },
  }
}

function toProposal(frame: Frame, proposal: ProposalView) {
  const { t, date } = frame.words
  return {
    id: proposal.id,
    cells: {
      topic: <a href={proposalHref(proposal.id)}>{proposal.category}</a>,
      office: proposal.office,
      tickets: t('cause.proposal.tickets', { count: proposal.tickets }),
      opened: date(proposal.openedAt, proposal.timeZone),
    },
  }
}

function columnsOf(frame: Frame, list: string, names: readonly string[]) {
  return names.map((key) => ({ key, header: frame.words.t(`cause.${list}.column.${key}`) }))
}

function Proposals({ frame, proposals }: Pick<Props, 'frame' | 'proposals'>): VNode | null {
  const { t } = frame.words
  if (proposals.length === 0) return null
  return (
    <Card title={t('cause.proposals.title')} icon="triangle-alert">
      <p>{t('cause.proposals.lead')}</p>
      <Table
        caption={t('cause.proposals.title')}
        hideCaption
        dense
        columns={columnsOf(frame, 'proposals', ['topic', 'office', 'tickets', 'opened'])}
        rows={proposals.map((proposal) => toProposal(frame, proposal))}
      />
    </Card>
  )
}

/** What keeps coming and waits for a decision, and what is being changed: the late first. */
export function ListPage({ frame, proposals, actions }: Props): VNode {
  const { t } = frame.words
  return (
    <ConsoleLayout frame={frame} title={t('cause.title')} section="causes">
      <div class="stack">
        <PageHeading lead={t('cause.lead')}>{t('cause.title')}</PageHeading>
        <Proposals frame={frame} proposals={proposals} />
        {actions.length === 0 ? (
          <EmptyState icon="circle-check" title={t('cause.actions.none')}>
            <p>{t('cause.actions.none.lead')}</p>
          </EmptyState>
        ) : (
          <Card title={t('cause.actions.title')} icon="list-checks">
            <Table
              caption={t('cause.actions.title')}
              hideCaption
              dense
              columns={columnsOf(frame, 'actions', ['what', 'topic', 'owner', 'due'])}
              rows={actions.map((action) => toAction(frame, action))}
            />
          </Card>
        )}
      </div>
    </ConsoleLayout>
  )
}
