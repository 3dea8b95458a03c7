// First: other modules make texts as they are loaded.
import './vscode/speakLanguage.ts'
import type { ExtensionContext } from 'vscode'
import { type Product, startProduct } from './vscode/product.ts'

/** Registers everything and returns at once: nothing is asked of a provider before the view or a command needs it. */
export function activate(context: ExtensionContext): Product['testing'] {
  const product = startProduct(context)
  context.subscriptions.push(product)
  return product.testing
}
