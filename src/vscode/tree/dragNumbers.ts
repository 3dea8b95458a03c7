import { type DataTransfer, DataTransferItem, type TreeDragAndDropController } from 'vscode'
import type { TreeElement } from './treeElements.ts'

/** Rows of numbers can be dragged into an editor, which gets them in E.164 form, one per line. Nothing can be dropped on the view. */
export function dragNumbers(): TreeDragAndDropController<TreeElement> {
  return {
    dragMimeTypes: ['text/plain'],
    dropMimeTypes: [],
    handleDrag(rows: readonly TreeElement[], transfer: DataTransfer) {
      const numbers = rows.flatMap((row) => (row.kind === 'number' ? [row.number] : []))
      if (numbers.length > 0) transfer.set('text/plain', new DataTransferItem(numbers.join('\n')))
    },
  }
}
