import type { Memento } from 'vscode'
import { readViewChoice, type ViewChoice } from '../core/viewChoice.ts'

/** How the person wants to see the numbers, kept over restarts: the filter for this folder, everything else for all windows to come. */
export interface ViewChoices {
  current(): ViewChoice
  change(part: Partial<ViewChoice>): Promise<void>
  onDidChange(listener: () => void): () => void
}

const key = 'view'

export function createViewChoices(person: Memento, project: Memento): ViewChoices {
  const listeners = new Set<() => void>()
  const filter = (state: unknown) => readViewChoice({ filter: state }).filter
  let choice: ViewChoice = { ...readViewChoice(person.get(key)), filter: filter(project.get(key)) }
  return {
    current: () => choice,
    async change(part) {
      choice = { ...choice, ...part }
      for (const listener of listeners) listener()
      const { filter: forProject, ...forPerson } = choice
      if (part.filter !== undefined) await project.update(key, forProject)
      if (Object.keys(part).some((name) => name !== 'filter')) await person.update(key, forPerson)
    },
    onDidChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
