import {
  type Disposable,
  EventEmitter,
  type MarkdownString,
  type TreeDataProvider,
  type TreeItem,
  type TreeView,
  window,
} from 'vscode'
import type { Inventory, InventoryChange } from '../../core/inventory.ts'
import { cancellableReleases, openRents } from '../../core/journal.ts'
import type { E164 } from '../../core/phoneNumber.ts'
import type { PhoneNumbering } from '../../core/phoneNumbering.ts'
import type { Records } from '../../core/records.ts'
import { findProvider, providers } from '../../providers/registry.ts'
import { viewId } from '../ids.ts'
import { deedItem } from './deedItem.ts'
import { dragNumbers } from './dragNumbers.ts'
import { accountItem, countryItem, providerItem } from './groupItems.ts'
import { noticeItem } from './noticeItem.ts'
import { numberItem } from './numberItem.ts'
import { createElementPool, type TreeElement } from './treeElements.ts'
import { createTreeShape, type TreeShape } from './treeShape.ts'

export interface NumbersTreeOptions {
  readonly inventory: Inventory
  readonly records: Records
  readonly now: () => Date
  readonly numbering: () => Promise<PhoneNumbering>
  /** Called for accounts whose numbers nobody has asked for yet. Must not wait for the answer. */
  readonly load: (accountIds: readonly string[]) => void
  /** Asked when the pointer rests on a row. */
  readonly tooltip: (element: TreeElement) => Promise<MarkdownString | undefined>
}

export interface NumbersTree extends Disposable {
  readonly view: TreeView<TreeElement>
  /** Opens the groups above a number and selects its row, when the view has it. */
  reveal(accountId: string, number: E164): Promise<void>
}

/** The view of owned numbers. It asks for lists when it is first shown, never shows a message, and redraws only what changed. */
export function createNumbersTree(options: NumbersTreeOptions): NumbersTree {
  const provider = new NumbersTreeProvider(options)
  const view = window.createTreeView(viewId, {
    treeDataProvider: provider,
    showCollapseAll: true,
    canSelectMany: true,
    dragAndDropController: dragNumbers(),
  })
  const stopInventory = options.inventory.onDidChange((change) => provider.changed(change))
  const stopRecords = options.records.onDidChange(() => provider.changed({ kind: 'accounts' }))
  return {
    view,
    async reveal(accountId, number) {
      const element = provider.rowOf(accountId, number)
      if (element !== undefined) await view.reveal(element, { select: true, focus: false })
    },
    dispose() {
      stopInventory()
      stopRecords()
      view.dispose()
      provider.dispose()
    },
  }
}

class NumbersTreeProvider implements TreeDataProvider<TreeElement>, Disposable {
  readonly #emitter = new EventEmitter<TreeElement | undefined>()
  readonly onDidChangeTreeData = this.#emitter.event
  readonly #options: NumbersTreeOptions
  readonly #pool = createElementPool()
  readonly #shape: TreeShape
  #numbering: PhoneNumbering | undefined

  constructor(options: NumbersTreeOptions) {
    this.#options = options
    this.#shape = createTreeShape({
      inventory: options.inventory,
      pool: this.#pool,
      providerIds: providers.map((provider) => provider.id),
      numbering: () => this.#numbering,
      deeds: () => ({
        open: openRents(options.records.deeds()),
        cancellable: cancellableReleases(options.records.deeds(), options.now().getTime()),
      }),
    })
  }

  dispose(): void {
    this.#emitter.dispose()
  }

  /** Undefined when the number is not in the tree. */
  rowOf(accountId: string, number: E164): TreeElement | undefined {
    const listed = this.#options.inventory.find(accountId, number) !== undefined
    return listed && this.#numbering !== undefined ? this.#pool.number(accountId, number) : undefined
  }

  changed(change: InventoryChange): void {
    const entry = change.kind === 'accounts' ? undefined : this.#options.inventory.account(change.accountId)
    // The provider's row counts the numbers of all its accounts.
    this.#emitter.fire(entry && this.#pool.provider(entry.account.provider))
  }

  async getChildren(element?: TreeElement): Promise<TreeElement[]> {
    if (element !== undefined) return this.#shape.childrenOf(element)
    const { inventory } = this.#options
    if (inventory.accounts().length === 0) return []
    this.#numbering ??= await this.#options.numbering()
    const waiting = inventory.accounts().filter((entry) => entry.status.kind === 'notLoaded' && !entry.refreshing)
    if (waiting.length > 0) this.#options.load(waiting.map((entry) => entry.account.id))
    return this.#shape.roots()
  }

  getParent(element: TreeElement): TreeElement | undefined {
    return this.#shape.parentOf(element)
  }

  getTreeItem(element: TreeElement): TreeItem {
    const { inventory } = this.#options
    switch (element.kind) {
      case 'provider': {
        const entries = inventory.accounts().filter((entry) => entry.account.provider === element.provider)
        return providerItem(element, labelOf(element.provider), entries)
      }
      case 'account':
        return accountItem(element, this.#account(element.accountId))
      case 'country': {
        const known = findProvider(this.#account(element.accountId).account.provider) !== undefined
        return countryItem(element, this.#shape.childrenOf(element).length, known)
      }
      case 'number': {
        const { account, activities } = this.#account(element.accountId)
        const owned = inventory.find(element.accountId, element.number)
        const activity = activities.get(element.number)
        const row = { id: element.id, number: element.number, owned, activity, inConsole: !account.sandbox }
        return numberItem(row, this.#loadedNumbering())
      }
      case 'deed': {
        const deed = this.#options.records.deeds().find((one) => one.intent.id === element.deedId)
        if (deed === undefined) throw new Error('The row belongs to a record that is gone')
        return deedItem(element, deed, this.#loadedNumbering(), labelOf(deed.intent.provider))
      }
      case 'notice': {
        const entry = this.#account(element.accountId)
        return noticeItem(element, entry, labelOf(entry.account.provider))
      }
      default:
        return element satisfies never
    }
  }

  async resolveTreeItem(item: TreeItem, element: TreeElement): Promise<TreeItem> {
    const tooltip = item.tooltip ?? (await this.#options.tooltip(element))
    if (tooltip !== undefined) item.tooltip = tooltip
    return item
  }

  #account(accountId: string) {
    const entry = this.#options.inventory.account(accountId)
    if (entry === undefined) throw new Error('The row belongs to an account that is gone')
    return entry
  }

  #loadedNumbering(): PhoneNumbering {
    if (this.#numbering === undefined) throw new Error('Numbers are drawn only after the root was asked for')
    return this.#numbering
  }
}

function labelOf(provider: string): string {
  return findProvider(provider)?.label ?? provider
}
