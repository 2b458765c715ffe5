/** The codecs compiled to WebAssembly have no types of their own. */

interface FrameInfo {
  readonly width: number;
  readonly height: number;
  readonly bitsPerSample: number;
  readonly componentCount: number;
  readonly isSigned?: boolean;
}

/** Where the library's own messages go; by default to the console. */
interface CodecOptions {
  print?(message: string): void;
  printErr?(message: string): void;
}

interface CodecDecoder {
  /** Memory of the given size for the compressed bytes. */
  getEncodedBuffer(length: number): Uint8Array;
  decode(): void;
  getDecodedBuffer(): Uint8Array;
  getFrameInfo(): FrameInfo;
  delete(): void;
}

declare module '@cornerstonejs/codec-charls/decodewasmjs' {
  interface JpegLsDecoder extends CodecDecoder {
    /** 0 plane by plane, 1 line by line, 2 sample by sample. */
    getInterleaveMode(): number;
  }
  export interface Charls {
    JpegLSDecoder: new () => JpegLsDecoder;
    getExceptionMessage(thrown: number): string;
  }
  const load: (options?: CodecOptions) => Promise<Charls>;
  // eslint-disable-next-line import-x/no-default-export -- what the package is
  export default load;
}

declare module '@cornerstonejs/codec-openjpeg/decodewasmjs' {
  export interface OpenJpeg {
    J2KDecoder: new () => CodecDecoder;
  }
  const load: (options?: CodecOptions) => Promise<OpenJpeg>;
  // eslint-disable-next-line import-x/no-default-export -- what the package is
  export default load;
}

declare module '@cornerstonejs/codec-libjpeg-turbo-8bit/decodewasmjs' {
  export interface LibJpegTurbo {
    JPEGDecoder: new () => CodecDecoder;
  }
  const load: (options?: CodecOptions) => Promise<LibJpegTurbo>;
  // eslint-disable-next-line import-x/no-default-export -- what the package is
  export default load;
}

declare module '@cornerstonejs/codec-openjph/wasmjs' {
  interface HtJ2kDecoder extends CodecDecoder {
    /** Why the last call failed; '' where it did not. */
    getLastErrorMessage(): string;
  }
  /** Used to make streams for tests. */
  interface HtJ2kEncoder {
    /** Memory for interleaved samples, a byte each up to 8 bits and two beyond. */
    getDecodedBuffer(info: FrameInfo & { readonly isUsingColorTransform: boolean }): Uint8Array;
    /** @param quantization step of what is not lossless */
    setQuality(lossless: boolean, quantization: number): void;
    /** 0 LRCP, 1 RLCP, 2 RPCL, 3 PCRL, 4 CPRL. */
    setProgressionOrder(order: number): void;
    setTileSize(size: { readonly width: number; readonly height: number }): void;
    encode(): void;
    getEncodedBuffer(): Uint8Array;
    delete(): void;
  }
  export interface OpenJph {
    HTJ2KDecoder: new () => HtJ2kDecoder;
    HTJ2KEncoder: new () => HtJ2kEncoder;
  }
  const load: (options?: CodecOptions) => Promise<OpenJph>;
  // eslint-disable-next-line import-x/no-default-export -- what the package is
  export default load;
}
