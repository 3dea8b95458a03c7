/** Which bundles are loaded when, in the order in which a window needs them. */
export const startStages = {
  'the window opens': ['extension'],
  'the view is shown': ['rows', 'upkeep', 'numbering'],
  'a list is asked for': ['network'],
  'a command is used': ['commands'],
} as const

export type StageName = keyof typeof startStages

export interface LoadedStage {
  readonly stage: StageName
  readonly ms: number
}
