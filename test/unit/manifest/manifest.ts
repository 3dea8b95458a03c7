import { isNoSubstitutionTemplateLiteral, isStringLiteral, isTemplateHead } from 'typescript/unstable/ast'
import * as z from 'zod'
import { readTranslatedManifest } from '../../support/manifestTexts.ts'
import { readSourceTree } from '../../support/sourceTree/readSourceTree.ts'
import { visitNodes } from '../../support/sourceTree/visitNodes.ts'

const menuEntry = z.object({ command: z.string(), when: z.string().optional(), group: z.string().optional() })
const setting = z.object({
  scope: z.string(),
  type: z.string(),
  default: z.unknown(),
  description: z.string().optional(),
  markdownDescription: z.string().optional(),
  additionalProperties: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
})
const schema = z.object({
  name: z.string(),
  publisher: z.string(),
  main: z.string(),
  icon: z.string(),
  activationEvents: z.array(z.string()),
  capabilities: z.object({
    untrustedWorkspaces: z.object({ supported: z.unknown() }),
    virtualWorkspaces: z.unknown(),
  }),
  contributes: z.object({
    viewsContainers: z.object({
      activitybar: z.array(z.object({ id: z.string(), title: z.string(), icon: z.string() })),
    }),
    views: z.record(z.string(), z.array(z.object({ id: z.string(), name: z.string(), icon: z.string().optional() }))),
    walkthroughs: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        description: z.string(),
        steps: z.array(
          z.object({
            id: z.string(),
            title: z.string(),
            description: z.string(),
            media: z.object({ svg: z.string(), altText: z.string() }),
            completionEvents: z.array(z.string()),
          }),
        ),
      }),
    ),
    viewsWelcome: z.array(z.object({ view: z.string(), contents: z.string() })),
    commands: z.array(
      z.object({
        command: z.string(),
        title: z.string(),
        category: z.string(),
        icon: z.string().optional(),
        enablement: z.string().optional(),
      }),
    ),
    menus: z.record(z.string(), z.array(menuEntry)),
    configuration: z.object({ title: z.string(), properties: z.record(z.string(), setting) }),
  }),
})

export type Manifest = z.output<typeof schema>

/** What the editor learns of this extension before any of its code runs, in English. */
export function readManifest(): Manifest {
  return schema.parse(readTranslatedManifest())
}

/** Every condition of the manifest, with the place it stands at. */
export function conditionsOf({ contributes }: Manifest): { readonly place: string; readonly when: string }[] {
  const menus = Object.entries(contributes.menus).flatMap(([menu, entries]) =>
    entries.map(({ command, when }) => ({ place: `${menu}: ${command}`, when: when ?? '' })),
  )
  const enablements = contributes.commands.map(({ command, enablement }) => ({
    place: command,
    when: enablement ?? '',
  }))
  return [...menus, ...enablements].filter(({ when }) => when !== '')
}

/** The texts that a part of our code writes out, templates up to their first gap. */
export function textsIn(files: RegExp): Set<string> {
  const texts = new Set<string>()
  for (const source of readSourceTree().filter(({ path }) => files.test(path))) {
    visitNodes(source, (node) => {
      if (isStringLiteral(node) || isNoSubstitutionTemplateLiteral(node) || isTemplateHead(node)) texts.add(node.text)
    })
  }
  return texts
}
