/** The one door to calendar arithmetic, so that rules depend on a name of ours and not on a package. */
export { Temporal } from 'temporal-polyfill'
