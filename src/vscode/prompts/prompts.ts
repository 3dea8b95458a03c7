/** What a person answered. Escape is `cancelled`: then nothing happened. */
export type Answer<T> =
  | { readonly kind: 'answer'; readonly value: T }
  | { readonly kind: 'back' }
  | { readonly kind: 'cancelled' }

export interface StepPosition {
  readonly step: number
  readonly totalSteps: number
  readonly canGoBack: boolean
}

export interface PickItem<T> {
  readonly label: string
  readonly description?: string
  readonly detail?: string
  /** A codicon name without `$()`. */
  readonly icon?: string
  /** A heading above this item and those after it. */
  readonly group?: string
  /** For `pickMany`: chosen at the start. */
  readonly picked?: boolean
  /** Undefined: a line of information; choosing it does nothing, and filtering leaves it. */
  readonly value: T | undefined
  /** Whether filtering takes the line away. Otherwise it does so with lines that have a value, and leaves lines of information. */
  readonly filtered?: boolean
}

/** Items that come while the list is open. `show` replaces the whole list; `signal` aborts when it closes. */
export type ItemSource<T> = (show: (items: readonly PickItem<T>[]) => void, signal: AbortSignal) => Promise<void>

export interface PickRequest<T> {
  readonly title: string
  readonly placeholder: string
  readonly items: readonly PickItem<T>[] | ItemSource<T>
  readonly position?: StepPosition
  /** The value of the line that has the focus first. */
  readonly active?: T
  /** What narrows the list at first. */
  readonly typed?: string
  /** Told what is typed to narrow the list. */
  readonly onDidType?: (text: string) => void
  /** Acts on a line that was chosen without leaving the list; true when it did. */
  readonly actsOn?: (value: T) => boolean
}

/** A list with check boxes. */
export interface PickManyRequest<T> extends PickRequest<T> {
  /** Told whenever a box changes, also when the list is then left by Back. */
  readonly onDidSelect?: (values: readonly T[]) => void
  /** A sentence about what is wrong with the choice; the list then stays open. Undefined: it can be accepted. */
  readonly problem?: (values: readonly T[]) => string | undefined
}

export interface InputRequest {
  readonly title: string
  readonly prompt: string
  readonly placeholder?: string
  readonly value?: string
  readonly password?: boolean
  /** A sentence about what is wrong, undefined when the text is fine. May ask the network; `signal` aborts when the box closes. */
  readonly validate?: (text: string, signal: AbortSignal) => string | undefined | Promise<string | undefined>
  /** A remark on the text while it is typed, which does not keep it from being accepted. */
  readonly remark?: (text: string) => string | undefined
  readonly position?: StepPosition
}

/** A modal question about money or loss. */
export interface ConfirmRequest {
  readonly title: string
  readonly detail: string
  /** The verb on the button: "Rent". The editor adds Cancel. */
  readonly action: string
}

/** A modal question with more than one way. The first is what Enter takes; the editor adds Cancel. */
export interface ChooseRequest {
  readonly title: string
  readonly detail: string
  readonly actions: readonly [string, string, ...string[]]
}

export interface NotifyRequest {
  readonly severity: 'information' | 'warning' | 'error'
  readonly message: string
  readonly actions: readonly string[]
}

/** Where to write a file. */
export interface SaveRequest {
  readonly title: string
  /** The suggested file name. */
  readonly name: string
  /** "CSV", for the dialog's list of file types. */
  readonly kind: string
  /** Without the dot. */
  readonly extension: string
}

/** Every question to a person. Behind a port so that a test can answer; an unexpected question must fail a test. */
export interface Prompts {
  pick<T>(request: PickRequest<T>): Promise<Answer<T>>
  pickMany<T>(request: PickManyRequest<T>): Promise<Answer<readonly T[]>>
  input(request: InputRequest): Promise<Answer<string>>
  /** True only for an answer that a person can have meant: one that comes sooner than the question can be read is asked for again. */
  confirm(request: ConfirmRequest): Promise<boolean>
  /** The chosen action; undefined = cancelled. */
  choose(request: ChooseRequest): Promise<string | undefined>
  notify(request: NotifyRequest): Promise<string | undefined>
  /** The address of the chosen file as a URI; undefined = cancelled. */
  saveAs(request: SaveRequest): Promise<string | undefined>
}
