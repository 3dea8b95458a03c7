import { QuickInputButtons, type QuickPick, type QuickPickItem, QuickPickItemKind, ThemeIcon, window } from 'vscode'
import type { Answer, PickItem, PickManyRequest, PickRequest } from './prompts.ts'

interface Row<T> extends QuickPickItem {
  readonly value?: T | undefined
}

/** A quick pick for one item. Lines without a value cannot be chosen. */
export function pickOne<T>(request: PickRequest<T>): Promise<Answer<T>> {
  return open(createPick(request, false), request, (pick) => {
    const value = (pick.selectedItems[0] ?? pick.activeItems[0])?.value
    return value === undefined || request.actsOn?.(value) ? undefined : value
  })
}

/** A quick pick with check boxes; no box at all is an answer too. */
export function pickSeveral<T>(request: PickManyRequest<T>): Promise<Answer<readonly T[]>> {
  const pick = createPick(request, true)
  pick.onDidChangeSelection((selected) => {
    pick.title = request.title
    request.onDidSelect?.(valuesOf(selected))
  })
  return open<T, readonly T[]>(pick, request, () => {
    const values = valuesOf(pick.selectedItems)
    const problem = request.problem?.(values)
    if (problem === undefined) return values
    pick.title = problem
    return undefined
  })
}

function valuesOf<T>(rows: readonly Row<T>[]): T[] {
  return rows.flatMap((row) => (row.value === undefined ? [] : [row.value]))
}

function open<T, Value>(
  pick: QuickPick<Row<T>>,
  request: PickRequest<T>,
  read: (pick: QuickPick<Row<T>>) => Value | undefined,
): Promise<Answer<Value>> {
  const closed = new AbortController()
  return new Promise<Answer<Value>>((resolve) => {
    const finish = (answer: Answer<Value>) => {
      resolve(answer)
      pick.hide()
    }
    pick.onDidAccept(() => {
      const value = read(pick)
      if (value !== undefined) finish({ kind: 'answer', value })
    })
    pick.onDidTriggerButton(() => finish({ kind: 'back' }))
    pick.onDidHide(() => {
      closed.abort()
      resolve({ kind: 'cancelled' })
      pick.dispose()
    })
    pick.show()
    fill(pick, request, closed.signal)
  })
}

function createPick<T>(request: PickRequest<T>, many: boolean): QuickPick<Row<T>> {
  const pick = window.createQuickPick<Row<T>>()
  pick.title = request.title
  pick.placeholder = request.placeholder
  pick.canSelectMany = many
  pick.ignoreFocusOut = true
  pick.matchOnDescription = true
  pick.matchOnDetail = true
  pick.keepScrollPosition = true
  pick.value = request.typed ?? ''
  pick.onDidChangeValue((text) => request.onDidType?.(text))
  const { position } = request
  if (position === undefined) return pick
  if (position.totalSteps > 1) {
    pick.step = position.step
    pick.totalSteps = position.totalSteps
  }
  if (position.canGoBack) pick.buttons = [QuickInputButtons.Back]
  return pick
}

function fill<T>(pick: QuickPick<Row<T>>, request: PickRequest<T>, signal: AbortSignal): void {
  const offered = new Set<T>()
  const show = (items: readonly PickItem<T>[]) => {
    if (signal.aborted) return
    const active = offered.size === 0 ? { label: '', value: request.active } : pick.activeItems[0]
    const selected = new Set(valuesOf(pick.selectedItems))
    // What a person chose meanwhile stays; what comes new is chosen as the request says.
    const isPicked = ({ value, picked }: PickItem<T>) =>
      value !== undefined && offered.has(value) ? selected.has(value) : picked === true
    pick.items = rows(
      items.map((item) => ({ ...item, picked: isPicked(item) })),
      pick.canSelectMany,
    )
    const same = rowOfValue(pick.items, active)
    if (same !== undefined) pick.activeItems = [same]
    pick.selectedItems = pick.items.filter((row) => row.picked === true)
    for (const { value } of items) if (value !== undefined) offered.add(value)
  }
  if (typeof request.items !== 'function') {
    show(request.items)
    return
  }
  pick.busy = true
  request.items(show, signal).finally(() => {
    if (!signal.aborted) pick.busy = false
  })
}

/** Lines come and go while the list is open: where a person is is known by its value, or by its text where values are made anew. */
function rowOfValue<T>(
  all: readonly Row<T>[],
  active: Pick<Row<T>, 'label' | 'value'> | undefined,
): Row<T> | undefined {
  if (active?.value === undefined) return undefined
  const same = all.find(({ value }) => value === active.value)
  return same ?? all.find(({ label, value }) => value !== undefined && label === active.label)
}

function rows<T>(items: readonly PickItem<T>[], boxes: boolean): Row<T>[] {
  let group: string | undefined
  return items.flatMap((item) => {
    // A line of information among check boxes must not have a box of its own.
    if (boxes && item.value === undefined) return [separator([item.group, item.label])]
    const row = rowOf(item)
    if (item.group === undefined || item.group === group) return [row]
    group = item.group
    return [separator([group]), row]
  })
}

function separator<T>(parts: readonly (string | undefined)[]): Row<T> {
  return { label: parts.filter((part) => part !== undefined).join(': '), kind: QuickPickItemKind.Separator }
}

function rowOf<T>(item: PickItem<T>): Row<T> {
  return {
    label: item.label,
    value: item.value,
    alwaysShow: !(item.filtered ?? item.value !== undefined),
    ...(item.description === undefined ? {} : { description: item.description }),
    ...(item.detail === undefined ? {} : { detail: item.detail }),
    ...(item.icon === undefined ? {} : { iconPath: new ThemeIcon(item.icon) }),
    ...(item.picked === undefined ? {} : { picked: item.picked }),
  }
}
