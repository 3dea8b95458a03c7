import {
  Disposable,
  EventEmitter,
  type FileChangeEvent,
  FileChangeType,
  FilePermission,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  type Uri,
} from 'vscode'

/** A file system that holds one file nobody can change. */
export interface ReadOnlyFile extends Disposable {
  readonly provider: FileSystemProvider
  /** The text is not what it was; whoever shows it reads it again. */
  readonly changed: () => void
}

/** `text` is asked for when the file is first read and after every change. */
export function createReadOnlyFile(address: Uri, text: () => Promise<string>): ReadOnlyFile {
  const changes = new EventEmitter<FileChangeEvent[]>()
  let content: Promise<Uint8Array> | undefined
  let changedAt = Date.now()
  const encoded = async () => {
    try {
      return new TextEncoder().encode(await text())
    } catch (error) {
      content = undefined
      throw error
    }
  }
  const read = async (uri: Uri): Promise<Uint8Array> => {
    if (uri.path !== address.path) throw FileSystemError.FileNotFound(uri)
    content ??= encoded()
    return await content
  }
  const refuse = (uri: Uri): never => {
    throw FileSystemError.NoPermissions(uri)
  }
  return {
    provider: {
      onDidChangeFile: changes.event,
      watch: () => new Disposable(() => {}),
      readFile: read,
      async stat(uri) {
        const { length: size } = await read(uri)
        return { type: FileType.File, ctime: 0, mtime: changedAt, size, permissions: FilePermission.Readonly }
      },
      readDirectory: () => [],
      createDirectory: refuse,
      writeFile: refuse,
      delete: refuse,
      rename: refuse,
    },
    changed() {
      content = undefined
      changedAt = Math.max(changedAt + 1, Date.now())
      changes.fire([{ type: FileChangeType.Changed, uri: address }])
    },
    dispose: () => changes.dispose(),
  }
}
