import type { Question } from '../../core/rentQuestion.ts'
import type { ExpectedText } from '../../core/typedConfirmation.ts'
import { t } from '../../core/words.ts'
import type { CommandTools } from './commandTools.ts'

type Tools = Pick<CommandTools, 'prompts' | 'readReleaseConfirmation'>

/** True only when the person agreed to the question and, where the setting wants it, typed what is to be released. */
export async function confirmRelease(tools: Tools, question: Question, expected: ExpectedText): Promise<boolean> {
  if (!(await tools.prompts.confirm(question))) return false
  if (tools.readReleaseConfirmation() === 'button') return true
  const answer = await tools.prompts.input({
    title: question.title,
    prompt: t('Type {0} to release. Escape keeps everything as it is.', expected.asked),
    placeholder: expected.example,
    validate: (text) =>
      expected.matches(text) ? undefined : t('This is not “{0}”. Nothing was released.', expected.example),
  })
  return answer.kind === 'answer' && expected.matches(answer.value)
}
