/** One message to one person. */
export type Mail = {
  /** A single bare address, no display name. */
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** `<something@host>`, the same at every attempt: a mail sent twice after a crash is recognised as one by mail programs. */
  readonly messageId: string
  /** Language tag of the text; becomes Content-Language. */
  readonly locale: string
  /** Additional headers, such as In-Reply-To. Those that decide sender, recipient or structure are refused. */
  readonly headers?: Readonly<Record<string, string>>
}

export type MailFault = 'mail_bad_recipient' | 'mail_bad_header' | 'mail_bad_message_id'

// One bare address: no quotes, lists, groups or comments, in which a second recipient could hide.
const address = /^[^\s@<>,;:"()[\]\\\p{Cc}\p{Cf}]{1,64}@[^\s@<>,;:"()[\]\\\p{Cc}\p{Cf}]{1,255}$/u
const messageId = /^<[\w.!#$%&'*+/=?^`{|}~-]{1,200}@[\w.-]{1,200}>$/
const headerName = /^[A-Za-z][A-Za-z0-9-]{0,60}$/
const lineBreaking = /[\r\n\0\v\f\u0085\u2028\u2029]/

/** Headers that decide who sends, who receives and how the mail is built belong to this adapter alone. */
const ownHeaders =
  /^(from|sender|reply-to|to|cc|bcc|subject|date|message-id|mime-version|auto-submitted|return-path|received|dkim-signature|content-.*|resent-.*)$/i

/** What is wrong with a mail before any server sees it. A header value with a line break could add recipients or a second text. */
export function checkMail(mail: Mail): MailFault | null {
  if (!address.test(mail.to)) return 'mail_bad_recipient'
  if (!messageId.test(mail.messageId)) return 'mail_bad_message_id'
  if (lineBreaking.test(mail.subject) || !/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(mail.locale)) return 'mail_bad_header'
  const bad = Object.entries(mail.headers ?? {}).some(
    ([name, value]) => !headerName.test(name) || ownHeaders.test(name) || lineBreaking.test(value),
  )
  return bad ? 'mail_bad_header' : null
}
