import type { CommandTools } from '../commands/commandTools.ts'

/** What the page of costs needs of the product around it. */
export type CostsWork = Pick<
  CommandTools,
  'inventory' | 'parts' | 'now' | 'breathe' | 'log' | 'openSettingsForm' | 'progress'
>
