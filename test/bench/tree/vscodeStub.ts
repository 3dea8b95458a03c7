/** As much of the editor's API as rows are made of, so that they can be made outside of it. */
export class TreeItem {
  readonly label: string
  readonly collapsibleState: number
  constructor(label: string, collapsibleState: number) {
    this.label = label
    this.collapsibleState = collapsibleState
  }
}

export class ThemeIcon {
  readonly id: string
  readonly color: unknown
  constructor(id: string, color?: unknown) {
    this.id = id
    this.color = color
  }
}

export class ThemeColor {
  readonly id: string
  constructor(id: string) {
    this.id = id
  }
}

export class MarkdownString {}

export const TreeItemCollapsibleState = { None: 0, Collapsed: 1, Expanded: 2 }
export const env = { language: 'en' }
