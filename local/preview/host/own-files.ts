/** What the mini program keeps on this phone, by its path: where the browser finds it while the tab lives. */
export const written = new Map<string, string>();

/** Where the browser finds a file, whoever made it. */
export const addressOfFile = (path: string): string => written.get(path) ?? path;

export async function bytesOfFile(path: string): Promise<Blob> {
  const response = await fetch(addressOfFile(path));
  if (!response.ok) throw new Error(`no such file ${path}`);
  return response.blob();
}
