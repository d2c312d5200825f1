/** The design system's door: pages take all they show from here. The catalogue with examples is README.md. */

/** One turn of a conversation, or an internal note. */
export { MessageBubble, type MessageBubbleProps, type MessageKind } from './case/message-bubble.tsx'
/** What happened, and how far a report has come. */
export { type Stage, StageTracker, Timeline, type TimelineEntry, type TimelineProps } from './case/timeline.tsx'
/** Filters above a list; acting on several lines at once. */
export { BulkBar, CheckAll, FilterBar } from './console/bars.tsx'
/** The whole of a page for a signed-in officer. */
export { ConsoleLayout, type ConsoleLayoutProps } from './console/console-layout.tsx'
/** How much waits behind a link of the side navigation. */
export type { ConsoleCounts } from './console/console-navigation.tsx'
/** What happened while the page lay open. */
export { LiveNews, type LiveNewsProps, LivePlace } from './console/live-news.tsx'
/** Where an officer can go. */
export { type ConsoleLink, type ConsoleSection, consoleLinks, listConsoleLinks } from './console/navigation.ts'
/** List and ticket side by side. */
export { SplitView, type SplitViewProps } from './console/split-view.tsx'
/** Tickets in short, walked with j and k. */
export { TicketList, type TicketListItem, type TicketListProps } from './console/ticket-list.tsx'
/** Boxes: folded help, and a group with a heading. */
export { Card, type CardProps, Details, type DetailsProps } from './content/blocks.tsx'
/** Files with kind and size. */
export { FileList, type FileListProps, type ListedFile } from './content/file-list.tsx'
/** Ways through lists and pages. */
export {
  BackLink,
  type BackLinkProps,
  Breadcrumbs,
  type BreadcrumbsProps,
  type Crumb,
  Pagination,
  type PaginationProps,
  type Tab,
  Tabs,
  type TabsProps,
} from './content/navigation.tsx'
/** Answers with a way to change them; facts without. */
export {
  type Description,
  DescriptionGrid,
  type DescriptionGridProps,
  SummaryList,
  type SummaryListProps,
  type SummaryRow,
} from './content/summary-list.tsx'
/** Rows and columns. */
export { Table, type TableColumn, type TableProps, type TableRow } from './content/table.tsx'
/** Buttons and links that look like them. */
export { Button, ButtonGroup, type ButtonProps, type ButtonVariant } from './controls/button.tsx'
/** Comforts that appear only with script. */
export { CopyButton, PrintButton } from './controls/script-buttons.tsx'
/** Words that stand out: news, quotation, warning, and nothing there yet. */
export {
  EmptyState,
  type EmptyStateProps,
  InsetText,
  NoticeBanner,
  type NoticeBannerProps,
  type NoticeTone,
  WarningText,
} from './feedback/banners.tsx'
/** The end of a journey, and a secret to write down. */
export { CodePanel, type CodePanelProps, ConfirmationPanel, type ConfirmationPanelProps } from './feedback/confirmation.tsx'
/** States, counts and due dates in words. */
export { CountBadge, type DueState, DueTag, type DueTagProps, StatusTag, type StatusTagProps, type Tone } from './feedback/tags.tsx'
/** One or several answers out of a few. */
export {
  Checkbox,
  CheckboxGroup,
  type CheckboxGroupProps,
  type CheckboxProps,
  type Choice,
  RadioGroup,
  type RadioGroupProps,
} from './forms/choices.tsx'
/** A date in three boxes. */
export { DateFields, type DateFieldsProps } from './forms/date-fields.tsx'
/** All problems of a form, on top of its page. */
export { ErrorSummary, type ErrorSummaryProps } from './forms/error-summary.tsx'
/** What every field takes. */
export type { FieldProps } from './forms/field.tsx'
/** Files from the device. */
export { FileField, type FileFieldProps } from './forms/file-field.tsx'
/** A form with its hidden fields. */
export { type DraftPlace, Form, type FormProps, HiddenFields, type HiddenFieldsProps } from './forms/form.tsx'
/** What is wrong with a form, by field. */
export { fieldId, type Problems, sayProblems } from './forms/problems.ts'
/** One answer out of a list, long or short. */
export {
  SearchableSelect,
  type SearchableSelectProps,
  Select,
  type SelectEntry,
  type SelectOption,
  type SelectOptionGroup,
  type SelectProps,
} from './forms/select.tsx'
/** Several lines of text. */
export { TextArea, type TextAreaProps } from './forms/text-area.tsx'
/** One line of text. */
export { TextField, type TextFieldProps } from './forms/text-field.tsx'
/** A drawing beside words. */
export { Icon, type IconName } from './icons/icon.tsx'
/** Our own mark. */
export { Logo } from './icons/logo.tsx'
/** The whole of a page for the public. */
export { CitizenLayout, type CitizenLayoutProps } from './layout/citizen-layout.tsx'
/** The document without header and footer, for pages that stand alone (sign-in). */
export { Document, SkipLink } from './layout/document.tsx'
/** The page's only `h1`; the front page's opening; and what is seen on paper only. */
export { Hero, type HeroProps, PageHeading, type PageHeadingProps, PrintHeader, type PrintHeaderProps } from './layout/headings.tsx'
/** Plain links to the other languages. The layouts have it already. */
export { LanguageSwitch } from './layout/language-switch.tsx'
