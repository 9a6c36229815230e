import { addressOfFile, bytesOfFile, written } from '../own-files';
import { promised, Refusal } from './promised';

/** Files of the mini program, which live as long as the tab, and pictures that it draws itself. */
export function filesApi(): Record<string, unknown> {
  const manager = promised({
    writeFile({ filePath, data, encoding }) {
      const bytes =
        encoding === 'base64'
          ? Uint8Array.from(atob(String(data)), (letter) => letter.charCodeAt(0))
          : String(data);
      written.set(String(filePath), URL.createObjectURL(new Blob([bytes])));
    },
    saveFile({ tempFilePath, filePath }) {
      const address = addressOfFile(String(tempFilePath));
      if (!address.startsWith('blob:'))
        throw new Refusal(`tempFilePath file not exist ${String(tempFilePath)}`);
      written.set(String(filePath), address);
      return { savedFilePath: filePath };
    },
    async getFileInfo({ filePath }) {
      const bytes = await bytesOfFile(String(filePath)).catch(() => undefined);
      if (!bytes) throw new Refusal(`no such file ${String(filePath)}`);
      return { size: bytes.size };
    },
    unlink({ filePath }) {
      if (!written.delete(String(filePath))) throw new Refusal(`no such file ${String(filePath)}`);
    },
  });
  return {
    getFileSystemManager: () => manager,
    createOffscreenCanvas: ({ width, height }: { width: number; height: number }) =>
      Object.assign(document.createElement('canvas'), { width, height }),
    ...promised({
      async canvasToTempFilePath({ canvas }) {
        if (!(canvas instanceof HTMLCanvasElement)) throw new Refusal('no canvas');
        const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
        if (!picture) throw new Refusal('the canvas is empty');
        return { tempFilePath: URL.createObjectURL(picture) };
      },
    }),
  };
}
