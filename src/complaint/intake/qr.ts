import QRCode from 'qrcode'

/** The dark modules of a QR code as the path of one drawing, runs of a row joined, so that the page stays small. */
export function drawQr(text: string): { readonly size: number; readonly path: string } {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const { size } = modules
  const runs: string[] = []
  for (let row = 0; row < size; row += 1) {
    let start = -1
    for (let column = 0; column <= size; column += 1) {
      const dark = column < size && modules.get(row, column) === 1
      if (dark && start < 0) start = column
      if (!dark && start >= 0) {
        runs.push(`M${start} ${row}h${column - start}v1h-${column - start}z`)
        start = -1
      }
    }
  }
  return { size, path: runs.join('') }
}
