import { language, t } from '../../core/words.ts'
import { contentPolicy } from '../contentPolicy.ts'
import { escapeHtml } from '../settingsForm/escapeHtml.ts'

export interface CostsHtmlParts {
  /** Fresh randomness for every rendering; scripts run only with it. */
  readonly nonce: string
  readonly cspSource: string
  readonly script: string
  readonly style: string
}

/** The empty page of costs; its script fills it. */
export function costsHtml({ nonce, cspSource, script, style }: CostsHtmlParts): string {
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language())}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(contentPolicy(nonce, cspSource))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(t('Costs'))}</title>
<link rel="stylesheet" nonce="${escapeHtml(nonce)}" href="${escapeHtml(style)}">
</head>
<body>
<main aria-busy="true"></main>
<script nonce="${escapeHtml(nonce)}" src="${escapeHtml(script)}"></script>
</body>
</html>
`
}
