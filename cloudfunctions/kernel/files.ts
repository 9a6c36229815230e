/** The cloud's file storage as operations see it. One call is one round trip, or two. */
export interface Files {
  /** The whole file. Fails with `NoSuchFile` when there is none. */
  download(fileId: string): Promise<Uint8Array>;
  /** Stores a file whole and tells its id; one at the same path is replaced. */
  upload(path: string, bytes: Uint8Array): Promise<string>;
  /** The id of a file at this path, whether there is one or not: what is named first can be taken away. */
  idOf(path: string): Promise<string>;
  /** An address from which it can be fetched over the network for a while. */
  linkTo(fileId: string): Promise<string>;
  /** Files that are gone already are no fault. */
  remove(fileIds: readonly string[]): Promise<void>;
}

export class NoSuchFile extends Error {
  constructor() {
    super('there is no such file in the cloud storage');
    this.name = 'NoSuchFile';
  }
}
