import { contentPolicy } from '../contentPolicy.ts'
import { escapeHtml } from './escapeHtml.ts'
import type { FirstContent } from './firstContent.ts'

/** What the page's frame is made of. All is ours but `content`, which is escaped already. */
export interface FormHtmlParts {
  /** Fresh randomness for every rendering; scripts run only with it. */
  readonly nonce: string
  readonly cspSource: string
  readonly script: string
  /** The style sheet itself: it is there with the first frame. Nothing in it may end a style element. */
  readonly style: string
  /** The language of the texts, as BCP 47. */
  readonly language: string
  /** Shown at once, before the script runs. */
  readonly content: FirstContent
}

/** The editor shows a page when it has loaded. The form's script would be part of that, so it is fetched after the first frame. */
const loadAfterFirstFrame = `
const { dataset, nonce } = document.currentScript
addEventListener('load', () => requestAnimationFrame(() => setTimeout(() => {
  document.body.append(Object.assign(document.createElement('script'), { nonce, src: dataset.src }))
})), { once: true })
`

/** The page of the form: strict content policy, what is known already, live region. Everything else is built by the script. */
export function formHtml(parts: FormHtmlParts): string {
  const { title, summary, notices, settings, groups } = parts.content
  return `<!DOCTYPE html>
<html lang="${escapeHtml(parts.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(contentPolicy(parts.nonce, parts.cspSource))}">
<meta property="csp-nonce" content="${escapeHtml(parts.nonce)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style nonce="${escapeHtml(parts.nonce)}">${parts.style}</style>
</head>
<body>
<main id="form" aria-busy="true">
<h1 id="title">${title}</h1>
<div id="summary">${summary}</div>
<div id="actions"></div>
<div id="notices">${notices}</div>
<div id="columns">
<div id="settings">${settings}</div>
<div id="groups">${groups}</div>
</div>
<div id="bar">
<p id="status" role="status"></p>
<div id="save" hidden></div>
</div>
</main>
<script nonce="${escapeHtml(parts.nonce)}" data-src="${escapeHtml(parts.script)}">${loadAfterFirstFrame}</script>
</body>
</html>
`
}
