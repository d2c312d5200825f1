/** The report that the questions are about. */
export const reportUrl = '/lacak/laporan'
