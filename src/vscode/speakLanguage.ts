import { env, l10n } from 'vscode'
import { speak } from '../core/words.ts'

// In a language that we do not have, everything is English: the names of countries too.
speak(l10n.bundle === undefined ? 'en' : env.language, l10n.t)
