import { accounts } from '../access/accounts/capability.ts'
import { trail } from '../audit/trail/capability.ts'
import { assignment } from '../complaint/assignment/capability.ts'
import { casework } from '../complaint/casework/capability.ts'
import { cause } from '../complaint/cause/capability.ts'
import { checklist } from '../complaint/checklist/capability.ts'
import { conduct } from '../complaint/conduct/capability.ts'
import { contribution } from '../complaint/contribution/capability.ts'
import { deadlines } from '../complaint/deadlines/capability.ts'
import { identityOpening } from '../complaint/identity-opening/capability.ts'
import { intake } from '../complaint/intake/capability.ts'
import { joining } from '../complaint/joining/capability.ts'
import { massEvent } from '../complaint/mass-event/capability.ts'
import { mentions } from '../complaint/mentions/capability.ts'
import { record } from '../complaint/record/capability.ts'
import { retaliation } from '../complaint/retaliation/capability.ts'
import { review } from '../complaint/review/capability.ts'
import { scope } from '../complaint/scope/capability.ts'
import { share } from '../complaint/share/capability.ts'
import { split } from '../complaint/split/capability.ts'
import { templates } from '../complaint/templates/capability.ts'
import { tracking } from '../complaint/tracking/capability.ts'
import { notification } from '../contact/notification/capability.ts'
import type { Capability } from '../platform/capability.ts'
import { api } from './api/capability.ts'
import { portal } from './portal/capability.ts'
import { workshop } from './workshop/capability.ts'

/** Everything that is switched on, in the order in which it is installed. One line here is all that a new capability needs. */
export const capabilities: readonly Capability[] = [
  trail,
  accounts,
  record,
  deadlines,
  joining,
  intake,
  tracking,
  conduct,
  assignment,
  retaliation,
  review,
  scope,
  share,
  split,
  templates,
  cause,
  mentions,
  contribution,
  identityOpening,
  checklist,
  massEvent,
  casework,
  notification,
  portal,
  api,
  workshop,
]
