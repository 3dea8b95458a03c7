/** Every id that package.json and the code must agree on; a test compares them. */
export const viewId = 'phoneNumbers.owned'
export const settingsViewType = 'phoneNumbers.settings'
export const costsViewType = 'phoneNumbers.costs'
export const historyScheme = 'phone-numbers-history'
export const configurationSection = 'phoneNumbers'
/** Publisher and name in package.json. */
export const extensionId = 'phone-numbers.phone-numbers'
export const walkthroughId = 'getStarted'

export const commandIds = {
  addAccount: 'phoneNumbers.addAccount',
  editAccount: 'phoneNumbers.editAccount',
  removeAccount: 'phoneNumbers.removeAccount',
  refresh: 'phoneNumbers.refresh',
  refreshAll: 'phoneNumbers.refreshAll',
  search: 'phoneNumbers.search',
  searchAll: 'phoneNumbers.searchAll',
  rent: 'phoneNumbers.rent',
  rentAnywhere: 'phoneNumbers.rentAnywhere',
  release: 'phoneNumbers.release',
  cancelRelease: 'phoneNumbers.cancelRelease',
  checkAgain: 'phoneNumbers.checkAgain',
  copyNumber: 'phoneNumbers.copyNumber',
  copyNumberAs: 'phoneNumbers.copyNumberAs',
  insertNumber: 'phoneNumbers.insertNumber',
  exportNumbers: 'phoneNumbers.exportNumbers',
  exportSelected: 'phoneNumbers.exportSelected',
  filterNumbers: 'phoneNumbers.filterNumbers',
  clearFilter: 'phoneNumbers.clearFilter',
  groupNumbers: 'phoneNumbers.groupNumbers',
  sortNumbers: 'phoneNumbers.sortNumbers',
  pinNumber: 'phoneNumbers.pinNumber',
  unpinNumber: 'phoneNumbers.unpinNumber',
  showInTree: 'phoneNumbers.showInTree',
  whereUsed: 'phoneNumbers.whereUsed',
  showCosts: 'phoneNumbers.showCosts',
  openConsole: 'phoneNumbers.openConsole',
  openSettings: 'phoneNumbers.openSettings',
  showProblem: 'phoneNumbers.showProblem',
  trySandbox: 'phoneNumbers.trySandbox',
  stopSandbox: 'phoneNumbers.stopSandbox',
  showHistory: 'phoneNumbers.showHistory',
  exportHistory: 'phoneNumbers.exportHistory',
  showLog: 'phoneNumbers.showLog',
  openWalkthrough: 'phoneNumbers.openWalkthrough',
  showCodeExample: 'phoneNumbers.showCodeExample',
  reportProblem: 'phoneNumbers.reportProblem',
} as const

export type CommandId = (typeof commandIds)[keyof typeof commandIds]

export const contextKeys = {
  sandboxRunning: 'phoneNumbers.sandboxRunning',
  /** There is an account of the person's own, whether or not it can be used now. */
  hasAccounts: 'phoneNumbers.hasAccounts',
  filtered: 'phoneNumbers.filtered',
} as const
