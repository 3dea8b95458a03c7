import {
  commands,
  type Disposable,
  EventEmitter,
  type TreeDataProvider,
  type TreeItem,
  type TreeView,
  window,
} from 'vscode'
import type { Inventory, InventoryChange } from '../../core/inventory.ts'
import type { Log } from '../../core/log.ts'
import type { E164 } from '../../core/phoneNumber.ts'
import type { Records } from '../../core/records.ts'
import { contextKeys, viewId } from '../ids.ts'
import type { LazyParts } from '../lazyParts.ts'
import type { ViewChoices } from '../viewChoices.ts'
import { dragNumbers } from './dragNumbers.ts'
import type { TreeElement } from './treeElements.ts'
import type { TreeRows } from './treeRows.ts'
import type { BadgeSetting, ViewNotes } from './viewNotes.ts'

export interface NumbersTreeOptions {
  readonly inventory: Inventory
  readonly records: Records
  readonly parts: Pick<LazyParts, 'rows' | 'numbering'>
  readonly now: () => Date
  /** The most numbers that stand in one list; 0 = as many as there are. */
  readonly maxGroupSize: () => number
  readonly views: Pick<ViewChoices, 'current' | 'onDidChange'>
  readonly badge: () => BadgeSetting
  readonly log: Log
  /** Called for accounts whose numbers nobody has asked for yet: resolves when what an earlier window knew is in the inventory. */
  readonly recall: (accountIds: readonly string[]) => Promise<void>
  /** Called for the same accounts after that. Must not wait for the answer. */
  readonly load: (accountIds: readonly string[]) => void
}

export interface NumbersTree extends Disposable {
  readonly view: TreeView<TreeElement>
  /** Every row that is drawn again; undefined stands for the whole view. */
  readonly onDidRedraw: TreeDataProvider<TreeElement>['onDidChangeTreeData']
  /** Opens the groups above a number and selects its row, when the view has it. */
  reveal(accountId: string, number: E164): Promise<void>
  /** The row that a row stands below. */
  parentOf(element: TreeElement): TreeElement | undefined
  /** Draws everything again. */
  redraw(): void
  /** Says what came and went; undefined = nothing. */
  tellNews(news: string | undefined): void
}

/** The view of owned numbers. It asks for lists when it is first shown, never shows a message, and redraws only what changed. */
export function createNumbersTree(options: NumbersTreeOptions): NumbersTree {
  const said: { news?: string | undefined; filter?: string | undefined } = {}
  const say = (words: typeof said) => {
    Object.assign(said, words)
    view.message = [said.filter, said.news].filter((one) => one !== undefined).join(' ') || undefined
  }
  const provider = new NumbersTreeProvider(options, ({ filter, badge }) => {
    say({ filter })
    view.badge = badge
    void commands.executeCommand('setContext', contextKeys.filtered, filter !== undefined)
  })
  const view = window.createTreeView(viewId, {
    treeDataProvider: provider,
    showCollapseAll: true,
    canSelectMany: true,
    dragAndDropController: dragNumbers(),
  })
  const stopInventory = options.inventory.onDidChange((change) => provider.changed(change))
  const stopViews = options.views.onDidChange(() => provider.redraw())
  const stopRecords = options.records.onDidChange(() => provider.changed({ kind: 'accounts' }))
  return {
    view,
    onDidRedraw: provider.onDidChangeTreeData,
    async reveal(accountId, number) {
      const element = provider.rowOf(accountId, number)
      if (element !== undefined) await view.reveal(element, { select: true, focus: false })
    },
    parentOf: (element) => provider.getParent(element),
    redraw: () => provider.redraw(),
    tellNews: (news) => say({ news }),
    dispose() {
      stopInventory()
      stopRecords()
      stopViews()
      view.dispose()
      provider.dispose()
    },
  }
}

/** What the editor talks to. The rows themselves are loaded when it first asks for them. */
class NumbersTreeProvider implements TreeDataProvider<TreeElement>, Disposable {
  readonly #emitter = new EventEmitter<TreeElement | undefined>()
  readonly onDidChangeTreeData = this.#emitter.event
  readonly #options: NumbersTreeOptions
  readonly #note: (notes: ViewNotes) => void
  #rows: TreeRows | undefined

  constructor(options: NumbersTreeOptions, note: (notes: ViewNotes) => void) {
    this.#options = options
    this.#note = note
  }

  dispose(): void {
    this.#rows?.dispose()
    this.#emitter.dispose()
  }

  /** Undefined when the number is not in the tree. */
  rowOf(accountId: string, number: E164): TreeElement | undefined {
    return this.#rows?.rowOf(accountId, number)
  }

  changed(change: InventoryChange): void {
    // Lists that nobody has asked for are asked for with the root. Without rows nothing is drawn but the root.
    const whole = this.#rows === undefined ? change.kind === 'accounts' : this.#waiting().length > 0
    const redraws = whole ? [undefined] : (this.#rows?.redrawsAfter(change) ?? [])
    for (const element of redraws) this.#emitter.fire(element)
  }

  redraw(): void {
    this.#rows?.choiceChanged()
    this.#emitter.fire(undefined)
  }

  async getChildren(element?: TreeElement): Promise<TreeElement[]> {
    if (element !== undefined) return this.#loadedRows().childrenOf(element)
    const { inventory, recall, load } = this.#options
    if (inventory.accounts().length === 0) {
      this.#rows?.drawn()
      return []
    }
    const loading = this.#loadRows()
    const ids = this.#waiting()
    if (ids.length > 0) await recall(ids)
    if (ids.length > 0) load(ids)
    return (await loading).roots()
  }

  getParent(element: TreeElement): TreeElement | undefined {
    return this.#loadedRows().parentOf(element)
  }

  getTreeItem(element: TreeElement): TreeItem {
    return this.#loadedRows().itemOf(element)
  }

  resolveTreeItem(item: TreeItem, element: TreeElement): TreeItem {
    return this.#loadedRows().resolve(item, element)
  }

  #waiting(): string[] {
    return this.#options.inventory
      .accounts()
      .flatMap(({ account, status, refreshing }) => (status.kind === 'notLoaded' && !refreshing ? [account.id] : []))
  }

  async #loadRows(): Promise<TreeRows> {
    const { parts } = this.#options
    const [part, numbering] = await Promise.all([parts.rows(), parts.numbering()])
    const { views, log } = this.#options
    this.#rows ??= part.createTreeRows({
      ...{ ...this.#options, numbering, choice: views.current, note: this.#note },
      failed: (error) =>
        log.warn(`The view could not be described (${error instanceof Error ? error.name : 'unknown'})`),
    })
    return this.#rows
  }

  #loadedRows(): TreeRows {
    if (this.#rows === undefined) throw new Error('Rows are drawn only after the root was asked for')
    return this.#rows
  }
}
